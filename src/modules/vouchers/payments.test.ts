import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statusReport } from '../../../test/support/bank-answer.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import {
  APPROVER,
  addBankAccount,
  createScheme,
  MIMOSA,
  must,
  REGION,
  TULIPE,
  withEscrow,
} from '../../../test/support/scheme.ts';
import type { LocalDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/result.ts';
import type { Database } from '../../platform/db/database.ts';
import { decideBankAccount, proposeBankAccount } from './actions/bank-accounts.ts';
import { readBankFile, resolvePayment } from './actions/bank-answers.ts';
import { approveBatch, cancelBatch, paymentFileOf, prepareBatch } from './actions/batches.ts';
import { decideEscrow, proposeEscrow } from './actions/escrow.ts';
import { undoRedemption } from './actions/undo-redemption.ts';
import { checks } from './checks.ts';
import { accountOf } from './domain/accounts.ts';
import { readBalance } from './store/ledger.ts';
import { listPayments } from './store/payments.ts';

const EXECUTE_ON = '2026-12-01' as LocalDate;

describe('payments', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(async () => {
    expect(await faults()).toBe(0);
    await db.close();
  });

  /** A programme where Mimosa is owed two hours since the day before. */
  async function owing(places = [MIMOSA]) {
    const scheme = await createScheme(db, { places });
    await withEscrow(scheme);
    // Accounts belong to structures, whatever the programme: those of the test before are forgotten.
    await db.rows(sql`update vouchers.bank_account set state = 'replaced'`);
    const { code } = await scheme.give();
    for (const hand of places) must(await scheme.redeem(code, 2, { hand }));
    for (const hand of places) await addBankAccount(hand, scheme.deps);
    scheme.setNow('2026-11-28T09:00:00Z');
    const prepare = () =>
      prepareBatch({ programme: scheme.programme, executeOn: EXECUTE_ON }, REGION, scheme.deps);
    const payable = (hand = MIMOSA) =>
      readBalance(db, accountOf.payable(scheme.programme, hand.organisation));
    return { ...scheme, code, prepare, payable };
  }

  const faults = async () => {
    const counts = await Promise.all(checks.map((check) => check.countFaults(db)));
    return counts.reduce((sum, count) => sum + count, 0);
  };

  test('P6 prepared by one, approved by another, paid once whatever the bank repeats', async () => {
    const { prepare, payable, programme, deps } = await owing();
    const { batch, cents } = must(await prepare());
    expect(cents).toBe(3000n);
    expect(await prepare()).toEqual(refuse({ kind: 'nothing-due' }));
    expect(await approveBatch(batch, REGION, deps)).toEqual(refuse({ kind: 'same-person' }));
    expect(await paymentFileOf(batch, REGION, deps)).toEqual(refuse({ kind: 'not-approved' }));
    must(await approveBatch(batch, APPROVER, deps));
    expect(await approveBatch(batch, APPROVER, deps)).toEqual(refuse({ kind: 'already-decided' }));
    const [payment] = await listPayments(db, batch);
    const file = { name: 'reponse.xml', content: statusReport([{ id: payment!.id, status: 'ACSC' }]) };
    expect(must(await readBankFile(file, REGION, deps))).toMatchObject({ isReplayed: false, paid: 1 });
    const balances = () =>
      Promise.all([payable(), readBalance(db, accountOf.reimbursed(programme, MIMOSA.organisation))]);
    expect(await balances()).toEqual([0n, 3000n]);
    expect(must(await readBankFile(file, REGION, deps))).toMatchObject({ isReplayed: true, paid: 1 });
    expect(await balances()).toEqual([0n, 3000n]);
    expect(await faults()).toBe(0);
  });

  test('P5 the account that pays changes by two people, and nothing leaves it meanwhile', async () => {
    const { prepare, programme, deps, setNow } = await owing();
    const typed = { programme, holder: 'Région Exemple', iban: 'DE89370400440532013000', bic: '' };
    expect(await proposeEscrow(typed, MIMOSA, deps)).toEqual(refuse({ kind: 'unknown-programme' }));
    const { account } = must(await proposeEscrow(typed, REGION, deps));
    expect(await prepare()).toEqual(refuse({ kind: 'escrow-waiting' }));
    const agreed = { programme, account, isAgreed: true };
    expect(await decideEscrow(agreed, REGION, deps)).toEqual(refuse({ kind: 'same-person' }));
    expect(await decideEscrow(agreed, MIMOSA, deps)).toEqual(refuse({ kind: 'unknown-programme' }));
    const other = await createScheme(db, { places: [] });
    expect(await decideEscrow({ ...agreed, programme: other.programme }, APPROVER, deps)).toEqual(
      refuse({ kind: 'unknown-account' }),
    );
    must(await decideEscrow(agreed, APPROVER, deps));
    expect(await decideEscrow(agreed, APPROVER, deps)).toEqual(refuse({ kind: 'already-decided' }));
    const until = new Date('2026-11-30T09:00:00Z');
    expect(await prepare()).toEqual(refuse({ kind: 'escrow-delay', until }));
    setNow(until.toISOString());
    const { batch } = must(await prepare());
    must(await approveBatch(batch, APPROVER, deps));
    expect(must(await paymentFileOf(batch, REGION, deps)).xml).toContain(
      '<IBAN>DE89370400440532013000</IBAN>',
    );
  });

  test('P5 an account refused leaves the former one, which pays as before', async () => {
    const { prepare, programme, deps } = await owing();
    const typed = { programme, holder: 'Région Exemple', iban: 'DE89370400440532013000', bic: '' };
    const { account } = must(await proposeEscrow(typed, REGION, deps));
    must(await decideEscrow({ programme, account, isAgreed: false }, APPROVER, deps));
    expect(must(await prepare()).cents).toBe(3000n);
  });

  test('P3 the file of a batch is the same bytes each time, under an identifier of its own', async () => {
    const { prepare, deps } = await owing();
    const { batch } = must(await prepare());
    must(await approveBatch(batch, APPROVER, deps));
    const [first, again] = [
      must(await paymentFileOf(batch, REGION, deps)),
      must(await paymentFileOf(batch, REGION, deps)),
    ];
    expect(again.xml).toBe(first.xml);
    expect(first.xml).toContain(`<MsgId>${batch}</MsgId>`);
    expect(first.xml).toContain('<InstdAmt Ccy="EUR">30.00</InstdAmt>');
    expect(await paymentFileOf(batch, MIMOSA, deps)).toEqual(refuse({ kind: 'unknown-batch' }));
  });

  test('P7 refused by the bank, the place is owed again, and paid by the next batch', async () => {
    const { prepare, payable, deps } = await owing();
    const { batch } = must(await prepare());
    must(await approveBatch(batch, APPROVER, deps));
    const [payment] = await listPayments(db, batch);
    const refusal = {
      name: 'rejet.xml',
      content: statusReport([{ id: payment!.id, status: 'RJCT', reason: 'AC04' }]),
    };
    expect(must(await readBankFile(refusal, REGION, deps))).toMatchObject({ rejected: 1 });
    expect(await payable()).toBe(3000n);
    const next = must(await prepare());
    expect(next.cents).toBe(3000n);
    expect((await listPayments(db, next.batch))[0]!.id).not.toBe(payment!.id);
    expect(await faults()).toBe(0);
  });

  test('P7 sent back after it was paid: reversed, and owed again', async () => {
    const { prepare, payable, deps } = await owing();
    const { batch } = must(await prepare());
    must(await approveBatch(batch, APPROVER, deps));
    const [payment] = await listPayments(db, batch);
    const said = { payment: payment!.id, reasonCode: null, saidCents: null };
    must(await resolvePayment({ ...said, outcome: 'paid' }, REGION, deps));
    must(await resolvePayment({ ...said, outcome: 'returned', reasonCode: 'AC04' }, REGION, deps));
    expect(must(await resolvePayment({ ...said, outcome: 'rejected' }, REGION, deps)).isReplayed).toBe(true);
    expect(await payable()).toBe(3000n);
    expect(await resolvePayment({ ...said, outcome: 'paid' }, REGION, deps)).toEqual(
      refuse({ kind: 'already-resolved-otherwise', outcome: 'returned' }),
    );
    expect(await resolvePayment({ ...said, outcome: 'returned', saidCents: 1n }, REGION, deps)).toEqual(
      refuse({ kind: 'amount-differs', cents: 3000n, saidCents: 1n }),
    );
    expect(await faults()).toBe(0);
  });

  test('a batch given up before it is approved frees everything it took', async () => {
    const { prepare, payable, deps } = await owing();
    const { batch } = must(await prepare());
    must(await cancelBatch(batch, REGION, deps));
    expect(await approveBatch(batch, APPROVER, deps)).toEqual(refuse({ kind: 'already-decided' }));
    expect(await payable()).toBe(3000n);
    expect(must(await prepare()).cents).toBe(3000n);
    expect(await faults()).toBe(0);
  });

  test('V11 what can still be undone is not paid yet, and what is in a batch cannot be undone', async () => {
    const { redeem, code, prepare, deps } = await owing();
    const { redemption } = must(await redeem(code, 1));
    expect(must(await prepare()).cents).toBe(3000n);
    must(await undoRedemption(redemption.id, MIMOSA, deps));
    const [taken] = await db.rows<{ id: string }>(
      sql`select id from vouchers.redemption where payment is not null order by recorded_at desc limit 1`,
    );
    expect(await undoRedemption(taken!.id, MIMOSA, deps)).toEqual(refuse({ kind: 'already-in-payment' }));
  });

  test('P5 P8 a change of account takes a second person and a delay; meanwhile nothing is paid', async () => {
    const { prepare, deps, setNow } = await owing();
    const typed = { holder: 'Association Mimosa Exemple', iban: 'DE89 3704 0044 0532 0130 00', bic: '' };
    expect(await proposeBankAccount({ ...typed, iban: 'DE89 3704 0044 0532 0130 01' }, MIMOSA, deps)).toEqual(
      refuse({ kind: 'iban-key-wrong' }),
    );
    const { id } = must(await proposeBankAccount(typed, MIMOSA, deps));
    expect(await prepare()).toEqual(refuse({ kind: 'nothing-due' }));
    const decision = { id, isAgreed: true, delayDays: 2 };
    expect(await decideBankAccount(decision, MIMOSA, deps)).toEqual(refuse({ kind: 'same-person' }));
    must(await decideBankAccount(decision, { ...MIMOSA, person: 'p-tresorerie' }, deps));
    expect(await decideBankAccount(decision, APPROVER, deps)).toEqual(refuse({ kind: 'already-decided' }));
    expect(await prepare()).toEqual(refuse({ kind: 'nothing-due' }));
    setNow('2026-11-30T09:00:00Z');
    const { batch } = must(await prepare());
    expect((await listPayments(db, batch)).map(({ iban, holder }) => [iban, holder])).toEqual([
      ['DE89370400440532013000', 'Association Mimosa Exemple'],
    ]);
  });

  test('P5 an account changed once the batch is prepared: it is not approved, the next one pays as agreed', async () => {
    const { prepare, programme, deps } = await owing();
    const refused = refuse({ kind: 'account-changed' });
    const { batch } = must(await prepare());
    const typed = { holder: 'Association Mimosa Exemple', iban: 'DE89370400440532013000', bic: '' };
    const { id } = must(await proposeBankAccount(typed, MIMOSA, deps));
    expect(await approveBatch(batch, APPROVER, deps)).toEqual(refused);
    must(await decideBankAccount({ id, isAgreed: true, delayDays: 0 }, REGION, deps));
    expect(await approveBatch(batch, APPROVER, deps)).toEqual(refused);
    must(await cancelBatch(batch, REGION, deps));
    const next = must(await prepare());
    const escrow = { programme, holder: 'Région Exemple', iban: 'DE89370400440532013000', bic: '' };
    const { account } = must(await proposeEscrow(escrow, REGION, deps));
    expect(await approveBatch(next.batch, APPROVER, deps)).toEqual(refused);
    must(await decideEscrow({ programme, account, isAgreed: false }, APPROVER, deps));
    must(await approveBatch(next.batch, APPROVER, deps));
  });

  test('P8 one structure waits for its account, the other is paid', async () => {
    const { prepare, payable, deps } = await owing([MIMOSA, TULIPE]);
    must(
      await proposeBankAccount(
        { holder: 'Tulipe Exemple', iban: 'DE89370400440532013000', bic: '' },
        TULIPE,
        deps,
      ),
    );
    const { payments, cents } = must(await prepare());
    expect([payments, cents, await payable(TULIPE)]).toEqual([1, 3000n, 3000n]);
  });

  describe('each invariant is seen broken', () => {
    /** Something of everything: paid, owed, in hands. */
    beforeAll(async () => {
      const { prepare, redeem, code, deps } = await owing();
      const { batch } = must(await prepare());
      must(await approveBatch(batch, APPROVER, deps));
      const [payment] = await listPayments(db, batch);
      must(
        await resolvePayment(
          { payment: payment!.id, outcome: 'paid', reasonCode: null, saidCents: null },
          REGION,
          deps,
        ),
      );
      must(await redeem(code, 1));
    });

    const BREAKS: [string, ReturnType<typeof sql>][] = [
      ['V5 a pass worth more', sql`update vouchers.pass set cents = cents + 1 where state = 'handed_over'`],
      [
        'V2 a state changed behind its history',
        sql`update vouchers.pass set state = 'cancelled' where state = 'reimbursed'`,
      ],
      [
        'V3 a redemption that took a pass less',
        sql`update vouchers.redemption set pass_count = pass_count + 1`,
      ],
      ['V6 money that never came', sql`update vouchers.funding set cents = cents + 1`],
      [
        'V5 money that left',
        sql`update vouchers.ledger_account set posted_cents = posted_cents - 1 where id like 'provision:%'`,
      ],
      ['V11 a place owed less', sql`update vouchers.redemption set undone_at = now() where payment is null`],
      ['P7 a payment without its entry', sql`update vouchers.payment set hold = 0`],
      ['V18 a bonus from nowhere', sql`update vouchers.pass set is_bonus = true where rank = 1`],
      [
        'L7 an account below its floor',
        sql`update vouchers.ledger_account set posted_cents = -1 where id like 'pass:%'`,
      ],
    ];

    test.each(BREAKS)('%s', async (_, damage) => {
      expect(await faults()).toBe(0);
      let seen = 0;
      await db.inTransaction(async (tx) => {
        for (const table of ['pass', 'redemption', 'funding', 'payment', 'ledger_account'])
          await tx.rows(sql.raw(`alter table vouchers.${table} disable trigger user`));
        await tx.rows(damage);
        for (const check of checks) seen += await check.countFaults(tx);
        return refuse({ kind: 'never-kept' });
      });
      expect(seen).toBeGreaterThan(0);
    });
  });
});
