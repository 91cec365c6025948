import { expect, test } from 'vitest';
import { type MatchRecord, resolve, scorePair, type Verdict } from '../index.ts';

/** An invented commune; each test says only what matters to it. */
let nextRid = 0;
function record(fields: Partial<MatchRecord>): MatchRecord {
  nextRid += 1;
  return {
    rid: `r${String(nextRid).padStart(4, '0')}`,
    source: `source-${nextRid}`,
    name: 'Espace numérique',
    postalCode: '00120',
    city: 'Brumeval-sur-Lance',
    ...fields,
  };
}
const verdictOf = (a: Partial<MatchRecord>, b: Partial<MatchRecord>): Verdict =>
  scorePair(record(a), record(b)).verdict;

test('1. A médiathèque and a bibliothèque at one address are one place', () => {
  expect(
    verdictOf(
      { name: 'MEDIATHEQUE BRUMEVAL-SUR-LANCE', address: '41 av. du Colombier' },
      { name: 'Bibliothèque de Brumeval-sur-Lance', address: '41, avenue du Colombier' },
    ),
  ).toBe('same');
});

test('2. Two bodies in one building are linked', () => {
  expect(
    verdictOf(
      { name: 'ATELIER NUMERIQUE BRUMEVAL', address: '3 rue des Tanneurs' },
      { name: 'PIJ Brumeval', address: '3 rue des Tanneurs', phone: '01 99 00 11 22' },
    ),
  ).toBe('linked');
});

test('3. A CCAS in a town hall is linked to it, never the same, even with one phone, one e-mail and one SIRET', () => {
  const shared = {
    address: '14 place des Halles',
    phone: '01 99 00 10 10',
    email: 'accueil@brumeval.example',
    siret: '21000012300012',
  };
  expect(verdictOf({ name: 'Mairie de Brumeval-sur-Lance', ...shared }, { name: 'CCAS', ...shared })).toBe(
    'linked',
  );
});

test('4. A MSAP renamed France services is one place; the town hall beside it is another', () => {
  const desk = { address: '8 rue du Four', phone: '01 99 00 55 55' };
  expect(
    verdictOf({ name: 'MSAP de la Lance', ...desk }, { name: 'France Services de la Lance', ...desk }),
  ).toBe('same');
  expect(
    verdictOf(
      { name: 'France services Brumeval', ...desk },
      { name: 'Commune de Brumeval-sur-Lance', address: '8 rue du Four' },
    ),
  ).toBe('linked');
});

test('4. A France services and the communauté de communes with its phone and e-mail at one address are one desk', () => {
  const desk = {
    address: '8 rue du Four',
    phone: '01 99 00 55 55',
    email: 'franceservices@cc-lance.example',
  };
  expect(
    verdictOf(
      { name: 'CC Vallons de la Lance', ...desk },
      { name: 'France services Vallons de la Lance', ...desk },
    ),
  ).toBe('same');
});

test('5. One SIRET on fourteen sites does not make them one', () => {
  const siret = '21000012300012';
  const quarters = [
    'Tilleuls',
    'Moulins',
    'Corderie',
    'Glacière',
    'Ormeaux',
    'Faïencerie',
    'Verrerie',
    'Lavoir',
  ];
  const sites = quarters.map((quarter) =>
    record({ name: `Mairie de quartier ${quarter}`, address: `rue de la ${quarter}`, siret }),
  );
  const { counts } = resolve(sites);
  expect(counts.clusters).toBe(quarters.length);
});

test('6. Two stops of one bus are never merged, whatever they share', () => {
  const line = {
    source: 'bus-lance',
    phone: '01 99 00 77 77',
    email: 'bus@lance.example',
    siret: '40100022200020',
  };
  const stops = [
    record({
      ...line,
      name: 'Bus France Services - [Place de la mairie]',
      city: 'Orlande',
      address: 'Place de la Mairie',
    }),
    record({
      ...line,
      name: 'Bus France Services - [Place de la mairie]',
      city: 'Vaucreux',
      address: 'Place de la Mairie',
    }),
  ];
  expect(scorePair(stops[0]!, stops[1]!).verdict).toBe('linked');
  expect(resolve(stops).counts.clusters).toBe(2);
});

test('6. A bus and the office it starts from are linked', () => {
  const depot = { address: '22 rue des Potiers', phone: '01 99 00 12 34', email: 'contact@lance.example' };
  expect(
    verdictOf(
      { name: 'Bus France services de la Lance', ...depot },
      { name: 'Maison de la Lance', ...depot },
    ),
  ).toBe('linked');
});

test('7. A SIRET of zeros is unknown, not shared', () => {
  const { evidence } = scorePair(
    record({ name: 'Association Les Passerelles', siret: '00000000000000' }),
    record({ name: 'Club Les Aiguilleurs', siret: '00000000000000' }),
  );
  expect(evidence.filter(({ kind }) => kind.startsWith('sire'))).toEqual([]);
});

test('8. Missing coordinates are neutral: name and address are enough', () => {
  expect(
    verdictOf(
      { name: 'Association Les Passerelles', address: '12 rue du Lavoir', latitude: 45.1, longitude: 4.2 },
      { name: 'LES PASSERELLES', address: '12 RUE DU LAVOIR' },
    ),
  ).toBe('same');
});

test('9. A point shared by many addresses is the commune’s: it brings nobody together', () => {
  const centre = { latitude: 45.12345, longitude: 4.54321 };
  const names = ['Les Passerelles', 'Le Fil bleu', 'La Ruche', 'Horizon partagé', 'Café Bavard', 'Le Rucher'];
  const records = names.map((name, at) =>
    record({ ...centre, name, address: `${at + 1} rue ${'ABCDEF'[at]}ventine` }),
  );
  const { pairs } = resolve(records);
  expect(pairs.filter(({ verdict }) => verdict === 'same')).toEqual([]);
  const withGeneric = [...records, record({ ...centre, name: 'France Services de Brumeval' })];
  expect(resolve(withGeneric).counts.clusters).toBe(names.length + 1);
});

test('10. A record published again by an aggregator with its identifier is certain', () => {
  const origin = '0123456789abcdef01234567';
  const a = record({ rid: `a:${origin}`, name: 'Les Passerelles', address: '12 rue du Lavoir' });
  const b = record({
    rid: `b:conseiller-${origin}-lieu`,
    name: 'Conseiller',
    address: null,
    city: 'BRUMEVAL',
  });
  expect(scorePair(a, b).verdict).toBe('same');
  const c = record({ name: 'Tout autre chose', city: 'Orlande', postalCode: '00990' });
  expect(resolve([a, c], { certainLinks: [[a.rid, c.rid]] }).counts.clusters).toBe(1);
});

test('11. A place that moved within its commune keeps its name, phone and e-mail: it is the same', () => {
  const team = { name: 'France services des Vallons', phone: '01 99 00 44 44', email: 'vallons@cc.example' };
  expect(
    verdictOf(
      { ...team, address: '10 rue du Pont', latitude: 45.1, longitude: 4.2, updatedOn: '2022-01-01' },
      { ...team, address: 'avenue de la Gare', latitude: 45.106, longitude: 4.202, updatedOn: '2024-01-01' },
    ),
  ).toBe('same');
});

test('11. The same organisation in another commune is a branch', () => {
  const organisation = { name: 'Les Passerelles solidaires', siret: '82000034500017' };
  expect(
    verdictOf(
      { ...organisation, address: '13 place Neuve' },
      { ...organisation, address: '1 rue Basse', city: 'Orlande', postalCode: '00150' },
    ),
  ).toBe('linked');
});

test('12. A delegated commune under its new code is found by geography', () => {
  const point = { latitude: 47.09942, longitude: -0.99346 };
  const records = [
    record({
      name: 'Médiathèque du Val Joyeux',
      city: 'Orlande',
      codeInsee: '00111',
      address: '6 place du Four',
      ...point,
    }),
    record({
      name: 'Médiathèque Val Joyeux',
      city: 'Brumeval-Orlande',
      codeInsee: '00222',
      address: '6 place du Four',
      ...point,
    }),
  ];
  expect(resolve(records).counts.clusters).toBe(1);
});

test.each([
  ['C.C.A.S. de Brumeval-sur-Lance', 'Centre Communal d’Action Sociale'],
  ['EPN des Tilleuls', 'ESPACE PUBLIC NUMERIQUE DES TILLEULS'],
  ['M.J.C. St Aubin', 'Maison des Jeunes et de la Culture Saint-Aubin'],
  ['CSC Les Ormeaux', 'Centre socio-culturel les Ormeaux'],
  ['Bureau Information Jeunesse', 'BIJ Brumeval'],
])('13. Abbreviations, case and accents do not matter: %s is %s', (one, other) => {
  expect(
    verdictOf({ name: one, address: '12 rue X (chez Orion)' }, { name: other, address: '12 RUE X' }),
  ).toBe('same');
});

test.each([
  ['EPN n° 1', 'EPN n° 2'],
  ['Point numérique Nord 3', 'Point numérique Nord 4'],
])('14. %s and %s are two branches: numbers in names forbid the merge', (one, other) => {
  const shared = { address: '5 rue des Halles', phone: '01 99 00 33 33' };
  expect(verdictOf({ name: one, ...shared }, { name: other, ...shared })).toBe('linked');
});

test('14. Two quarter town halls are linked, not merged', () => {
  const town = { siret: '21000012300012', website: 'https://www.brumeval.example/' };
  expect(
    verdictOf(
      { ...town, name: 'Mairie de quartier - Les Tilleuls', address: '27 avenue Longue' },
      { ...town, name: 'Mairie de quartier - La Corderie', address: 'place de la Corderie' },
    ),
  ).toBe('linked');
});
