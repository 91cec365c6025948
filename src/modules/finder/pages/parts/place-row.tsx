import type { ComponentChildren } from 'preact';
import { Icon, IconText, Published, Status, type StatusKind } from '../../../../platform/html/parts.tsx';
import { Remembered } from '../../../../platform/html/remembered.ts';
import type { View } from '../../../../platform/html/view.ts';
import { formatDistance, nb, unbroken } from '../../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import { formatPhone, labelForValue, type PlaceFields } from '../../../standard/index.ts';
import { arrival, type Openness, openness, priceOf, walkingMinutes } from '../../domain/openness.ts';
import type { Found } from '../../domain/world.ts';
import { OFFLINE } from '../../offline-messages.ts';
import { OPENING } from '../../opening-messages.ts';
import { RESULTS } from '../../results-messages.ts';
import { stopWords } from './opening-range.ts';
import { closingWords, momentAt, whenWords } from './opening-words.ts';
import { PlaceName } from './place-name.tsx';

/**
 * A list with lines, not cards: status, name (the whole row is its target), address, facts, what for, call. What neither
 * the minute nor the person changes is written once for each place and language.
 */
export function PlaceRow({
  view,
  found,
  as: Heading = 'h2',
}: {
  view: View;
  found: Found<PublishedPlace>;
  as?: 'h2' | 'h3';
}) {
  const { place, distanceMetres } = found;
  const lasting = (part: string, draw: () => ComponentChildren) => (
    <Remembered of={place} as={`row ${part} ${view.publicLang}`}>
      {draw}
    </Remembered>
  );
  return (
    <li>
      <div class="m-place-body">
        <PlaceStatus view={view} place={place} />
        {lasting(Heading, () => (
          <NameAndAddress view={view} place={place} as={Heading} />
        ))}
        <div class="m-facts">
          {distanceMetres !== null && <Distance view={view} metres={distanceMetres} />}
          {lasting('facts', () => (
            <Facts view={view} fields={place.fields} />
          ))}
        </div>
        {lasting('purpose', () => (
          <Purpose view={view} fields={place.fields} />
        ))}
      </div>
      {lasting('call', () => (
        <Call view={view} fields={place.fields} />
      ))}
    </li>
  );
}

function NameAndAddress({
  view,
  place: { id, fields },
  as: Heading,
}: {
  view: View;
  place: PublishedPlace;
  as: 'h2' | 'h3';
}) {
  return (
    <>
      <Heading>
        <a href={`/lieux/${id}`}>
          <PlaceName view={view} fields={fields} />
        </a>
      </Heading>
      <p class="m-subtle">
        <Published view={view}>{unbroken(addressLine(fields))}</Published>
      </p>
    </>
  );
}

function Call({ view, fields }: { view: View; fields: PlaceFields }) {
  const phone = fields.phones?.[0];
  if (!phone) return null;
  return (
    <a class="ds-button" data-variant="secondary" href={`tel:${phone}`}>
      <Icon name="phone" />
      <span>
        {RESULTS[view.publicLang].call}
        <span class="ds-sr-only">
          {' '}
          <PlaceName view={view} fields={fields} />
        </span>
      </span>
    </a>
  );
}

const addressLine = ({ address, commune }: PlaceFields): string =>
  [address, commune].filter(Boolean).join(', ');

const CHIP: Record<Openness['kind'], StatusKind> = {
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
      {statusWords(place.fields, view, state)}
    </Status>
  );
}

function statusWords(fields: PlaceFields, view: View, state: Openness): string {
  const words = OPENING[view.publicLang];
  const moment = momentAt(fields, view);
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

function Facts({ view, fields }: { view: View; fields: PlaceFields }) {
  const words = OPENING[view.publicLang];
  const price = priceOf(fields);
  const coming = arrival(fields);
  return (
    <>
      {price && <IconText icon="coin-euro">{words.fees[price]}</IconText>}
      {coming && <IconText icon={coming === 'walk-in' ? 'door-enter' : 'calendar'}>{words[coming]}</IconText>}
    </>
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

/** Three services at most: a row is read at a glance. On paper, the number too. */
function Purpose({ view, fields }: { view: View; fields: PlaceFields }) {
  const phone = fields.phones?.[0];
  return (
    <>
      <Services view={view} fields={fields} />
      {phone && <p class="m-paper">{formatPhone(phone)}</p>}
    </>
  );
}

/** Easy to read, each has its line. */
function Services({ view, fields: { services = [], summary } }: { view: View; fields: PlaceFields }) {
  const lines = services.slice(0, 3).map((service) => labelForValue('services', service)[view.publicLang]);
  if (lines.length === 0)
    return (
      summary && (
        <p>
          <Published view={view}>{summary}</Published>
        </p>
      )
    );
  if (view.publicLang !== 'falc') return <p>{nb(lines.join('. '))}</p>;
  return lines.map((line) => <p key={line}>{nb(line)}.</p>);
}
