import { type MatchRecord, openArrivals } from '../../src/modules/matching/index.ts';
import { atMost, type BenchResult, rounded } from './harness.ts';
import { syntheticRecords } from './synthetic-records.ts';

const SEED = 2027;
const NEWCOMERS = 2000;
/** The first ones find the machine's caches and the compiler cold: a service that has just started, not one that runs. */
const WARM_UP = 200;

/** How long one record more takes, against records already resolved. */
export function measureArrivals(count: number, note: (line: string) => void): BenchResult {
  const all = syntheticRecords(count + NEWCOMERS, SEED);
  const every = Math.floor(all.length / NEWCOMERS);
  const isNew = (at: number): boolean => at % every === 0 && at / every < NEWCOMERS;
  const newcomers = all.filter((_, at) => isNew(at));
  const arrivals = openArrivals(all.filter((_, at) => !isNew(at)));
  const times = newcomers.map((record) => millisecondsOf(() => arrivals.receive(record))).slice(WARM_UP);
  const sorted = times.sort((x, y) => x - y);
  const at = (share: number): number => rounded(sorted[Math.floor(share * (sorted.length - 1))]!, 2);
  note(
    `One record against ${count}: ${at(0.5)} ms median, ${at(0.99)} ms for 99 in 100, ${at(1)} ms at most`,
  );
  return {
    figures: {
      arrivalMsMedian: at(0.5),
      arrivalMs99: at(0.99),
      arrivalMsMost: at(1),
      ...rightlyJoined(arrivals, newcomers),
    },
    bars: [atMost(`milliseconds for one record against ${count}, 95 in 100`, at(0.95), 5)],
  };
}

/** The synthetic identifiers tell the true place: its number stands before the colon. */
function rightlyJoined(
  arrivals: ReturnType<typeof openArrivals>,
  newcomers: readonly MatchRecord[],
): Record<string, number> {
  const placeOf = (rid: string): string => rid.split(':')[0]!;
  const joined = newcomers.slice(0, WARM_UP).flatMap((record) =>
    arrivals
      .receive(record)
      .members.filter((rid) => rid !== record.rid)
      .map((rid) => placeOf(rid) === placeOf(record.rid)),
  );
  return { arrivalPrecision: rounded(joined.filter(Boolean).length / joined.length, 3) };
}

function millisecondsOf(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
