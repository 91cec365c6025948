import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
import type { Database } from '../../platform/db/database.ts';
import { readBankFile } from './actions/bank-answers.ts';
import { approveBatch, prepareBatch } from './actions/batches.ts';
import { listPayments } from './store/payments.ts';

/** A statement where the bank wrote a whole batch as one line. */
const bookedAsOne = (batch: string, euros: string): Uint8Array =>
  new TextEncoder().encode(`<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>BANK-9</MsgId></GrpHdr><Stmt><Ntry><Amt Ccy="EUR">${euros}</Amt><CdtDbtInd>DBIT</CdtDbtInd>
<Sts><Cd>BOOK</Cd></Sts><NtryDtls><Btch><PmtInfId>${batch}</PmtInfId></Btch></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`);

describe('what the bank answers, of a batch that pays two places thirty euros each', () => {
  let db: Database;
  let scheme: Awaited<ReturnType<typeof createScheme>>;
  let batch: string;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    const places = [MIMOSA, TULIPE];
    scheme = await createScheme(db, { places });
    await withEscrow(scheme);
    const { code } = await scheme.give();
    for (const hand of places) {
      must(await scheme.redeem(code, 2, { hand }));
      await addBankAccount(hand, scheme.deps);
    }
    scheme.setNow('2026-11-28T09:00:00Z');
    const asked = { programme: scheme.programme, executeOn: '2026-12-01' as LocalDate };
    ({ batch } = must(await prepareBatch(asked, REGION, scheme.deps)));
    must(await approveBatch(batch, APPROVER, scheme.deps));
  });
  const read = async (content: Uint8Array) =>
    must(await readBankFile({ name: 'reponse.xml', content }, REGION, scheme.deps));
  const outcomes = async () => (await listPayments(db, batch)).map(({ outcome }) => outcome);

  test('P7 booked as one line of the whole sum, both are paid', async () => {
    expect(await read(bookedAsOne(batch, '60.00'))).toMatchObject({ paid: 2, refused: [] });
    expect(await outcomes()).toEqual(['paid', 'paid']);
  });

  test('P7 booked as one line of another sum, nobody is said to be paid, and a person looks', async () => {
    const { paid, refused } = await read(bookedAsOne(batch, '30.00'));
    expect([paid, refused.map(({ kind }) => kind)]).toEqual([0, ['amount-differs', 'amount-differs']]);
    expect(await outcomes()).toEqual(['pending', 'pending']);
  });

  test('P7 one refused before, the line of what is left pays the other', async () => {
    const [first] = await listPayments(db, batch);
    await read(statusReport([{ id: first!.id, status: 'RJCT', reason: 'AC04' }]));
    expect(await read(bookedAsOne(batch, '30.00'))).toMatchObject({ paid: 1, refused: [] });
    expect(await outcomes()).toEqual(['rejected', 'paid']);
  });

  test('P7 the same file taken twice to the bank, which refuses the second: no place is owed again', async () => {
    const ids = (await listPayments(db, batch)).map(({ id }) => id);
    const twice = statusReport(ids.map((id) => ({ id, status: 'RJCT', reason: 'DUPL' })));
    const { rejected, refused } = await read(twice);
    expect([rejected, refused]).toEqual([0, ids.map((payment) => ({ payment, kind: 'sent-twice' }))]);
    await read(bookedAsOne(batch, '60.00'));
    await read(twice);
    expect(await outcomes()).toEqual(['paid', 'paid']);
  });
});
