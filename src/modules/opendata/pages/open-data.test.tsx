import { describe, expect, test } from 'vitest';
import { aCatalogue, TUESDAY } from '../../../../test/support/catalogue.ts';
import { fictitiousPlace, openDataApp } from '../../../../test/support/open-data.ts';
import type { DirectoryChange } from '../../directory/index.ts';

const CATALOGUE = aCatalogue([
  fictitiousPlace({}, { id: 'a' }),
  fictitiousPlace({ name: 'Sans adresse', address: undefined }, { id: 'b' }),
]);
const CREATED: DirectoryChange = {
  seq: 1,
  placeId: 'a',
  placeName: 'Espace numérique fictif',
  kind: 'created',
  detail: {},
  at: TUESDAY,
};

/** What a person reads: no tags, no-break spaces as plain ones. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/&quot;/g, '"');

async function read(path: string, app = openDataApp(CATALOGUE, { changes: [CREATED] })) {
  const html = await (await app.request(path)).text();
  return { html, text: textOf(html) };
}

describe('the open-data page', () => {
  test('says how many places are published, exported and left out, and why', async () => {
    const { text } = await read('/donnees-ouvertes');
    expect(text).toContain('Lieux publiés 2');
    expect(text).toContain('Lieux dans le standard national 1');
    expect(text).toContain('Lieux laissés de côté 1');
    expect(text).toContain('Lieux sans adresse : 1.');
  });

  test('offers every file with its size, the licence, and who the places come from', async () => {
    const { html, text } = await read('/donnees-ouvertes');
    for (const name of ['lieux.csv', 'lieux.json', 'lieux.geojson', 'lieux.ndjson', 'data-inclusion.json']) {
      expect(html).toContain(`href="/donnees-ouvertes/${name}"`);
    }
    expect(text).toMatch(/lieux\.csv .* octets/);
    expect(text).toContain('Licence Ouverte 2.0');
    expect(text).toMatch(/Réseau fictif .*non précisée .*3 .*24 novembre 2026/);
  });

  test('shows what changed by day and announces its feed', async () => {
    const { html, text } = await read('/donnees-ouvertes');
    expect(text).toContain('24 novembre 2026 ajoutés : 1');
    expect(html).toContain('<link rel="alternate" type="application/atom+xml"');
  });

  test('is also written in English', async () => {
    expect((await read('/donnees-ouvertes?lang=en')).text).toContain('Places published 2');
  });

  test('is whole in each language of the public pages, names of sources marked as French', async () => {
    const { html, text } = await read('/donnees-ouvertes?lang=ar');
    expect(html).toContain('<html lang="ar" dir="rtl"');
    expect(text).toContain('الأماكن المنشورة 2');
    expect(html).toContain('<bdi lang="fr">Réseau fictif</bdi>');
  });

  test('helps while the first places are loading', async () => {
    const response = await openDataApp(null).request('/donnees-ouvertes');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('Le service démarre');
  });
});

describe('the API page', () => {
  test('shows each operation with its parameters, and addresses to try on this very instance', async () => {
    const { html, text } = await read('/api');
    expect(text).toContain('GET /api/v1/lieux/{id}');
    expect(text).toContain('nombre entier, de 1 à 1 000, 20 si absent');
    expect(html).toContain('href="/api/v1/lieux?ou=Clairval"');
    expect(html).toContain('href="/api/v1/lieux/a"');
    expect(text).toContain('curl "https://maillon.example/api/v1/lieux?ou=Clairval"');
  });

  test('every address it gives to try answers', async () => {
    const app = openDataApp(CATALOGUE);
    const { html } = await read('/api', app);
    const paths = [...html.matchAll(/href="(\/api\/v1\/[^"]*)"/g)].map(([, path]) =>
      path!.replaceAll('&amp;', '&'),
    );
    const statuses = await Promise.all(paths.map(async (path) => (await app.request(path)).status));
    expect(paths.length).toBeGreaterThan(3);
    expect(statuses.every((status) => status === 200)).toBe(true);
  });

  test('explains each kind of error at the address that the error names', async () => {
    const { html } = await read('/api');
    for (const kind of ['parametre', 'lieu-inconnu', 'lieu-ferme', 'demarrage']) {
      expect(html).toContain(`id="erreur-${kind}"`);
    }
  });

  test('needs no script, in French or in English', async () => {
    const french = await read('/api');
    const english = await read('/api?lang=en');
    expect([...french.html.matchAll(/<script/g)].length, 'only the one that reads aloud').toBe(1);
    expect(english.text).toContain('whole number, from 1 to 1,000, 20 when absent');
    expect(english.text).not.toContain('nombre');
  });

  test('speaks the language asked for; the reference says in which it stays, and is marked so', async () => {
    const { html, text } = await read('/api?lang=es');
    expect(text).toContain('La explicación de cada operación y de cada parámetro está en francés.');
    expect(text).toContain('número entero, de 1 a 1000, 20 si falta');
    expect(html).toContain('<bdi lang="fr">Commune, code postal');
    expect((await read('/api')).html).not.toContain('<bdi lang="fr">');
  });

  test('lists every field of a place with the values it may take', async () => {
    const { text } = await read('/api');
    expect(text).toMatch(/prise_en_charge_specifique .* 7 valeurs possibles .*Illettrisme/);
    expect(text).toContain('distance_m');
  });
});
