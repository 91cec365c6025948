import { describe, expect, test } from 'vitest';
import { fakeCaches } from '../../test/support/fake-caches.ts';
import { MOST_VISITS, openShelves, REFRESH_AFTER_MS } from './offline-shelves.ts';

const KEPT_ON = Date.parse('2026-11-24T13:10:00Z');

/** The file of a département as the server answers it at an instant. */
const file = (code: string, at: number, headers: Record<string, string> = {}) =>
  Response.json({ code }, { headers: { 'last-modified': new Date(at).toUTCString(), ...headers } });

/** Shelves over caches in memory; what is asked of the network is written down, and answered as the test says. */
function aPhone() {
  const caches = fakeCaches();
  const phone = {
    now: KEPT_ON,
    asked: [] as string[],
    answer: (path: string): Response => file(path.slice(-2), phone.now),
  };
  const shelves = openShelves({
    caches,
    now: () => phone.now,
    version: 'v2',
    fetch: async (path) => {
      phone.asked.push(path);
      return phone.answer(path);
    },
  });
  const keep = async (code: string, response = file(code, KEPT_ON)) =>
    (await caches.open('maillon-lieux')).put(`/hors-ligne/${code}`, response);
  return { caches, phone, shelves, keep };
}

describe('what was asked for once stays true', () => {
  test('places are asked for again once a week, and not before', async () => {
    const { phone, shelves, keep } = aPhone();
    await keep('69');
    phone.now = KEPT_ON + REFRESH_AFTER_MS - 1000;
    await shelves.refreshOld();
    expect(phone.asked).toEqual([]);
    phone.now = KEPT_ON + REFRESH_AFTER_MS;
    const before = await shelves.stamp();
    await shelves.refreshOld();
    await shelves.refreshOld();
    expect(phone.asked).toEqual(['/hors-ligne/69']);
    expect(await shelves.stamp()).not.toBe(before);
    phone.now += REFRESH_AFTER_MS;
    await shelves.refreshOld();
    expect(phone.asked).toHaveLength(2);
  });

  test('a week is seven days', () => {
    expect(REFRESH_AFTER_MS / 3_600_000).toBe(7 * 24);
  });

  test('each département has its own age; one kept without a date is renewed', async () => {
    const { phone, shelves, keep } = aPhone();
    await keep('69', file('69', KEPT_ON - REFRESH_AFTER_MS));
    await keep('33');
    await keep('38', Response.json({ code: '38' }));
    await shelves.refreshOld();
    expect(phone.asked).toEqual(['/hors-ligne/69', '/hors-ligne/38']);
  });

  test('a server that cannot answer takes nothing away', async () => {
    const { phone, shelves, keep } = aPhone();
    await keep('69', file('69', KEPT_ON - REFRESH_AFTER_MS));
    phone.answer = () => new Response('busy', { status: 503 });
    await shelves.refreshOld();
    expect(await shelves.departements()).toEqual([{ code: '69' }]);
  });
});

test('what lies beside the files of places is no place', async () => {
  const { caches, shelves, keep } = aPhone();
  await keep('69');
  await (await caches.open('maillon-lieux')).put('/hors-ligne/langue', new Response('fr'));
  expect(await shelves.departements()).toEqual([{ code: '69' }]);
  expect(await shelves.stamp()).not.toContain('langue');
});

test('the last fifty places visited stay, the one seen again among the latest', async () => {
  const { shelves } = aPhone();
  expect(MOST_VISITS).toBe(50);
  const visit = (rank: number) => shelves.keepVisit(`/lieux/lieu-${rank}`, new Response(`page ${rank}`));
  for (let rank = 1; rank <= MOST_VISITS; rank += 1) await visit(rank);
  await visit(1);
  await visit(MOST_VISITS + 1);
  const isKept = async (rank: number) => (await shelves.visitTo(`/lieux/lieu-${rank}`)) !== undefined;
  expect([await isKept(1), await isKept(2), await isKept(3), await isKept(51)]).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test('another version of the program takes the place of the files of the old one, and keeps the places', async () => {
  const { caches, shelves, keep } = aPhone();
  await keep('69');
  await (await caches.open('maillon-v1')).put('/assets/public.css', new Response('old'));
  await shelves.fillShell(['/assets/public.2.css']);
  await shelves.removeOld();
  expect(await shelves.fileOf(new Request('http://maillon.example/assets/public.css'))).toBeUndefined();
  expect(await shelves.fileOf(new Request('http://maillon.example/assets/public.2.css'))).toBeDefined();
  expect(await shelves.departements()).toHaveLength(1);
});

test('what another program keeps in the same browser is left alone', async () => {
  const { caches, shelves } = aPhone();
  await caches.open('pass-hors-ligne');
  await shelves.removeOld();
  expect(await caches.keys()).toContain('pass-hors-ligne');
});
