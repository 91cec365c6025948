import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { decodeIndex } from '../../src/modules/finder/domain/index/decode-index.ts';
import { encodeIndex } from '../../src/modules/finder/domain/index/encode-index.ts';
import type { IndexAnswer, IndexQuery } from '../../src/modules/finder/domain/index/index-query.ts';
import { placeIndexOf, preparePlaceIndex } from '../../src/modules/finder/domain/index/place-index-of.ts';
import type { SearchablePlace } from '../../src/modules/finder/domain/world.ts';
import {
  buildCommuneReference,
  type CommuneReference,
  type PlaceFields,
  readCommunes,
} from '../../src/modules/standard/index.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { bruteForceSearch } from '../support/brute-force-search.ts';
import { findServer } from '../support/postgres-server.ts';
import {
  atLeast,
  atMost,
  type Bar,
  type Benchmark,
  type BenchResult,
  CannotMeasure,
  median,
  rounded,
} from './harness.ts';
import { CLOCK_CHANGES, compareHours } from './search-hours.ts';
import { openMiniSearch, openPostgres } from './search-peers.ts';
import { modelPlaces, syntheticPlaces } from './search-places.ts';
import { type FullQuery, fullQueries, mixedQueries } from './search-queries.ts';

const USUAL = 20_000;
const MANY = 1_000_000;
/** Looking at each place takes time: thousands of questions to a part of the places, a hundred to all. */
const CHECKED = { places: 2_000, queries: 3_000, queriesOnAll: 100 };
const NOW = new Date('2026-11-24T13:10:00Z');
const KILOBYTE = 1_000;

type Note = (line: string) => void;
type Figures = BenchResult['figures'];
interface Measured {
  figures: Figures;
  bars: Bar[];
}

/** The index of places: equal to looking at each place, how fast, and beside what others do. */
export const measureSearch: Benchmark = async (note) => {
  const project = findProjectFolder();
  const models = modelPlaces(project, loadReference(project));
  note(`${models.length} model places`);
  const places = syntheticPlaces(models, USUAL);
  const parts = [
    measureHours(models, note),
    measureBuild('20k', places, note),
    measureFile(places, note),
    measureExactness(places, note),
    measureSpeed('20k', places, note),
    await measurePostgres(places, note),
    measureMiniSearch(places, note),
    measureMany(models, note),
  ];
  return {
    figures: Object.assign({ 'model places': models.length }, ...parts.map(({ figures }) => figures)),
    bars: parts.flatMap(({ bars }) => bars),
  };
};

function loadReference(project: string): CommuneReference {
  const path = join(project, 'dist/reference/communes.json');
  if (!existsSync(path)) throw new CannotMeasure(`Build the reference of communes first: ${path}`);
  return buildCommuneReference(readCommunes(JSON.parse(readFileSync(path, 'utf8'))));
}

function measureHours(models: readonly PlaceFields[], note: Note): Measured {
  const texts = [...new Set(models.flatMap(({ openingHours }) => openingHours ?? []))];
  const checks = CLOCK_CHANGES.map((mondayMs) => compareHours(texts, mondayMs));
  const different = new Set(checks.flatMap((check) => check.different));
  for (const text of different) note(`  hours differ: ${text}`);
  const compared = checks.reduce((sum, check) => sum + check.compared, 0);
  note(`hours: ${texts.length} texts, ${compared} comparisons, ${different.size} differ`);
  return {
    figures: { 'distinct hours': texts.length, 'quarters compared with opening_hours': compared },
    bars: [atMost('hours that differ from opening_hours at any quarter', different.size, 0)],
  };
}

function measureBuild(size: string, places: readonly SearchablePlace[], note: Note): Measured {
  const slices: number[] = [];
  const work = preparePlaceIndex(places, NOW);
  for (let isDone = false; !isDone; ) {
    const start = performance.now();
    isDone = work.next().done ?? false;
    slices.push(performance.now() - start);
  }
  const total = rounded(
    slices.reduce((sum, slice) => sum + slice, 0),
    0,
  );
  const longest = rounded(Math.max(...slices), 0);
  note(`${size}: built in ${total} ms, ${slices.length} slices, the longest ${longest} ms`);
  return {
    figures: { [`${size}: ms to build`]: total, [`${size}: longest slice, ms`]: longest },
    bars: size === '20k' ? [atMost('20k: longest slice that blocks others, ms', longest, 200)] : [],
  };
}

/** About as many places as a large département holds. */
const DEPARTEMENT = 1_000;

function measureFile(places: readonly SearchablePlace[], note: Note): Measured {
  const part = encodeIndex(nearLyon(places), NOW);
  const whole = encodeIndex(places, NOW);
  const loads = Array.from({ length: 5 }, () => {
    const start = performance.now();
    if (!decodeIndex(part)) throw new Error('The file cannot be read back.');
    return performance.now() - start;
  });
  const kilobytes = (file: ArrayBuffer) => rounded(gzipSync(new Uint8Array(file)).length / KILOBYTE, 0);
  const partKilobytes = kilobytes(part);
  note(`file: ${partKilobytes} kB gzip for ${DEPARTEMENT} places`);
  return {
    figures: {
      '20k: file, kB gzip': kilobytes(whole),
      'département: file, kB': rounded(part.byteLength / KILOBYTE, 0),
      'département: ms to load': rounded(median(loads), 1),
    },
    bars: [atMost(`file of ${DEPARTEMENT} places, rows included, kB gzip`, partKilobytes, 200)],
  };
}

/** A region of neighbours, as a département is: the nearest to Lyon. */
const nearLyon = (places: readonly SearchablePlace[]): SearchablePlace[] =>
  placeIndexOf(places)
    .search({ origin: { latitude: 45.76, longitude: 4.84 }, limit: DEPARTEMENT })
    .hits.map(({ place }) => place);

function measureExactness(places: readonly SearchablePlace[], note: Note): Measured {
  const few = places.slice(-CHECKED.places);
  const wrong =
    countWrong(few, mixedQueries(few, CHECKED.queries, 11)) +
    countWrong(places, mixedQueries(places, CHECKED.queriesOnAll, 12));
  const asked = CHECKED.queries + CHECKED.queriesOnAll;
  note(`exactness: ${wrong} of ${asked} answers differ`);
  return {
    figures: { 'answers compared with brute force': asked },
    bars: [atMost('answers that differ from brute force', wrong, 0)],
  };
}

function countWrong(places: readonly SearchablePlace[], queries: readonly IndexQuery[]): number {
  const index = placeIndexOf(places);
  const reference = bruteForceSearch(places);
  const said = ({ hits, total, counts }: IndexAnswer<SearchablePlace>) =>
    JSON.stringify([
      hits.map(({ place, distanceMetres }) => [place.id, distanceMetres]),
      total,
      SETTLED(counts),
    ]);
  return queries.filter((query) => said(index.search(query)) !== said(reference(query))).length;
}

/** The reader by brute force knows the usual days of weekly hours only: a few hours of this world are not weekly. */
const SETTLED = (counts: IndexAnswer<SearchablePlace>['counts']) =>
  Object.entries(counts).filter(([facet]) => facet === 'ouvert-maintenant' || !facet.startsWith('ouvert-'));

const WARM_UP = 2_000;

/** Milliseconds of each call, once the code is warm. */
function timings<Query>(queries: readonly Query[], ask: (query: Query) => unknown): number[] {
  for (const query of queries.slice(0, WARM_UP)) ask(query);
  return queries.map((query) => {
    const start = performance.now();
    ask(query);
    return performance.now() - start;
  });
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

function measureSpeed(size: string, places: readonly SearchablePlace[], note: Note): Measured {
  const index = placeIndexOf(places);
  const times = timings(fullQueries(places, 10_000, 21), index.search);
  const p50 = rounded(percentile(times, 0.5), 4);
  const p99 = rounded(percentile(times, 0.99), 3);
  note(`${size}: p50 ${p50} ms, p99 ${p99} ms`);
  return {
    figures: { [`${size}: full query, p50 ms`]: p50, [`${size}: full query, p99 ms`]: p99 },
    bars: [atMost(`${size}: full query, p99 ms`, p99, size === '20k' ? 1 : 5)],
  };
}

async function measurePostgres(places: readonly SearchablePlace[], note: Note): Promise<Measured> {
  const found = findServer();
  if (!found) {
    note('No PostgreSQL server on this machine: it is not measured.');
    return { figures: {}, bars: [] };
  }
  const peer = await openPostgres(found, places);
  try {
    const queries = fullQueries(places, 1_000, 31);
    const theirs = await timingsOf(queries, peer.ask);
    const ours = timings(queries, placeIndexOf(places).search);
    const ratio = rounded(median(theirs) / median(ours), 0);
    note(`PostgreSQL: p50 ${rounded(median(theirs))} ms, ${ratio} times ours`);
    return {
      figures: {
        'PostgreSQL: full query, p50 ms': rounded(median(theirs), 3),
        'PostgreSQL: full query, p99 ms': rounded(percentile(theirs, 0.99), 3),
      },
      bars: [atLeast('times as fast as PostgreSQL, median', ratio, 50)],
    };
  } finally {
    await peer.stop();
  }
}

async function timingsOf(queries: readonly FullQuery[], ask: (query: FullQuery) => Promise<unknown>) {
  const times: number[] = [];
  for (const query of queries.slice(0, 50)) await ask(query);
  for (const query of queries) {
    const start = performance.now();
    await ask(query);
    times.push(performance.now() - start);
  }
  return times;
}

/** Each text once: ours keeps no answer, but nobody should have to know. Places alone, without counts, on both sides. */
function measureMiniSearch(places: readonly SearchablePlace[], note: Note): Measured {
  const { ask, askInSteps } = openMiniSearch(places);
  const texts = [...new Set(fullQueries(places, 2_000, 41).map(({ text }) => text))];
  const theirs = timings(texts, ask);
  const inSteps = timings(texts, askInSteps);
  const index = placeIndexOf(places);
  const ours = timings(texts, (text) => index.list({ text, limit: 20 }));
  const ratio = rounded(median(theirs) / median(ours), 1);
  note(`MiniSearch: p50 ${rounded(median(theirs))} ms, ${ratio} times ours`);
  return {
    figures: {
      'distinct texts': texts.length,
      'text alone, p50 ms': rounded(median(ours), 4),
      'text alone, p99 ms': rounded(percentile(ours, 0.99), 3),
      'MiniSearch: text alone, p50 ms': rounded(median(theirs), 3),
      'MiniSearch: text alone, p99 ms': rounded(percentile(theirs, 0.99), 3),
      'MiniSearch, asked in three steps: p50 ms': rounded(median(inSteps), 4),
      'MiniSearch, asked in three steps: times ours, median': rounded(median(inSteps) / median(ours), 1),
    },
    bars: [atLeast('times as fast as MiniSearch on text, median', ratio, 30)],
  };
}

function measureMany(models: readonly PlaceFields[], note: Note): Measured {
  const places = syntheticPlaces(models, MANY);
  const built = measureBuild('1M', places, note);
  const speed = measureSpeed('1M', places, note);
  return { figures: { ...built.figures, ...speed.figures }, bars: [...built.bars, ...speed.bars] };
}
