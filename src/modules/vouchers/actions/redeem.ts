import { createHash } from 'node:crypto';
import { addDays } from '../../../kernel/calendar.ts';
import { localDateAt } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { accountOf } from '../domain/accounts.ts';
import { type CodeRefusal, type PassCode, readCode } from '../domain/code.ts';
import type { LedgerRefusal } from '../domain/ledger.ts';
import { decideRedemption, type Redeemable, type RedemptionRefusal } from '../domain/redemption.ts';
import {
  type Channel,
  type Counter,
  type Redemption,
  readCounter,
  type WriteRefusal,
  writeRedemption,
} from '../store/redemptions.ts';
import { grantBonus } from './bonus.ts';
import { byOf, type Hand, randomName, type VoucherDeps } from './deps.ts';
import { hashCode } from './hash-code.ts';

export interface RedeemRequest {
  /** Chosen and kept by the page before it asks: sent twice, it is redeemed once. */
  key: string;
  /** As typed, or as the camera read it. */
  code: string;
  count: number;
  theme: string | null;
  hasAttended: boolean;
  channel: Channel;
  /** When help was given. */
  at: Date;
}

export interface Redeemed {
  redemption: Redemption;
  isReplayed: boolean;
  personName: string | null;
  /** Passes left in the booklet, of how many, and until when. */
  left: number;
  total: number;
  lastDay: string | null;
  /** A bonus was earned by this redemption (V18). */
  bonusCents: bigint | null;
}

export type RedeemRefusal =
  | CodeRefusal
  | RedemptionRefusal
  | LedgerRefusal
  | { kind: 'unknown-code' }
  | { kind: 'in-the-future' }
  | { kind: 'not-attended' }
  | { kind: 'busy' };

/** Two desks may meet on one booklet: the second looks again, and is told what is left. */
const ATTEMPTS = 3;
/** A phone's clock may be a little ahead. */
const CLOCK_SLACK_MS = 5 * 60_000;

export async function redeem(
  request: RedeemRequest,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<Redeemed, RedeemRefusal>> {
  const code = readCode(request.code);
  if (!code.ok) return code;
  if (!request.hasAttended) return refuse({ kind: 'not-attended' });
  if (request.at.getTime() > deps.clock().getTime() + CLOCK_SLACK_MS)
    return refuse({ kind: 'in-the-future' });
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const result = await deps.db.inTransaction<Redeemed, RedeemRefusal | WriteRefusal>((tx) =>
      tryRedeem(tx, { ...request, code: code.value }, { hand, deps }),
    );
    if (result.ok || result.refusal.kind !== 'moved-meanwhile')
      return result as Result<Redeemed, RedeemRefusal>;
  }
  return refuse({ kind: 'busy' });
}

async function tryRedeem(
  tx: Queries,
  request: RedeemRequest & { code: PassCode },
  { hand, deps }: { hand: Hand; deps: VoucherDeps },
): Promise<Result<Redeemed, RedeemRefusal | WriteRefusal>> {
  const codeHash = hashCode(request.code);
  const requestHash = hashOf(request, codeHash, hand);
  // L4: a key belongs to whoever chose it.
  const key = `${hand.organisation}:${request.key}`;
  const counter = await readCounter(tx, { key, codeHash, structure: hand.organisation });
  const { earlier, booklet, terms } = counter;
  if (earlier)
    return earlier.requestHash === requestHash
      ? ok(toRedeemed(earlier, counter, { isReplayed: true, bonusCents: null }))
      : refuse({ kind: 'key-reused', number: earlier.entry });
  if (!booklet || !terms) return refuse({ kind: 'unknown-code' });
  const place = {
    structure: hand.organisation,
    agreement: counter.agreement,
    territories: counter.territories,
  };
  const decision = decideRedemption(request, { booklet, terms, place });
  if (!decision.ok) return decision;
  const [by, recordedAt] = [byOf(hand), deps.clock()];
  const redemption = {
    id: `R-${localDateAt(request.at).replaceAll('-', '')}-${randomName(6, deps)}`,
    key,
    requestHash,
    programme: booklet.programme,
    booklet: booklet.id,
    structure: hand.organisation,
    mediator: hand.person,
    passCount: decision.value.ranks.length,
    cents: decision.value.cents,
    theme: request.theme,
    hasAttended: request.hasAttended,
    channel: request.channel,
    at: request.at,
    recordedAt,
    payBy: addDays(localDateAt(recordedAt), terms.payWithinDays),
  };
  const draft = {
    key: `redeem:${key}`,
    kind: 'post' as const,
    legs: legsOf(decision.value, counter, hand),
    actor: by,
    reason: redemption.id,
    eventAt: request.at,
    createdAt: recordedAt,
  };
  const written = await writeRedemption(tx, { redemption, ranks: decision.value.ranks, draft, by });
  if (!written.ok) return written;
  const after = {
    ...counter,
    booklet: { ...booklet, passes: withRedeemed(booklet.passes, decision.value.ranks) },
  };
  const bonus = await grantBonus(tx, { booklet: after.booklet, terms }, { by, at: recordedAt });
  if (!bonus.ok) return bonus;
  const done: Redemption = { ...redemption, entry: written.value.entry, undoneAt: null, payment: null };
  return ok(toRedeemed(done, after, { isReplayed: false, bonusCents: bonus.value }));
}

/** What makes two sendings the same request: not the moment at which they came. */
const hashOf = (request: RedeemRequest, codeHash: string, { organisation }: Hand): string =>
  createHash('sha256')
    .update(JSON.stringify([codeHash, organisation, request.count, request.theme, request.at.toISOString()]))
    .digest('hex');

function legsOf(
  { ranks, cents }: Redeemable,
  { booklet }: Counter,
  { organisation }: Hand,
): Record<string, bigint> {
  const { id, programme, passes } = booklet!;
  const spent = passes.filter(({ rank }) => ranks.includes(rank));
  return {
    ...Object.fromEntries(spent.map((pass) => [accountOf.pass(id, pass.rank), -pass.cents])),
    [accountOf.payable(programme, organisation)]: cents,
  };
}

const withRedeemed = <Pass extends { rank: number; state: string }>(
  passes: readonly Pass[],
  ranks: readonly number[],
) => passes.map((pass) => (ranks.includes(pass.rank) ? { ...pass, state: 'redeemed' as const } : pass));

function toRedeemed(
  redemption: Redemption,
  { booklet }: Counter,
  { isReplayed, bonusCents }: { isReplayed: boolean; bonusCents: bigint | null },
): Redeemed {
  const passes = booklet?.passes ?? [];
  return {
    redemption,
    isReplayed,
    personName: booklet?.personName ?? null,
    left: passes.filter(({ state }) => state === 'handed_over').length,
    total: passes.length,
    lastDay: booklet?.lastDay ?? null,
    bonusCents,
  };
}
