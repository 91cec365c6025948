import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { fakeCaches } from '../../test/support/fake-caches.ts';
import { publicApp } from '../../test/support/web.ts';
import { ASSET_FOLDER } from '../platform/html/assets.ts';
import { isLang } from '../platform/i18n/messages.ts';
import { LANGUAGE_FACTS, PUBLIC_LANGUAGES, type PublicLang } from '../platform/i18n/public-languages.ts';

const ORIGIN = 'http://maillon.example';
const programOf = (lang: PublicLang): string =>
  readFileSync(join(ASSET_FOLDER, `hors-ligne.${lang}.js`), 'utf8');

interface FetchEventLike {
  request: { url: string; method: string; mode: string; referrer: string };
  respondWith(answer: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}

/** The built worker of one language, in a browser that keeps the Rhône and has no network. */
async function aPhone(lang: PublicLang) {
  const caches = fakeCaches();
  await (await caches.open('maillon-lieux')).put(
    '/hors-ligne/69',
    await publicApp().request('/hors-ligne/69'),
  );
  const listeners = new Map<string, (event: FetchEventLike) => void>();
  const scope = {
    caches,
    fetch: () => Promise.reject(new TypeError('no network')),
    location: new URL(ORIGIN),
    addEventListener: (type: string, listener: (event: FetchEventLike) => void) =>
      listeners.set(type, listener),
    ...{ URL, URLSearchParams, Request, Response, Headers, AbortSignal, TextDecoder, TextEncoder },
  };
  new Script(programOf(lang)).runInContext(createContext(Object.assign(scope, { self: scope })));
  const visit = async (path: string): Promise<{ status: number; html: string; location: string | null }> => {
    const answer = await new Promise<Response>((respondWith) =>
      listeners.get('fetch')!({
        request: { url: ORIGIN + path, method: 'GET', mode: 'navigate', referrer: '' },
        respondWith,
        waitUntil: () => undefined,
      }),
    );
    return {
      status: answer.status,
      html: await answer.text(),
      location: answer.headers.get('location'),
    };
  };
  return { caches, visit };
}

describe.each(PUBLIC_LANGUAGES)('a phone that speaks one language and has no network: %s', (lang) => {
  let phone: Awaited<ReturnType<typeof aPhone>>;
  beforeAll(async () => {
    phone = await aPhone(lang);
  });

  test.each([
    ['/', 200],
    ['/lieux?ou=Vaulx-en-Velin&besoin=demarche&filtres=gratuit', 200],
    ['/lieux?ou=Vaulx-en-Velin&filtres=gratuit&filtres=surdite&besoin=demarche', 200],
    ['/lieux?ou=nulle+part+ailleurs', 200],
    ['/lieux?mots=refaire+ma+carte+vitale+à+Vaulx-en-Velin', 200],
    ['/lieux/carte?ou=Bron', 200],
    ['/lieux/trois-saules', 200],
    ['/lieux/porte-close', 200],
    ['/lieux/trois-saules/agenda', 200],
    ['/lieux/ferme', 410],
    ['/lieux/inconnu', 404],
    ['/pro?ou=Vaulx-en-Velin&besoin=demarche', isLang(lang) ? 200 : 404],
    ['/accessibilite', 200],
    ['/vos-donnees', 200],
    ['/donnees-ouvertes', 404],
  ])('has all the words of %s', async (path, status) => {
    const answer = await phone.visit(path);
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(`<html lang="${LANGUAGE_FACTS[lang].tag}"`);
    expect(answer.html).not.toMatch(/undefined|\[object|NaN/);
    // Another language would be a button that does nothing: its words are not in this phone.
    expect(answer.html).not.toContain('hreflang="uk" href="/');
  });
});

describe('links that a person kept', () => {
  test('a place removed from the directory says so, even when its page was visited before', async () => {
    const { caches, visit } = await aPhone('fr');
    await (await caches.open('maillon-visites')).put('/lieux/ferme', new Response('<main>ouvert</main>'));
    const { status, html } = await visit('/lieux/ferme');
    expect(status).toBe(410);
    expect(html).not.toContain('ouvert</main>');
    expect(html).toContain('Pas de réseau');
  });

  test('a place that was merged leads to the one that stays', async () => {
    const { visit } = await aPhone('fr');
    expect(await visit('/lieux/ancien-saules')).toMatchObject({
      status: 301,
      location: '/lieux/trois-saules',
    });
  });

  test('a place visited elsewhere is shown as it was, with a word about the network', async () => {
    const { caches, visit } = await aPhone('fr');
    const page = new Response('<main id="contenu"><h1>Un lieu de Creuse</h1></main>');
    await (await caches.open('maillon-visites')).put('/lieux/en-creuse', page);
    const { status, html } = await visit('/lieux/en-creuse');
    expect(status).toBe(200);
    expect(html).toMatch(/<main id="contenu"><section.*Pas de réseau.*Un lieu de Creuse/s);
  });
});

test('a phone downloads one language: no word of the others, and less than 120 KB', () => {
  const french = programOf('fr');
  expect(french).toContain('Garder ces lieux');
  for (const word of ['Keep these places', 'Зберегти ці місця', 'Guardar estos lugares', 'حفظ هذه الأماكن'])
    expect(french).not.toContain(word);
  for (const lang of PUBLIC_LANGUAGES)
    expect(gzipSync(programOf(lang), { level: 9 }).length, lang).toBeLessThan(120_000);
});
