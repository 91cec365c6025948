import { localDateAt } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { accountOf } from '../domain/accounts.ts';
import type { LedgerRefusal } from '../domain/ledger.ts';
import type { PassState } from '../domain/pass.ts';
import { splitProRata } from '../domain/pro-rata.ts';
import { deadlinesOf, lastDayInStock } from '../domain/programme.ts';
import { type Booklet, lockBooklet, movePasses } from '../store/booklets.ts';
import { appendEntry, findPosted, readBalance } from '../store/ledger.ts';
import { lockProgramme, readFunders, readProgramme } from '../store/programmes.ts';
import { listOverdue } from '../store/returns.ts';
import { audit, byOf, type Hand, randomName, type VoucherDeps } from './deps.ts';

/** Where a pass may still be when its value leaves it. */
const LIVE: readonly PassState[] = ['issued', 'in_stock', 'handed_over'];

/** A redemption undone late gives something back to return or to cancel again: each time has a name of its own. */
export interface Move {
  by: string;
  at: Date;
  name: string;
}

/** What was left on passes and on the bonus, in cents. */
async function liveLegs(
  tx: Queries,
  booklet: Booklet,
): Promise<{ legs: Record<string, bigint>; cents: bigint }> {
  const legs: Record<string, bigint> = {};
  for (const pass of booklet.passes)
    if (LIVE.includes(pass.state)) legs[accountOf.pass(booklet.id, pass.rank)] = -pass.cents;
  const bonus = await readBalance(tx, accountOf.bonus(booklet.id));
  if (bonus > 0n) legs[accountOf.bonus(booklet.id)] = -bonus;
  return { legs, cents: -Object.values(legs).reduce((sum, cents) => sum + cents, 0n) };
}

/** V7: to each funder, by what it paid and did not get back: nobody is given the money of another. */
async function funderLegs(tx: Queries, programme: string, cents: bigint): Promise<Record<string, bigint>> {
  const left = new Map<string, bigint>();
  for (const { funder, receivedCents } of await readFunders(tx, programme)) {
    const own = receivedCents - (await readBalance(tx, accountOf.returned(programme, funder)));
    if (own > 0n) left.set(funder, own);
  }
  return Object.fromEntries(
    [...splitProRata(cents, left)]
      .filter(([, part]) => part > 0n)
      .map(([funder, part]) => [accountOf.returned(programme, funder), part]),
  );
}

/**
 * V8: what is past its date, its grace and its statement goes back to the funders, booklet by booklet. Run again, it finds
 * nothing. Returns how many booklets it closed. Meant for the nightly task, which does it for every programme.
 */
export async function returnExpired(
  { by, programme = null }: { by: string; programme?: string | null },
  deps: VoucherDeps,
): Promise<{ booklets: number; cents: bigint }> {
  const done = { booklets: 0, cents: 0n };
  for (;;) {
    const overdue = await listOverdue(deps.db, { programme, on: localDateAt(deps.clock()), limit: 200 });
    const before = done.booklets;
    for (const id of overdue) {
      const result = await deps.db.inTransaction<bigint, LedgerRefusal>((tx) =>
        returnOne(tx, id, { by, at: deps.clock(), name: randomName(8, deps) }),
      );
      if (!result.ok) throw new Error(`Booklet ${id} cannot return its value: ${result.refusal.kind}`);
      if (result.value > 0n) done.booklets += 1;
      done.cents += result.value;
    }
    if (done.booklets === before) return done;
  }
}

async function returnOne(
  tx: Queries,
  id: string,
  { by, at, name }: Move,
): Promise<Result<bigint, LedgerRefusal>> {
  const booklet = (await lockBooklet(tx, id))!;
  const programme = (await readProgramme(tx, booklet.programme))!;
  const lastDay = booklet.lastDay ?? lastDayInStock(booklet.terms, programme.endsOn);
  // Put off since it was listed: another day.
  if (lastDay === null || at < deadlinesOf(booklet.terms, lastDay).returnedFrom) return ok(0n);
  const { legs, cents } = await liveLegs(tx, booklet);
  if (cents === 0n) return ok(0n);
  const entry = await appendEntry(tx, {
    key: `return:${id}:${name}`,
    kind: 'post',
    legs: { ...legs, ...(await funderLegs(tx, booklet.programme, cents)) },
    actor: by,
    eventAt: at,
    createdAt: at,
  });
  if (!entry.ok) return entry;
  for (const from of LIVE) await movePasses(tx, { booklets: [id], from, to: 'expired' }, { by, at });
  return ok(cents);
}

export type CancelRefusal =
  | { kind: 'unknown-booklet' }
  | { kind: 'nothing-left' }
  | { kind: 'reason-missing' }
  | LedgerRefusal;

/** Stops what is left of a booklet; its money goes back to the provision, for others. By whoever runs the programme. */
export function cancelBooklet(
  { booklet: id, reason }: { booklet: string; reason: string },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ cents: bigint }, CancelRefusal>> {
  return deps.db.inTransaction<{ cents: bigint }, CancelRefusal>(async (tx) => {
    const [by, at] = [byOf(hand), deps.clock()];
    const booklet = await lockBooklet(tx, id);
    const programme = booklet && (await readProgramme(tx, booklet.programme));
    if (!booklet || programme?.organisation !== hand.organisation) return refuse({ kind: 'unknown-booklet' });
    if (reason.trim() === '') return refuse({ kind: 'reason-missing' });
    const freed = await cancelWhatIsLeft(
      tx,
      { booklet, reason: reason.trim() },
      { by, at, name: randomName(8, deps) },
    );
    if (!freed.ok) return freed;
    await audit(tx, hand, { action: 'booklet-cancelled', subjectKind: 'booklet', subjectId: id, at });
    return freed;
  });
}

/** Also for what an undone redemption gives back to a booklet that was cancelled meanwhile. Its booklet is locked. */
export async function cancelWhatIsLeft(
  tx: Queries,
  { booklet, reason }: { booklet: Booklet; reason: string },
  move: Move,
): Promise<Result<{ cents: bigint }, { kind: 'nothing-left' } | LedgerRefusal>> {
  const freed = await freeValue(tx, { booklet, reason }, move);
  if (!freed.ok) return freed;
  for (const from of ['ordered', ...LIVE] as const)
    await movePasses(tx, { booklets: [booklet.id], from, to: 'cancelled' }, move);
  return freed;
}

async function freeValue(
  tx: Queries,
  { booklet, reason }: { booklet: Booklet; reason: string },
  { by, at, name }: Move,
): Promise<Result<{ cents: bigint }, { kind: 'nothing-left' } | LedgerRefusal>> {
  const { legs, cents } = await liveLegs(tx, booklet);
  if (cents === 0n)
    return booklet.passes.some(({ state }) => state === 'ordered')
      ? ok({ cents })
      : refuse({ kind: 'nothing-left' });
  const entry = await appendEntry(tx, {
    key: `cancel:${booklet.id}:${name}`,
    kind: 'post',
    legs: { ...legs, [accountOf.provision(booklet.programme)]: cents },
    actor: by,
    reason,
    eventAt: at,
    createdAt: at,
  });
  return entry.ok ? ok({ cents }) : entry;
}

export type RefundRefusal = { kind: 'unknown-programme' } | { kind: 'nothing-left' } | LedgerRefusal;

/** What was received and never issued goes back to the funders, pro rata. The key is chosen by the page. */
export function refundProvision(
  { programme: id, cents, key }: { programme: string; cents: bigint; key: string },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ cents: bigint }, RefundRefusal>> {
  return deps.db.inTransaction<{ cents: bigint }, RefundRefusal>(async (tx) => {
    // One at a time: each is split by what the ones before left to the funders.
    const programme = await lockProgramme(tx, id);
    if (programme?.organisation !== hand.organisation) return refuse({ kind: 'unknown-programme' });
    if (cents <= 0n) return refuse({ kind: 'nothing-left' });
    const [at, account, ownKey] = [deps.clock(), accountOf.provision(id), `refund:${id}:${key}`];
    // Sent again, it would be split otherwise.
    const earlier = await findPosted(tx, { key: ownKey, account });
    if (earlier)
      return earlier.cents === -cents
        ? ok({ cents })
        : refuse({ kind: 'key-reused', number: earlier.number });
    const shortCents = cents - (await readBalance(tx, account));
    if (shortCents > 0n) return refuse({ kind: 'insufficient-funds', account, shortCents });
    const entry = await appendEntry(tx, {
      key: ownKey,
      kind: 'post',
      legs: { [account]: -cents, ...(await funderLegs(tx, id, cents)) },
      actor: byOf(hand),
      eventAt: at,
      createdAt: at,
    });
    if (!entry.ok) return entry;
    await audit(tx, hand, { action: 'provision-refunded', subjectKind: 'programme', subjectId: id, at });
    return ok({ cents });
  });
}
