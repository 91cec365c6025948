import type { RecordRef } from '../../../kernel/record-ref.ts';
import type { Database, Queries } from '../../../platform/db/database.ts';
import { countPublishedImports, readDirectoryBatches } from '../../sources/index.ts';
import { type Decision, pairKey, rulingOf } from '../domain/decision.ts';
import { toMatchRecord } from '../domain/from-fields.ts';
import { type LiveResolution, liveResolutionSteps } from '../domain/live-resolution.ts';
import type { MatchRecord } from '../domain/match-record.ts';
import { type QueuedPair, reviewQueue } from '../domain/review-queue.ts';
import { readDecisionsSince } from '../store/decisions.ts';
import { readModelChoice, readModelInForce } from '../store/models.ts';
import { inSteps, letOthersWork } from './in-steps.ts';

/** Records and decisions as one process knows them. */
export interface OpenDesk {
  live: LiveResolution;
  /** What is decided of a pair, withdrawn decisions left out. */
  decisionOf(pair: { a: RecordRef; b: RecordRef }): Decision | undefined;
  /** Every decision that stands. */
  standing(): readonly Decision[];
  /** Pairs to review, those where a decision would change most first. */
  queue(): readonly QueuedPair[];
}

export interface ReviewDesk {
  /** The desk, up to date with what `db` now shows: a transaction sees its own writes. */
  open(db: Queries): Promise<OpenDesk>;
  /** Whether opening it takes milliseconds. */
  isReady(db: Queries): Promise<boolean>;
  /** Makes it ready ahead of who will open it, in steps between which others are answered. */
  prepare(db: Database): Promise<void>;
}

/** What a desk was computed from: any other makes it out of date. */
interface Basis {
  imports: number;
  modelChoice: number;
}

interface DeskState extends OpenDesk {
  basis: Basis;
  lastDecision: number;
  take(decisions: readonly Decision[]): void;
}

/** Records: each batch keeps the embedded database for some 20 ms. */
const BATCH_SIZE = 500;

/**
 * Keeps the records of one directory in memory, read again after each published import or change of weights (24,000
 * records take about three seconds), so that a decision is taken into account in milliseconds.
 */
export function openReviewDesk(): ReviewDesk {
  let state: DeskState | null = null;
  let preparing: Promise<void> | null = null;
  const upToDate = (basis: Basis): DeskState | null => (state && isSame(state.basis, basis) ? state : null);
  const open = async (db: Queries): Promise<DeskState> => {
    const basis = await readBasis(db);
    const desk = upToDate(basis) ?? (await loadDesk(db, basis));
    const fresh = await readDecisionsSince(db, desk.lastDecision);
    // Another request may have taken some of them while this one was reading.
    desk.take(fresh.filter(({ id }) => id > desk.lastDecision));
    state = desk;
    return desk;
  };
  const prepare = async (db: Database): Promise<void> => {
    for (;;) {
      const desk = await open(db);
      await letOthersWork();
      desk.queue();
      if (upToDate(await readBasis(db))) return;
    }
  };
  return {
    open,
    isReady: async (db) => upToDate(await readBasis(db)) !== null,
    prepare(db) {
      preparing ??= prepare(db).finally(() => {
        preparing = null;
      });
      return preparing;
    },
  };
}

const readBasis = async (db: Queries): Promise<Basis> => ({
  imports: await countPublishedImports(db),
  modelChoice: await readModelChoice(db),
});

const isSame = (one: Basis, other: Basis): boolean =>
  one.imports === other.imports && one.modelChoice === other.modelChoice;

async function loadDesk(db: Queries, basis: Basis): Promise<DeskState> {
  const { model } = await readModelInForce(db);
  const records: MatchRecord[] = [];
  for await (const batch of readDirectoryBatches(db, BATCH_SIZE)) {
    for (const record of batch) records.push(toMatchRecord(record));
    await letOthersWork();
  }
  const live = await inSteps(liveResolutionSteps(records, model));
  const standing = new Map<string, Decision>();
  let queue: readonly QueuedPair[] | null = null;
  const desk: DeskState = {
    basis,
    lastDecision: 0,
    live,
    decisionOf: (pair) => standing.get(pairKey(pair)),
    standing: () => [...standing.values()],
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
