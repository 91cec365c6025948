import { describe, expect, test } from 'vitest';
import { SMALL_REFERENCE } from '../../../../test/support/communes.ts';
import {
  about,
  CONTEXT,
  column,
  normalise,
  STANDARD_MAPPING,
} from '../../../../test/support/normalised-rows.ts';
import { buildCommuneReference } from '../../standard/index.ts';
import type { Mapping } from './mapping.ts';
import { normaliseRow } from './normalise.ts';

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
    ['10500', '01500', 'postal-code-invalid'],
  ])('has its postal code %s repaired into %s', (written, repair, reason) => {
    const result = normalise({ commune: 'Ambérieu-en-Bugey', code_insee: '01004', code_postal: written });
    expect(result.fields.postalCode).toBe(repair);
    expect(about('code_postal', result)).toMatchObject([
      { value: written, decision: 'repaired', reason, repair },
    ]);
  });

  test('whose postal code leads elsewhere keeps both, and says so: a name and its INSEE code are one clue', () => {
    const result = normalise({ commune: 'Ambérieu-en-Bugey', code_insee: '01004', code_postal: '69500' });
    expect(result.fields).toMatchObject({
      commune: 'Ambérieu-en-Bugey',
      codeInsee: '01004',
      postalCode: '69500',
    });
    expect(about('code_postal', result)).toMatchObject([
      { decision: 'doubted', reason: 'postal-code-disputed', value: '69500', repair: '69500' },
    ]);
  });

  test('whose point stands in the commune has its postal code repaired', () => {
    const point = { latitude: '45.961', longitude: '5.373' };
    const result = normalise({ commune: 'Ambérieu-en-Bugey', code_postal: '69500', ...point });
    expect(result.fields.postalCode).toBe('01500');
    expect(about('code_postal', result)).toMatchObject([
      { decision: 'repaired', reason: 'postal-code-invalid' },
    ]);
  });

  test('whose point stands where the postal code leads keeps all three', () => {
    const point = { latitude: '45.7344', longitude: '4.9118' };
    const said = { commune: 'Ambérieu-en-Bugey', code_insee: '01004', code_postal: '69500' };
    const result = normalise({ ...said, ...point });
    expect(result.fields).toMatchObject({ codeInsee: '01004', postalCode: '69500', latitude: 45.7344 });
    expect(result.issues.map(({ reason }) => reason)).toEqual(['postal-code-disputed']);
  });

  test('whose address and postal code agree wins over a name and an INSEE code', () => {
    const result = normalise({
      adresse: '3 rue des Lilas 69500 Bron',
      code_postal: '69500',
      commune: 'Ambérieu-en-Bugey',
      code_insee: '01004',
    });
    expect(result.fields).toMatchObject({ commune: 'Bron', codeInsee: '69029', postalCode: '69500' });
    expect(about('code_insee', result)).toMatchObject([{ decision: 'repaired', repair: '69029' }]);
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

  test('far from the commune, with many others nearer, are kept as doubtful and told', () => {
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
    expect(result.fields).toMatchObject({ latitude: 44.8624, coordinatesPrecision: 'doubtful' });
    expect(about('latitude', result)).toMatchObject([{ reason: 'coordinates-far-from-commune' }]);
  });
});
