import {
  type CircleMarker,
  canvas,
  circleMarker,
  divIcon,
  type LatLngTuple,
  type Map as LeafletMap,
  type Marker,
  map,
  marker,
  tileLayer,
} from 'leaflet';

/** A street and its neighbours: closer shows nothing more of where a place is. */
const CLOSEST_ZOOM = 16;
const FURTHEST_ZOOM = 5;
/** The closest places fill the first view; the others are one step further. */
const FIRST_SEEN = 20;

/** Drawn on one canvas; the finger may miss by the second figure. In pixels. */
const DOT = { radius: 7, tolerance: 12 };

/** The map reads its places from the list beside it: what one shows, the other says. */
for (const box of document.querySelectorAll<HTMLElement>('[data-map]')) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-lat]')];
  box.hidden = false;
  box.previousElementSibling?.remove();
  const drawn = drawGround(box);
  const numbered = Number(box.dataset.numbered);
  if (rows.length === 0) continue;
  // Before the markers: Leaflet gives them no element until the map looks somewhere.
  drawn.fitBounds(rows.slice(0, FIRST_SEEN).map(pointOf), { padding: [30, 30], maxZoom: CLOSEST_ZOOM - 1 });
  walkByArrows(rows.slice(0, numbered).map((row) => addMarker(drawn, row, box.dataset)));
  addDots(drawn, rows.slice(numbered), box.dataset);
}

type Shown = Marker | CircleMarker;

function pointOf({ dataset: { lat, lon } }: HTMLElement): LatLngTuple {
  return [Number(lat), Number(lon)];
}

function drawGround(box: HTMLElement): LeafletMap {
  const words = box.dataset;
  const drawn = map(box.querySelector<HTMLElement>('.m-map')!, {
    fadeAnimation: false,
    zoomAnimation: false,
    zoomControl: false,
    minZoom: FURTHEST_ZOOM,
  });
  drawn.attributionControl.setPrefix('Leaflet');
  addZoomButtons(drawn, words);
  // Leaflet listens to Escape only while the map itself has the focus.
  box.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') drawn.closePopup();
  });
  const said = box.querySelector<HTMLElement>('[data-no-ground]')!;
  const tell = () => {
    said.textContent = said.dataset.noGround ?? '';
  };
  if (!words.tiles) {
    tell();
    return drawn;
  }
  const ground = tileLayer(words.tiles, { attribution: words.attribution ?? '', maxZoom: 18 });
  let hasOne = false;
  ground.on('tileload', () => {
    hasOne = true;
    said.textContent = '';
  });
  ground.on('tileerror', () => hasOne || tell());
  ground.addTo(drawn);
  return drawn;
}

/** In words: Leaflet's own buttons show « + » and « − » only. */
function addZoomButtons(drawn: LeafletMap, words: DOMStringMap): void {
  const buttons = element('div', 'm-map-zoom');
  for (const [label, step] of [
    [words.zoomIn, 1],
    [words.zoomOut, -1],
  ] as const) {
    const button = element('button', '', label);
    button.setAttribute('type', 'button');
    button.addEventListener('click', () => drawn.setZoom(drawn.getZoom() + step));
    buttons.append(button);
  }
  drawn.getContainer().after(buttons);
}

function addMarker(drawn: LeafletMap, row: HTMLElement, words: DOMStringMap): Marker {
  const { number = '', open } = row.dataset;
  const link = row.querySelector<HTMLAnchorElement>('a')!;
  const status = row.querySelector('.m-status');
  const html = element('span', open === undefined ? 'm-pin' : 'm-pin m-pin-open', number);
  const icon = divIcon({
    html,
    className: 'm-marker',
    iconSize: [44, 44],
    iconAnchor: [22, 42],
    popupAnchor: [0, -40],
  });
  const added = marker(pointOf(row), { icon, riseOnHover: true }).addTo(drawn);
  added
    .getElement()!
    .setAttribute('aria-label', [number, link.textContent, status?.textContent].filter(Boolean).join('. '));
  addPopup(added, row, words);
  added.on('popupclose', () => added.getElement()?.focus());
  addShowButton(drawn, added, { row, words });
  return added;
}

/** The places further away: points without a number, that the buttons of the list open as well. */
function addDots(drawn: LeafletMap, rows: readonly HTMLElement[], words: DOMStringMap): void {
  if (rows.length === 0) return;
  const renderer = canvas({ tolerance: DOT.tolerance });
  const dots = rows.map((row) => {
    const dot = circleMarker(pointOf(row), { renderer, radius: DOT.radius, fillOpacity: 1 }).addTo(drawn);
    addPopup(dot, row, words);
    const button = addShowButton(drawn, dot, { row, words });
    dot.on('popupclose', () => button.focus());
    return { dot, isOpen: row.dataset.open !== undefined };
  });
  const paint = () => {
    const style = getComputedStyle(drawn.getContainer());
    const [line, ground] = ['--ds-color-accent-base-default', '--ds-color-neutral-background-default'].map(
      (name) => style.getPropertyValue(name).trim(),
    );
    for (const { dot, isOpen } of dots)
      dot.setStyle({ color: line!, fillColor: isOpen ? line! : ground!, weight: 3 });
  };
  paint();
  // A canvas keeps the colours it was painted with.
  matchMedia('(prefers-color-scheme: dark)').addEventListener?.('change', paint);
}

function addPopup(shown: Shown, row: HTMLElement, words: DOMStringMap): void {
  shown.bindPopup(() => popupContent(row, words), { maxWidth: 260 });
  shown.on('popupopen', ({ popup }) => {
    const close = popup.getElement()?.querySelector('.leaflet-popup-close-button');
    close?.setAttribute('aria-label', words.close ?? '');
    popup.getElement()?.querySelector<HTMLElement>('a')?.focus();
  });
}

/** The same name, status and address as the row, and the way back to it. */
function popupContent(row: HTMLElement, words: DOMStringMap): HTMLElement {
  const content = element('div', 'm-popup');
  for (const selector of ['.m-status', 'a', '.m-subtle']) {
    const part = row.querySelector(selector);
    if (part) content.append(part.cloneNode(true));
  }
  const back = element('a', '', words.inList);
  back.setAttribute('href', `#${row.id}`);
  content.append(back);
  return content;
}

function addShowButton(
  drawn: LeafletMap,
  shown: Shown,
  { row, words }: { row: HTMLElement; words: DOMStringMap },
): HTMLElement {
  const button = element('button', 'ds-button', words.show);
  button.setAttribute('type', 'button');
  button.dataset.variant = 'secondary';
  button.addEventListener('click', () => {
    drawn.getContainer().scrollIntoView({ block: 'nearest' });
    drawn.setView(shown.getLatLng(), Math.max(drawn.getZoom(), CLOSEST_ZOOM - 1), { animate: false });
    shown.openPopup();
  });
  button.append(element('span', 'ds-sr-only', ` : ${row.querySelector('a')?.textContent}`));
  row.append(button);
  return button;
}

/** One stop of the Tab key for the whole map, however many markers; then the arrows, in the order of the list. */
function walkByArrows(markers: readonly Marker[]): void {
  const elements = markers.map((one) => one.getElement()!);
  const goTo = (target: HTMLElement): void => {
    for (const one of elements) one.tabIndex = one === target ? 0 : -1;
  };
  goTo(elements[0]!);
  for (const [rank, one] of elements.entries()) {
    one.addEventListener('focus', () => goTo(one));
    one.addEventListener('keydown', (event) => {
      const next = nextRank(event.key, rank, elements.length);
      if (next === null) return;
      // The arrows would scroll the page as well.
      event.preventDefault();
      elements[next]!.focus();
    });
  }
}

function nextRank(key: string, rank: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(rank + 1, count - 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(rank - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
