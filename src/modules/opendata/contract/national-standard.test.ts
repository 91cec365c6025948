import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { FICTITIOUS_COMMUNES as COMMUNES, fictitiousPlace } from '../../../../test/support/open-data.ts';
import { describeWithSharedData, sharedPath } from '../../../../test/support/shared-data.ts';
import type { LocalDate } from '../../../kernel/dates.ts';
import { ENUMERATIONS, type PlaceFields, STANDARD_FIELDS, standardViolations } from '../../standard/index.ts';
import { describeInStandard, fromStandard, toStandard } from './national-standard.ts';
import { UNKNOWN_PIVOT } from './standard-record.ts';

const written = (fields: Parameters<typeof fictitiousPlace>[0], place = {}) =>
  describeInStandard(fictitiousPlace(fields, place), COMMUNES);

test('a place is written under the national names, in the order of the schema', () => {
  const { record } = written({ latitude: 45.7, services: ['Accès internet et matériel informatique'] });
  expect(record).toEqual({
    id: 'pl1',
    pivot: UNKNOWN_PIVOT,
    nom: 'Espace numérique fictif',
    commune: 'Clairval',
    code_postal: '69991',
    code_insee: '69901',
    adresse: '1 rue Inventée',
    latitude: 45.7,
    date_maj: '2026-10-01',
    services: 'Accès internet et matériel informatique',
  });
  const order = Object.keys(record).map((field) => STANDARD_FIELDS.indexOf(field as 'id'));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('several values of a list are joined by a bar, without repeating any', () => {
  expect(written({ audiences: ['Jeunes', 'Seniors', 'Jeunes'] }).record.publics_specifiquement_adresses).toBe(
    'Jeunes|Seniors',
  );
});

test('a bar inside a value never makes two values of it', () => {
  const { record } = written({ websites: ['https://exemple.test/a|b'], otherLabels: ['Label A|B'] });
  expect(record.site_web).toBe('https://exemple.test/a%7Cb');
  expect(record.autres_formations_labels).toBe('Label A/B');
});

test('the identifier is that of Maillon, whatever the source called its record', () => {
  expect(written({ sourceId: 'structure-42' }).record.id).toBe('pl1');
});

test('only one phone is published, the first that the standard can write; the others are counted as lost', () => {
  const { record, losses } = written({ phones: ['+3225550100', '+33199000001', '+33199000002'] });
  expect(record.telephone).toBe('+33199000001');
  expect(losses.dropped).toEqual(['telephone', 'telephone']);
});

test('a value outside its closed list is left out and counted, the others stay', () => {
  const { record, losses } = written({ fees: ['Gratuit', 'Au chapeau'] });
  expect(record.frais_a_charge).toBe('Gratuit');
  expect(losses.dropped).toEqual(['frais_a_charge']);
});

test('a summary longer than the standard allows is shortened and counted', () => {
  const { record, losses } = written({ summary: 'mot '.repeat(100) });
  expect([...record.presentation_resume!].length).toBeLessThanOrEqual(280);
  expect(losses.dropped).toEqual(['presentation_resume']);
});

test('a pivot that the standard cannot write becomes the sentinel, and is counted', () => {
  const { record, losses } = written({ pivot: '12-34' });
  expect(record.pivot).toBe(UNKNOWN_PIVOT);
  expect(losses.dropped).toEqual(['pivot']);
});

test('coordinates that are no numbers on Earth are left out', () => {
  expect(written({ latitude: 450, longitude: Number.NaN }).record).not.toHaveProperty('latitude');
});

test('what the standard has no field for is said', () => {
  expect(written({ acceptsPassNumerique: true }).losses.unwritten).toEqual(['accepte_le_pass_numerique']);
});

test('the date of update is the freshest of the records that describe the place', () => {
  const origin = (date: string) => [{ source: 'a', recordKey: '1', date: date as LocalDate }];
  const provenance = { name: origin('2026-11-02'), phones: origin('2026-09-09') };
  expect(written({}, { provenance }).record.date_maj).toBe('2026-11-02');
});

test('without a publisher named by the records, the sources are named', () => {
  expect(written({}, { sources: ['Réseau fictif', 'Ville fictive'] }).record.source).toBe(
    'Réseau fictif, Ville fictive',
  );
  expect(written({ publisher: 'Hub fictif' }, { sources: ['Réseau fictif'] }).record.source).toBe(
    'Hub fictif',
  );
});

test.each([
  ['name', 'nom'],
  ['address', 'adresse'],
  ['updatedOn', 'date_maj'],
] as const)('a place without %s is refused for want of %s', (key, field) => {
  expect(toStandard(fictitiousPlace({ [key]: undefined }), COMMUNES)).toEqual({
    ok: false,
    refusal: [field],
  });
});

test('a name made of spaces is no name', () => {
  expect(written({ name: '  ' }).missing).toEqual(['nom']);
});

test('the only postal code of its commune completes a place', () => {
  const { record, losses } = written({ postalCode: undefined });
  expect(record.code_postal).toBe('69991');
  expect(losses.repaired).toEqual(['code_postal']);
});

test('among several postal codes of a commune, none is chosen', () => {
  expect(written({ commune: 'Grandbourg', codeInsee: '69902', postalCode: undefined }).missing).toEqual([
    'code_postal',
  ]);
});

test('a postal code that is not one is repaired like a missing one', () => {
  expect(written({ postalCode: '6999' }).record.code_postal).toBe('69991');
});

test('the INSEE code gives the name of the commune', () => {
  expect(written({ commune: undefined, postalCode: undefined }).record.commune).toBe('Clairval');
});

test('coordinates give the commune only when one centre is clearly the closest', () => {
  const lost = { commune: undefined, postalCode: undefined, codeInsee: undefined };
  expect(written({ ...lost, latitude: 45.701, longitude: 4.5 }).record.commune).toBe('Clairval');
  expect(written({ ...lost, latitude: 45.765, longitude: 4.87 }).missing).toContain('commune');
});

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.trim().replaceAll('|', ' ').trim())
  .filter((text) => text !== '');
const someOf = (values: readonly string[]) =>
  fc.subarray([...values], { minLength: 1 }).map((items) => items as string[]);
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10) as LocalDate);

const required = {
  sourceId: fc.constant('pl1'),
  name: word,
  commune: word,
  postalCode: fc.stringMatching(/^\d{5}$/),
  address: word,
  updatedOn: date,
};
const optional = {
  pivot: fc.stringMatching(/^[a-zA-Z1-9]{9,14}$/),
  codeInsee: fc.stringMatching(/^(?:[013-9]\d|2[AB1-9])\d{3}$/),
  addressDetail: word,
  latitude: fc.double({ min: -90, max: 90, noNaN: true }).filter((n) => !Object.is(n, -0)),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }).filter((n) => !Object.is(n, -0)),
  typologies: someOf(ENUMERATIONS.typologie),
  phones: fc.stringMatching(/^\+33[1-9]\d{8}$/).map((phone) => [phone]),
  emails: fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}@exemple\.test$/), { minLength: 1, maxLength: 3 }),
  websites: fc.uniqueArray(fc.webUrl({ validSchemes: ['https'] }), { minLength: 1, maxLength: 3 }),
  openingHours: fc.constantFrom('Mo-Fr 09:00-12:00', 'Sa 08:30-12:00; PH off'),
  summary: word,
  description: word,
  publisher: word,
  mobility: someOf(ENUMERATIONS.itinerance),
  parentOrganisation: word,
  services: someOf(ENUMERATIONS.services),
  audiences: someOf(ENUMERATIONS.publics_specifiquement_adresses),
  specialCare: someOf(ENUMERATIONS.prise_en_charge_specifique),
  fees: someOf(ENUMERATIONS.frais_a_charge),
  nationalProgrammes: someOf(ENUMERATIONS.dispositif_programmes_nationaux),
  trainingLabels: someOf(ENUMERATIONS.formations_labels),
  otherLabels: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
  accessModes: someOf(ENUMERATIONS.modalites_acces),
  supportModes: someOf(ENUMERATIONS.modalites_accompagnement),
  accessibilityUrl: fc.webUrl(),
  bookingUrl: fc.webUrl(),
};
const representable: fc.Arbitrary<PlaceFields> = fc.record(
  { ...required, ...optional },
  { requiredKeys: Object.keys(required) as (keyof typeof required)[] },
);

test('what the standard can say survives the way there and back', () => {
  fc.assert(
    fc.property(representable, (fields) => {
      const place = fictitiousPlace({ codeInsee: undefined, ...fields });
      const result = toStandard(place, COMMUNES);
      expect(result.ok && fromStandard(result.value.record)).toEqual(place.fields);
      return true;
    }),
  );
});

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('|', ' ', '=1+1'));
const NUMBERS = ['latitude', 'longitude'];
const LISTS = Object.keys(optional).filter((key) => key.endsWith('s') && key !== 'openingHours');

/** Fields of the right type that hold anything. */
const anything: fc.Arbitrary<PlaceFields> = fc.record(
  Object.fromEntries(
    Object.keys({ ...required, ...optional }).map((key) => {
      if (NUMBERS.includes(key)) return [key, fc.double()];
      return [key, LISTS.includes(key) ? fc.array(anyText, { maxLength: 4 }) : anyText];
    }),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<PlaceFields>;

test('whatever the directory holds, an exported record breaks nothing of the schema', () => {
  fc.assert(
    fc.property(anything, (fields) => {
      const { record, missing } = describeInStandard(fictitiousPlace(fields), COMMUNES);
      const faults = standardViolations(record).map(({ field }) => field);
      return JSON.stringify(faults) === JSON.stringify(missing);
    }),
  );
});

interface SchemaField {
  name: string;
  type: string;
  constraints: { required?: boolean; pattern?: string; maxLength?: number };
}

/** Read from the published schema alone, its list patterns anchored as their authors meant them. */
function independentFaults(fields: SchemaField[], record: Record<string, unknown>): string[] {
  const anchored = (pattern: string) => {
    const list = /^\(\?:\(\?:\^\|\\\|\)\((.*)\)\)\+\$$/.exec(pattern)?.[1];
    return new RegExp(list === undefined ? pattern : `^(?:${list})(?:\\|(?:${list}))*$`);
  };
  const unknown = Object.keys(record).filter((name) => !fields.some((field) => field.name === name));
  const broken = fields.filter(({ name, type, constraints }) => {
    const value = record[name];
    if (value === undefined) return constraints.required === true;
    if (type === 'number') return typeof value !== 'number' || !Number.isFinite(value);
    if (typeof value !== 'string' || value === '') return true;
    const { pattern, maxLength } = constraints;
    return (pattern && !anchored(pattern).test(value)) || (maxLength && [...value].length > maxLength);
  });
  return [...unknown, ...broken.map(({ name }) => name)];
}

describeWithSharedData('the published schema 1.0.2', () => {
  const schema = () =>
    JSON.parse(readFileSync(sharedPath('standard/lieux-mediation-numerique-1.0.2.schema.json'), 'utf8'))
      .fields as SchemaField[];

  test('accepts every exported record', () => {
    const fields = schema();
    fc.assert(
      fc.property(anything, representable, (odd, fine) => {
        const { name, commune, postalCode, address, updatedOn } = fine;
        const place = fictitiousPlace({ ...odd, name, commune, postalCode, address, updatedOn });
        const result = toStandard(place, COMMUNES);
        return result.ok && independentFaults(fields, result.value.record).length === 0;
      }),
    );
  });

  test('has our fields, in our order', () => {
    expect(schema().map(({ name }) => name)).toEqual([...STANDARD_FIELDS]);
  });

  test('its official valid example is imported and exported without loss', () => {
    const csv = readFileSync(sharedPath('standard/valid-example.csv'), 'utf8');
    const [row] = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
    const fields = fromStandard(row!);
    const result = toStandard(fictitiousPlace({ ...fields }, { id: row!.id! }), COMMUNES);
    if (!result.ok) throw new Error(`left out: ${result.refusal.join(', ')}`);
    expect(result.value.losses).toEqual({ dropped: [], unwritten: [], repaired: [] });
    const asText = Object.entries(result.value.record).map(([field, value]) => [field, String(value)]);
    expect(Object.fromEntries(asText)).toEqual(row);
  });
});
