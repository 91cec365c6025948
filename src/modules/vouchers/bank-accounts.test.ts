import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { createScheme, MIMOSA, must, REGION } from '../../../test/support/scheme.ts';
import { localDateAt } from '../../kernel/dates.ts';
import type { Database } from '../../platform/db/database.ts';
import { decideAgreement } from './actions/agreements.ts';
import { proposeBankAccount } from './actions/bank-accounts.ts';
import { listWaitingAccounts, longestBankDelay } from './store/places.ts';
import { readWaiting } from './store/standing.ts';

describe('the account of a place whose agreement ended', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  test('P5 is still owed what was redeemed: its change waits as long, and still has a second person', async () => {
    const { programme, deps, give, redeem } = await createScheme(db, { terms: { bankDelayDays: 5 } });
    const structure = MIMOSA.organisation;
    must(await redeem((await give()).code, 2));
    const decision = { verdict: 'end', reason: 'Fermeture d’essai' } as const;
    must(await decideAgreement({ programme, structure, decision }, REGION, deps));
    const typed = { holder: 'Association Mimosa Exemple', iban: 'DE89370400440532013000', bic: '' };
    const { id } = must(await proposeBankAccount(typed, MIMOSA, deps));
    expect(await longestBankDelay(db, structure)).toBe(5);
    expect((await listWaitingAccounts(db, programme)).map((account) => account.id)).toEqual([id]);
    const today = localDateAt(deps.clock());
    expect((await readWaiting(db, { programme, today })).accounts).toBe(1);
  });
});
