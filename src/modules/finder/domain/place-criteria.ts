import { type PlaceFields, weekOf } from '../../standard/index.ts';
import { arrival, openness, priceOf, receivesVisitors } from './openness.ts';
import type { Constraint, Wish } from './wish.ts';

/** What is known of a place when it is compared with others. */
interface Candidate {
  fields: PlaceFields;
  distanceMetres: number | null;
  /** Its records have left their sources. */
  isMissing: boolean;
}

/** For, attention, or not known: an unknown thing neither helps nor harms a place. */
export type Sign = 'for' | 'against' | 'unknown';

export type Fact =
  | 'offers'
  | 'offers-other'
  | 'offer-unknown'
  | 'near'
  | 'far'
  | 'distance-unknown'
  | 'open'
  | 'opens-soon'
  | 'closed'
  | 'hours-unknown'
  | 'evening'
  | 'no-evening'
  | 'evening-unknown'
  | 'saturday'
  | 'no-saturday'
  | 'saturday-unknown'
  | 'free'
  | 'free-sometimes'
  | 'paid'
  | 'price-unknown'
  | 'walk-in'
  | 'bookable'
  | 'by-appointment'
  | 'arrival-unknown'
  | 'no-visitors'
  | 'fresh'
  | 'stale'
  | 'undated'
  | 'missing'
  | 'public'
  | 'public-unknown'
  | 'remote'
  | 'remote-unknown'
  | 'accessible'
  | 'access-described'
  | 'accessible-unknown'
  | 'pass'
  | 'pass-refused'
  | 'pass-unknown'
  | 'capacity-unknown';

interface Verdict {
  sign: Sign;
  fact: Fact;
  /** Part of the weight that counts; all of it unless said. */
  share?: number;
}

export type CriterionKey =
  | 'service'
  | 'distance'
  | 'opening'
  | 'evening'
  | 'saturday'
  | 'price'
  | 'appointment'
  | 'visitors'
  | 'public'
  | 'remote'
  | 'accessible'
  | 'pass'
  | 'freshness'
  | 'missing'
  | 'capacity';

export interface Criterion {
  key: CriterionKey;
  /** Points gained for, and lost against. */
  weight: number;
  /** Choosing this makes the criterion count more. */
  asks?: Constraint | 'public';
  /** Reads opening hours: about a thousand times slower than the others. */
  isSlow?: true;
  /** Null when there is nothing to say. */
  judge: (candidate: Candidate, wish: Wish, now: Date) => Verdict | null;
}

export interface Reason {
  criterion: CriterionKey;
  sign: Sign;
  fact: Fact;
  points: number;
}

/** Beyond this, going there takes half a day without a car. */
const EASY_METRES = 5_000;
/** Distance alone never costs more than twice its weight: 15 km and beyond. */
const WORST_SHARE = 2;
const SOON_MS = 48 * 3_600_000;
const FRESH_MONTHS = 12;
const MONTH_MS = 30.44 * 24 * 3_600_000;
const EVENING_MINUTES = 18 * 60;

const yes = (fact: Fact): Verdict => ({ sign: 'for', fact });
const no = (fact: Fact): Verdict => ({ sign: 'against', fact });
const unknown = (fact: Fact): Verdict => ({ sign: 'unknown', fact });

/** The whole rule, in the order in which reasons are read. The page that shows places shows this table too. */
export const CRITERIA: readonly Criterion[] = [
  { key: 'service', weight: 12, judge: judgeService },
  { key: 'distance', weight: 10, judge: judgeDistance },
  { key: 'opening', weight: 6, asks: 'ouvert-maintenant', isSlow: true, judge: judgeOpening },
  {
    key: 'evening',
    weight: 4,
    asks: 'ouvert-soir',
    judge: ({ fields }, { asked }) => (asked.has('ouvert-soir') ? judgeEvening(fields) : null),
  },
  {
    key: 'saturday',
    weight: 4,
    asks: 'ouvert-samedi',
    judge: ({ fields }, { asked }) => (asked.has('ouvert-samedi') ? judgeSaturday(fields) : null),
  },
  { key: 'price', weight: 4, asks: 'gratuit', judge: ({ fields }) => judgePrice(fields) },
  { key: 'appointment', weight: 3, asks: 'sans-rendez-vous', judge: judgeAppointment },
  // Nobody can be sent to a closed door: this outweighs any distance.
  { key: 'visitors', weight: 20, judge: judgeVisitors },
  { key: 'public', weight: 4, asks: 'public', judge: judgePublic },
  {
    key: 'remote',
    weight: 4,
    asks: 'a-distance',
    judge: ({ fields }, { asked }) => (asked.has('a-distance') ? judgeRemote(fields) : null),
  },
  {
    key: 'accessible',
    weight: 4,
    asks: 'accessible',
    judge: ({ fields }, { asked }) => (asked.has('accessible') ? judgeAccessible(fields) : null),
  },
  { key: 'pass', weight: 2, asks: 'pass', judge: judgePass },
  { key: 'freshness', weight: 3, judge: ({ fields }, _, now) => judgeFreshness(fields, now) },
  { key: 'missing', weight: 15, judge: ({ isMissing }) => (isMissing ? no('missing') : null) },
  // No public source says how many people a place can still welcome: said, rather than passed over.
  { key: 'capacity', weight: 0, judge: () => unknown('capacity-unknown') },
];

function judgeService({ fields }: Candidate, { services }: Wish): Verdict | null {
  if (services.length === 0) return null;
  if (!fields.services?.length) return unknown('offer-unknown');
  return services.some((service) => fields.services!.includes(service)) ? yes('offers') : no('offers-other');
}

function judgeDistance({ distanceMetres }: Candidate): Verdict {
  if (distanceMetres === null) return unknown('distance-unknown');
  const share = (EASY_METRES - distanceMetres) / EASY_METRES;
  return share >= 0 ? { ...yes('near'), share } : { ...no('far'), share: Math.min(-share, WORST_SHARE) };
}

function judgeOpening({ fields }: Candidate, { asked }: Wish, now: Date): Verdict | null {
  const state = openness(fields, now);
  if (state.kind === 'no-visitors') return null;
  if (state.kind === 'open') return yes('open');
  if (state.kind !== 'closed') return unknown('hours-unknown');
  const isSoon = state.nextOpening !== undefined && state.nextOpening.getTime() - now.getTime() <= SOON_MS;
  return isSoon && !asked.has('ouvert-maintenant') ? yes('opens-soon') : no('closed');
}

function judgeEvening(fields: PlaceFields): Verdict {
  const week = fields.openingHours ? weekOf(fields.openingHours) : null;
  if (!week) return unknown('evening-unknown');
  const isLate = week.some(({ ranges }) => ranges.some(([, to]) => to > EVENING_MINUTES));
  return isLate ? yes('evening') : no('no-evening');
}

function judgeSaturday(fields: PlaceFields): Verdict {
  const week = fields.openingHours ? weekOf(fields.openingHours) : null;
  if (!week) return unknown('saturday-unknown');
  return week.some(({ day, ranges }) => day === 'Sa' && ranges.length > 0)
    ? yes('saturday')
    : no('no-saturday');
}

function judgePrice(fields: PlaceFields): Verdict {
  switch (priceOf(fields)) {
    case 'Gratuit':
      return yes('free');
    case 'Gratuit sous condition':
    case 'mixed':
      return { ...yes('free-sometimes'), share: 0.5 };
    case 'Payant':
      return no('paid');
    case null:
      return unknown('price-unknown');
  }
}

function judgeAppointment({ fields }: Candidate, { asked }: Wish): Verdict | null {
  const coming = arrival(fields);
  if (coming === 'walk-in') return yes('walk-in');
  if (!receivesVisitors(fields)) return null;
  if (coming === null) return unknown('arrival-unknown');
  const isBookable = fields.bookingUrl !== undefined && !asked.has('sans-rendez-vous');
  return isBookable ? yes('bookable') : no('by-appointment');
}

/** Help at a distance was asked: a closed door is worth knowing, and costs nothing. */
function judgeVisitors({ fields }: Candidate, { asked }: Wish): Verdict | null {
  if (receivesVisitors(fields)) return null;
  return { ...no('no-visitors'), share: asked.has('a-distance') ? 0 : 1 };
}

function judgePublic({ fields }: Candidate, wish: Wish): Verdict | null {
  if (!wish.public) return null;
  const welcomed = [...(fields.audiences ?? []), ...(fields.specialCare ?? [])];
  return welcomed.includes(wish.public) ? yes('public') : unknown('public-unknown');
}

/** A mode that a place does not list is not known to be refused. */
const judgeRemote = (fields: PlaceFields): Verdict =>
  fields.supportModes?.includes('À distance') ? yes('remote') : unknown('remote-unknown');

/** A page of Acceslibre describes the way in: it does not say that a wheelchair passes. */
function judgeAccessible({ specialCare, accessibilityUrl }: PlaceFields): Verdict {
  if (specialCare?.includes('Handicaps moteurs')) return yes('accessible');
  return accessibilityUrl === undefined
    ? unknown('accessible-unknown')
    : { ...yes('access-described'), share: 0.5 };
}

function judgePass({ fields }: Candidate, { asked }: Wish): Verdict | null {
  if (fields.acceptsPassNumerique) return yes('pass');
  if (!asked.has('pass')) return null;
  return fields.acceptsPassNumerique === false ? no('pass-refused') : unknown('pass-unknown');
}

/** Months since the information was dated; null when nothing dates it. */
export const monthsOld = ({ updatedOn }: PlaceFields, now: Date): number | null =>
  updatedOn === undefined
    ? null
    : Math.max(0, Math.floor((now.getTime() - new Date(`${updatedOn}T00:00:00Z`).getTime()) / MONTH_MS));

function judgeFreshness(fields: PlaceFields, now: Date): Verdict {
  const months = monthsOld(fields, now);
  if (months === null) return unknown('undated');
  return months < FRESH_MONTHS ? yes('fresh') : no('stale');
}
