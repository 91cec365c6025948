import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGE_FACTS, type PublicLang } from '../../src/platform/i18n/public-languages.ts';
import { type PageText, readTexts } from '../support/page-texts.ts';
import { openPublicSite, type PublicSite } from '../support/public-site.ts';

/** Every page open to all, and each state that has words of its own. */
const PAGES = [
  '/',
  '/lieux?besoin=demarche',
  '/lieux?mots=zzz+qqq',
  '/lieux?ou=',
  '/lieux?ou=6950',
  '/lieux?ou=Vileurbanne',
  '/lieux?ou=Vaulx-en-Velin',
  '/lieux?ou=Lyon&page=2',
  '/lieux?ou=Saint-Priest',
  '/lieux?ou=Thizy-les-Bourgs&services=Aide+aux+démarches+administratives',
  '/lieux/carte?ou=Vaulx-en-Velin',
  '/lieux/trois-saules',
  '/lieux/trois-saules/agenda',
  '/lieux/trois-saules/sms',
  '/lieux/trois-saules/signaler',
  '/lieux/trois-saules/corriger',
  '/lieux/jeanne-plumier/corriger',
  '/lieux/trois-saules/corriger?lien=perime',
  '/lieux/le-crochet',
  '/lieux/puce-a-l-oreille',
  '/lieux/tilleuls',
  '/lieux/sans-rien',
  '/lieux/ferme',
  '/lieux/jamais-vu',
  '/nulle-part',
  '/donnees-ouvertes',
  '/api',
  '/integrer?ou=Bron',
  '/integrer/liste?ou=Bron',
  '/borne',
  '/borne?ou=Bron',
  '/borne/lieux?ou=Vaulx-en-Velin&besoin=demarche',
  '/borne/lieux/trois-saules?ou=Bron',
  '/accessibilite',
  '/vos-donnees',
  '/pass',
];

let site: PublicSite;
beforeAll(async () => {
  site = await openPublicSite();
});
afterAll(() => site.db.close());

const read = new Map<string, PageText[]>();

/** Each page is asked for once in each language: several tests read it. */
async function textsOf(path: string, lang: PublicLang): Promise<PageText[]> {
  const address = new URL(path, 'http://maillon.example');
  address.searchParams.set('lang', lang);
  const known = read.get(address.href);
  if (known) return known;
  const response = await site.app.request(address.href);
  const texts = readTexts(await response.text());
  read.set(address.href, texts);
  return texts;
}

const pages = () => [...PAGES, ...Object.values(site.letters)];

/** Written so everywhere: the product, services of the State, formats, keys, words of the API. */
const NAMES =
  /\b(?:Maillon|OpenStreetMap|RGAA|CAF|CSS|cookie|Enter|Pass numérique|Conseiller numérique|Aidants Connect|JavaScript|SMS|SIRET|CSV|JSON|GeoJSON|NDJSON|UTF|Atom|API|OpenAPI|ETag|If-None-Match|Link|null|RFC|INSEE|data·inclusion|Retry-After|detail|suivant|parametres)\b/gu;
/** What places, sources and people wrote themselves, and names of files. */
const DATA =
  /Défenseur des droits|Libre réponse 71120, 75342 Paris CEDEX 07|Saint-⁠?Priest|Thizy-les-Bourgs|Cyberbase disparue|annuaire-fictif|zzz qqq|application\/problem\+json|lieux[.]\w+|data-inclusion[.]json|Vaulx-⁠?en-⁠?Velin|Vileurbanne|Villeurbanne|Bron|Lyon|Rhône|Territoire fictif|\S+\.example\S*|\/[\w/{}.?=&]+/gu;

const bare = (text: string): string => text.replace(DATA, '').replace(NAMES, '');

/** By page, the texts in the language asked for that a test finds foreign to it. */
async function leftIn(lang: PublicLang, isForeign: (text: string, french: ReadonlySet<string>) => boolean) {
  const found: Record<string, string[]> = {};
  for (const path of pages()) {
    const french = new Set((await textsOf(path, 'fr')).map(({ text }) => text));
    const left = (await textsOf(path, lang))
      .filter((one) => one.lang === LANGUAGE_FACTS[lang].tag)
      .map(({ text }) => text)
      .filter((text) => isForeign(text, french));
    if (left.length > 0) found[path] = left;
  }
  return found;
}

describe('whatever the language asked for, no page falls back into French', () => {
  test.each(['ar', 'uk'] as const)('%s: no word in our letters, save names', async (lang) => {
    expect(await leftIn(lang, (text) => /\p{Script=Latin}{3,}/u.test(bare(text)))).toEqual({});
  });

  test.each(['es', 'en'] as const)('%s: no sentence of the French page', async (lang) => {
    const isSentence = (text: string) => /\p{L}{2,}\s+\p{L}{2,}/u.test(bare(text));
    expect(await leftIn(lang, (text, french) => french.has(text) && isSentence(text))).toEqual({});
  });

  test('the file of a calendar says in the language asked for how one comes', async () => {
    const file = await site.app.request('/lieux/puce-a-l-oreille/agenda.ics?lang=uk');
    expect(await file.text()).toContain('DESCRIPTION:Потрібно записатися.');
  });

  test('a wording that nobody concerned has read says so on each page', async () => {
    const silent: string[] = [];
    for (const path of pages())
      for (const lang of ['falc', 'ar', 'uk', 'es', 'en'] as const) {
        const texts = (await textsOf(path, lang)).map(({ text }) => text).join('\n');
        if (!texts.includes(LANGUAGE_FACTS[lang].notReviewed!)) silent.push(`${path} ${lang}`);
      }
    expect(silent).toEqual([]);
  });
});
