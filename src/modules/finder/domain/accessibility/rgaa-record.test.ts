import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publicApp } from '../../../../../test/support/web.ts';
import { findProjectFolder } from '../../../../platform/project-folder.ts';
import { RGAA_RECORD, type RgaaRecord, statementOf } from './rgaa-record.ts';

/** Criteria in each of the 13 themes of RGAA 4.1.2. */
const OFFICIAL = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

const PAGES = [
  '/',
  '/lieux?besoin=demarche',
  '/lieux?ou=Vaulx-en-Velin',
  '/lieux?ou=Lyon&page=2',
  '/lieux?ou=Thizy-les-Bourgs&services=Aide+aux+démarches+administratives',
  '/lieux/trois-saules',
  '/lieux/puce-a-l-oreille',
  '/lieux/le-crochet',
  '/lieux/jamais-vu',
  '/vos-donnees',
  '/lieux/carte?ou=Bron',
  '/borne?ou=Bron',
  '/integrer/liste?ou=Bron',
  '/pro?ou=Vaulx-en-Velin',
];

const app = publicApp();
const htmlOf = async (path: string) => (await app.request(`http://maillon.example${path}`)).text();

test('the 106 criteria are recorded, once each, in their order', () => {
  const numbers = OFFICIAL.flatMap((count, theme) =>
    Array.from({ length: count }, (_, rank) => `${theme + 1}.${rank + 1}`),
  );
  expect(numbers.length).toBe(106);
  expect(RGAA_RECORD.criteria.map(({ number }) => number)).toEqual(numbers);
  expect(RGAA_RECORD.themes.length).toBe(OFFICIAL.length);
});

test('nothing passes, fails or is left aside without evidence', () => {
  const unproved = RGAA_RECORD.criteria.filter(
    ({ standing, tests = [], inspected }) => standing !== 'not-tested' && tests.length === 0 && !inspected,
  );
  expect(unproved).toEqual([]);
  const dated = RGAA_RECORD.criteria.flatMap(({ inspected }) => (inspected ? [inspected.on] : []));
  expect(dated.every((date) => /^\d{4}-\d\d-\d\d$/.test(date))).toBe(true);
});

test('the tests that are named exist', () => {
  const named = new Set(RGAA_RECORD.criteria.flatMap(({ tests = [] }) => tests));
  const missing = [...named].filter((evidence) => {
    const [path = '', name = ''] = evidence.split(' > ');
    const file = join(findProjectFolder(), path);
    return !existsSync(file) || !readFileSync(file, 'utf8').includes(name);
  });
  expect(missing).toEqual([]);
});

test('what is said absent is absent from public pages', async () => {
  const markup = (await Promise.all(PAGES.map(htmlOf))).join('\n');
  const absent = new Set(RGAA_RECORD.criteria.flatMap((criterion) => criterion.absent ?? []));
  const present = [...absent].filter((part) =>
    part.includes('=') ? markup.includes(part) : new RegExp(`<${part}[\\s>]`).test(markup),
  );
  expect(absent.size).toBeGreaterThan(5);
  expect(present).toEqual([]);
});

test('every page is a document with its language and a title of its own', async () => {
  const pages = await Promise.all(PAGES.map(htmlOf));
  expect(pages.filter((page) => !/^<!doctype html><html lang="fr"/.test(page))).toEqual([]);
  const titles = pages.map((page) => /<title>(.+?)<\/title>/.exec(page)?.[1]);
  expect(new Set(titles).size).toBe(PAGES.length);
});

const audited = (pass: number, fail: number): RgaaRecord => ({
  ...RGAA_RECORD,
  audits: [
    { on: '2020-01-01', by: 'Cabinet fictif', pass: 0, fail: 50 },
    { on: '2027-03-01', by: 'Cabinet fictif', pass, fail },
  ],
});

test('without an audit by a person there is no rate, and the state is not compliant', () => {
  expect(statementOf({ ...RGAA_RECORD, audits: [] })).toMatchObject({ state: 'not-compliant', rate: null });
});

test('the rate is computed from the latest audit', () => {
  expect(statementOf(audited(45, 5))).toMatchObject({ state: 'partly-compliant', rate: 0.9 });
  expect(statementOf(audited(24, 26)).state).toBe('not-compliant');
  expect(statementOf(audited(50, 0)).state).toBe('compliant');
});

test('the statement shows what was checked, what was not, and never a rate', async () => {
  const page = await htmlOf('/accessibilite');
  const { counts } = statementOf(RGAA_RECORD);
  expect(page.replaceAll('\u00a0', ' ')).toContain('<h1 class="m-title">Accessibilité : non conforme');
  expect(page).toContain(`${counts.pass} tenues`);
  expect(page).toContain(`${counts['not-tested']} pas encore vérifiées`);
  expect(page).toContain('10.11');
  expect(page).not.toContain('100 %');
});
