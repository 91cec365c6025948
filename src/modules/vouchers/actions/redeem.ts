import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { askTogether } from '../../../platform/db/together.ts';
import { accountOf } from '../domain/accounts.ts';
import { type CodeRefusal, readCode } from '../domain/code.ts';
import { CLOCK_SLACK_MS } from '../domain/late-signature.ts';
import type { LedgerRefusal } from '../domain/ledger.ts';
import { type ProgrammeTerms, payByOf } from '../domain/programme.ts';
import { decideRedemption, type Redeemable, type RedemptionRefusal } from '../domain/redemption.ts';
import { readTerms } from '../store/programmes.ts';
import {
  type Channel,
  type Counter,
  holdBooklet,
  type Redemption,
  type RedemptionDraft,
  readCounters,
  type WriteRefusal,
  writeRedemptions,
} from '../store/redemptions.ts';
import { grantBonus } from './bonus.ts';
import { byOf, type Hand, redemptionName, type VoucherDeps } from './deps.ts';
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
  /** Ordinary passes left in the booklet, of how many, and until when. */
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
  | { kind: 'not-attended' };

export async function redeem(
  request: RedeemRequest,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<Redeemed, RedeemRefusal>> {
  const asked = readRequest(request, { hand, deps });
  if (!asked.ok) return asked;
  const first = await tryRedeem(asked.value, hand, { ...deps, tx: null });
  if (first.ok || first.refusal.kind !== 'moved-meanwhile') return first as Result<Redeemed, RedeemRefusal>;
  // Two desks met on one booklet, or one request came twice: this time nobody else may touch it meanwhile.
  return deps.db.inTransaction<Redeemed, RedeemRefusal>((tx) => redeemHeld(tx, asked.value, { hand, deps }));
}

/** In a transaction of the caller, who must roll it back when it is refused. */
export async function redeemWithin(
  tx: Queries,
  request: RedeemRequest,
  { hand, deps }: { hand: Hand; deps: VoucherDeps },
): Promise<Result<Redeemed, RedeemRefusal>> {
  const asked = readRequest(request, { hand, deps });
  return asked.ok ? redeemHeld(tx, asked.value, { hand, deps }) : asked;
}

function readRequest(
  request: RedeemRequest,
  { hand, deps }: { hand: Hand; deps: VoucherDeps },
): Result<Asked, RedeemRefusal> {
  const code = readCode(request.code);
  if (!code.ok) return code;
  if (!request.hasAttended) return refuse({ kind: 'not-attended' });
  if (request.at.getTime() > deps.clock().getTime() + CLOCK_SLACK_MS)
    return refuse({ kind: 'in-the-future' });
  return ok({
    ...request,
    codeHash: hashCode(code.value),
    ownKey: `${hand.organisation}:${request.key}`,
  });
}

async function redeemHeld(
  tx: Queries,
  asked: Asked,
  { hand, deps }: { hand: Hand; deps: VoucherDeps },
): Promise<Result<Redeemed, RedeemRefusal>> {
  await holdBooklet(tx, asked.codeHash);
  const done = await tryRedeem(asked, hand, { ...deps, tx });
  if (!done.ok && done.refusal.kind === 'moved-meanwhile')
    throw new Error('A booklet moved while it was held.');
  return done as Result<Redeemed, RedeemRefusal>;
}

/** L4: a key belongs to the organisation that chose it. */
type Asked = RedeemRequest & { codeHash: string; ownKey: string };

/** A busy morning: what desks ask at the same moment is read, then written, together. */
const readTogether = askTogether(readCounters);
const writeTogether = askTogether(writeRedemptions);

/** Within this transaction, or with one of its own only when it needs one. */
type Within = VoucherDeps & { tx: Queries | null };

async function tryRedeem(
  asked: Asked,
  hand: Hand,
  deps: Within,
): Promise<Result<Redeemed, RedeemRefusal | WriteRefusal>> {
  const structure = hand.organisation;
  const question = { key: asked.ownKey, codeHash: asked.codeHash, structure };
  const counter = deps.tx
    ? (await readCounters(deps.tx, [question]))[0]!
    : await readTogether(deps.db, question);
  const { earlier, booklet, agreement, territories } = counter;
  if (earlier)
    return earlier.requestHash === hashOf(asked)
      ? ok(toRedeemed(earlier, counter, { isReplayed: true, bonusCents: null }))
      : refuse({ kind: 'key-reused', number: earlier.entry });
  if (!booklet) return refuse({ kind: 'unknown-code' });
  const terms = await readTerms(deps, { programme: booklet.programme, version: booklet.termsVersion });
  const decision = decideRedemption(asked, { booklet, terms, place: { structure, agreement, territories } });
  if (!decision.ok) return decision;
  const draft = draftOf(asked, { booklet, terms, taken: decision.value }, { hand, deps });
  const written = await write(draft, { booklet, terms }, { hand, deps });
  if (!written.ok) return written;
  const { entry, bonusCents } = written.value;
  const redemption: Redemption = { ...draft.redemption, entry, undoneAt: null, payment: null };
  const passes = withRedeemed(booklet.passes, draft.ranks);
  return ok(toRedeemed(redemption, { booklet: { ...booklet, passes } }, { isReplayed: false, bonusCents }));
}

interface Decided {
  booklet: NonNullable<Counter['booklet']>;
  terms: ProgrammeTerms;
  taken: Redeemable;
}

function draftOf(
  asked: Asked,
  { booklet, terms, taken }: Decided,
  { hand, deps }: { hand: Hand; deps: VoucherDeps },
): RedemptionDraft {
  const recordedAt = deps.clock();
  const redemption = {
    id: redemptionName(asked.at, deps),
    key: asked.ownKey,
    requestHash: hashOf(asked),
    programme: booklet.programme,
    booklet: booklet.id,
    structure: hand.organisation,
    mediator: hand.person,
    passCount: taken.ranks.length,
    cents: taken.cents,
    theme: asked.theme,
    hasAttended: asked.hasAttended,
    channel: asked.channel,
    at: asked.at,
    recordedAt,
    payBy: payByOf(terms, recordedAt),
  };
  const entry = {
    key: `redeem:${asked.ownKey}`,
    kind: 'post' as const,
    legs: legsOf(taken, booklet, hand),
    actor: byOf(hand),
    reason: redemption.id,
    eventAt: asked.at,
    createdAt: recordedAt,
  };
  return { redemption, entry, ranks: taken.ranks, isFirst: booklet.firstUsedAt === null };
}

/** The last pass and the bonus it earns are written together; any other stands alone, which takes one exchange less. */
async function write(
  draft: RedemptionDraft,
  { booklet, terms }: Pick<Decided, 'booklet' | 'terms'>,
  { hand, deps }: { hand: Hand; deps: Within },
): Promise<Result<Done, RedeemRefusal | WriteRefusal>> {
  const finish = (tx: Queries) =>
    grantBonus(tx, booklet.id, { by: byOf(hand), at: draft.redemption.recordedAt });
  const earnsBonus =
    terms.bonusCents > 0n &&
    booklet.passes.every(({ rank, state }) => state !== 'handed_over' || draft.ranks.includes(rank));
  const writeAll = async (tx: Queries): Promise<Result<Done, RedeemRefusal | WriteRefusal>> => {
    const written = (await writeRedemptions(tx, [draft]))[0]!;
    if (!written.ok) return written;
    const bonus = await finish(tx);
    return bonus.ok ? ok({ entry: written.value.entry, bonusCents: bonus.value }) : bonus;
  };
  if (deps.tx) return writeAll(deps.tx);
  if (earnsBonus) return deps.db.inTransaction<Done, RedeemRefusal | WriteRefusal>(writeAll);
  const written = await writeTogether(deps.db, draft);
  if (!written.ok) return written;
  const { entry, unused } = written.value;
  if (unused > 0 || terms.bonusCents === 0n) return ok({ entry, bonusCents: null });
  // Another desk used the others meanwhile. Should we stop here, the nightly task grants what is missing.
  const bonus = await deps.db.inTransaction(finish);
  return bonus.ok ? ok({ entry, bonusCents: bonus.value }) : bonus;
}

interface Done {
  entry: number;
  bonusCents: bigint | null;
}

/** What makes two sendings the same request: not the moment at which they came. */
const hashOf = ({ codeHash, count, theme }: Asked): string =>
  createHash('sha256')
    .update(JSON.stringify([codeHash, count, theme]))
    .digest('hex');

function legsOf(
  { ranks, cents }: Redeemable,
  { id, programme, passes }: Decided['booklet'],
  { organisation }: Hand,
): Record<string, bigint> {
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
  { booklet }: Pick<Counter, 'booklet'>,
  { isReplayed, bonusCents }: { isReplayed: boolean; bonusCents: bigint | null },
): Redeemed {
  const passes = booklet?.passes.filter(({ isBonus }) => !isBonus) ?? [];
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
