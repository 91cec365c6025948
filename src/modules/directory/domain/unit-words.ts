import {
  FIELD_KEYS,
  type PlaceFields,
  type PublicWords,
  STANDARD_FIELDS,
  wordsOfField,
} from '../../standard/index.ts';
import { UNITS, type Unit } from './correction.ts';

/** The fields of one unit in plain words, on one line. */
export function fieldWordsOfUnit(unit: Unit, fields: PlaceFields, lang: keyof PublicWords): string {
  const keys: readonly string[] = UNITS[unit];
  return STANDARD_FIELDS.filter((field) => keys.includes(FIELD_KEYS[field]) && field !== 'code_insee')
    .map((field) => wordsOfField(field, fields, lang))
    .filter((text) => text !== '')
    .join(', ');
}
