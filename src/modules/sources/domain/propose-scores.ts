import { ENUMERATIONS, type EnumeratedField, type StandardField } from '../../standard/index.ts';
import { FIELD_PHRASES, NEUTRAL_WORDS } from './column-lexicon.ts';
import type { ColumnName } from './column-name.ts';
import type { ColumnProfile } from './column-profile.ts';

const STRONG_NAME = 4.5;
const WEAK_NAME = 2;
const CONTRADICTION = -3;

/** Evidence that a name gives for a field, in the units of a log-odds: 4.5 for a name that says it all. */
export function nameEvidence(field: StandardField, name: ColumnName, neutral: ReadonlySet<string>): number {
  const phrases = FIELD_PHRASES.get(field);
  if (!phrases) return 0;
  const words = new Set([...name.parents, ...name.leaf]);
  let best = { evidence: 0, phrase: [] as string[] };
  const weigh = (phrase: string[], weight: number): void => {
    const evidence = weight * Math.sqrt(coverage(phrase, name, neutral));
    if (evidence > best.evidence) best = { evidence, phrase };
  };
  for (const phrase of phrases.strong) weigh(phrase, STRONG_NAME);
  for (const phrase of phrases.weak) weigh(phrase, WEAK_NAME);
  // « telephone 2 » is a second telephone; « colonne 2 » is any column.
  const contradicts = (word: string): boolean =>
    phrases.against.has(word) && !best.phrase.includes(word) && (best.evidence > 0 || !/^\d+$/.test(word));
  const contradictions = [...words].filter(contradicts);
  return (
    best.evidence +
    Math.max(CONTRADICTION * contradictions.length, 2 * CONTRADICTION) +
    (name.isListed ? LISTED : 0)
  );
}

/** Share of the name that the phrase explains, 0 when the phrase is not in the name. */
function coverage(phrase: readonly string[], name: ColumnName, neutral: ReadonlySet<string>): number {
  const { leaf, parents, cut } = name;
  const says = (word: string): boolean =>
    leaf.includes(word) || parents.includes(word) || (cut !== null && word.startsWith(cut));
  const explains = (word: string): boolean =>
    phrase.includes(word) || (word === cut && phrase.some((said) => said.startsWith(cut)));
  if (!phrase.every(says) || !leaf.some(explains)) return 0;
  const others = [...new Set(leaf)].filter((word) => !explains(word));
  const neutrals = others.filter((word) => neutral.has(word)).length;
  return phrase.length / (phrase.length + others.length - neutrals + NEUTRAL_COST * neutrals);
}
const NEUTRAL_COST = 0.15;
/** One of several contacts or addresses of a record, beside those of the place itself. */
const LISTED = -2.5;

/** Words in nearly all names of one file (`fs_nom`, `fs_adresse`) tell its columns apart in nothing. */
export function neutralWords(profiles: readonly ColumnProfile[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { name } of profiles) {
    for (const word of new Set([...name.parents, ...name.leaf]))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => profiles.length >= 6 && count > 0.4 * profiles.length);
  return new Set([...NEUTRAL_WORDS, ...common.map(([word]) => word)]);
}

/** From `low` when nothing in the column has the type to `high` when everything has. */
const between = (share: number, low: number, high: number): number => low + (high - low) * share;

type ContentRule = (profile: ColumnProfile) => number;

const textual: ContentRule = ({ share }) =>
  share('words') - share('url') - share('email') - share('date') - share('yesNo') - share('hours');

const CONTENT: Partial<Record<StandardField, ContentRule>> = {
  // An identifier stands on every record and never twice: one that is seldom filled belongs to something else.
  id: ({ distinct, meanLength, share, filled }) =>
    (distinct > 0.98 ? 1.5 : between(distinct, -6, -1.5)) +
    between(filled, -5, 0) +
    (meanLength > 45 ? -3 : 0) +
    share('uuid') +
    between(share('integer'), 0, 0.5) -
    4 * share('email') -
    3 * share('street') -
    (share('placeName') > 0.4 ? 3 : 0) -
    3 * share('date') -
    4 * share('latitude'),
  pivot: ({ share }) => between(Math.max(share('pivot'), 0.6 * share('siren')), -4, 4),
  nom: (profile) => {
    const { share, distinct, meanLength } = profile;
    return (
      between(textual(profile), -5, 0) +
      between(Math.min(distinct / 0.8, 1), -2.5, 0.5) +
      between(Math.min(2 * share('placeName'), 1), -0.5, 2) -
      4 * share('person') * (1 - share('placeName')) -
      3 * share('street') -
      4 * share('sentence') -
      (share('commune') > 0.7 ? 2.5 : 0) -
      (meanLength < 4 ? 2 : 0)
    );
  },
  commune: ({ share }) => between(share('commune'), -4, 4),
  code_postal: ({ share }) => between(share('postalCode'), -5, 4),
  code_insee: ({ share }) => between(share('insee'), -5, 4),
  adresse: ({ share }) =>
    between(share('street'), -2.5, 3.5) -
    3 * share('integer') -
    4 * share('email') -
    4 * share('url') -
    3 * share('commune') -
    2 * share('sentence') +
    share('postalInside'),
  complement_adresse: ({ share, filled }) =>
    between(share('words'), -2, 0.3) -
    3 * share('email') -
    3 * share('url') -
    2 * share('sentence') +
    (filled < 0.5 ? 0.3 : 0),
  telephone: ({ share }) => between(share('phone'), -5, 4),
  courriels: ({ share }) => between(share('email'), -5, 4),
  site_web: ({ share }) =>
    between(share('url') - share('image') - share('social') - share('accessLibre'), -5, 4),
  horaires: ({ share }) => between(share('hours'), -4, 4),
  presentation_resume: ({ share, meanLength, distinct }) =>
    between(share('words'), -3, 0) +
    between(distinct, -1.5, 0.5) +
    (meanLength > 30 ? 0.5 : -0.5) -
    (meanLength > 400 ? 1 : 0) -
    3 * share('hours') -
    3 * share('url'),
  presentation_detail: ({ share, meanLength, distinct }) =>
    between(share('words'), -3, 0) +
    between(distinct, -1.5, 0.5) +
    between(share('sentence'), -0.5, 1.5) +
    (meanLength > 250 ? 0.5 : 0) -
    2 * share('hours') -
    3 * share('url'),
  source: ({ share, distinct }) =>
    between(share('words'), -2, 0) + (distinct < 0.3 ? 0.5 : -1) - 3 * share('date'),
  structure_parente: ({ share, distinct }) =>
    between(share('words'), -3, 0) +
    between(share('placeName'), -0.5, 1) -
    3 * share('person') * (1 - share('placeName')) -
    (distinct < 0.03 ? 0.5 : 0) -
    3 * share('list') -
    3 * share('yesNo'),
  date_maj: ({ share }) => between(share('date'), -5, 3),
  autres_formations_labels: ({ share }) =>
    between(share('words'), -3, 0.5) - 3 * share('yesNo') - 3 * share('date'),
  fiche_acces_libre: ({ share }) => between(share('accessLibre'), -4, 6),
  prise_rdv: ({ share }) => between(share('url'), -5, 1) + 2 * share('booking') - 4 * share('accessLibre'),
};

/** A column without one value says nothing by its contents; it is a little less likely to be the right one. */
const EMPTY_COLUMN = -1;

export function contentEvidence(field: StandardField, profile: ColumnProfile): number {
  const rule = CONTENT[field];
  if (!rule) return 0;
  return profile.cells.length === 0 ? EMPTY_COLUMN : rule(profile) + between(profile.filled, RARE, 0);
}
/** Of two columns that say the same, the one that more rows fill. */
const RARE = -0.3;

/** Fields that many columns could hold: their contents alone never propose them. */
const NAMED_ONLY: ReadonlySet<StandardField> = new Set<StandardField>([
  'id',
  'complement_adresse',
  'autres_formations_labels',
  'presentation_resume',
  'presentation_detail',
  'source',
  'structure_parente',
  'prise_rdv',
]);

export function fieldEvidence(
  field: StandardField,
  profile: ColumnProfile,
  neutral: ReadonlySet<string>,
): number {
  const name = nameEvidence(field, profile.name, neutral);
  if (NAMED_ONLY.has(field) && (name <= 0 || isClosedQuestion(profile, name, neutral)))
    return Number.NEGATIVE_INFINITY;
  return name + contentEvidence(field, profile);
}

/** Short answers under a name that says a closed list better than it says this text. */
function isClosedQuestion(profile: ColumnProfile, name: number, neutral: ReadonlySet<string>): boolean {
  if (profile.meanLength > SHORT_ANSWER) return false;
  const fields = Object.keys(ENUMERATIONS) as EnumeratedField[];
  return fields.some((field) => nameEvidence(field, profile.name, neutral) > name + CLEARLY);
}
/** In characters. */
const SHORT_ANSWER = 60;
const CLEARLY = 1;
