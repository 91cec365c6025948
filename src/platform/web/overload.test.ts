import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../../../test/support/web.ts';
import type { WebApp } from '../html/view.ts';
import { createLogger } from '../log.ts';
import { createWebApp } from './app.ts';

/** Waits until the test lets it go. */
const gate = { open: (): void => undefined, passed: Promise.resolve() };
const closeGate = () => {
  gate.passed = new Promise((resolve) => {
    gate.open = resolve;
  });
};

function spin(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

const pages = (app: WebApp): void => {
  app.get('/attend', async (c) => {
    await gate.passed;
    return c.html('<p>servi</p>');
  });
  app.get('/calcule', (c) => {
    spin(10);
    return c.html('<p>servi</p>');
  });
  app.get('/api/v1/lieux', (c) => c.json({}));
};

describe('load beyond capacity', () => {
  let server: Listening;
  beforeAll(async () => {
    server = await listen(
      createWebApp({
        config: { publicUrl: undefined, territoryName: 'Territoire fictif', helpPhone: '+33465710010' },
        clock: () => new Date('2026-11-24T13:10:00Z'),
        log: createLogger('silent'),
        isAdmin: () => false,
        isReady: () => true,
        shell: { pro: [], footer: [] },
        mounts: [pages],
        capacity: { mostActive: 40, longestWaitMs: 100 },
      }),
    );
  });
  afterAll(() => server.close());
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(server.origin + path, { headers });
  const statusesOf = async (answers: Promise<Response>[]) =>
    (await Promise.all(answers)).map(({ status }) => status);

  test('too many requests under way: the next ones are told so at once, kindly, and when to come back', async () => {
    closeGate();
    const waiting = Array.from({ length: 40 }, () => ask('/attend'));
    await expect.poll(async () => (await ask('/attend?de-trop')).status).toBe(503);
    const sentAway = await ask('/attend');
    expect(sentAway.headers.get('retry-after')).toBe('5');
    const page = await sentAway.text();
    expect(page).toContain('Ce n’est pas de votre faute');
    expect((await ask('/attend', { 'accept-language': 'es' })).headers.get('content-language')).toBe('es');
    expect((await ask('/api/v1/lieux')).headers.get('content-type')).toBe('application/problem+json');
    expect(
      await statusesOf([ask('/healthz'), ask('/readyz')]),
      'whoever watches the process is answered',
    ).toEqual([200, 200]);
    gate.open();
    expect(await statusesOf(waiting)).toEqual(Array(40).fill(200));
    expect((await ask('/attend')).status, 'it recovers by itself').toBe(200);
  });

  test('a crowd that computes: some are answered in time, the others sent away, then all is well again', async () => {
    await ask('/calcule');
    const statuses = await statusesOf(Array.from({ length: 120 }, () => ask('/calcule')));
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(10);
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThanOrEqual(10);
    expect(await statusesOf([ask('/calcule'), ask('/calcule')])).toEqual([200, 200]);
  });

  test('one long computation alone sends nobody away', async () => {
    const next = Array.from({ length: 8 }, () => ask('/attend'));
    setTimeout(() => spin(300), 0);
    expect(await statusesOf(next)).toEqual(Array(8).fill(200));
  });
});
