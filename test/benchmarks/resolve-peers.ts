import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { ratio } from 'fuzzball';
import { type MatchRecord, openMatcher } from '../../src/modules/matching/index.ts';
import { type GoldPair, readGoldPairs, readGoldRecords } from './gold-files.ts';
import { type BenchResult, median, rounded } from './harness.ts';

const RUNS = 3;
const NANOSECONDS = 1e9;

type Pair = readonly [MatchRecord, MatchRecord];

/**
 * What npm offers for the same work: two texts compared for each pair that our blocking proposes, on one thread each.
 * The peers count their comparisons alone; ours proposes the pairs, compares thirteen fields, judges and groups, and is
 * given a second time with the reading of the records.
 */
export async function measurePeers(shared: string, note: (line: string) => void): Promise<BenchResult> {
  const records = readGoldRecords(join(shared, 'gold/records.jsonl'));
  const byRid = new Map(records.map((record) => [record.rid, record]));
  const toPair = ([a, b]: readonly [string, string]): Pair => [byRid.get(a)!, byRid.get(b)!];
  const matcher = openMatcher(records);
  const proposed = matcher.proposed().map(toPair);
  const judged = readGoldPairs(join(shared, 'gold/pairs-dev.csv')).filter(({ label }) => label !== 'unsure');
  const judgedPairs = judged.map(({ pair }) => toPair(pair));

  const ours = await medianSeconds(() => matcher.resolve());
  const withReading = await medianSeconds(() => openMatcher(records).resolve());
  const fuzzball = await medianSeconds(() => fuzzballScores(proposed));
  const duck = await openDuck(records, [...proposed, ...judgedPairs]);
  const duckdb = await medianSeconds(() => duck.count(proposed.length));
  const duckScores = await duck.scores(proposed.length);
  duck.close();
  const nsPerPair = (seconds: number): number => Math.round((seconds * NANOSECONDS) / proposed.length);
  const figures = {
    peerPairs: proposed.length,
    nsPerPair: nsPerPair(ours),
    nsPerPairWithReading: nsPerPair(withReading),
    nsPerPairFuzzball: nsPerPair(fuzzball),
    nsPerPairDuckdb: nsPerPair(duckdb),
    timesFasterThanFuzzball: rounded(fuzzball / ours, 1),
    timesFasterThanDuckdb: rounded(duckdb / ours, 1),
    f1FuzzballBestThreshold: rounded(bestF1(judged, fuzzballScores(judgedPairs)), 3),
    f1DuckdbBestThreshold: rounded(bestF1(judged, duckScores), 3),
  };
  note(JSON.stringify(figures));
  return { figures, bars: [] };
}

const texts = ({ name, address, city }: MatchRecord): [string, string] => [
  name.toLowerCase(),
  `${address ?? ''} ${city ?? ''}`.toLowerCase(),
];

/** Mean of the names' likeness and of the addresses', 0–1. */
const fuzzballScores = (pairs: readonly Pair[]): number[] =>
  pairs.map(([left, right]) => {
    const [[name, address], [otherName, otherAddress]] = [texts(left), texts(right)];
    return (ratio(name, otherName) + ratio(address, otherAddress)) / 200;
  });

interface Duck {
  /** Compares the first pairs and keeps a single number: the cost of bringing rows back is not the engine's. */
  count(pairs: number): Promise<void>;
  scores(after: number): Promise<number[]>;
  close(): void;
}

const SCORE = `(jaro_winkler_similarity(l.name, r.name) + jaro_winkler_similarity(l.address, r.address)) / 2`;
const JOIN = 'pairs join records l on l.row = pairs.a join records r on r.row = pairs.b';

async function openDuck(records: readonly MatchRecord[], pairs: readonly Pair[]): Promise<Duck> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await connection.run('create table records (row integer, name varchar, address varchar)');
  await connection.run('create table pairs (place integer, a integer, b integer)');
  const rowOf = new Map(records.map(({ rid }, row) => [rid, row]));
  await append(
    connection,
    'records',
    records.map((record, row) => [row, ...texts(record)]),
  );
  await append(
    connection,
    'pairs',
    pairs.map(([a, b], at) => [at, rowOf.get(a.rid)!, rowOf.get(b.rid)!]),
  );
  return {
    async count(limit) {
      await connection.runAndReadAll(
        `select count(*) filter (${SCORE} >= 0.9) from ${JOIN} where place < ${limit}`,
      );
    },
    async scores(after) {
      const found = await connection.runAndReadAll(
        `select ${SCORE} from ${JOIN} where place >= ${after} order by place`,
      );
      return found.getRows().map(([score]) => Number(score));
    },
    close: () => connection.closeSync(),
  };
}

async function append(
  connection: DuckDBConnection,
  table: string,
  rows: readonly (readonly (number | string)[])[],
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const value of row) {
      if (typeof value === 'number') appender.appendInteger(value);
      else appender.appendVarchar(value);
    }
    appender.endRow();
  }
  appender.closeSync();
}

/** The threshold is chosen on the very pairs that it is judged on: the best that the peer could do. */
function bestF1(judged: readonly GoldPair[], scores: readonly number[]): number {
  const known = judged.filter(({ label }) => label === 'same').length;
  return Math.max(
    ...scores.map((threshold) => {
      const merged = judged.filter((_, at) => scores[at]! >= threshold);
      const right = merged.filter(({ label }) => label === 'same').length;
      return (2 * right) / (merged.length + known);
    }),
  );
}

async function medianSeconds(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const startedAt = performance.now();
    await work();
    times.push((performance.now() - startedAt) / 1000);
  }
  return median(times);
}
