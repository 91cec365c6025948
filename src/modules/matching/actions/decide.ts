import type { RecordRef } from '../../../kernel/record-ref.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database, Queries } from '../../../platform/db/database.ts';
import { type Answer, type Decision, orderedPair, pairKey, type RecordPair } from '../domain/decision.ts';
import { effective, latestOfPairs, stateBefore } from '../domain/gestures.ts';
import {
  appendDecisions,
  lockDecisions,
  readDecisionsSince,
  readGestures,
  readPairHistory,
} from '../store/decisions.ts';
import { readShownRecords } from '../store/shown-records.ts';
import type { ReviewDesk } from './review-desk.ts';

export type DecisionRefusal = { kind: 'unknown-record' } | { kind: 'one-record' };
export type WithdrawalRefusal = { kind: 'nothing-to-undo' };

export interface DecisionDeps {
  db: Database;
  clock: () => Date;
  desk: ReviewDesk;
}

/** What a person says of one record and of others, in one gesture. */
export interface DecisionInput {
  record: RecordRef;
  others: readonly RecordRef[];
  verdict: Answer;
  reason: string;
  author: string;
}

/** Characters: what is asked is why, in a sentence. */
const LONGEST_REASON = 500;

/** Writes a decision; the directory takes it into account when it is refreshed. */
export async function recordDecision(
  { record, others, verdict, reason, author }: DecisionInput,
  { db, clock, desk }: DecisionDeps,
): Promise<Result<null, DecisionRefusal>> {
  const asked = others.map((other) => orderedPair(record, other));
  if (asked.length === 0 || asked.some(({ a, b }) => a === b)) return refuse({ kind: 'one-record' });
  const { live } = await desk.open(db);
  const pairs = verdict === 'same' ? asked.flatMap((pair) => placesJoined(live, pair)) : asked;
  return db.inTransaction<null, DecisionRefusal>(async (tx) => {
    const refs = [...new Set([record, ...others])];
    if ((await readShownRecords(tx, refs)).size < refs.length) return refuse({ kind: 'unknown-record' });
    const said = {
      undoes: null,
      reason: reason.trim().slice(0, LONGEST_REASON) || null,
      author,
      at: clock(),
    };
    const undone = verdict === 'distinct' || verdict === 'linked' ? await contradicted(tx, asked) : [];
    await write(tx, [
      ...pairs.map((pair) => ({ ...pair, ...said, verdict })),
      ...undone.map(({ a, b }) => ({ a, b, ...said, verdict: 'withdrawn' as const })),
    ]);
    return ok(null);
  });
}

/**
 * « The same place » is said of two places: each record of the one with each record of the other, the pair asked first.
 * Said of two records alone, it could tear one of them from the records that its place already holds.
 */
function placesJoined(
  live: { membersWith(ref: RecordRef): readonly RecordRef[] },
  pair: RecordPair,
): RecordPair[] {
  const [ours, theirs] = [live.membersWith(pair.a), live.membersWith(pair.b)];
  if (ours.includes(pair.b)) return [pair];
  const all = ours.flatMap((x) => theirs.map((y) => orderedPair(x, y)));
  return [pair, ...all.filter((other) => pairKey(other) !== pairKey(pair))];
}

/** What else was said in the gestures that said « same » of these pairs: it falls with them. */
async function contradicted(tx: Queries, asked: readonly RecordPair[]): Promise<Decision[]> {
  const isAsked = new Set(asked.map(pairKey));
  const joined = latestOfPairs(await readPairHistory(tx, asked)).filter(({ verdict }) => verdict === 'same');
  if (joined.length === 0) return [];
  const gestures = await readGestures(
    tx,
    joined.map(({ id }) => id),
  );
  const latest = latestOfPairs(await readPairHistory(tx, gestures));
  const ids = new Set(gestures.map(({ id }) => id));
  return latest.filter((one) => ids.has(one.id) && one.verdict === 'same' && !isAsked.has(pairKey(one)));
}

/** Undoes the gesture of this decision, at any later time. Its pairs that were decided anew since stay as they are. */
export const withdrawDecision = (
  { id, author }: { id: number; author: string },
  { db, clock }: Omit<DecisionDeps, 'desk'>,
): Promise<Result<RecordPair, WithdrawalRefusal>> =>
  db.inTransaction((tx) => undo(tx, id, { author, at: clock() }));

/** Undoes this author's latest gesture that still stands: pressed twice, the one before it. */
export const withdrawLatest = (
  author: string,
  { db, clock }: Omit<DecisionDeps, 'desk'>,
): Promise<Result<RecordPair, WithdrawalRefusal>> =>
  db.inTransaction<RecordPair, WithdrawalRefusal>(async (tx) => {
    const standing = latestOfPairs(effective(await readDecisionsSince(tx, 0)));
    const own = standing.filter((one) => one.author === author);
    const last = own.reduce((newest, { id }) => Math.max(newest, id), 0);
    return undo(tx, last, { author, at: clock() });
  });

async function undo(
  tx: Queries,
  id: number,
  by: { author: string; at: Date },
): Promise<Result<RecordPair, WithdrawalRefusal>> {
  const gesture = await readGestures(tx, [id]);
  const before = stateBefore(gesture, await readPairHistory(tx, gesture));
  const asked = before[0];
  if (!asked) return refuse({ kind: 'nothing-to-undo' });
  await write(
    tx,
    before.map((said) => ({ ...said, reason: null, ...by })),
  );
  return ok(orderedPair(asked.a, asked.b));
}

async function write(tx: Queries, decisions: readonly Omit<Decision, 'id'>[]): Promise<void> {
  await lockDecisions(tx);
  await appendDecisions(tx, decisions);
}
