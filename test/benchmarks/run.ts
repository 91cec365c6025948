import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { measureDashboards } from './dashboards.ts';
import { type Benchmark, type BenchResult, CannotMeasure, describeMachine } from './harness.ts';
import { measureImport } from './import.ts';
import { measureLedger } from './ledger.ts';
import { measureMapping } from './mapping.ts';
import { measureResolve } from './resolve.ts';
import { measureSearch } from './search.ts';
import { measureSimulation } from './simulation.ts';
import { measureWeb } from './web.ts';
import { writeFigures } from './write-docs.ts';

const BENCHMARKS: Record<string, Benchmark> = {
  dashboards: measureDashboards,
  import: measureImport,
  ledger: measureLedger,
  mapping: measureMapping,
  resolve: measureResolve,
  search: measureSearch,
  simulation: measureSimulation,
  web: measureWeb,
};

const EXIT = { done: 0, shortfall: 1, usage: 2 } as const;

const note = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** `bench NAME [--json] [--write-docs]`; `all` runs every benchmark in turn. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, 'write-docs': { type: 'boolean' } },
  });
  const names = positionals[0] === 'all' ? Object.keys(BENCHMARKS) : positionals.slice(0, 1);
  if (names.length === 0 || names.some((name) => !BENCHMARKS[name])) {
    note(`Benchmarks: ${Object.keys(BENCHMARKS).join(', ')}, or all.`);
    return EXIT.usage;
  }
  let exit: number = EXIT.done;
  for (const name of names) exit = Math.max(exit, await runOne(name, values));
  return exit;
}

async function runOne(name: string, flags: { json?: boolean; 'write-docs'?: boolean }): Promise<number> {
  try {
    const result = await BENCHMARKS[name]!(note);
    const machine = describeMachine();
    if (flags['write-docs'])
      writeFigures(join(findProjectFolder(), 'docs/benchmarks.md'), name, { ...result, machine });
    if (flags.json) print(JSON.stringify({ name, machine, ...result }));
    else printTable(name, machine, result);
    return result.bars.every(({ holds }) => holds) ? EXIT.done : EXIT.shortfall;
  } catch (error) {
    if (!(error instanceof CannotMeasure)) throw error;
    note(`${name}: ${error.message}`);
    return EXIT.usage;
  }
}

function printTable(name: string, machine: string, { figures, bars }: BenchResult): void {
  print(`${name} (${machine})`);
  for (const [figure, value] of Object.entries(figures)) print(`  ${figure.padEnd(40)} ${value}`);
  for (const { bar, value, holds } of bars)
    print(`  ${holds ? 'holds      ' : 'FALLS SHORT'} ${bar}: ${value}`);
}
