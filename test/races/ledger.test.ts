import { beforeEach, expect, test } from 'vitest';
import { readJournal } from '../../src/modules/vouchers/actions/read-journal.ts';
import { verifyJournal } from '../../src/modules/vouchers/actions/verify-journal.ts';
import { appendEntry, openAccounts, readBalances } from '../../src/modules/vouchers/store/ledger.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { describeWithServer } from '../support/server-database.ts';

const NOON = new Date('2026-11-28T12:00:00Z');

/** Seeded, so that a failure can be played again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describeWithServer('the ledger on a server', (server) => {
  let db: Database;
  beforeEach(async () => {
    await server.empty();
    db = await server.open();
  });
  const move = (key: string, [from, to]: readonly [string, string], cents: bigint) =>
    db.inTransaction((transaction) =>
      appendEntry(transaction, {
        key,
        kind: 'post',
        legs: { [from]: -cents, [to]: cents },
        actor: 'test',
        eventAt: NOON,
        createdAt: NOON,
      }),
    );

  test('L7 fifty spendings of one pass at once: exactly one succeeds', async () => {
    await openAccounts(db, { funder: null, pass: 0n, structure: 0n }, NOON);
    await move('fund', ['funder', 'pass'], 1000n);
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, rank) => move(`spend ${rank}`, ['pass', 'structure'], 1000n)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await readBalances(db)).get('pass')?.postedCents).toBe(0n);
  });

  test('L4 fifty sendings of one request at once are one entry', async () => {
    await openAccounts(db, { funder: null, pass: 0n }, NOON);
    const results = await Promise.all(
      Array.from({ length: 50 }, () => move('once', ['funder', 'pass'], 1000n)),
    );
    const numbers = new Set(results.map((result) => (result.ok ? result.value.number : null)));
    expect([numbers.size, numbers.has(null)]).toEqual([1, false]);
    expect((await readBalances(db)).get('pass')?.postedCents).toBe(1000n);
  });

  test('L6 a thousand transfers at random, at once: no deadlock, and balances equal the sum of what was accepted', async () => {
    const accounts = Array.from({ length: 6 }, (_, rank) => `pass:${rank}`);
    await openAccounts(db, { funder: null, ...Object.fromEntries(accounts.map((id) => [id, 0n])) }, NOON);
    for (const id of accounts) await move(`fund ${id}`, ['funder', id], 5000n);
    const roll = dice(20_261_128);
    const expected = new Map(accounts.map((id) => [id, 5000n]));
    const transfers = Array.from({ length: 1000 }, (_, rank) => {
      const from = accounts[roll(6)]!;
      const to = accounts[(accounts.indexOf(from) + 1 + roll(5)) % 6]!;
      return { key: `transfer ${rank}`, from, to, cents: BigInt(1 + roll(900)) };
    });
    await Promise.all(
      transfers.map(async ({ key, from, to, cents }) => {
        const result = await move(key, [from, to], cents);
        if (!result.ok) return;
        expected.set(from, expected.get(from)! - cents);
        expected.set(to, expected.get(to)! + cents);
      }),
    );
    const balances = await readBalances(db);
    for (const [id, cents] of expected) expect([id, balances.get(id)?.postedCents]).toEqual([id, cents]);
    expect((await verifyJournal(readJournal(db))).faults).toEqual([]);
  });
});
