import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeWithSharedData, sharedPath } from '../../../../test/support/shared-data.ts';
import { distanceMetres } from '../../../kernel/geo.ts';
import { buildCommuneReference, type CommuneReference, readCommunes } from '../index.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const FILE = resolve(ROOT, 'dist/reference/communes.json');
let reference: CommuneReference;

beforeAll(() => {
  if (!existsSync(FILE)) execFileSync(process.execPath, [resolve(ROOT, 'scripts/build-communes.mjs')]);
  reference = buildCommuneReference(readCommunes(JSON.parse(readFileSync(FILE, 'utf8'))));
});

const names = (name: string) => reference.byName(name).map(({ codeInsee }) => codeInsee);
const found = (clues: Parameters<CommuneReference['find']>[0]) => reference.find(clues)?.codeInsee ?? null;

test('a file that is no reference of communes is a failure', () => {
  expect(() => readCommunes({ communes: [] })).toThrow('communes');
});

describe('by name', () => {
  test.each([
    ['St Etienne', '42218'],
    ['SAINT-ETIENNE CEDEX 2', '42218'],
    ['Ste Foy les Lyon', '69202'],
    ['Villefranche s/ Saône', '69264'],
    ['villeneuve lez avignon', '30351'],
    ['Havre (Le)', '76351'],
    ['Kremlin Bicetre', '94043'],
    ['Mairie de Vénissieux', '69259'],
    ['69200 Vénissieux', '69259'],
    ['Lyon 3e', '69383'],
    ['MARSEILLE 11', '13211'],
    ['PARIS 12EME ARRONDISSEMENT', '75112'],
    ['Lyon Cedex 03', '69383'],
    ['Lyon troisième', '69383'],
    ['Lyon IIIe', '69383'],
    ['3ème arrondissement de Lyon', '69383'],
    ['Paris XX', '75120'],
    ['Paris vingtième', '75120'],
    ['Paris dix-huitième', '75118'],
    ['Paris neuvième', '75109'],
    ['le cinquième à Paris', '75105'],
    ['Paris 1er', '75101'],
    ['13e arrondissement Marseille', '13213'],
    // One more than there are.
    ['Paris 21', '75056'],
    ['Lyon', '69123'],
    ['Arbignieu', '01015'],
  ])('%s is %s', (name, codeInsee) => {
    expect(names(name)[0]).toBe(codeInsee);
  });

  test('each arrondissement is found in figures, in words and in Roman figures, before or after its city', () => {
    const said = [
      ['1er', 'premier', 'I'],
      ['2', 'deuxième', 'II'],
      ['3ème', 'troisieme', 'iiie'],
      ['4 e', 'quatrième', 'IVe'],
      ['5e arrondissement', 'cinquième', 'V'],
      ['06', 'sixième', 'VI'],
      ['7e arr.', 'septième', 'VIIème'],
      ['8', 'huitième', 'VIII'],
      ['9EME', 'neuvième', 'IX'],
    ];
    for (const [rank, ways] of said.entries())
      for (const way of ways) expect([way, names(`Lyon ${way}`)]).toEqual([way, [`6938${rank + 1}`]]);
    for (const [rank, ways] of said.entries())
      expect(names(`le ${ways[1]} arrondissement de Lyon`)).toEqual([`6938${rank + 1}`]);
  });

  test('a number or a word beside something else than an arrondissement says none', () => {
    for (const name of [
      'Paris deuxième chance',
      '13 vents',
      'rue du 8 mai Lyon',
      'Lyon Marseille 3',
      'à Lyon 3',
    ])
      expect([name, names(name)]).not.toEqual([name, [expect.stringMatching(/^(?:751|6938|132)/)]]);
  });

  test('homonyms come largest first', () => {
    const populations = reference.byName('Saint-Denis').map(({ population }) => population);
    expect(populations.length).toBeGreaterThan(2);
    expect(populations).toEqual([...populations].sort((a, b) => b - a));
  });
});

test('the code of a commune since merged gives its current commune', () => {
  expect(reference.byInsee('14187')?.codeInsee).toBe('14762');
  // Bellegarde-sur-Valserine kept no delegated commune when it became Valserhône in 2019.
  expect(reference.byInsee('01018')?.codeInsee).toBe('01033');
  expect(reference.byInsee('00000')).toBeNull();
});

test('arrondissements come before their commune for a postal code', () => {
  expect(reference.byPostalCode('69003').map(({ codeInsee }) => codeInsee)).toEqual(['69383', '69123']);
  expect(reference.byPostalCode('00000')).toEqual([]);
});

describe('by what a record says', () => {
  test('a name and a postal code say one commune, arrondissement included', () => {
    expect(found({ name: 'Lyon', postalCode: '69003' })).toBe('69383');
    expect(found({ name: 'SAINT DENIS', postalCode: '93205' })).toBe('93066');
    expect(found({ name: 'Montreuil sous bois', postalCode: '93100' })).toBe('93048');
    expect(found({ name: 'Bourg en Bresse', postalCode: '1000' })).toBe('01053');
  });

  test('a neighbour whose name holds the name is not taken for it', () => {
    expect(found({ name: 'La Chapelle-devant-Bruyères', postalCode: '88600' })).toBe('88089');
    expect(found({ name: 'Pont-Audemer', postalCode: '27500' })).toBe('27467');
  });

  test('a misspelt name is understood beside its postal code only', () => {
    expect(found({ name: 'Villeneuve d Asq', postalCode: '59650' })).toBe('59009');
    expect(found({ name: 'Villeneuve d Asq' })).toBeNull();
  });

  test('clues that contradict each other give nothing', () => {
    expect(found({ name: 'Vénissieux', postalCode: '38000' })).toBeNull();
    expect(found({ name: 'Saint-Denis' })).toBeNull();
    expect(found({})).toBeNull();
  });

  test('a point decides between homonyms', () => {
    expect(found({ name: 'Saint-Denis', point: { latitude: 48.936, longitude: 2.357 } })).toBe('93066');
  });

  test('any texts get an answer', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (name, postalCode, codeInsee) => {
        reference.find({ name, postalCode, codeInsee });
        return Array.isArray(reference.byName(name));
      }),
    );
  });
});

test('the nearest communes are those of a full comparison', () => {
  const point = fc.record({
    latitude: fc.double({ min: 41, max: 51, noNaN: true }),
    longitude: fc.double({ min: -5, max: 9, noNaN: true }),
  });
  const located = reference.communes.filter(({ centre }) => centre !== undefined);
  fc.assert(
    fc.property(point, fc.integer({ min: 1, max: 5 }), (from, count) => {
      const all = located.map(({ centre }) => distanceMetres(from, centre!)).sort((a, b) => a - b);
      const nearest = reference.nearest(from, count).map(({ distanceMetres: metres }) => metres);
      return JSON.stringify(nearest) === JSON.stringify(all.slice(0, count));
    }),
    { numRuns: 20 },
  );
});

test('a reference of no commune answers too', () => {
  const empty = buildCommuneReference([]);
  expect(empty.nearest({ latitude: 45, longitude: 4 }, 3)).toEqual([]);
  expect(empty.find({ name: 'Lyon', postalCode: '69003' })).toBeNull();
});

describeWithSharedData('real communes and records', () => {
  test('centres are near the public centroids: nineteen times in twenty within 4 km, and nearly all within 15 km', () => {
    const rows = readFileSync(sharedPath('communes/communes.csv'), 'utf8').trim().split('\n').slice(1);
    const distances = rows.flatMap((row) => {
      const [, codeInsee = '', latitude = '', longitude = ''] =
        /^(\w{5}),.*?,commune-actuelle,[^,]*,([\d.-]+),([\d.-]+),/.exec(row) ?? [];
      const centre = reference.byInsee(codeInsee)?.centre;
      if (!centre || codeInsee >= '97') return [];
      return [distanceMetres(centre, { latitude: Number(latitude), longitude: Number(longitude) })];
    });
    distances.sort((a, b) => a - b);
    expect(distances.length).toBeGreaterThan(7_500);
    expect(distances[Math.floor(distances.length * 0.95)]).toBeLessThan(4_000);
    expect(distances.filter((metres) => metres > 15_000).length).toBeLessThan(5);
  });

  test('99.5 % of the records that say anything of their commune find it', () => {
    const lines = readFileSync(sharedPath('gold/records.jsonl'), 'utf8').trim().split('\n');
    const records = lines
      .map((line) => JSON.parse(line) as Record<string, string | number | null>)
      .filter(({ city, postal_code: postalCode }) => city || postalCode);
    const located = records.filter(({ city, postal_code: postalCode, insee, lat, lon }) =>
      reference.find({
        name: String(city ?? ''),
        postalCode: String(postalCode ?? ''),
        codeInsee: String(insee ?? ''),
        ...(lat && lon ? { point: { latitude: Number(lat), longitude: Number(lon) } } : {}),
      }),
    );
    expect(located.length / records.length).toBeGreaterThan(0.995);
  });
});
