import { pairKey, type RecordPair } from './decision.ts';
import type { Candidate, LiveResolution } from './live-resolution.ts';
import type { MatchRecord } from './match-record.ts';
import { probabilityOf } from './model.ts';

export interface QueuedPair extends RecordPair {
  /** What a decision is expected to change: see `stakeOf`. */
  stake: number;
}

/** Below one chance in twenty that a person would correct the engine, their time is better spent elsewhere. */
const LEAST_CHANCE = 0.05;

/** Pairs without a decision, those where a decision would change most first. */
export function reviewQueue(live: LiveResolution, isDecided: (pair: string) => boolean): QueuedPair[] {
  const queue: QueuedPair[] = [];
  for (const candidate of live.candidates) {
    if (isDecided(pairKey(candidate))) continue;
    const stake = stakeOf(live, candidate);
    if (stake > 0) queue.push({ a: candidate.a, b: candidate.b, stake });
  }
  return queue.sort((x, y) => y.stake - x.stake || (pairKey(x) < pairKey(y) ? -1 : 1));
}

/**
 * Chance that a person contradicts what the directory now says of the pair × records whose place would change
 * × fields on which the two records disagree (at least one: their place itself).
 */
function stakeOf(live: LiveResolution, { a, b, bits }: Candidate): number {
  const members = live.membersWith(a);
  const isJoined = members.includes(b);
  const chance = isJoined ? 1 - probabilityOf(bits) : probabilityOf(bits);
  if (chance < LEAST_CHANCE) return 0;
  const records = isJoined ? members.length : members.length + live.membersWith(b).length;
  return chance * records * (1 + disagreements(live.record(a)!, live.record(b)!));
}

const PUBLISHED: readonly (keyof MatchRecord)[] = [
  'name',
  'address',
  'postalCode',
  'city',
  'phone',
  'email',
  'website',
  'siret',
  'typology',
  'services',
];

const disagreements = (a: MatchRecord, b: MatchRecord): number =>
  PUBLISHED.filter((field) => (a[field] ?? '') !== (b[field] ?? '')).length;
