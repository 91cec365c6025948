import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTEXT, STANDARD_MAPPING } from '../../../../test/support/normalised-rows.ts';
import { foldKey } from '../../../kernel/text.ts';
import {
  FIELD_KEYS,
  isEnumeratedField,
  type PlaceFields,
  readEnumerationValues,
  STANDARD_FIELDS,
} from '../../standard/index.ts';
import { type NormalisedFields, normaliseRow } from './normalise.ts';

const TEXTS = [
  '3 rue des Lilas',
  'PLACE DU MARCHÉ - 69500 BRON',
  'St Fons',
  'Lyon 3ème',
  'dommartin',
  '69 500',
  '1500',
  '01144',
  '04 72 00 00 01 / 06 00 00 00 02',
  'tél : 472000003',
  'Accueil@Example.org ; autre@example.org',
  'www.example.org',
  'lundi au vendredi 9h-12h',
  'Mo-Fr 09:00-12:00',
  '03/11/2026',
  '45,7344',
  '4.9118',
  '848700',
  '6517000',
  'Gratuit|Payant',
  'seniors, jeunes',
  '<b>Aide</b> &amp; conseil',
  'MÃ©diathÃ¨que',
  'LE CLIC DES CERISIERS',
  '00000000000000',
  'oui',
];
const anyText = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double().map(String),
);
const anyCells = fc.dictionary(fc.constantFrom(...STANDARD_FIELDS), anyText);

const run = (cells: Record<string, string>): NormalisedFields =>
  normaliseRow({ position: 1, cells, raw: cells }, STANDARD_MAPPING, CONTEXT);

/** The fields as the national standard writes them. */
function toCells(fields: PlaceFields): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const field of STANDARD_FIELDS) {
    const value = fields[FIELD_KEYS[field]];
    if (value !== undefined) cells[field] = Array.isArray(value) ? value.join('|') : String(value);
  }
  return cells;
}

describe('normalising any row', () => {
  test('never throws', () => {
    fc.assert(
      fc.property(anyCells, (cells) => run(cells).issues.length >= 0),
      { numRuns: 2000 },
    );
  });

  test('twice changes nothing more and finds nothing more to repair', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const { acceptsPassNumerique: _, ...once } = run({ nom: 'Mairie', ...cells }).fields;
        const again = run(toCells(once));
        expect(again.fields).toEqual(once);
        expect(
          again.issues.filter(({ reason }) => reason !== 'no-location' && reason !== 'missing-name'),
        ).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('loses no cell without a word: it gives its field, helps to find the commune, or is reported', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STANDARD_FIELDS), anyText, (field, text) => {
        const { fields, issues } = run({ nom: 'Mairie', commune: 'Bron', [field]: text });
        const isSilent = /^[\s\p{P}\p{S}\p{C}\p{Z}\p{M}]*$/u.test(text) || NOTHING.test(text.trim());
        const isKept = fields[FIELD_KEYS[field]] !== undefined || fields.acceptsPassNumerique;
        // « Tout public », « non »: the lexicon knows them, and no value of the standard says them.
        const isKnownToSayNothing =
          isEnumeratedField(field) &&
          foldKey(text) !== '' &&
          readEnumerationValues(field, text).unknown.length === 0;
        const isReported = issues.some((issue) => issue.field === field || issue.field === 'latitude');
        return isSilent || isKept || isKnownToSayNothing || isReported;
      }),
      { numRuns: 3000 },
    );
  });
});

const NOTHING = /^(?:nan|null|none|undefined|n\/?a|nc|néant|neant|https?:\/*)$/i;
