import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SMALL_REFERENCE } from '../../../../test/support/communes.ts';
import type { LocalDate } from '../../../kernel/dates.ts';
import { foldKey } from '../../../kernel/text.ts';
import {
  buildCommuneReference,
  FIELD_KEYS,
  isEnumeratedField,
  type PlaceFields,
  readEnumerationValues,
  STANDARD_FIELDS,
  type StandardField,
} from '../../standard/index.ts';
import type { FieldMapping, Mapping } from './mapping.ts';
import { type NormalisedFields, normaliseRow } from './normalise.ts';
import type { ValueIssue } from './value-issue.ts';

const TODAY = '2026-11-23' as LocalDate;
const CONTEXT = { reference: SMALL_REFERENCE, today: TODAY };

const column = (name: string): FieldMapping => ({ columns: [name], confidence: 1 });

/** Each field of the standard in a column of its own name. */
const STANDARD_MAPPING: Mapping = {
  fields: Object.fromEntries(STANDARD_FIELDS.map((field) => [field, column(field)])),
  values: {},
  unmapped: [],
};

type Cells = Partial<Record<StandardField, string>>;

/** A fictitious record with a name and a commune; a test states only what matters to it. */
function normalise(cells: Cells, mapping: Mapping = STANDARD_MAPPING): NormalisedFields {
  const all = { nom: 'Médiathèque des Cerisiers', commune: 'Bron', ...cells };
  return normaliseRow({ position: 7, cells: all, raw: all }, mapping, CONTEXT);
}

const about = (field: StandardField, { issues }: NormalisedFields): Partial<ValueIssue>[] =>
  issues.filter((issue) => issue.field === field);

describe('a location', () => {
  test('is completed: the commune gives its codes', () => {
    const { fields } = normalise({});
    expect(fields).toMatchObject({ commune: 'Bron', codeInsee: '69029', postalCode: '69500' });
  });

  test('gives the commune its official name, and says so', () => {
    const result = normalise({ commune: 'St Fons' });
    expect(result.fields.commune).toBe('Saint-Fons');
    expect(about('commune', result)).toMatchObject([
      {
        position: 7,
        column: 'commune',
        value: 'St Fons',
        decision: 'repaired',
        reason: 'commune-renamed',
        repair: 'Saint-Fons',
      },
    ]);
  });

  test('in capitals gets its case back, which is another reason', () => {
    expect(about('commune', normalise({ commune: 'VENISSIEUX' }))).toMatchObject([
      { reason: 'case-fixed', repair: 'Vénissieux' },
    ]);
  });

  test('in a merged commune gets the code of today', () => {
    const result = normalise({ commune: 'Dommartin', code_insee: '01144' });
    expect(result.fields).toMatchObject({ commune: 'Bâgé-Dommartin', codeInsee: '01025' });
    expect(about('code_insee', result)).toMatchObject([{ reason: 'insee-former', repair: '01025' }]);
  });

  test('in an arrondissement keeps the name of its city and the code of the arrondissement', () => {
    const { fields } = normalise({ commune: 'Lyon', code_postal: '69003' });
    expect(fields).toMatchObject({ commune: 'Lyon', codeInsee: '69383', postalCode: '69003' });
  });

  test.each([
    ['1500', '01500', 'postal-code-padded'],
    ['01 500', '01500', 'postal-code-reformatted'],
    ['01500 Ambérieu', '01500', 'postal-code-reformatted'],
    ['n.c. 12', '01500', 'postal-code-invalid'],
    ['33000', '01500', 'postal-code-invalid'],
  ])('has its postal code %s repaired into %s', (written, repair, reason) => {
    const result = normalise({ commune: 'Ambérieu-en-Bugey', code_insee: '01004', code_postal: written });
    expect(result.fields.postalCode).toBe(repair);
    expect(about('code_postal', result)).toMatchObject([
      { value: written, decision: 'repaired', reason, repair },
    ]);
  });

  test('keeps a Cedex code of its département', () => {
    const result = normalise({ commune: 'Bron', code_postal: '69675' });
    expect(result.fields.postalCode).toBe('69675');
    expect(about('code_postal', result)).toEqual([]);
  });

  test('whose commune nobody knows keeps the rest, and reports the name', () => {
    const result = normalise({ commune: 'Trifouillis', adresse: '3 rue des Lilas' });
    expect(result.fields.commune).toBeUndefined();
    expect(about('commune', result)).toMatchObject([{ decision: 'refused', reason: 'unknown-commune' }]);
  });

  test('is taken out of an address that holds it', () => {
    const result = normalise({ commune: '', adresse: '3 rue des Lilas - 69500 Bron' });
    expect(result.fields).toMatchObject({ address: '3 rue des Lilas', commune: 'Bron', postalCode: '69500' });
    expect(about('adresse', result)).toMatchObject([{ reason: 'address-split' }]);
  });

  test('without name, code, address or point rejects the record, which is reported', () => {
    const result = normalise({ commune: '' });
    expect(result.rejected).toBe('no-location');
    expect(about('commune', result)).toMatchObject([{ decision: 'refused', reason: 'no-location' }]);
  });
});

describe('coordinates', () => {
  test('in the commune are kept as they are', () => {
    const result = normalise({ latitude: '45.7344', longitude: '4.9118' });
    expect(result.fields).toMatchObject({ latitude: 45.7344, longitude: 4.9118 });
    expect(about('latitude', result)).toEqual([]);
  });

  test('swapped are put back', () => {
    const result = normalise({ latitude: '4.9118', longitude: '45.7344' });
    expect(result.fields).toMatchObject({ latitude: 45.7344, longitude: 4.9118 });
    expect(about('latitude', result)).toMatchObject([
      { decision: 'repaired', reason: 'coordinates-swapped' },
    ]);
  });

  test('in metres become degrees; a mapping that says so makes it no repair', () => {
    const mapping: Mapping = {
      ...STANDARD_MAPPING,
      fields: {
        ...STANDARD_MAPPING.fields,
        latitude: { ...column('y'), transform: { kind: 'lambert-93', x: 'x', y: 'y' } },
      },
    };
    const cells = { nom: 'Mairie', commune: 'Bron', x: '848700', y: '6517000' };
    const result = normaliseRow({ position: 1, cells, raw: cells }, mapping, CONTEXT);
    expect(result.fields.latitude).toBeCloseTo(45.74, 1);
    expect(result.fields.longitude).toBeCloseTo(4.91, 1);
    expect(about('latitude', result)).toEqual([]);
  });

  test('outside France are refused', () => {
    const result = normalise({ latitude: '12.5', longitude: '100.2' });
    expect(about('latitude', result)).toMatchObject([{ decision: 'refused', reason: 'coordinates-invalid' }]);
  });

  test('far from the commune, with many others nearer, are refused', () => {
    const grid = Array.from({ length: 30 }, (_, rank) => ({
      ...SMALL_REFERENCE.communes[0]!,
      codeInsee: `33${100 + rank}`,
      name: `Commune fictive ${rank}`,
      postalCodes: [`33${100 + rank}`],
      centre: { latitude: 44.8 + rank / 100, longitude: -0.58 },
    }));
    const reference = buildCommuneReference([...SMALL_REFERENCE.communes, ...grid]);
    const cells = { nom: 'Mairie', commune: 'Bron', latitude: '44.8624', longitude: '-0.5848' };
    const result = normaliseRow({ position: 1, cells, raw: cells }, STANDARD_MAPPING, {
      ...CONTEXT,
      reference,
    });
    expect(result.fields.latitude).toBeUndefined();
    expect(about('latitude', result)).toMatchObject([{ reason: 'coordinates-far-from-commune' }]);
  });
});

describe('texts', () => {
  test('a record without a name is rejected', () => {
    const result = normalise({ nom: '' });
    expect(result.rejected).toBe('missing-name');
    expect(about('nom', result)).toMatchObject([{ reason: 'missing-name', column: 'nom' }]);
  });

  test('markup is removed, and said', () => {
    const result = normalise({ presentation_detail: '<p>Aide aux <b>démarches</b></p>' });
    expect(result.fields.description).toBe('Aide aux démarches');
    expect(about('presentation_detail', result)).toMatchObject([{ reason: 'html-removed' }]);
  });

  test('spaces around a text are no repair', () => {
    const result = normalise({ nom: '  Médiathèque   des Cerisiers ' });
    expect(result.fields.name).toBe('Médiathèque des Cerisiers');
    expect(about('nom', result)).toEqual([]);
  });

  test('a summary too long for the standard is cut, and the whole stays as description', () => {
    const long = 'Un lieu pour apprendre. '.repeat(20).trim();
    const result = normalise({ presentation_resume: long });
    expect([...(result.fields.summary ?? '')].length).toBeLessThanOrEqual(280);
    expect(result.fields.description).toBe(long);
    expect(about('presentation_resume', result)).toMatchObject([{ reason: 'summary-shortened' }]);
  });

  test('words that say « nothing here » are no value', () => {
    const result = normalise({ complement_adresse: 'NULL', presentation_detail: '-' });
    expect(result.fields.addressDetail).toBeUndefined();
    expect(result.fields.description).toBeUndefined();
    expect([...about('complement_adresse', result), ...about('presentation_detail', result)]).toEqual([]);
  });
});

describe('contacts, hours and identifiers', () => {
  test('phones of several columns are all kept, best first', () => {
    const mapping: Mapping = {
      ...STANDARD_MAPPING,
      fields: { ...STANDARD_MAPPING.fields, telephone: { columns: ['fixe', 'mobile'], confidence: 1 } },
    };
    const cells = { nom: 'Mairie', commune: 'Bron', fixe: '04 72 00 00 01', mobile: '06 00 00 00 02' };
    const { fields } = normaliseRow({ position: 1, cells, raw: cells }, mapping, CONTEXT);
    expect(fields.phones).toEqual(['+33472000001', '+33600000002']);
  });

  test('a number that misses digits is refused', () => {
    const result = normalise({ telephone: '0465710' });
    expect(result.fields.phones).toBeUndefined();
    expect(about('telephone', result)).toMatchObject([{ value: '0465710', reason: 'phone-invalid' }]);
  });

  test('a short number is real, but no field can hold it', () => {
    expect(about('telephone', normalise({ telephone: '3949' }))).toMatchObject([
      { reason: 'phone-short-number' },
    ]);
  });

  test('e-mails and sites that are none are refused one by one', () => {
    const result = normalise({ courriels: 'accueil.example.org', site_web: 'pas de site' });
    expect(about('courriels', result)).toMatchObject([{ reason: 'email-invalid' }]);
    expect(about('site_web', result)[0]).toMatchObject({ decision: 'refused', reason: 'url-invalid' });
  });

  test('each day of the week that cannot be read names its column', () => {
    const mapping: Mapping = {
      ...STANDARD_MAPPING,
      fields: {
        ...STANDARD_MAPPING.fields,
        horaires: {
          columns: ['lun', 'mer'],
          confidence: 1,
          transform: { kind: 'weekdays', days: { Mo: ['lun'], We: ['mer'] } },
        },
      },
    };
    const cells = { nom: 'Mairie', commune: 'Bron', lun: '9h-12h', mer: 'voir affiche' };
    const result = normaliseRow({ position: 1, cells, raw: cells }, mapping, CONTEXT);
    expect(result.fields.openingHours).toBe('Mo 09:00-12:00');
    expect(about('horaires', result)).toMatchObject([{ column: 'mer', value: 'voir affiche' }]);
  });

  test('opening and closing times in columns of their own are paired', () => {
    const days = { Mo: ['ouvre', 'ferme'] };
    const mapping: Mapping = {
      ...STANDARD_MAPPING,
      fields: {
        ...STANDARD_MAPPING.fields,
        horaires: { columns: ['ouvre', 'ferme'], confidence: 1, transform: { kind: 'weekdays', days } },
      },
    };
    const cells = { nom: 'Mairie', commune: 'Bron', ouvre: '08:30', ferme: '16:30' };
    const result = normaliseRow({ position: 1, cells, raw: cells }, mapping, CONTEXT);
    expect(result.fields.openingHours).toBe('Mo 08:30-16:30');
  });

  test('a date of tomorrow is refused, and the date of the file stands in', () => {
    const all = { nom: 'Mairie', commune: 'Bron', date_maj: '2027-01-01' };
    const fileDate = '2026-10-01' as LocalDate;
    const result = normaliseRow({ position: 1, cells: all, raw: all }, STANDARD_MAPPING, {
      ...CONTEXT,
      fileDate,
    });
    expect(result.fields.updatedOn).toBe(fileDate);
    expect(about('date_maj', result)).toMatchObject([{ reason: 'date-in-future' }]);
  });

  test.each([
    ['00000000000000', 'siret-unknown'],
    ['12345678901234', 'siret-invalid'],
    ['123456789', 'siret-invalid'],
    ['2,17604E+13', 'siret-truncated'],
  ])('the SIRET %s is refused', (written, reason) => {
    const result = normalise({ pivot: written });
    expect(result.fields.pivot).toBeUndefined();
    expect(about('pivot', result)).toMatchObject([{ decision: 'refused', reason }]);
  });

  test('nine digits are a RIDET in New Caledonia only', () => {
    expect(normalise({ commune: 'Nouméa', pivot: '0123456001' }).fields.pivot).toBe('0123456001');
    expect(normalise({ commune: 'Bron', pivot: '0123456001' }).fields.pivot).toBeUndefined();
  });
});

describe('values of closed lists', () => {
  const fees = (rules: Mapping['values']['frais_a_charge']): Mapping => ({
    ...STANDARD_MAPPING,
    values: { frais_a_charge: rules ?? [] },
  });

  test('are kept in the order of the standard, each once', () => {
    const { fields } = normalise({ publics_specifiquement_adresses: 'Seniors|Jeunes|Seniors' });
    expect(fields.audiences).toEqual(['Jeunes', 'Seniors']);
  });

  test('that nothing knows are reported item by item', () => {
    const result = normalise({ publics_specifiquement_adresses: 'Jeunes|Licornes' });
    expect(result.fields.audiences).toEqual(['Jeunes']);
    expect(about('publics_specifiquement_adresses', result)).toMatchObject([
      { value: 'Licornes', decision: 'refused', reason: 'value-unknown' },
    ]);
  });

  test('follow the rules of the mapping first', () => {
    const mapping = fees([{ columns: ['frais_a_charge'], terms: ['libre participation'], value: 'Gratuit' }]);
    const result = normalise({ frais_a_charge: 'Libre participation' }, mapping);
    expect(result.fields.fees).toEqual(['Gratuit']);
    expect(about('frais_a_charge', result)).toEqual([]);
  });

  test('hold for the whole source when a rule names no column', () => {
    expect(normalise({}, fees([{ columns: [], value: 'Gratuit' }])).fields.fees).toEqual(['Gratuit']);
  });

  test('of a rule without terms need a cell that says yes', () => {
    const mapping = fees([{ columns: ['places_gratuites'], value: 'Gratuit' }]);
    const withCell = (text: string) => {
      const cells = { nom: 'Mairie', commune: 'Bron', places_gratuites: text };
      return normaliseRow({ position: 1, cells, raw: cells }, mapping, CONTEXT).fields.fees;
    };
    expect(withCell('4')).toEqual(['Gratuit']);
    expect(withCell('0')).toBeUndefined();
    expect(withCell('Non')).toBeUndefined();
  });

  test('say when the Pass numérique is accepted, which the standard no longer lists', () => {
    const result = normalise({ frais_a_charge: 'Payant|Accepte le Pass numérique' });
    expect(result.fields).toMatchObject({ fees: ['Payant'], acceptsPassNumerique: true });
  });
});

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
