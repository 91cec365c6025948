import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { atMost, type Benchmark, CannotMeasure, median, rounded } from './harness.ts';
import { type CommandMeasure, measureCommand } from './measure-command.ts';

const RUNS = 3;

interface ImportReport {
  sources: { records: number; accepted: number; rejected: number; repaired: number }[];
  places: number;
}

/** All the real sources at once, into an empty data folder, as a coordinator would: one command. */
export const measureImport: Benchmark = async (note) => {
  const project = findProjectFolder();
  const places = resolve(project, '../shared/data/places');
  if (!existsSync(places)) throw new CannotMeasure(`The real sources are absent: ${places}`);
  const measures: CommandMeasure[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    const measure = await importAll(project, places);
    note(`import ${run}/${RUNS}: ${measure.seconds.toFixed(1)} s, ${measure.peakMebibytes.toFixed(0)} MiB`);
    measures.push(measure);
  }
  const seconds = rounded(median(measures.map((measure) => measure.seconds)), 1);
  const gigabytes = rounded((median(measures.map((measure) => measure.peakMebibytes)) * 2 ** 20) / 1e9);
  return {
    figures: {
      runs: RUNS,
      seconds,
      gigabytes,
      ...readReport(measures[0]),
    },
    bars: [atMost('seconds for all sources', seconds, 60), atMost('peak memory, GB', gigabytes, 1.5)],
  };
};

async function importAll(project: string, places: string): Promise<CommandMeasure> {
  const data = mkdtempSync(join(tmpdir(), 'maillon-bench-'));
  try {
    const args = [join(project, 'dist/maillon.mjs'), 'import', places, '--data', data, '--json'];
    // The figures are those of the embedded database, whatever this machine is configured for.
    const env = { DATABASE_URL: undefined, MAILLON_DATA: undefined, INIT_CWD: project };
    const measure = await measureCommand(args, { cwd: project, env });
    if (measure.exitCode !== 0)
      throw new Error(`The import ended with code ${measure.exitCode}:\n${measure.stderr.slice(-2000)}`);
    return measure;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function readReport(measure: CommandMeasure | undefined): Record<string, number> {
  const { sources, places } = JSON.parse(
    measure?.stdout.trimEnd().split('\n').at(-1) ?? 'null',
  ) as ImportReport;
  const total = (key: 'records' | 'accepted' | 'rejected' | 'repaired') =>
    sources.reduce((sum, source) => sum + source[key], 0);
  return {
    sources: sources.length,
    records: total('records'),
    accepted: total('accepted'),
    rejected: total('rejected'),
    repaired: total('repaired'),
    places,
  };
}
