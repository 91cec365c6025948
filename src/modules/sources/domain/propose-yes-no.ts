import { fold } from '../../../kernel/text.ts';
import { type EnumeratedField, readEnumerationValues } from '../../standard/index.ts';
import { FIELD_PHRASES, VOCABULARY } from './column-lexicon.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { ValueRule } from './mapping.ts';

/** Answers to a closed question; a service given « souvent » is given. */
const YES = [
  'oui',
  'true',
  'x',
  '1',
  'vrai',
  'yes',
  'o',
  'souvent',
  'toujours',
  'regulierement',
  'parfois',
  'de temps en temps',
];
const NO = [
  'non',
  'false',
  '0',
  'faux',
  'no',
  'n',
  'jamais',
  'rarement',
  'exceptionnellement',
  'pas du tout',
];
const ANSWERS: ReadonlySet<string> = new Set([...YES, ...NO]);

/** Do nearly all cells answer a question that the name of the column asks? */
export function isYesNo({ cells }: ColumnProfile): boolean {
  const answers = cells.filter(({ folded }) => ANSWERS.has(folded)).length;
  return cells.length > 0 && answers > 0.9 * cells.length;
}

/** « c_fablab: True »: the name of the column is the value. */
export function yesRules(
  field: EnumeratedField,
  profile: ColumnProfile,
  neutral: ReadonlySet<string>,
): ValueRule[] {
  const texts = spokenNames(profile);
  const values = texts.map((text) => valuesSaid(field, text)).find(({ length }) => length > 0) ?? [];
  if (values.length === 0 || isAccidental(field, profile, neutral)) return [];
  return values.map((value) => ({ columns: [profile.column], terms: YES, value }));
}

const valuesSaid = (field: EnumeratedField, text: string): string[] =>
  readEnumerationValues(field, text).values;

/** « Publics [Seniors] », « services.wifi », « EnLibreAcces »: the part of the name that is the answer. */
function spokenNames({ column, name }: ColumnProfile): string[] {
  const bracketed = /[[(]([^\])]+)[\])]/.exec(column)?.[1] ?? '';
  const leaf = column.split('.').pop() ?? column;
  return [bracketed, leaf, name.leaf.join(' ')]
    .map((text) => fold(text).replace(/[_-]+/g, ' ').trim())
    .filter((text) => text !== '');
}

/**
 * « Gen » is an acronym when it stands alone; a question about people is not about the kind of a place; a name that
 * starts with an underscore (`_email_is_pii`) is a note of the tool that wrote the file.
 */
function isAccidental(
  field: EnumeratedField,
  { column, name }: ColumnProfile,
  neutral: ReadonlySet<string>,
): boolean {
  const own = name.leaf.filter((word) => !neutral.has(word));
  if (column.startsWith('_') || own.some((word) => FIELD_PHRASES.get(field)?.against.has(word))) return true;
  const isObscure = own.some((word) => !VOCABULARY.has(word) && valuesSaid(field, word).length === 0);
  return isObscure && own.some((word) => word.length <= ACRONYM && valuesSaid(field, word).length > 0);
}
const ACRONYM = 3;
