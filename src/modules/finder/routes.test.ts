import { describe, expect, test } from 'vitest';
import { aCatalogue, allCommunes, aPlace } from '../../../test/support/catalogue.ts';
import { demoCatalogue } from '../../../test/support/demo-places.ts';
import { finderMount, publicApp } from '../../../test/support/web.ts';
import { PUBLIC_LANGUAGES } from '../../platform/i18n/public-languages.ts';
import { FILTER_LEXICON, type SpokenFilter } from './domain/filter-lexicon.ts';
import { FILTERS } from './filter-messages.ts';
import { mount } from './index.ts';

const app = publicApp();

/** What a page says, without its marks, its no-break spaces as spaces. */
async function read(path: string, from = app): Promise<{ status: number; html: string; text: string }> {
  const response = await from.request(path);
  const html = await response.text();
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('\u2060', '')
    .replace(/\s+/g, ' ');
  return { status: response.status, html, text };
}

test('own words with a town give the list at once, and say what was understood', async () => {
  const { status, text } = await read('/lieux?mots=refaire+ma+carte+vitale+à+Vaulx-en-Velin');
  expect(status).toBe(200);
  expect(text).toContain('3 lieux pour faire une démarche, près de Vaulx-en-Velin');
  expect(text).toContain('Nous avons compris : faire une démarche');
});

test('own words without a town ask where, and carry the need, not the words', async () => {
  const { html, text } = await read('/lieux?mots=imprimer+un+papier');
  expect(text).toContain('Nous avons compris : utiliser internet');
  expect(html).toContain('<input type="hidden" name="besoin" value="internet"');
  expect(/<form.*?<\/form>/s.exec(html)?.[0]).not.toContain('imprimer');
});

test('a town misspelt is proposed above the places that bear nearly its name', async () => {
  const catalogue = aCatalogue([aPlace('agence', { name: 'Agence de Villeurbanne', codeInsee: '69266' })]);
  const { text } = await read('/lieux?ou=vileurbane', publicApp({ mounts: [finderMount(catalogue)] }));
  expect(text).toContain('Agence de Villeurbanne');
  expect(text).toMatch(/Vous vouliez peut-être dire.*Villeurbanne \(69100\) : 1 lieu autour/);
  // Nobody is told of a town without places beside places.
  expect((await read('/lieux?ou=Croch')).text).not.toContain('Vous vouliez peut-être dire');
});

test('a name of two things leads to both', async () => {
  const town = await read('/lieux?ou=Vienne');
  expect(town.text).toContain('C’est aussi le nom d’un autre endroit : Département Vienne (86)');
  expect(town.html).toContain('href="/lieux?ou=86"');
  const departement = await read('/lieux?ou=Creuse');
  expect(departement.text).toContain('dans le département Creuse (23)');
  expect(departement.html).toContain('href="/lieux?ou=Creuse+80480"');
});

test('a service that no tile shows is asked for by itself', async () => {
  const { text } = await read('/lieux?mots=montage+vidéo+Vaulx-en-Velin');
  expect(text).toContain('1 lieu près de Vaulx-en-Velin');
});

test('words that nobody understands lead to all places, never to an error', async () => {
  const where = await read('/lieux?mots=zzz+qqq');
  expect(where.status).toBe(200);
  expect(where.text).toContain('Nous n’avons pas compris « zzz qqq ». Ce n’est pas grave.');
  const list = await read('/lieux?mots=une+boulangerie+à+Bron');
  expect(list.text).toContain('lieux près de Bron');
});

test('a need written where a town was asked for is understood too', async () => {
  const { text } = await read('/lieux?ou=déclarer+mes+impôts');
  expect(text).toContain('Nous avons compris : faire une démarche');
});

describe('a filter said in one’s own words', () => {
  const said = Object.entries(FILTER_LEXICON).map(
    ([filter, { fr }]) => [filter as SpokenFilter, fr.split(',')[0]!] as const,
  );

  test.each(said)(
    '%s is never silent: named, removed by one press, and the town stays',
    async (filter, words) => {
      const { html, text } = await read(`/lieux?mots=${encodeURIComponent(`${words} à Vaulx-en-Velin`)}`);
      const name = FILTERS.fr.words[filter].toLowerCase();
      expect(text.toLowerCase()).toMatch(new RegExp(`nous avons compris : .*${name}`));
      const removals = [...html.matchAll(/<a[^>]*href="([^"]*)"[^>]*>(?:(?!<\/a>).)*Enlever/gs)].map(
        ([, href]) => href!.replaceAll('&amp;', '&'),
      );
      const without = removals.filter((href) => !href.includes(`filtres=${filter}`));
      expect(without.length).toBeGreaterThan(0);
      expect((await read(without[0]!)).text).toContain('36 lieux près de Vaulx-en-Velin');
    },
  );

  test('before the town is known, it waits in the form, and can be removed there', async () => {
    const { html, text } = await read('/lieux?mots=ordinateur+gratuit+le+samedi');
    expect(text).toContain('Nous avons compris : acheter du matériel moins cher, ouvert le samedi, gratuit');
    expect(html).toContain('<input type="hidden" name="filtres" value="ouvert-samedi|gratuit"');
    const removal = /href="([^"]*)"[^>]*>(?:(?!<\/a>).)*Enlever.: gratuit/s
      .exec(html)![1]!
      .replaceAll('&amp;', '&');
    const after = await read(removal);
    expect(after.html).toContain('<input type="hidden" name="filtres" value="ouvert-samedi"');
    expect(after.text).toContain('Où êtes-vous ?');
    expect(after.html).not.toContain('ds-error-summary');
  });

  test('written where a town was asked for, it is understood too', async () => {
    const { text } = await read('/lieux?ou=ouvert+maintenant+Vaulx-en-Velin');
    expect(text).toContain('Nous avons compris : ouvert maintenant');
  });
});

test('near a person: their position is cut to 100 m in every link', async () => {
  const { html, text } = await read('/lieux?lat=45.779123&lon=4.921587&besoin=demarche');
  expect(text).toContain('3 lieux pour faire une démarche, près de vous');
  expect(html).toContain('name="lat" value="45.779"');
  expect(html).toContain('value="4.922"');
});

test.each(['lat=NaN&lon=4', 'lat=91&lon=4', 'lat=45', 'lat=1e400&lon=-Infinity', 'lat=&lon='])(
  'a position that is none asks where: %s',
  async (query) => {
    expect((await read(`/lieux?${query}`)).text).toContain('Où êtes-vous ?');
  },
);

test('what was chosen is shown, each choice removed by one press', async () => {
  const { html, text } = await read('/lieux?ou=Vaulx-en-Velin&besoin=demarche&filtres=gratuit');
  expect(text).toContain('Enlever : faire une démarche');
  expect(text).toContain('Enlever : gratuit');
  expect(html).toContain('href="/lieux?ou=Vaulx-en-Velin&amp;filtres=gratuit"');
  expect(html).toContain('href="/lieux?ou=Vaulx-en-Velin&amp;besoin=demarche"');
});

test('an empty list proposes what to relax, and each way out gives what it says', async () => {
  const asked = '/lieux?ou=Vaulx-en-Velin&besoin=demarche&filtres=gratuit&filtres=surdite';
  const { html, text } = await read(asked);
  expect(text).toContain('Aucun lieu ne correspond à tous vos choix');
  expect(text).toContain('Enlever « Sourd ou malentendant » : 2 lieux');
  const ways = [...html.matchAll(/href="(\/lieux\?[^"]*)">.*?<\/a>/gs)].flatMap(([link, href = '']) => {
    const told = /: (\d+)\u00a0?(?:\s)?lieux?/.exec(link)?.[1];
    return told ? [{ href: href.replaceAll('&amp;', '&'), told }] : [];
  });
  expect(ways.length).toBeGreaterThan(1);
  for (const { href, told } of ways) {
    expect((await read(href)).text, href).toMatch(new RegExp(`Maillon.* ${told} lieux? `));
  }
});

test('open places close by stand first, and the page says so', async () => {
  const { html, text } = await read('/lieux?ou=Vaulx-en-Velin');
  expect(text).toContain('Les lieux ouverts tout près d’abord');
  expect(/href="\/lieux\/([\w-]+)">/.exec(html)?.[1]).toBe('trois-saules');
});

test('a service that moves says the day of its next stop', async () => {
  expect((await read('/lieux/tournee')).text).toContain('Vient vendredi 27 novembre, 9 h – 12 h');
  expect((await read('/lieux?ou=Thizy-les-Bourgs')).text).toContain('Vient vendredi 27 novembre, 9 h – 12 h');
});

test('an opening goes to the calendar of the person, by its day, or the next one', async () => {
  expect((await read('/lieux/trois-saules')).html).toContain('href="/lieux/trois-saules/agenda"');
  const choice = await read('/lieux/trois-saules/agenda');
  expect(choice.text).toContain('Mercredi 25 novembre, 14 h – 18 h');
  const asked = await app.request('/lieux/trois-saules/agenda.ics?le=2026-11-27T09:00');
  expect(asked.headers.get('content-type')).toContain('text/calendar');
  expect(await asked.text()).toContain('DTSTART:20261127T080000Z');
  expect((await read('/lieux/trois-saules/agenda.ics')).html).toContain('DTSTART:20261125T130000Z');
});

test('an opening that never was leads back to the choice, a place that moved to its new identifier', async () => {
  const past = await app.request('/lieux/trois-saules/agenda.ics?le=2020-01-01T09:00');
  expect([past.status, past.headers.get('location')]).toEqual([302, '/lieux/trois-saules/agenda']);
  const merged = await app.request('/lieux/ancien-saules/agenda.ics');
  expect([merged.status, merged.headers.get('location')]).toEqual([301, '/lieux/trois-saules/agenda.ics']);
  expect((await app.request('/lieux/ferme/agenda')).status).toBe(410);
});

test('rows written once serve every language and every distance as if they were written for them', async () => {
  const readIn = async (from: typeof app, lang: string, path: string) =>
    (await from.request(path, { headers: { cookie: `langue=${lang}` } })).text();
  const neverSeen = () =>
    publicApp({
      mounts: [
        (to) => {
          const catalogue = aCatalogue(demoCatalogue().places.map((place) => ({ ...place })));
          mount(to, { catalogue: () => catalogue, communes: allCommunes, mapGround: null });
        },
      ],
    });
  for (const path of ['/lieux?ou=Vaulx-en-Velin', '/lieux?ou=Bron', '/lieux/porte-close'])
    for (const lang of PUBLIC_LANGUAGES)
      expect(await readIn(app, lang, path), `${path} ${lang}`).toBe(await readIn(neverSeen(), lang, path));
});

test('a referrer takes the next stop of a service that moves, as a calendar file', async () => {
  const { html, text } = await read('/pro?ou=Thizy-les-Bourgs&besoin=apprendre');
  expect(text).toContain('Noter le passage : vendredi 27 novembre, 9 h – 12 h');
  const [, href] = /href="([^"]*agenda[.]ics[^"]*)"/.exec(html)!;
  const file = await app.request(href!);
  expect(file.headers.get('content-type')).toContain('text/calendar');
  expect(await file.text()).toContain('DTSTART:20261127T080000Z');
  expect((await read('/pro?ou=Vaulx-en-Velin&besoin=demarche')).html).not.toContain('agenda.ics');
});
