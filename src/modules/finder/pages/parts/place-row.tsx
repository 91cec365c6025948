import { Icon, IconText, Published, Status, type StatusKind } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDistance, nb, unbroken } from '../../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import { formatPhone, labelForValue, type PlaceFields } from '../../../standard/index.ts';
import { arrival, openness, priceOf, walkingMinutes } from '../../domain/openness.ts';
import type { Found } from '../../domain/world.ts';
import { OFFLINE } from '../../offline-messages.ts';
import { OPENING } from '../../opening-messages.ts';
import { RESULTS } from '../../results-messages.ts';
import { stopWords } from './opening-range.ts';
import { closingWords, momentAt, whenWords } from './opening-words.ts';
import { PlaceName } from './place-name.tsx';

/** A list with lines, not cards: status, name (the whole row is its target), address, facts, what for, call. */
export function PlaceRow({
  view,
  found,
  as: Heading = 'h2',
}: {
  view: View;
  found: Found<PublishedPlace>;
  as?: 'h2' | 'h3';
}) {
  const { place } = found;
  const { fields } = place;
  const phone = fields.phones?.[0];
  return (
    <li>
      <div class="m-place-body">
        <PlaceStatus view={view} place={place} />
        <Heading>
          <a href={`/lieux/${place.id}`}>
            <PlaceName view={view} fields={fields} />
          </a>
        </Heading>
        <p class="m-subtle">
          <Published view={view}>{unbroken(addressLine(fields))}</Published>
        </p>
        <Facts view={view} found={found} />
        <Purpose view={view} fields={fields} />
        {phone && <p class="m-paper">{formatPhone(phone)}</p>}
      </div>
      {phone && (
        <a class="ds-button" data-variant="secondary" href={`tel:${phone}`} title={formatPhone(phone)}>
          <Icon name="phone" />
          <span>
            {RESULTS[view.publicLang].call}
            <span class="ds-sr-only">
              {' '}
              <PlaceName view={view} fields={fields} />
            </span>
          </span>
        </a>
      )}
    </li>
  );
}

const addressLine = ({ address, commune }: PlaceFields): string =>
  [address, commune].filter(Boolean).join(', ');

const CHIP: Record<ReturnType<typeof openness>['kind'], StatusKind> = {
  open: 'ok',
  closed: 'no',
  unknown: 'ask',
  moves: 'ask',
  'no-visitors': 'ask',
};

export function PlaceStatus({ view, place }: { view: View; place: PublishedPlace }) {
  const words = OPENING[view.publicLang];
  if (place.missingSince) return <Status kind="ask">{words.toCheck}</Status>;
  const state = openness(place.fields, view.now);
  const stop = state.kind === 'closed' ? stopWords(place.fields, view) : null;
  if (stop) {
    return (
      <Status kind="no" icon="calendar">
        {stop}
      </Status>
    );
  }
  return (
    <Status kind={CHIP[state.kind]} {...(state.kind === 'moves' && { icon: 'bus' as const })}>
      {statusWords(place.fields, view)}
    </Status>
  );
}

function statusWords(fields: PlaceFields, view: View): string {
  const words = OPENING[view.publicLang];
  const moment = momentAt(fields, view);
  const state = openness(fields, view.now);
  switch (state.kind) {
    case 'open': {
      const clock = closingWords(state, moment);
      const said = view.kept ? OFFLINE[view.publicLang] : words;
      return clock ? said.openUntil(clock) : said.open;
    }
    case 'closed':
      return state.nextOpening ? words.closedOpens(whenWords(state.nextOpening, moment)) : words.closed;
    case 'moves':
      return words.moves;
    case 'no-visitors':
      return words.noVisitors;
    case 'unknown':
      return fields.phones?.length ? words.unknown : words.unknownNoPhone;
  }
}

function Facts({ view, found }: { view: View; found: Found<PublishedPlace> }) {
  const { fields } = found.place;
  const words = OPENING[view.publicLang];
  const price = priceOf(fields);
  const coming = arrival(fields);
  return (
    <div class="m-facts">
      {found.distanceMetres !== null && <Distance view={view} metres={found.distanceMetres} />}
      {price && <IconText icon="coin-euro">{words.fees[price]}</IconText>}
      {coming && <IconText icon={coming === 'walk-in' ? 'door-enter' : 'calendar'}>{words[coming]}</IconText>}
    </div>
  );
}

function Distance({ view, metres }: { view: View; metres: number }) {
  const distance = formatDistance(metres, view.publicLang);
  const minutes = walkingMinutes(metres);
  return minutes === null ? (
    <IconText icon="map-pin">{distance}</IconText>
  ) : (
    <IconText icon="walk">{RESULTS[view.publicLang].walk(distance, minutes)}</IconText>
  );
}

/** Three services at most: a row is read at a glance. Easy to read, each has its line. */
function Purpose({ view, fields: { services = [], summary } }: { view: View; fields: PlaceFields }) {
  const lines = services.slice(0, 3).map((service) => labelForValue('services', service)[view.publicLang]);
  if (lines.length === 0) return <p>{summary && <Published view={view}>{summary}</Published>}</p>;
  if (view.publicLang !== 'falc') return <p>{nb(lines.join('. '))}</p>;
  return lines.map((line) => <p key={line}>{nb(line)}.</p>);
}
