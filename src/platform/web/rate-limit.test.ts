import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { WebEnv } from '../html/view.ts';
import { createRateLimiter } from './rate-limit.ts';

function limitedApp(trustedProxies: number) {
  let now = new Date('2026-11-24T13:10:00Z');
  const limiter = createRateLimiter({
    limit: 2,
    windowMs: 60_000,
    clock: () => now,
    key: new Uint8Array(32).fill(7),
    trustedProxies,
  });
  const app = new Hono<WebEnv>();
  app.get('/', (c) => c.text(String(limiter.waitSeconds(c))));
  const wait = async (forwarded: string) =>
    Number(await (await app.request('/', { headers: { 'x-forwarded-for': forwarded } })).text());
  return {
    wait,
    later: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
}

test('a caller waits until the end of the window once the limit is reached, and the others do not', async () => {
  const { wait, later } = limitedApp(1);
  expect([await wait('192.0.2.1'), await wait('192.0.2.1')]).toEqual([0, 0]);
  later(20);
  expect([await wait('192.0.2.1'), await wait('192.0.2.2')]).toEqual([40, 0]);
  later(40);
  expect(await wait('192.0.2.1')).toBe(0);
});

test('behind one proxy, only the address it wrote is believed; without one, none is', async () => {
  const behind = limitedApp(1);
  await behind.wait('198.51.100.1, 192.0.2.1');
  await behind.wait('198.51.100.2, 192.0.2.1');
  expect(await behind.wait('198.51.100.3, 192.0.2.1')).toBeGreaterThan(0);
  const alone = limitedApp(0);
  await alone.wait('192.0.2.1');
  await alone.wait('192.0.2.2');
  expect(await alone.wait('192.0.2.3')).toBeGreaterThan(0);
});

test('all the IPv6 addresses of one home are one caller', async () => {
  const { wait } = limitedApp(1);
  await wait('2001:db8:1:2::1');
  await wait('2001:db8:1:2:ffff::2');
  expect(await wait('2001:db8:1:2:3:4:5:6')).toBeGreaterThan(0);
  expect(await wait('2001:db8:1:3::1')).toBe(0);
});

test('an address is one caller however it is written', async () => {
  const { wait } = limitedApp(1);
  await wait('2001:db8::1');
  await wait('2001:DB8:0:0:1:2:3:4');
  expect(await wait('2001:0db8:0000:0000::2')).toBeGreaterThan(0);
  expect(await wait('[2001:db8::9]:4711')).toBeGreaterThan(0);
  expect(await wait('2001:db8:0:1::1')).toBe(0);
  await wait('192.0.2.9:1000');
  await wait('192.0.2.9:2000');
  expect(await wait('192.0.2.9')).toBeGreaterThan(0);
});

test('what counts only when it fails locks as many times after, and asking whether it is locked does not count', () => {
  let now = new Date('2026-11-24T13:10:00Z');
  const limiter = createRateLimiter({
    limit: 2,
    windowMs: 60_000,
    clock: () => now,
    key: new Uint8Array(32),
    trustedProxies: 0,
  });
  for (let asked = 0; asked < 5; asked += 1) expect(limiter.lockedSecondsOf('desk')).toBe(0);
  limiter.waitSecondsOf('desk');
  expect(limiter.lockedSecondsOf('desk')).toBe(0);
  limiter.waitSecondsOf('desk');
  expect([limiter.lockedSecondsOf('desk'), limiter.lockedSecondsOf('other desk')]).toEqual([60, 0]);
  now = new Date(now.getTime() + 60_000);
  expect(limiter.lockedSecondsOf('desk')).toBe(0);
});
