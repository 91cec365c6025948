import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { accountOf } from '../domain/accounts.ts';
import type { LedgerRefusal } from '../domain/ledger.ts';
import { bookletCents, type ProgrammeTerms } from '../domain/programme.ts';
import { movePasses, readBooklet, takeBooklets } from '../store/booklets.ts';
import { appendEntry, openAccounts } from '../store/ledger.ts';
import { lockOrder, markOrder, type Order } from '../store/orders.ts';
import { readProgramme } from '../store/programmes.ts';
import { audit, byOf, type Hand, type VoucherDeps } from './deps.ts';

export type IssueRefusal =
  | { kind: 'unknown-order' }
  | { kind: 'not-issued' }
  | { kind: 'nothing-to-issue' }
  | { kind: 'not-enough-funds'; shortCents: bigint; neededCents: bigint }
  | LedgerRefusal;

/** Booklets paid for in one entry of the ledger: the database looks at an entry again for each of its legs. */
const BOOKLETS_PER_ENTRY = 10;

/** V6: takes the face value, and the bonuses that may be earned, out of what was received. All of the order or nothing. */
export function issueBooklets(
  orderId: string,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ isReplayed: boolean }, IssueRefusal>> {
  return deps.db.inTransaction<{ isReplayed: boolean }, IssueRefusal>(async (tx) => {
    const [by, at] = [byOf(hand), deps.clock()];
    const order = await lockOwnOrder(tx, orderId, hand);
    if (!order) return refuse({ kind: 'unknown-order' });
    if (order.issuedAt) return ok({ isReplayed: true });
    // Those cancelled since they were ordered are not paid for.
    const booklets = await takeBooklets(tx, orderId, 'ordered');
    const [first] = booklets;
    if (first === undefined) return refuse({ kind: 'nothing-to-issue' });
    const { terms } = (await readBooklet(tx, first))!;
    for (let start = 0; start < booklets.length; start += BOOKLETS_PER_ENTRY) {
      const some = booklets.slice(start, start + BOOKLETS_PER_ENTRY);
      const legs = legsOf(order.programme, some, terms);
      await openFor(tx, legs, at);
      const entry = await appendEntry(tx, {
        key: `issue:${orderId}:${start / BOOKLETS_PER_ENTRY}`,
        kind: 'post',
        legs,
        actor: by,
        eventAt: at,
        createdAt: at,
      });
      if (!entry.ok) return notEnough(entry.refusal, booklets.length - start, terms);
    }
    await movePasses(tx, { booklets, from: 'ordered', to: 'issued' }, { by, at });
    await markOrder(tx, orderId, { issuedAt: at });
    await audit(tx, hand, { action: 'booklets-issued', subjectKind: 'order', subjectId: orderId, at });
    return ok({ isReplayed: false });
  });
}

/** Null when the order is of a programme that someone else runs. */
async function lockOwnOrder(tx: Queries, id: string, { organisation }: Hand): Promise<Order | null> {
  const order = await lockOrder(tx, id);
  const programme = order && (await readProgramme(tx, order.programme));
  return programme?.organisation === organisation ? order : null;
}

function legsOf(
  programme: string,
  booklets: readonly string[],
  { passCents, passesPerBooklet, bonusCents }: ProgrammeTerms,
): Record<string, bigint> {
  const legs: Record<string, bigint> = {};
  for (const booklet of booklets) {
    for (let rank = 1; rank <= passesPerBooklet; rank += 1) legs[accountOf.pass(booklet, rank)] = passCents;
    if (bonusCents > 0n) legs[accountOf.bonus(booklet)] = bonusCents;
  }
  const total = Object.values(legs).reduce((sum, cents) => sum + cents, 0n);
  return { ...legs, [accountOf.provision(programme)]: -total };
}

async function openFor(tx: Queries, legs: Readonly<Record<string, bigint>>, at: Date): Promise<void> {
  await openAccounts(tx, Object.fromEntries(Object.keys(legs).map((account) => [account, 0n])), at);
}

/** Told for the whole order: the entries before this one are undone with it. */
function notEnough(refusal: LedgerRefusal, bookletsLeft: number, terms: ProgrammeTerms) {
  if (refusal.kind !== 'insufficient-funds') return refuse(refusal);
  const beyondThisEntry = BigInt(Math.max(0, bookletsLeft - BOOKLETS_PER_ENTRY)) * bookletCents(terms);
  return refuse({
    kind: 'not-enough-funds' as const,
    shortCents: refusal.shortCents + beyondThisEntry,
    neededCents: bookletCents(terms),
  });
}

/** Puts the booklets of an order in the stock of its prescriber, who may hand them over from then on. */
export function sendBooklets(
  orderId: string,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ isReplayed: boolean }, IssueRefusal>> {
  return deps.db.inTransaction<{ isReplayed: boolean }, IssueRefusal>(async (tx) => {
    const [by, at] = [byOf(hand), deps.clock()];
    const order = await lockOwnOrder(tx, orderId, hand);
    if (!order) return refuse({ kind: 'unknown-order' });
    if (!order.issuedAt) return refuse({ kind: 'not-issued' });
    if (order.sentAt) return ok({ isReplayed: true });
    await movePasses(
      tx,
      { booklets: await takeBooklets(tx, orderId, 'issued'), from: 'issued', to: 'in_stock' },
      { by, at },
    );
    await markOrder(tx, orderId, { sentAt: at });
    await audit(tx, hand, { action: 'booklets-sent', subjectKind: 'order', subjectId: orderId, at });
    return ok({ isReplayed: false });
  });
}
