import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { aView } from '../../../test/support/view.ts';
import type { WebEnv } from '../html/view.ts';
import { keepPages } from './keep-pages.ts';

/** An application that counts the pages it renders; minute, data and session are what the test says. */
function countingApp(mostBytes?: number) {
  const state = {
    now: new Date('2026-11-24T13:10:05Z'),
    data: 1 as number | null,
    isAdmin: false,
    rendered: 0,
    names: [] as string[],
    slowly: Promise.resolve(),
  };
  const app = new Hono<WebEnv>();
  app.use(async (c, next) => {
    c.set('view', aView({ now: c.env?.at ?? state.now, isAdmin: state.isAdmin }));
    await next();
  });
  app.use(
    '/page/*',
    keepPages({
      version: () => state.data,
      alsoFrom: (c) => (c.req.query('lat') ? null : ''),
      askItself: (request, env) => app.fetch(request, env),
      ...(mostBytes !== undefined && { mostBytes }),
    }),
  );
  app.get('/page/:name', async (c) => {
    state.rendered += 1;
    const name = c.req.param('name');
    state.names.push(name);
    await state.slowly;
    if (name === 'heure') return c.render(c.get('view').now.toISOString());
    return name === 'absente' ? c.notFound() : c.render(`<h1>${name}</h1>`);
  });
  const ask = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
  return { state, ask };
}

test('a page asked twice in a minute is rendered once, and again the next minute or when the data change', async () => {
  const { state, ask } = countingApp();
  await ask('/page/lyon');
  expect(await (await ask('/page/lyon')).text()).toBe('<h1>lyon</h1>');
  expect(state.rendered).toBe(1);
  state.now = new Date('2026-11-24T13:11:00Z');
  await ask('/page/lyon');
  expect(state.rendered).toBe(2);
  state.data = 2;
  await ask('/page/lyon');
  expect(state.rendered).toBe(3);
});

test('a page that was being rendered when the minute turned is rendered again in the next one', async () => {
  const { state, ask } = countingApp();
  let finish = () => {};
  state.slowly = new Promise((done) => {
    finish = done;
  });
  const begun = ask('/page/lyon');
  state.now = new Date('2026-11-24T13:11:00Z');
  state.slowly = Promise.resolve();
  await ask('/page/bron');
  finish();
  await begun;
  await ask('/page/lyon');
  expect(state.rendered).toBe(3);
});

test('a browser receives the coding that it reads, the same page in each', async () => {
  const { ask } = countingApp();
  const bytes = async (coding: string) => {
    const response = await ask('/page/lyon', { 'accept-encoding': coding });
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    return {
      coding: response.headers.get('content-encoding'),
      body: Buffer.from(await response.arrayBuffer()),
    };
  };
  const [br, gzip, plain] = [await bytes('gzip, deflate, br'), await bytes('gzip'), await bytes('identity')];
  expect([br.coding, gzip.coding, plain.coding]).toEqual(['br', 'gzip', null]);
  const read = [brotliDecompressSync(br.body), gunzipSync(gzip.body), plain.body].map(String);
  expect(read).toEqual(Array(3).fill('<h1>lyon</h1>'));
});

test('what is meant for one person, and what is not a page, is never kept', async () => {
  const { state, ask } = countingApp();
  const twice = async (path: string, headers = {}) => {
    const before = state.rendered;
    await ask(path, headers);
    await ask(path, headers);
    return state.rendered - before;
  };
  expect(await twice('/page/a', { cookie: 'session=1' })).toBe(2);
  expect(await twice('/page/b?lang=en')).toBe(2);
  expect(await twice('/page/absente')).toBe(2);
  expect(await twice('/page/ici?lat=45.7')).toBe(2);
  expect(await twice('/page/c', { cookie: 'langue=en' })).toBe(1);
  state.isAdmin = true;
  expect(await twice('/page/d')).toBe(2);
  state.isAdmin = false;
  state.data = null;
  expect(await twice('/page/e')).toBe(2);
});

test('pages kept never weigh more than the limit: the oldest leave', async () => {
  const { state, ask } = countingApp(30);
  for (const name of ['a', 'b', 'c', 'd']) await ask(`/page/${name}`);
  await ask('/page/d');
  expect(state.rendered).toBe(4);
  await ask('/page/a');
  expect(state.rendered).toBe(5);
});

describe('the minute to come', () => {
  test('a page asked for twice is ready when the next minute begins, and says that minute', async () => {
    const { state, ask } = countingApp();
    const inEnglish = { 'accept-language': 'en', cookie: 'langue=en' };
    await ask('/page/heure', inEnglish);
    await ask('/page/lyon');
    await ask('/page/heure', inEnglish);
    await expect.poll(() => state.rendered).toBe(3);
    state.now = new Date('2026-11-24T13:11:40Z');
    expect(await (await ask('/page/heure', inEnglish)).text()).toBe('2026-11-24T13:11:00.000Z');
    expect(state.rendered).toBe(3);
    await ask('/page/lyon');
    expect(state.rendered).toBe(4);
  });

  test('one that nobody came back for is not made ready a second time', async () => {
    const { state, ask } = countingApp();
    await ask('/page/lyon');
    await ask('/page/lyon');
    await expect.poll(() => state.rendered).toBe(2);
    state.now = new Date('2026-11-24T13:11:00Z');
    await ask('/page/lyon');
    await ask('/page/bron');
    await ask('/page/bron');
    // Bron was asked for last: when it is ready, all that had to be is.
    await expect.poll(() => state.names).toEqual(['lyon', 'lyon', 'bron', 'bron']);
  });

  test('when the data change meanwhile, what was ready is rendered again', async () => {
    const { state, ask } = countingApp();
    await ask('/page/lyon');
    await ask('/page/lyon');
    await expect.poll(() => state.rendered).toBe(2);
    state.data = 2;
    state.now = new Date('2026-11-24T13:11:00Z');
    await ask('/page/lyon');
    expect(state.rendered).toBe(3);
  });

  test('it pushes out no page of this one', async () => {
    const { state, ask } = countingApp(30);
    for (const name of ['a', 'b', 'c', 'c']) await ask(`/page/${name}`);
    await expect.poll(() => state.rendered).toBe(4);
    for (const name of ['a', 'b', 'c']) await ask(`/page/${name}`);
    expect(state.rendered).toBe(4);
  });
});
