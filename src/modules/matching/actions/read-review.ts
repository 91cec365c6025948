import type { RecordRef } from '../../../kernel/record-ref.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Decision, RecordPair } from '../domain/decision.ts';
import type { ExplainedVerdict } from '../domain/matcher.ts';
import { readShownRecords, type ShownRecord } from '../store/shown-records.ts';
import type { OpenDesk, ReviewDesk } from './review-desk.ts';

/** Two records as the reviewer sees them, with what the engine says and what was decided. */
export interface ReviewedPair {
  pair: RecordPair;
  records: readonly [ShownRecord, ShownRecord];
  verdict: ExplainedVerdict;
  decision: Decision | undefined;
}

export interface ReviewDeps {
  db: Database;
  desk: ReviewDesk;
}

/** The pair to decide now, or none; and how many wait. */
export async function nextPair({
  db,
  desk,
}: ReviewDeps): Promise<{ shown: ReviewedPair | null; waiting: number }> {
  const open = await desk.open(db);
  const queue = open.queue();
  const [first] = queue;
  return { shown: first ? await show(db, open, first) : null, waiting: queue.length };
}

/** Any pair of records that exist. */
export async function readReviewedPair(
  pair: RecordPair,
  { db, desk }: ReviewDeps,
): Promise<{ shown: ReviewedPair | null; waiting: number }> {
  const open = await desk.open(db);
  return { shown: await show(db, open, pair), waiting: open.queue().length };
}

/** The record of the same place that says most for this one being there; null when it stands there alone. */
export async function closestInPlace(ref: RecordRef, { db, desk }: ReviewDeps): Promise<RecordRef | null> {
  const { live } = await desk.open(db);
  const others = live.membersWith(ref).filter((other) => other !== ref);
  const bits = (other: RecordRef) => live.explain({ a: ref, b: other })?.bits ?? Number.NEGATIVE_INFINITY;
  return others.reduce<RecordRef | null>(
    (best, other) => (best === null || bits(other) > bits(best) ? other : best),
    null,
  );
}

async function show(db: Database, { live, decisionOf }: OpenDesk, { a, b }: RecordPair) {
  const pair = { a, b };
  const verdict = live.explain(pair);
  const records = await readShownRecords(db, [a, b]);
  const [left, right] = [records.get(a), records.get(b)];
  if (!verdict || !left || !right) return null;
  return { pair, records: [left, right] as const, verdict, decision: decisionOf(pair) };
}
