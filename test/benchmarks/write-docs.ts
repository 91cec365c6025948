import { readFileSync, writeFileSync } from 'node:fs';
import type { BenchResult } from './harness.ts';

interface DatedResult extends BenchResult {
  machine: string;
}

/** Replaces the figures of one benchmark between its two marks; the text around them is written by people. */
export function writeFigures(path: string, name: string, result: DatedResult): void {
  const start = `<!-- bench:${name} -->`;
  const end = `<!-- /bench:${name} -->`;
  const page = readFileSync(path, 'utf8');
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} lacks the marks ${start} and ${end}.`);
  writeFileSync(path, `${page.slice(0, from + start.length)}\n${renderFigures(result)}\n${page.slice(to)}`);
}

function renderFigures({ figures, bars, machine }: DatedResult): string {
  const on = new Date().toISOString().slice(0, 10);
  const lines = Object.entries(figures).map(([figure, value]) => `| ${figure} | ${value} |`);
  const held = bars.map(({ bar, value, holds }) => `| ${bar} | ${value} | ${holds ? 'yes' : '**no**'} |`);
  return [
    `Measured on ${on}: ${machine}.`,
    '',
    ...(held.length > 0 ? ['| bar | value | holds |', '|---|---|---|', ...held, ''] : []),
    '| figure | value |',
    '|---|---|',
    ...lines,
  ].join('\n');
}
