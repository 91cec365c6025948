import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PUBLIC_LANGUAGES, type PublicLang } from '../../src/platform/i18n/public-languages.ts';
import { filesMatching, isTest, PROJECT, readText } from './project.ts';

const TABLE_FILES = filesMatching('src/**/*{messages,-words}.ts').filter(
  (path) => !isTest(path) && readText(path).includes('definePublicMessages('),
);

type Table = Record<PublicLang, unknown>;

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && PUBLIC_LANGUAGES.every((lang) => lang in value);

async function tables(): Promise<[string, Table][]> {
  const found: [string, Table][] = [];
  for (const path of TABLE_FILES) {
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ join(PROJECT, path));
    for (const [name, value] of Object.entries(exported)) if (isTable(value)) found.push([name, value]);
  }
  return found;
}

/** Every wording of a table by its path; messages with facts are called with some. */
function wordings(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value === 'function') return new Map([[path, String(value(...FACTS.slice(0, value.length)))]]);
  const inside = Object.entries(value as object);
  return new Map(inside.flatMap(([key, one]) => [...wordings(one, `${path}.${key}`)]));
}

/** Read as numbers or as words. */
const FACTS = ['7', '8', '9', '10'];

/** Said in French in every language: names of services and of people’s own addresses. */
const NAMES =
  /Maillon|Pass numérique|OpenStreetMap|Bron|CAF|Défenseur des droits|RGAA|JavaScript|SIRET|Aidants Connect|Licence Ouverte|data·inclusion|UTF-8|Atom/;

/** « Date », « Source », « Message »: short words that languages share, and marks without letters. */
const MAY_BE_SHARED = /^(?:[\p{L} ]{0,12}|\P{L}*)$/u;

const all = await tables();

describe('public words', () => {
  test('exist in every language, and all tables are found', () => {
    expect(all.length).toBeGreaterThan(8);
    for (const [name, table] of all) {
      const french = [...wordings(table.fr)].filter(([, text]) => text !== '').map(([path]) => path);
      for (const lang of PUBLIC_LANGUAGES) {
        const empty = french.filter((path) => wordings(table[lang]).get(path) === '');
        expect(empty, `${name}, ${lang}`).toEqual([]);
      }
    }
  });

  test.each(['en', 'ar', 'uk', 'es'] as const)('leave no French in another language: %s', (lang) => {
    for (const [name, table] of all) {
      const french = wordings(table.fr);
      const left = [...wordings(table[lang])].filter(
        ([path, text]) =>
          text === french.get(path) && text !== '' && !NAMES.test(text) && !MAY_BE_SHARED.test(text),
      );
      expect(left, name).toEqual([]);
    }
  });

  test.each([
    ['ar', /\p{Script=Arabic}/u],
    ['uk', /\p{Script=Cyrillic}/u],
  ] as const)('are written in the script of the language: %s', (lang, script) => {
    for (const [name, table] of all) {
      const foreign = [...wordings(table[lang])].filter(
        ([, text]) => /\p{L}{3}/u.test(text.replace(NAMES, '')) && !script.test(text),
      );
      expect(foreign, name).toEqual([]);
    }
  });

  test('put no French space before a colon in another language', () => {
    for (const [name, table] of all) {
      for (const lang of ['en', 'ar', 'uk', 'es'] as const) {
        const spaced = [...wordings(table[lang])].filter(([, text]) => / [:;!?؟]/.test(text));
        expect(spaced, `${name}, ${lang}`).toEqual([]);
      }
    }
  });

  test('easy-to-read sentences are short', () => {
    const isLong = (sentence: string) => sentence.trim().split(/\s+/).length > 15;
    for (const [name, table] of all) {
      const long = [...wordings(table.falc)].flatMap(([path, text]) =>
        text
          .split(/[.?:]/)
          .filter(isLong)
          .map((sentence) => `${path}: ${sentence}`),
      );
      expect(long, name).toEqual([]);
    }
  });
});

/** Read by professionals: two languages, as management pages. */
const FOR_PROFESSIONALS =
  /finder\/pages\/(pro|parts\/(pro-form|best-place|score-table|reason-words))[.]tsx?$/;

test('public pages read the public language, so that none falls back into French unseen', () => {
  const pages = filesMatching('src/modules/finder/pages/**/*.{ts,tsx}').filter(
    (path) => !isTest(path) && !FOR_PROFESSIONALS.test(path),
  );
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter((path) => /\bview[.]lang\b/.test(readText(path)))).toEqual([]);
});
