import { type SQL, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { refuse } from '../../kernel/result.ts';
import type { Database } from '../../platform/db/database.ts';
import { jsonParameter } from '../../platform/db/json-parameter.ts';
import { readJournal } from './actions/read-journal.ts';
import { verifyJournal } from './actions/verify-journal.ts';
import { checks } from './checks.ts';
import { append, type EntryDraft, emptyLedger, type Ledger } from './domain/ledger.ts';
import {
  type Answer,
  appendEntry,
  closePeriod,
  ledgerJson,
  openAccounts,
  readBalances,
} from './store/ledger.ts';

const NOON = new Date('2026-11-28T12:00:00.250Z');
const NAMES = ['funder:region', 'pass:1', 'pass:2', 'structure:mimosa'];

describe('the ledger in the database', () => {
  let db: Database;
  let round = 0;
  let prefix = '';
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());
  /** Accounts of its own for each test: a ledger is never emptied. */
  beforeEach(async () => {
    round += 1;
    prefix = `${round}:`;
    await openAccounts(db, floors(), NOON);
  });

  const name = (account: string) => prefix + account;
  const floors = () =>
    Object.fromEntries(NAMES.map((account) => [name(account), account.startsWith('funder') ? null : 0n]));
  const draft = (key: string, given: Partial<EntryDraft> & Pick<EntryDraft, 'kind'>): EntryDraft => ({
    key: prefix + key,
    actor: 'test',
    eventAt: NOON,
    createdAt: NOON,
    ...given,
  });
  const write = (one: EntryDraft) => db.inTransaction((transaction) => appendEntry(transaction, one));
  const fund = () =>
    write(
      draft('fund', { kind: 'post', legs: { [name('funder:region')]: -3000n, [name('pass:1')]: 3000n } }),
    );
  const faultKinds = async () => (await verifyJournal(readJournal(db))).faults.map(({ kind }) => kind);
  const checkFaults = async () => {
    const counts = await Promise.all(checks.map((check) => check.countFaults(db)));
    return counts.reduce((sum, count) => sum + count, 0);
  };

  const request = fc.record({
    kind: fc.constantFrom<EntryDraft['kind'][]>('post', 'hold', 'settle', 'void', 'reverse'),
    from: fc.constantFrom('funder:region', 'funder:region', 'pass:1', 'pass:2', 'structure:mimosa'),
    to: fc.constantFrom(...NAMES),
    cents: fc.bigInt(1n, 1500n),
    /** Chooses, among the entries that fit, the one that a settlement, a void or a reversal names. */
    roll: fc.nat(),
    key: fc.integer({ min: 0, max: 60 }),
    isLate: fc.boolean(),
  });
  const group = fc.array(request, { minLength: 1, maxLength: 4 });
  type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

  const FITTING: Partial<Record<EntryDraft['kind'], readonly EntryDraft['kind'][]>> = {
    settle: ['hold'],
    void: ['hold', 'hold', 'post'],
    reverse: ['post', 'settle', 'reverse'],
  };

  /** A request that has a chance, given what was written. Some are sent again as they were. */
  function toDraft(asked: Request, written: readonly EntryDraft[]): EntryDraft {
    const { kind, roll, key, isLate } = asked;
    if (roll % 10 === 0 && written[key]) return written[key];
    const fitting = written.flatMap((one, rank) => (FITTING[kind]?.includes(one.kind) ? [rank + 1] : []));
    const target = FITTING[kind] ? (fitting[roll % fitting.length] ?? 1_000) : undefined;
    const legs = legsOf(asked, target === undefined ? undefined : written[target - 1]);
    return draft(`key ${key}`, {
      kind,
      ...(target === undefined ? {} : { target }),
      ...(legs ? { legs } : {}),
      ...(kind === 'hold' && isLate ? { expiresAt: NOON } : {}),
    });
  }

  /** A settlement takes the way of its hold. */
  function legsOf({ kind, from, to, cents }: Request, target: EntryDraft | undefined) {
    if (kind === 'void' || kind === 'reverse') return null;
    const [left = name(from), right = name(to)] = kind === 'settle' ? Object.keys(target?.legs ?? {}) : [];
    return left === right ? null : { [left]: -cents, [right]: cents };
  }

  interface Both {
    model: Ledger;
    /** What was written, and its number in the database: the model counts from 1, the database goes on. */
    written: EntryDraft[];
    numbers: number[];
  }

  const writeTogether = async (drafts: readonly EntryDraft[]): Promise<Answer[]> => {
    const given = jsonParameter(drafts.map(ledgerJson));
    const [row] = await db.rows<{ answers: Answer[] }>(
      sql`select vouchers.ledger_append_each(${given}) as answers`,
    );
    return row!.answers;
  };

  /** Asks both for the same, the database in one go, and gives the answers that they agree on. */
  async function askBoth(asked: readonly Request[], both: Both): Promise<unknown[]> {
    const group = asked.map((one) => toDraft(one, both.written));
    const found = await writeTogether(
      group.map(({ target, ...rest }) =>
        target === undefined ? rest : { ...rest, target: both.numbers[target - 1] ?? -target },
      ),
    );
    return group.map((one, rank) => {
      const expected = append(both.model, one);
      const answer = found[rank]!;
      const said = 'refused' in answer ? answer.refused : answer.replayed;
      expect(said).toBe(expected.ok ? expected.value.appended.isReplayed : expected.refusal.kind);
      if (expected.ok) both.model = expected.value.ledger;
      if (!('refused' in answer) && !answer.replayed) {
        both.written.push(one);
        both.numbers.push(answer.number);
      }
      return said;
    });
  }

  test('says the same as the specification, however requests are grouped', async () => {
    const answers = new Set<unknown>();
    const agree = async (groups: Request[][]) => {
      round += 1;
      prefix = `${round}:`;
      await openAccounts(db, floors(), NOON);
      const both: Both = { model: emptyLedger(floors()), written: [], numbers: [] };
      for (const asked of groups) for (const said of await askBoth(asked, both)) answers.add(said);
      const balances = await readBalances(db);
      for (const [id, { postedCents, heldCents }] of both.model.accounts)
        expect([id, balances.get(id)]).toEqual([id, { postedCents, heldCents }]);
    };
    await fc.assert(fc.asyncProperty(fc.array(group, { minLength: 10, maxLength: 40 }), agree), {
      numRuns: 40,
    });
    expect([...answers].sort()).toEqual([
      'already-resolved',
      'already-reversed',
      false,
      'hold-expired',
      'insufficient-funds',
      'key-reused',
      'malformed',
      true,
      'unknown-target',
    ]);
    expect(await faultKinds()).toEqual([]);
    expect(await checkFaults()).toBe(0);
  });

  test('L2 raw SQL cannot write an entry that does not balance', async () => {
    await fund();
    const [row] = await db.rows<{ number: string }>(
      sql`select max(number)::text as number from vouchers.ledger_entry`,
    );
    await expect(
      db.rows(
        sql`insert into vouchers.ledger_leg values (${row!.number}::bigint, ${name('pass:2')}, 1, 5, 0, 'x')`,
      ),
    ).rejects.toThrow('does not balance');
    await expect(
      db.rows(sql`insert into vouchers.ledger_entry (key, kind, actor, reason, event_at, created_at, request_hash, content_hash)
        values ('raw', 'post', 'x', '', now(), now(), '', '')`),
    ).rejects.toThrow('does not balance');
  });

  test.each(['ledger_entry', 'ledger_leg', 'ledger_closing'])(
    'L3 %s is never rewritten nor emptied',
    async (table) => {
      const named = sql.raw(`vouchers.${table}`);
      for (const statement of [sql`delete from ${named}`, sql`truncate ${named}`])
        await expect(db.rows(statement)).rejects.toThrow('append only');
      const column = sql.raw(table === 'ledger_leg' ? 'hash' : 'actor');
      await expect(db.rows(sql`update ${named} set ${column} = ''`)).rejects.toThrow('append only');
    },
  );

  test('L3 an account keeps its name and its floor, and is never removed', async () => {
    await expect(db.rows(sql`update vouchers.ledger_account set floor_cents = null`)).rejects.toThrow(
      'floor',
    );
    await expect(db.rows(sql`delete from vouchers.ledger_account`)).rejects.toThrow('append only');
  });

  test('L11 a closed period takes no entry, and closes forward only', async () => {
    await fund();
    const until = new Date(NOON.getTime() + 1000);
    const legs = { [name('pass:1')]: -1n, [name('pass:2')]: 1n };
    // Undone at the end: a closed period would stay closed for the other tests.
    const seen = await db.inTransaction(async (transaction) =>
      refuse([
        await closePeriod(transaction, { until, actor: 'test', at: NOON }),
        await closePeriod(transaction, { until: NOON, actor: 'test', at: NOON }),
        await appendEntry(transaction, draft('late', { kind: 'post', legs })),
        (await appendEntry(transaction, draft('after', { kind: 'post', legs, eventAt: until }))).ok,
      ]),
    );
    expect(seen).toEqual({
      ok: false,
      refusal: [true, false, { ok: false, refusal: { kind: 'period-closed' } }, true],
    });
  });
});

/** Broken in a transaction that is then undone: the triggers that forbid it come back with the rows. */
describe('a ledger that was touched', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
    await openAccounts(db, { 'funder:region': null, 'pass:1': 0n, 'structure:mimosa': 0n }, NOON);
    for (const [key, from, to] of [
      ['1', 'funder:region', 'pass:1'],
      ['2', 'pass:1', 'structure:mimosa'],
      ['3', 'pass:1', 'structure:mimosa'],
    ] as const) {
      const cents = key === '1' ? 1500n : 400n;
      await db.inTransaction((transaction) =>
        appendEntry(transaction, {
          key,
          kind: 'post',
          legs: { [from]: -cents, [to]: cents },
          actor: 'médiatrice inventée',
          reason: 'Deux heures d’aide, « à l’accueil »\n\tavec un retour à la ligne',
          eventAt: NOON,
          createdAt: NOON,
        }),
      );
    }
  });
  afterAll(() => db.close());

  /** What verification and checks say of the ledger once it was touched. */
  async function touched(...statements: SQL[]): Promise<{ faults: string[]; isRed: boolean }> {
    const seen = await db.inTransaction<never, { faults: string[]; isRed: boolean }>(async (transaction) => {
      for (const table of ['ledger_entry', 'ledger_leg', 'ledger_account'])
        await transaction.rows(sql.raw(`alter table vouchers.${table} disable trigger all`));
      for (const statement of statements) await transaction.rows(statement);
      const { faults } = await verifyJournal(readJournal(transaction));
      const counts: number[] = [];
      for (const check of checks) counts.push(await check.countFaults(transaction));
      return refuse({ faults: faults.map(({ kind }) => kind), isRed: counts.some((count) => count > 0) });
    });
    if (seen.ok) throw new Error('The transaction was meant to be undone.');
    return seen.refusal;
  }

  test('untouched, it is found intact', async () => {
    expect(await touched()).toEqual({ faults: [], isRed: false });
  });

  test.each([
    ['an actor changed', sql`update vouchers.ledger_entry set actor = 'autre' where key = '2'`],
    [
      'a date changed',
      sql`update vouchers.ledger_entry set event_at = event_at + interval '1 day' where key = '2'`,
    ],
    [
      'amounts changed, balanced, with their accounts',
      sql`with leg as (update vouchers.ledger_leg set posted_cents = posted_cents * 2 where entry = 3 returning account, posted_cents)
        update vouchers.ledger_account set posted_cents = ledger_account.posted_cents + leg.posted_cents / 2 from leg where id = account`,
    ],
  ])('L10 a changed row is found: %s', async (_, touch) => {
    expect((await touched(touch)).faults).toContain('broken-chain');
  });

  test('L10 a removed entry is found, even with its legs and its money', async () => {
    const entry = sql`delete from vouchers.ledger_entry where key = '2'`;
    const money = sql`with leg as (delete from vouchers.ledger_leg where entry = 2 returning account, posted_cents)
      update vouchers.ledger_account set posted_cents = ledger_account.posted_cents - leg.posted_cents from leg where id = account`;
    const { faults } = await touched(entry, money);
    expect(faults).toEqual(expect.arrayContaining(['missing-leg', 'broken-chain']));
  });

  test('L10 the last entry removed is found by the accounts that remember it', async () => {
    const { faults, isRed } = await touched(
      sql`delete from vouchers.ledger_leg where entry = 3`,
      sql`delete from vouchers.ledger_entry where number = 3`,
    );
    expect(faults).toContain('head-differs');
    expect(isRed).toBe(true);
  });

  test('L10 two rows that changed places are found', async () => {
    const { faults } = await touched(
      sql`update vouchers.ledger_leg set rank = case rank when 2 then -3 else -2 end where account = 'pass:1' and rank > 1`,
      sql`update vouchers.ledger_leg set rank = -rank where rank < 0`,
    );
    expect(faults).toContain('missing-leg');
  });

  test.each([
    [
      'L2 an entry without one of its legs',
      sql`delete from vouchers.ledger_leg where entry = 2 and account = 'pass:1'`,
    ],
    [
      'L8 a balance changed by hand',
      sql`update vouchers.ledger_account set posted_cents = 99 where id = 'pass:1'`,
    ],
    [
      'L7 an account below its floor',
      sql`update vouchers.ledger_account set floor_cents = 5000 where id = 'pass:1'`,
    ],
  ])('the check goes red: %s', async (_, touch) => {
    const { faults, isRed } = await touched(touch);
    expect(isRed).toBe(true);
    expect(faults).not.toEqual([]);
  });
});
