import { type EntryKind, heldChange } from './ledger.ts';

/** One leg as it was written: what the entry did to one account, and its place in the chain of that account. */
export interface JournalLeg {
  account: string;
  /** 1 for the first leg of the account, without a gap. */
  rank: number;
  postedCents: string;
  pendingCents: string;
  hash: string;
}

/** One entry of the journal. Instants are `YYYY-MM-DDTHH:MM:SS.mmmZ`, amounts are whole cents. */
export interface JournalEntry {
  number: string;
  key: string;
  kind: EntryKind;
  target: string | null;
  actor: string;
  reason: string;
  eventAt: string;
  createdAt: string;
  expiresAt: string | null;
  legs: JournalLeg[];
}

/** What the ledger says of an account, to be compared with what its journal gives. */
export interface JournalAccount {
  id: string;
  floorCents: string | null;
  postedCents: string;
  heldCents: string;
  legCount: number;
  headHash: string;
}

export type JournalFault =
  | { kind: 'not-in-order'; number: string }
  | { kind: 'unbalanced'; number: string }
  | { kind: 'missing-leg'; account: string; rank: number }
  | { kind: 'broken-chain'; account: string; rank: number; number: string }
  | { kind: 'resolved-twice'; number: string }
  | { kind: 'balance-differs'; account: string }
  | { kind: 'head-differs'; account: string }
  | { kind: 'below-floor'; account: string }
  | { kind: 'account-missing'; account: string };

/** Hexadecimal SHA-256 of a text in UTF-8. */
export type Sha256 = (text: string) => string;

interface Followed {
  rank: number;
  hash: string;
  postedCents: bigint;
  heldCents: bigint;
}

/**
 * Recomputes every balance and every chain from the entries alone, in their order, then compares them with what the
 * accounts say. A row changed, removed or moved breaks the chain of each account that it touches.
 */
export function createJournalVerifier(sha256: Sha256) {
  const accounts = new Map<string, Followed>();
  const resolved = new Set<string>();
  const faults: JournalFault[] = [];
  let last = 0n;
  return {
    readEntry(entry: JournalEntry): void {
      if (BigInt(entry.number) <= last) faults.push({ kind: 'not-in-order', number: entry.number });
      last = BigInt(entry.number);
      faults.push(...ownFaults(entry, resolved));
      const content = sha256(contentOf(entry));
      for (const leg of entry.legs) {
        const before = accounts.get(leg.account) ?? { rank: 0, hash: '', postedCents: 0n, heldCents: 0n };
        if (leg.rank !== before.rank + 1)
          faults.push({ kind: 'missing-leg', account: leg.account, rank: before.rank + 1 });
        const isChained = sha256(linkOf(before.hash, content, leg)) === leg.hash;
        if (!isChained)
          faults.push({ kind: 'broken-chain', account: leg.account, rank: leg.rank, number: entry.number });
        accounts.set(leg.account, {
          rank: leg.rank,
          hash: leg.hash,
          postedCents: before.postedCents + BigInt(leg.postedCents),
          heldCents: before.heldCents + heldChange(entry.kind, BigInt(leg.pendingCents)),
        });
      }
    },
    readAccount(account: JournalAccount): void {
      const followed = accounts.get(account.id) ?? { rank: 0, hash: '', postedCents: 0n, heldCents: 0n };
      accounts.delete(account.id);
      faults.push(...accountFaults(account, followed));
    },
    /** To be called last: accounts that have legs and are not told of have disappeared. */
    conclude(): readonly JournalFault[] {
      return [
        ...faults,
        ...[...accounts.keys()].map((account) => ({ kind: 'account-missing', account }) as const),
      ];
    },
  };
}

function ownFaults({ number, kind, target, legs }: JournalEntry, resolved: Set<string>): JournalFault[] {
  const faults: JournalFault[] = [];
  const sum = (field: 'postedCents' | 'pendingCents') =>
    legs.reduce((total, leg) => total + BigInt(leg[field]), 0n);
  if (legs.length < 2 || sum('postedCents') !== 0n || sum('pendingCents') !== 0n)
    faults.push({ kind: 'unbalanced', number });
  if (target === null) return faults;
  const resolution = kind === 'reverse' ? `reverse ${target}` : `resolve ${target}`;
  if (resolved.has(resolution)) faults.push({ kind: 'resolved-twice', number });
  resolved.add(resolution);
  return faults;
}

function accountFaults(account: JournalAccount, followed: Followed): JournalFault[] {
  const faults: JournalFault[] = [];
  const free = followed.postedCents - followed.heldCents;
  if (
    BigInt(account.postedCents) !== followed.postedCents ||
    BigInt(account.heldCents) !== followed.heldCents
  )
    faults.push({ kind: 'balance-differs', account: account.id });
  if (account.legCount !== followed.rank || account.headHash !== followed.hash)
    faults.push({ kind: 'head-differs', account: account.id });
  if (account.floorCents !== null && free < BigInt(account.floorCents))
    faults.push({ kind: 'below-floor', account: account.id });
  return faults;
}

/** The text that the database hashed: its `jsonb` writes a comma and a space between the values of a list. */
const listText = (values: readonly (string | null)[]): string =>
  `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;

const contentOf = (entry: JournalEntry): string =>
  listText([
    entry.number,
    entry.key,
    entry.kind,
    entry.target,
    entry.actor,
    entry.reason,
    entry.eventAt,
    entry.createdAt,
    entry.expiresAt,
  ]);

const linkOf = (previous: string, content: string, leg: JournalLeg): string =>
  listText([previous, content, leg.account, String(leg.rank), leg.postedCents, leg.pendingCents]);
