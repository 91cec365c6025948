import type { ComponentChildren } from 'preact';
import { Answer, Icon, type IconName, Provenance } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb, unbroken } from '../../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import {
  DAY_LABELS,
  DAYS,
  type EnumeratedField,
  labelForValue,
  type PlaceFields,
  weekOf,
} from '../../../standard/index.ts';
import { arrival, type Openness, priceOf } from '../../domain/openness.ts';
import { EASY } from '../../easy-messages.ts';
import { PLACE_FACTS } from '../../place-facts-messages.ts';
import { PLACE } from '../../place-messages.ts';
import { costWords } from './cost-words.ts';
import { freshness } from './freshness.ts';
import { rangesOf, rangeWords } from './hours-table.tsx';
import { closingWords, momentAt, whenWords } from './opening-words.ts';
import { PlaceActions } from './place-actions.tsx';
import { PlaceCare } from './place-care.tsx';
import { PlaceName } from './place-name.tsx';

const WORDS = PLACE.falc;
const FACTS = PLACE_FACTS.falc;

export interface Shown {
  view: View;
  place: PublishedPlace;
  state: Openness;
  /** Places that are open when this one is closed. */
  instead: ComponentChildren;
}

/** A place in easy-to-read French: questions, one idea a line, a picture for each block. */
export function EasyPlace({ view, place, state, instead }: Shown) {
  const { fields } = place;
  return (
    <div class="m-easy-place">
      <div>
        <p class="m-status m-tag">
          <Icon name="book" />
          <span>{EASY.tag}</span>
        </p>
        <h1>
          <PlaceName view={view} fields={fields} />
        </h1>
        <Lines lines={EASY.about} />
      </div>
      <EasyAnswer view={view} place={place} state={state} />
      <PlaceActions view={view} place={place} />
      {instead}
      <div>
        <Block icon="map-pin" title={FACTS.come} lines={whereLines(fields)} />
        <Block icon="door-enter" title={EASY.enter} lines={enterLines(fields)} />
        <Block icon="clock" title={FACTS.hours} lines={hoursLines(fields)} />
        <Block icon="list" title={FACTS.what} lines={labels('services', fields.services)} />
        <Block icon="coin-euro" title={FACTS.cost} lines={costLines(fields)} />
        <Block icon="user" title={FACTS.who} lines={whoLines(fields)} />
        <Block icon="file-text" title={EASY.bring} lines={EASY.bringLines} />
      </div>
      <Provenance>
        {[freshness(place, 'falc'), place.sources.length > 0 && FACTS.sources(place.sources.join(', '))]
          .filter(Boolean)
          .join(' ')}
      </Provenance>
      <PlaceCare view={view} place={place} />
    </div>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <p key={line}>{unbroken(nb(line))}</p>
    ))}
  </>
);

function Block({ icon, title, lines }: { icon: IconName; title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section class="m-easy-block">
      <Icon name={icon} isLarge />
      <div>
        <h2>{nb(title)}</h2>
        <Lines lines={lines} />
      </div>
    </section>
  );
}

function EasyAnswer({ view, place, state }: Omit<Shown, 'instead'>) {
  const { fields, missingSince } = place;
  const hasPhone = Boolean(fields.phones?.length);
  const { kind, title, lines } = answerOf(state, fields, view);
  const warning = missingSince ? [hasPhone ? WORDS.missing('') : WORDS.missingNoPhone('')] : [];
  return (
    <Answer kind={kind} question={WORDS.question} title={title}>
      <Lines lines={[...lines, ...warning]} />
    </Answer>
  );
}

function answerOf(state: Openness, fields: PlaceFields, view: View) {
  const moment = momentAt(fields, view);
  const coming = arrival(fields);
  const welcome = coming ? [WORDS[coming]] : [];
  const ask = fields.phones?.length ? WORDS.callFirst : WORDS.writeFirst;
  switch (state.kind) {
    case 'open': {
      const clock = closingWords(state, moment);
      const until = clock ? [EASY.closesAt(clock)] : [];
      return { kind: 'ok' as const, title: EASY.yes, lines: [EASY.isOpen, ...until, ...welcome] };
    }
    case 'closed': {
      const opens = state.nextOpening ? [EASY.opensAt(whenWords(state.nextOpening, moment))] : [];
      return { kind: 'no' as const, title: EASY.no, lines: [EASY.isClosed, ...opens, ...welcome] };
    }
    case 'moves':
      return { kind: 'ask' as const, title: WORDS.moves, lines: [WORDS.movesHelp] };
    case 'no-visitors':
      return { kind: 'ask' as const, title: WORDS.noVisitors, lines: [WORDS.noVisitorsHelp] };
    case 'unknown':
      return { kind: 'ask' as const, title: WORDS.unknown, lines: [ask] };
  }
}

const labels = (field: EnumeratedField, values: readonly string[] = []): string[] =>
  values.map((value) => `${labelForValue(field, value).falc}.`);

const whereLines = ({ commune, address }: PlaceFields): string[] => [
  ...(commune ? [EASY.inTown(commune)] : []),
  ...(address ? [`${address}.`] : []),
];

const enterLines = ({ addressDetail, accessModes }: PlaceFields): string[] => [
  ...(addressDetail?.split(/(?<=[.!?])\s+/) ?? []),
  ...labels('modalites_acces', accessModes),
];

function hoursLines({ openingHours }: PlaceFields): string[] {
  if (!openingHours) return [FACTS.noHours];
  const week = weekOf(openingHours);
  if (!week) return [FACTS.hoursWords, openingHours];
  const open = DAYS.flatMap((day) =>
    rangesOf(week, day).map((range) => `${DAY_LABELS[day].falc}, ${rangeWords(range, 'falc')}.`),
  );
  const closed = DAYS.filter((day) => rangesOf(week, day).length === 0);
  const closedNames = closed.map((day) => DAY_LABELS[day].falc.toLowerCase()).join(', ');
  return closed.length > 0 ? [...open, EASY.closedOn(closedNames)] : open;
}

const costLines = (fields: PlaceFields): string[] => [
  costWords(fields, 'falc'),
  ...(priceOf(fields) === 'Gratuit' ? [EASY.free] : []),
  ...(fields.acceptsPassNumerique ? [FACTS.passNumerique] : []),
];

const whoLines = (fields: PlaceFields): string[] => [
  ...labels('modalites_accompagnement', fields.supportModes),
  ...labels('prise_en_charge_specifique', fields.specialCare),
  ...labels('dispositif_programmes_nationaux', fields.nationalProgrammes),
];
