import { ok, type Result, refuse } from '../../../kernel/result.ts';

/**
 * `post` moves money; `hold` sets it aside; `settle` moves all or part of what a hold set aside and frees the rest;
 * `void` frees it all; `reverse` undoes a post or a settlement.
 */
export type EntryKind = 'post' | 'hold' | 'settle' | 'void' | 'reverse';

/** Cents by account. What leaves an account is negative; an entry sums to zero. */
export type Legs = Readonly<Record<string, bigint>>;

/** What is asked of the ledger. A `void` and a `reverse` take their legs from the entry they name. */
export interface EntryDraft {
  /** Chosen and kept by the caller before it asks: asking again with the same key changes nothing. */
  key: string;
  kind: EntryKind;
  /** Number of the hold to settle or void, or of the entry to reverse. */
  target?: number;
  legs?: Legs;
  actor: string;
  reason?: string;
  /** When it happened, which is not always when it is written. */
  eventAt: Date;
  createdAt: Date;
  /** A hold cannot be settled from this instant on. */
  expiresAt?: Date;
}

export type LedgerRefusal =
  | { kind: 'key-reused'; number: number }
  | { kind: 'period-closed' }
  | { kind: 'malformed' }
  | { kind: 'unknown-target' }
  | { kind: 'unknown-account'; account: string }
  | { kind: 'already-resolved' }
  | { kind: 'already-reversed' }
  | { kind: 'hold-expired' }
  | { kind: 'insufficient-funds'; account: string; shortCents: bigint };

export interface Appended {
  number: number;
  /** True when this key had already been written: nothing was added. */
  isReplayed: boolean;
}

export interface LedgerAccount {
  /** Null for those who may owe: funders alone. */
  floorCents: bigint | null;
  postedCents: bigint;
  /** Set aside by holds that are still open. */
  heldCents: bigint;
}

interface Effect {
  postedCents: bigint;
  pendingCents: bigint;
}

interface WrittenEntry {
  draft: EntryDraft;
  effects: ReadonlyMap<string, Effect>;
}

/** The ledger in memory: the specification that the database must agree with, operation after operation. */
export interface Ledger {
  accounts: ReadonlyMap<string, LedgerAccount>;
  entries: readonly WrittenEntry[];
  closedUntil: Date | null;
}

export const emptyLedger = (floors: Readonly<Record<string, bigint | null>>): Ledger => ({
  accounts: new Map(
    Object.entries(floors).map(([id, floorCents]) => [id, { floorCents, postedCents: 0n, heldCents: 0n }]),
  ),
  entries: [],
  closedUntil: null,
});

/** Appends, never edits. Refusals come in the order in which the database meets them. */
export function append(
  ledger: Ledger,
  draft: EntryDraft,
): Result<{ ledger: Ledger; appended: Appended }, LedgerRefusal> {
  const earlier = ledger.entries.findIndex((entry) => entry.draft.key === draft.key);
  if (earlier >= 0) {
    const number = earlier + 1;
    return isSameRequest(ledger.entries[earlier]!.draft, draft)
      ? ok({ ledger, appended: { number, isReplayed: true } })
      : refuse({ kind: 'key-reused', number });
  }
  if (ledger.closedUntil && draft.eventAt < ledger.closedUntil) return refuse({ kind: 'period-closed' });
  const target = needsTarget(draft) ? ledger.entries[(draft.target ?? 0) - 1] : undefined;
  if (needsTarget(draft) && !isTarget(target, draft)) return refuse({ kind: 'unknown-target' });
  const effects = effectsOf(draft, target);
  const refusal = refusalOf(ledger, draft, effects);
  if (refusal) return refuse(refusal);
  const entries = [...ledger.entries, { draft, effects }];
  return ok({
    ledger: { ...ledger, entries, accounts: applied(ledger, draft.kind, effects) },
    appended: { number: entries.length, isReplayed: false },
  });
}

const isSameRequest = (a: EntryDraft, b: EntryDraft): boolean =>
  a.kind === b.kind &&
  a.target === b.target &&
  a.actor === b.actor &&
  (a.reason ?? '') === (b.reason ?? '') &&
  sortedLegs(a.legs) === sortedLegs(b.legs);

const sortedLegs = (legs: Legs = {}): string =>
  Object.entries(legs)
    .map(([account, cents]) => `${account} ${cents}`)
    .sort()
    .join();

const needsTarget = ({ kind }: EntryDraft): boolean => kind !== 'post' && kind !== 'hold';

const isTarget = (target: WrittenEntry | undefined, { kind }: EntryDraft): boolean =>
  target !== undefined && (kind === 'reverse' ? ['post', 'settle'] : ['hold']).includes(target.draft.kind);

type Leg = [account: string, effect: Effect];

/** In the order of the accounts, which is the order in which the database locks them. */
function effectsOf(draft: EntryDraft, target: WrittenEntry | undefined): ReadonlyMap<string, Effect> {
  const effects = new Map<string, Effect>();
  for (const [account, { postedCents, pendingCents }] of [
    ...ownLegs(draft),
    ...legsOfTarget(draft, target),
  ]) {
    const known = effects.get(account) ?? { postedCents: 0n, pendingCents: 0n };
    effects.set(account, {
      postedCents: known.postedCents + postedCents,
      pendingCents: known.pendingCents + pendingCents,
    });
  }
  const moved = [...effects].filter(([, effect]) => effect.postedCents !== 0n || effect.pendingCents !== 0n);
  return new Map(moved.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function ownLegs({ kind, legs = {} }: EntryDraft): Leg[] {
  if (kind === 'void' || kind === 'reverse') return [];
  return Object.entries(legs).map(([account, cents]) => [
    account,
    kind === 'hold' ? { postedCents: 0n, pendingCents: cents } : { postedCents: cents, pendingCents: 0n },
  ]);
}

/** A reversal gives back what was posted; a settlement and a void give back what was pending. */
function legsOfTarget({ kind }: EntryDraft, target: WrittenEntry | undefined): Leg[] {
  return [...(target?.effects ?? [])].map(([account, effect]) => [
    account,
    kind === 'reverse'
      ? { postedCents: -effect.postedCents, pendingCents: 0n }
      : { postedCents: 0n, pendingCents: -effect.pendingCents },
  ]);
}

const absolute = (cents: bigint): bigint => (cents < 0n ? -cents : cents);

/** A settlement moves money the way its hold meant to, and no more of it. */
const exceedsHold = ({ postedCents, pendingCents }: Effect): boolean =>
  postedCents * pendingCents > 0n || absolute(postedCents) > absolute(pendingCents);

/** What an entry sets aside (a hold) or frees (a settlement, a void), on one account. */
export const heldChange = (kind: EntryKind, pendingCents: bigint): bigint => {
  if (kind === 'hold') return pendingCents < 0n ? -pendingCents : 0n;
  return pendingCents > 0n ? -pendingCents : 0n;
};

function refusalOf(
  ledger: Ledger,
  draft: EntryDraft,
  effects: ReadonlyMap<string, Effect>,
): LedgerRefusal | null {
  if (isMalformed(draft, [...effects.values()])) return { kind: 'malformed' };
  for (const account of effects.keys())
    if (!ledger.accounts.has(account)) return { kind: 'unknown-account', account };
  return (
    resolutionRefusal(ledger, draft) ??
    [...effects].map((leg) => shortage(ledger, draft, leg)).find(Boolean) ??
    null
  );
}

function isMalformed({ kind }: EntryDraft, effects: readonly Effect[]): boolean {
  const sum = (field: keyof Effect) => effects.reduce((total, effect) => total + effect[field], 0n);
  return (
    effects.length < 2 ||
    (kind === 'settle' && effects.some(exceedsHold)) ||
    sum('postedCents') !== 0n ||
    sum('pendingCents') !== 0n
  );
}

function resolutionRefusal({ entries }: Ledger, draft: EntryDraft): LedgerRefusal | null {
  const others = entries.filter(({ draft: other }) => other.target === draft.target && needsTarget(other));
  if (draft.kind === 'reverse')
    return others.some(({ draft: { kind } }) => kind === 'reverse') ? { kind: 'already-reversed' } : null;
  if (!needsTarget(draft)) return null;
  if (others.some(({ draft: { kind } }) => kind !== 'reverse')) return { kind: 'already-resolved' };
  const expiresAt = entries[draft.target! - 1]?.draft.expiresAt;
  const isLate = draft.kind === 'settle' && expiresAt !== undefined && expiresAt <= draft.createdAt;
  return isLate ? { kind: 'hold-expired' } : null;
}

function shortage(
  { accounts }: Ledger,
  { kind }: EntryDraft,
  [account, { postedCents, pendingCents }]: [string, Effect],
): LedgerRefusal | null {
  const { floorCents, ...now } = accounts.get(account)!;
  const held = heldChange(kind, pendingCents);
  const freeCents = now.postedCents + postedCents - now.heldCents - held;
  if (floorCents === null || postedCents - held >= 0n || freeCents >= floorCents) return null;
  return { kind: 'insufficient-funds', account, shortCents: floorCents - freeCents };
}

function applied(
  { accounts }: Ledger,
  kind: EntryKind,
  effects: ReadonlyMap<string, Effect>,
): ReadonlyMap<string, LedgerAccount> {
  const changed = new Map(accounts);
  for (const [account, { postedCents, pendingCents }] of effects) {
    const now = accounts.get(account)!;
    changed.set(account, {
      ...now,
      postedCents: now.postedCents + postedCents,
      heldCents: now.heldCents + heldChange(kind, pendingCents),
    });
  }
  return changed;
}
