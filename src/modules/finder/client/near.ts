/** Degrees are cut to three decimals, about 100 m: enough to sort places, too little to tell a door. */
const DECIMALS = 3;

// Position is asked for on press only, and only a script can: without one the button stays hidden.
for (const area of document.querySelectorAll<HTMLElement>('[data-near]')) {
  const button = area.querySelector('button');
  const refusal = area.querySelector<HTMLElement>('[role="status"]');
  if (!button || !refusal || !('geolocation' in navigator)) continue;
  area.hidden = false;
  button.addEventListener('click', () => {
    button.setAttribute('aria-busy', 'true');
    refusal.textContent = '';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const address = new URL(area.dataset.near ?? '', location.href);
        address.searchParams.set('lat', coords.latitude.toFixed(DECIMALS));
        address.searchParams.set('lon', coords.longitude.toFixed(DECIMALS));
        location.assign(address);
      },
      () => {
        button.removeAttribute('aria-busy');
        refusal.textContent = refusal.dataset.text ?? '';
      },
      { timeout: 15_000, maximumAge: 60_000 },
    );
  });
}
