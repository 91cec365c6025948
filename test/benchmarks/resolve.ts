import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { explainEvidence, type MatchRecord, openMatcher, resolve } from '../../src/modules/matching/index.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { measureArrivals } from './arrivals.ts';
import { type CityCounts, f1OfAll, measureCity } from './geo-er.ts';
import { type GoldPair, readGoldPairs, readGoldRecords } from './gold-files.ts';
import {
  atLeast,
  atMost,
  type Benchmark,
  type BenchResult,
  CannotMeasure,
  median,
  rounded,
} from './harness.ts';
import { measureCommand } from './measure-command.ts';
import { measurePeers } from './resolve-peers.ts';
import { seededRandom, syntheticRecords } from './synthetic-records.ts';

const RUNS = 5;
const SEED = 2027;
const BOOTSTRAPS = 2000;
const CITIES = ['osm_fsq/pit', 'osm_yelp/tor'];
const MEBIBYTES_PER_GIBIBYTE = 1024;

/** Accuracy on the labelled pairs with every record loaded, accuracy once taught on other data, and speed by size. */
export const measureResolve: Benchmark = async (note) => {
  const project = findProjectFolder();
  const shared = resolvePath(project, '../shared/data');
  if (!existsSync(shared)) throw new CannotMeasure(`The labelled pairs are absent: ${shared}`);
  const parts = [measureGold(shared, note), measureTaught(shared, note), measureSmall(note)];
  for (const part of parts) note(JSON.stringify(part.figures));
  const slow = [
    await measurePeers(shared, note),
    await measureLarge(project, note),
    measureArrivals(1_000_000, note),
  ];
  return {
    figures: Object.assign({}, ...[...parts, ...slow].map(({ figures }) => figures)),
    bars: [...parts, ...slow].flatMap(({ bars }) => bars),
  };
};

function measureGold(shared: string, note: (line: string) => void): BenchResult {
  const records = readGoldRecords(join(shared, 'gold/records.jsonl'));
  const judged = readGoldPairs(join(shared, 'gold/pairs-dev.csv')).filter(({ label }) => label !== 'unsure');
  const matcher = openMatcher(records);
  const verdicts = matcher.score(judged.map(({ pair }) => pair));
  const found = judged.map((_, at) => verdicts[at]!.verdict);
  judged.forEach(({ pid, label }, at) => {
    if ((label === 'same') === (found[at] === 'same')) return;
    const { bits, evidence } = verdicts[at]!;
    const why = evidence.map((piece) => `${explainEvidence(piece, 'en')} ${piece.bits}`).join(', ');
    note(`${pid}: ${label}, found ${found[at]} (${rounded(bits, 1)} bits: ${why})`);
  });
  const { precision, recall, f1 } = scoresOf(judged, found);
  const estimated = matcher.score(
    judged.map(({ pair }) => pair),
    matcher.estimate(),
  );
  const withEstimated = scoresOf(
    judged,
    estimated.map((verdict) => verdict!.verdict),
  );
  const same = judged.flatMap(({ label, pair }) => (label === 'same' ? [pair] : []));
  const times = Array.from({ length: RUNS }, () => secondsOf(() => resolve(records)));
  return {
    figures: {
      goldPairs: judged.length,
      precision: rounded(precision, 3),
      recall: rounded(recall, 3),
      f1: rounded(f1, 3),
      ...intervals(judged, found),
      f1WithEstimatedWeights: rounded(withEstimated.f1, 3),
      precisionWithEstimatedWeights: rounded(withEstimated.precision, 3),
      threeClassAccuracy: rounded(
        judged.filter(({ label }, at) => label === found[at]).length / judged.length,
        3,
      ),
      pairCompleteness: rounded(matcher.countProposed(same) / same.length, 3),
      goldRecords: records.length,
      goldSeconds: rounded(median(times)),
    },
    bars: [
      atLeast('F1 on the labelled pairs', rounded(f1, 3), 0.91),
      atLeast('precision', rounded(precision, 3), 0.93),
    ],
  };
}

interface Scores {
  precision: number;
  recall: number;
  f1: number;
}

function scoresOf(judged: readonly GoldPair[], found: readonly string[]): Scores {
  const right = judged.filter(({ label }, at) => label === 'same' && found[at] === 'same').length;
  const merged = found.filter((verdict) => verdict === 'same').length;
  const same = judged.filter(({ label }) => label === 'same').length;
  return { precision: right / merged, recall: right / same, f1: (2 * right) / (merged + same) };
}

/** 95 % intervals by drawing the pairs again with replacement; the seed makes them the same each time. */
function intervals(judged: readonly GoldPair[], found: readonly string[]): Record<string, string> {
  const random = seededRandom(SEED);
  const draws = Array.from({ length: BOOTSTRAPS }, () => {
    const drawn = judged.map(() => Math.floor(random() * judged.length));
    return scoresOf(
      drawn.map((at) => judged[at]!),
      drawn.map((at) => found[at]!),
    );
  });
  const bounds = (key: keyof Scores): string => {
    const values = draws.map((scores) => scores[key]).sort((a, b) => a - b);
    const at = (share: number): number => rounded(values[Math.floor(share * (values.length - 1))]!, 3);
    return `${at(0.025)}–${at(0.975)}`;
  };
  return { precision95: bounds('precision'), recall95: bounds('recall'), f1At95: bounds('f1') };
}

function measureTaught(shared: string, note: (line: string) => void): BenchResult {
  const cities = CITIES.map((city) => measureCity(join(shared, 'benchmarks/geo-er', city)));
  const f1With = (weights: keyof CityCounts): number =>
    rounded(f1OfAll(cities.map((counts) => counts[weights])), 3);
  const figures = Object.fromEntries(
    CITIES.map((city, at) => [`geoEr ${city} f1`, rounded(f1OfAll([cities[at]!.taught]), 3)]),
  );
  note(`Geo-ER: ${JSON.stringify(figures)}`);
  return {
    figures: {
      ...figures,
      geoErF1: f1With('taught'),
      geoErF1Reasoned: f1With('reasoned'),
      geoErF1Estimated: f1With('estimated'),
    },
    bars: [atLeast('F1 on Geo-ER test, taught on train', f1With('taught'), 0.92)],
  };
}

function measureSmall(note: (line: string) => void): BenchResult {
  const records = syntheticRecords(20_000, SEED);
  const times = Array.from({ length: RUNS }, () => secondsOf(() => resolve(records)));
  note(`20,000 synthetic records: ${times.map((seconds) => seconds.toFixed(2)).join(', ')} s`);
  const seconds = rounded(median(times));
  return {
    figures: { seconds20k: seconds, ...truthOf(records) },
    bars: [atMost('seconds for 20,000 records', seconds, 1)],
  };
}

/** The synthetic identifiers tell the true place: its number stands before the colon. */
function truthOf(records: readonly MatchRecord[]): Record<string, number> {
  const placeOf = (rid: string): string => rid.split(':')[0]!;
  const sizes = new Map<string, number>();
  for (const { rid } of records) sizes.set(placeOf(rid), (sizes.get(placeOf(rid)) ?? 0) + 1);
  const known = [...sizes.values()].reduce((pairs, size) => pairs + (size * (size - 1)) / 2, 0);
  const merged = resolve(records).pairs.filter(({ verdict }) => verdict === 'same');
  const right = merged.filter(({ a, b }) => placeOf(a) === placeOf(b)).length;
  return {
    synthetic20kPrecision: rounded(right / merged.length, 3),
    synthetic20kRecall: rounded(right / known, 3),
  };
}

/** From the file to the groups, in a process of its own: reading and writing count, and so does all the memory. */
async function measureLarge(project: string, note: (line: string) => void): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'maillon-resolve-'));
  try {
    const hundred = await measureFile(100_000, { project, folder, note });
    const million = await measureFile(1_000_000, { project, folder, note });
    return {
      figures: {
        seconds100k: hundred.seconds,
        seconds1M: million.seconds,
        gibibytes1M: million.gibibytes,
        candidatePairs1M: million.candidatePairs,
        growth100kTo1M: rounded(million.seconds / hundred.seconds, 1),
      },
      bars: [
        atMost('seconds for 1,000,000 records', million.seconds, 30),
        atMost('peak memory for 1,000,000 records, GiB', million.gibibytes, 3),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface FileMeasure {
  seconds: number;
  gibibytes: number;
  candidatePairs: number;
}

async function measureFile(
  count: number,
  { project, folder, note }: { project: string; folder: string; note: (line: string) => void },
): Promise<FileMeasure> {
  const path = join(folder, `${count}.jsonl`);
  await pipeline(Readable.from(linesOf(syntheticRecords(count, SEED))), createWriteStream(path));
  const program = join(project, 'dist/maillon.mjs');
  const args = [
    '--max-old-space-size=2560',
    program,
    'resolve',
    path,
    '--out',
    join(folder, 'groups.csv'),
    '--json',
  ];
  const measure = await measureCommand(args, { cwd: project, env: { INIT_CWD: project } });
  if (measure.exitCode !== 0)
    throw new Error(`resolve ended with ${measure.exitCode}:\n${measure.stderr.slice(-2000)}`);
  const { candidatePairs } = JSON.parse(measure.stdout.trimEnd().split('\n').at(-1)!) as {
    candidatePairs: number;
  };
  const gibibytes = rounded(measure.peakMebibytes / MEBIBYTES_PER_GIBIBYTE);
  note(`${count} synthetic records: ${measure.seconds.toFixed(1)} s, ${gibibytes} GiB`);
  return { seconds: rounded(measure.seconds, 1), gibibytes, candidatePairs };
}

function* linesOf(records: readonly MatchRecord[]): Generator<string> {
  for (const { postalCode, latitude, longitude, ...same } of records) {
    yield `${JSON.stringify({ ...same, postal_code: postalCode, lat: latitude, lon: longitude })}\n`;
  }
}

function secondsOf(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return (performance.now() - startedAt) / 1000;
}
