import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { aCatalogue, TUESDAY } from '../../../test/support/catalogue.ts';
import { fictitiousPlace, openDataApp } from '../../../test/support/open-data.ts';
import type { ChangeKind, DirectoryChange } from '../directory/index.ts';
import { STANDARD_FIELDS, standardViolations } from '../standard/index.ts';

const HELP = 'Aide aux démarches administratives';
const INTERNET = 'Accès internet et matériel informatique';

const PLACES = [
  fictitiousPlace(
    { name: 'Au centre', latitude: 45.7, longitude: 4.5, services: [HELP, INTERNET] },
    { id: 'a' },
  ),
  fictitiousPlace({ name: 'À 1 km', latitude: 45.709, longitude: 4.5, services: [HELP] }, { id: 'b' }),
  fictitiousPlace({ name: 'Sans adresse', address: undefined }, { id: 'c' }),
  fictitiousPlace(
    {
      name: 'Au loin',
      commune: 'Petitbourg',
      postalCode: '69993',
      codeInsee: '69903',
      latitude: 45.77,
      longitude: 4.88,
    },
    { id: 'd' },
  ),
];
const CATALOGUE = aCatalogue(PLACES, {
  merged: new Map([['ancien', 'a']]),
  removed: new Map([['ferme', { fields: { name: 'Lieu fermé' }, removedAt: TUESDAY }]]),
});
const app = openDataApp(CATALOGUE);

const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const list = async (query: string) => (await get(`/api/v1/lieux${query}`)).json();
const ids = async (query: string) => (await list(query)).lieux.map(({ id }: { id: string }) => id);

describe('the list of places', () => {
  test('gives standard objects with a distance, a total and the next page', async () => {
    const page = await list('?ou=Clairval&limite=1');
    expect(page).toMatchObject({
      total: 3,
      suivant: 'https://maillon.example/api/v1/lieux?ou=Clairval&limite=1&page=2',
    });
    const [{ distance_m, ...record }] = page.lieux;
    expect(distance_m).toBe(0);
    expect(standardViolations(record)).toEqual([]);
    expect(record).toMatchObject({ id: 'a', nom: 'Au centre', pivot: '00000000000000' });
  });

  test('goes from page to page without repeating or skipping a place', async () => {
    const seen: string[] = [];
    let next: string | null = '/api/v1/lieux?limite=1';
    while (next) {
      const page: { lieux: { id: string }[]; suivant: string | null } = await (await get(next)).json();
      seen.push(...page.lieux.map(({ id }) => id));
      next = page.suivant?.replace('https://maillon.example', '') ?? null;
    }
    expect(seen).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a page after the last is empty, and says that nothing follows', async () => {
    expect(await list('?page=9')).toEqual({ lieux: [], total: 4, suivant: null });
  });

  test('parameters left empty count as absent', async () => {
    expect(await ids('?ou=&lat=&lon=&rayon=&services=&page=&limite=')).toEqual(['a', 'b', 'c', 'd']);
  });

  test('around a point: closest first, within the radius in metres', async () => {
    expect(await ids('?lat=45.709&lon=4.5')).toEqual(['b', 'a']);
    expect(await ids('?lat=45.709&lon=4.5&rayon=100')).toEqual(['b']);
  });

  test('a place of the commune without coordinates comes last, unless a radius is asked', async () => {
    expect(await ids('?ou=Clairval')).toEqual(['a', 'b', 'c']);
    expect(await ids('?ou=Clairval&rayon=5000')).toEqual(['a', 'b']);
  });

  test('several services are all demanded, whatever their case and accents', async () => {
    expect(await ids(`?services=${encodeURIComponent(HELP)}`)).toEqual(['a', 'b']);
    const both = 'aide aux demarches administratives|ACCÈS INTERNET ET MATÉRIEL INFORMATIQUE';
    expect(await ids(`?services=${encodeURIComponent(both)}`)).toEqual(['a']);
  });

  test('a place that the standard leaves out is given with what is known of it', async () => {
    const { lieux } = await list('?ou=Clairval');
    const bare = lieux.find(({ id }: { id: string }) => id === 'c');
    expect(bare).toMatchObject({ nom: 'Sans adresse', distance_m: null });
    expect(bare).not.toHaveProperty('adresse');
  });

  test.each([
    ['limite=0', 'limite', 'de 1 à 1000'],
    ['limite=1001', 'limite', '1001'],
    ['limite=abc', 'limite', 'abc'],
    ['page=1.5', 'page', '1.5'],
    ['lat=91&lon=4', 'lat', '91'],
    ['lat=45', 'lon', 'ensemble'],
    ['rayon=500', 'rayon', 'point'],
    ['rayon=-5&lat=45&lon=4', 'rayon', '-5'],
    ['services=Cuisine', 'services', 'Cuisine'],
    ['ou=Zzzyx', 'ou', 'Zzzyx'],
    ['commune=Lyon', 'commune', 'ou, lat, lon'],
    ['page=1&page=2', 'page', 'plusieurs fois'],
  ])('%s is refused, and the answer says why in French', async (query, parameter, said) => {
    const response = await get(`/api/v1/lieux?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = await response.json();
    expect(problem).toMatchObject({ status: 400, type: 'https://maillon.example/api#erreur-parametre' });
    expect(problem.detail).toContain(said);
    expect(problem.parametres[0].nom).toBe(parameter);
  });

  test('every fault is said at once', async () => {
    const problem = await list('?limite=abc&page=zero&autre=1');
    expect(problem.parametres.map(({ nom }: { nom: string }) => nom).toSorted()).toEqual([
      'autre',
      'limite',
      'page',
    ]);
  });

  test('the version already held is not sent again', async () => {
    const first = await get('/api/v1/lieux?ou=Clairval');
    const etag = first.headers.get('etag')!;
    const again = await get('/api/v1/lieux?ou=Clairval', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get('/api/v1/lieux', { 'if-none-match': etag })).status).toBe(200);
  });

  test('pages of any site may read it', async () => {
    const response = await get('/api/v1/lieux', { origin: 'https://carte.example' });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const preflight = await app.request('/api/v1/lieux', {
      method: 'OPTIONS',
      headers: { origin: 'https://carte.example', 'access-control-request-method': 'GET' },
    });
    expect(preflight.status).toBe(204);
  });
});

describe('one place', () => {
  test('is the same object as in the files', async () => {
    const response = await get('/api/v1/lieux/a');
    expect(response.headers.get('etag')).toMatch(/^W\/"/);
    const [exported] = await (await get('/donnees-ouvertes/lieux.json')).json();
    expect(await response.json()).toEqual(exported);
  });

  test('that was merged leads to the one that stays', async () => {
    const response = await get('/api/v1/lieux/ancien');
    expect([response.status, response.headers.get('location')]).toEqual([301, '/api/v1/lieux/a']);
  });

  test('that has closed answers 410, an unknown one 404', async () => {
    const closed = await get('/api/v1/lieux/ferme');
    expect([closed.status, (await closed.json()).detail]).toEqual([
      410,
      expect.stringContaining('24 novembre'),
    ]);
    const unknown = await get('/api/v1/lieux/nulle-part');
    expect([unknown.status, (await unknown.json()).detail]).toEqual([
      404,
      expect.stringContaining('nulle-part'),
    ]);
  });
});

describe('the files', () => {
  test('leave out the places that the standard refuses, and hold the others', async () => {
    const records = await (await get('/donnees-ouvertes/lieux.json')).json();
    expect(records.map(({ id }: { id: string }) => id)).toEqual(['a', 'b', 'd']);
    expect(records.flatMap(standardViolations)).toEqual([]);
  });

  test('say the same thing in CSV, GeoJSON and NDJSON', async () => {
    const records = await (await get('/donnees-ouvertes/lieux.json')).json();
    const lines = (await (await get('/donnees-ouvertes/lieux.ndjson')).text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(records);
    const map = await (await get('/donnees-ouvertes/lieux.geojson')).json();
    expect(map.type).toBe('FeatureCollection');
    expect(map.features.map(({ properties }: { properties: object }) => properties)).toEqual(records);
    expect(map.features[0].geometry).toEqual({ type: 'Point', coordinates: [4.5, 45.7] });
    const csv = await (await get('/donnees-ouvertes/lieux.csv')).text();
    const { data, meta } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    expect(meta.fields).toEqual([...STANDARD_FIELDS]);
    expect(data.map(({ nom }) => nom)).toEqual(records.map(({ nom }: { nom: string }) => nom));
  });

  test('of data·inclusion keep a place that only lacks an address, and link to its page', async () => {
    const { structures, services } = await (await get('/donnees-ouvertes/data-inclusion.json')).json();
    expect(structures.map(({ id }: { id: string }) => id)).toContain('maillon--c');
    expect(structures[0].lien_source).toBe('https://maillon.example/lieux/a');
    expect(services).toHaveLength(3);
  });

  test('are sent again only when the directory changed', async () => {
    const first = await get('/donnees-ouvertes/lieux.csv');
    const headers = { 'if-none-match': first.headers.get('etag')! };
    expect(first.headers.get('last-modified')).toBe('Tue, 03 Nov 2026 08:00:00 GMT');
    expect(first.headers.get('content-disposition')).toBe('attachment; filename="lieux.csv"');
    expect((await get('/donnees-ouvertes/lieux.csv', headers)).status).toBe(304);
    const grown = openDataApp({ ...CATALOGUE, revision: 2 });
    expect((await grown.request('/donnees-ouvertes/lieux.csv', { headers })).status).toBe(200);
  });

  test('of an empty directory are whole and empty', async () => {
    const empty = openDataApp(aCatalogue([]));
    expect(await (await empty.request('/donnees-ouvertes/lieux.json')).json()).toEqual([]);
    expect(await (await empty.request('/donnees-ouvertes/data-inclusion.json')).json()).toEqual({
      structures: [],
      services: [],
    });
    expect((await (await empty.request('/donnees-ouvertes/lieux.csv')).text()).split('\r\n')).toHaveLength(2);
  });
});

describe('before the first places are loaded', () => {
  test.each([
    '/api/v1/lieux',
    '/api/v1/lieux/a',
    '/donnees-ouvertes/lieux.json',
    '/donnees-ouvertes/changements.atom',
  ])('%s asks to come back in a few seconds', async (path) => {
    const response = await openDataApp(null).request(path);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await response.json()).detail).toContain('quelques secondes');
  });
});

describe('the feed of changes', () => {
  const change = (seq: number, kind: ChangeKind, more: Partial<DirectoryChange> = {}): DirectoryChange => ({
    seq,
    kind,
    placeId: 'a',
    placeName: 'Lieu <fictif> & Cie',
    detail: {},
    at: new Date(`2026-11-0${seq}T10:00:00Z`),
    ...more,
  });
  const feedOf = async (changes: DirectoryChange[]) => {
    const response = await openDataApp(CATALOGUE, { changes }).request('/donnees-ouvertes/changements.atom');
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    return response.text();
  };

  test('names each change once and for ever, newest first', async () => {
    const changes = [
      change(3, 'updated', { detail: { fields: ['openingHours', 'phones'] } }),
      change(2, 'created'),
    ];
    const xml = await feedOf(changes);
    expect([...xml.matchAll(/<id>(.*)<\/id>/g)].map(([, id]) => id)).toEqual([
      'https://maillon.example/donnees-ouvertes/changements.atom',
      'tag:maillon.example,2026-11-03:changement-3',
      'tag:maillon.example,2026-11-02:changement-2',
    ]);
    expect(xml).toContain('<updated>2026-11-03T10:00:00.000Z</updated>');
    expect(xml).toContain('Ce qui a changé : téléphone, horaires.');
    expect(xml).toContain('<title>Nouveau lieu : Lieu &lt;fictif&gt; &amp; Cie</title>');
    expect(xml).toContain('href="https://maillon.example/lieux/a"');
  });

  test('exists, dated, before anything changed', async () => {
    expect(await feedOf([])).toContain(`<updated>${TUESDAY.toISOString()}</updated>`);
  });
});
