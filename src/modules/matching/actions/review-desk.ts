import type { RecordRef } from '../../../kernel/record-ref.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { countPublishedImports, readDirectoryRecords } from '../../sources/index.ts';
import { type Decision, pairKey, rulingOf } from '../domain/decision.ts';
import { toMatchRecord } from '../domain/from-fields.ts';
import { type LiveResolution, openLiveResolution } from '../domain/live-resolution.ts';
import { type QueuedPair, reviewQueue } from '../domain/review-queue.ts';
import { readDecisionsSince } from '../store.ts';

/** Records and decisions as one process knows them. */
export interface OpenDesk {
  live: LiveResolution;
  /** What is decided of a pair, withdrawn decisions left out. */
  decisionOf(pair: { a: RecordRef; b: RecordRef }): Decision | undefined;
  /** Pairs to review, those where a decision would change most first. */
  queue(): readonly QueuedPair[];
}

export interface ReviewDesk {
  /** The desk, up to date with what `db` now shows: a transaction sees its own writes. */
  open(db: Queries): Promise<OpenDesk>;
}

interface DeskState extends OpenDesk {
  imports: number;
  lastDecision: number;
  take(decisions: readonly Decision[]): void;
}

/**
 * Keeps the records of one directory in memory, read again after each published import (24,000 records take about
 * three seconds), so that a decision is taken into account in milliseconds.
 */
export function openReviewDesk(): ReviewDesk {
  let state: DeskState | null = null;
  return {
    async open(db) {
      const imports = await countPublishedImports(db);
      let desk = state;
      if (desk?.imports !== imports) desk = await loadDesk(db, imports);
      const { lastDecision } = desk;
      const fresh = await readDecisionsSince(db, lastDecision);
      // Another request may have taken some of them while this one was reading.
      desk.take(fresh.filter(({ id }) => id > desk.lastDecision));
      state = desk;
      return desk;
    },
  };
}

async function loadDesk(db: Queries, imports: number): Promise<DeskState> {
  const live = openLiveResolution((await readDirectoryRecords(db)).map(toMatchRecord));
  const standing = new Map<string, Decision>();
  let queue: readonly QueuedPair[] | null = null;
  const desk: DeskState = {
    imports,
    lastDecision: 0,
    live,
    decisionOf: (pair) => standing.get(pairKey(pair)),
    queue: () => {
      queue ??= reviewQueue(live, (pair) => standing.has(pair));
      return queue;
    },
    take(decisions) {
      for (const decision of decisions) {
        if (decision.verdict === 'withdrawn') standing.delete(pairKey(decision));
        else standing.set(pairKey(decision), decision);
        desk.lastDecision = decision.id;
      }
      if (decisions.length === 0) return;
      live.apply(decisions.map(({ a, b, verdict }) => ({ a, b, verdict: rulingOf(verdict) })));
      queue = null;
    },
  };
  return desk;
}
