import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicApp } from '../../../test/support/web.ts';

/** The pages alone: what is sent away beyond capacity is tested elsewhere. */
const app = publicApp({ capacity: { mostActive: 10_000, longestWaitMs: 60_000 } });

/** Texts made to hurt: scripts, control and bidirectional characters, lone surrogates, numbers that are none. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' OR 1=1 --",
  '\u0000\u0001\u001b[31m',
  '\u202eeyulpS\u2066\u2069\u200b',
  '%',
  '%00',
  '../../etc/passwd',
  '{{7*7}}',
  'NaN',
  '-1',
  '1e9',
  '1e400',
  '[object Object]',
  '__proto__',
  'constructor',
  'à'.repeat(2_000),
  'Saint '.repeat(400),
  '69 '.repeat(500),
  '(((((((((('.repeat(200),
];

const text = fc.oneof(
  fc.constantFrom(...HOSTILE, 'Lyon', 'carte vitale', 'ouvert-maintenant', '45.75'),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const NAMES = [
  'ou',
  'mots',
  'besoin',
  'services',
  'filtres',
  'lat',
  'lon',
  'page',
  'rayon',
  'lang',
  'jamais-vu',
];
const query = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), text), { maxLength: 8 })
  .map((pairs) => `/lieux?${new URLSearchParams(pairs)}`);

/** What the page was given never becomes markup of ours, nor turns the order of its lines around. */
async function isSafe(path: string): Promise<boolean> {
  const response = await app.request(path);
  const html = await response.text();
  return (
    response.status === 200 &&
    !/<script>|<img/.test(html) &&
    !html.includes('\u0000') &&
    !html.includes('\u001b') &&
    !/[\u202a-\u202e]/.test(html) &&
    (html.match(/<h1/g) ?? []).length === 1
  );
}

test('whatever an address asks, the answer is a page, and what was asked is never markup', async () => {
  await fc.assert(fc.asyncProperty(query, isSafe), { numRuns: 60 });
});

test('identifiers that never were answer 404 with a page that helps', async () => {
  for (const id of HOSTILE) {
    const response = await app.request(`/lieux/${encodeURIComponent(id)}`);
    expect(response.status, id).toBe(404);
    expect(await response.text(), id).toContain('<h1');
  }
});

test.each([
  ['a town of 10,000 letters', `ou=${'Lyon'.repeat(2_500)}`],
  ['10,000 letters in own words', `mots=${'carte vitale '.repeat(770)}`],
  [
    'a thousand services',
    `ou=Lyon&${'services=Utilisation+s%C3%A9curis%C3%A9e+du+num%C3%A9rique&'.repeat(1_000)}`,
  ],
  ['a thousand filters', `ou=Lyon&${'filtres=gratuit&filtres=surdite&'.repeat(500)}`],
  ['page one thousand million', 'ou=Lyon&page=1e9'],
  [
    'every filter at once',
    `ou=Lyon&${['gratuit', 'pass', 'surdite', 'anglais', 'femmes', 'jeunes'].map((f) => `filtres=${f}`).join('&')}`,
  ],
])('nothing is slow: %s', async (_, parameters) => {
  await app.request('/lieux?ou=Lyon');
  const startedMs = performance.now();
  const response = await app.request(`/lieux?${parameters}`);
  expect(response.status).toBe(200);
  expect(performance.now() - startedMs).toBeLessThan(1_000);
});

test('a place that has closed says so, with the nearest ones', async () => {
  const response = await app.request('/lieux/ferme');
  const html = await response.text();
  expect(response.status).toBe(410);
  expect(html).toContain('Ce lieu a fermé');
  expect(html).toContain('/lieux/trois-saules');
});
