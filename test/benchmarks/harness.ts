import { cpus, totalmem } from 'node:os';

export interface Bar {
  bar: string;
  value: number;
  target: number;
  holds: boolean;
}

/** What one benchmark measured, and the bars it must hold. */
export interface BenchResult {
  figures: Record<string, number | string>;
  bars: Bar[];
}

/** A benchmark says its progress aloud; its result is what it returns. */
export type Benchmark = (note: (line: string) => void) => Promise<BenchResult>;

/** Why a benchmark cannot run here: its data or a tool is absent. Not a shortfall. */
export class CannotMeasure extends Error {}

export const atMost = (bar: string, value: number, target: number): Bar => ({
  bar: `${bar} ≤ ${target}`,
  value,
  target,
  holds: value <= target,
});

export const atLeast = (bar: string, value: number, target: number): Bar => ({
  bar: `${bar} ≥ ${target}`,
  value,
  target,
  holds: value >= target,
});

/** The middle value: one slow run on a shared machine does not move it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('The median of nothing does not exist.');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

export function describeMachine(): string {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const model = processors[0]?.model.trim() || process.arch;
  return `${processors.length} × ${model}, ${gigabytes} GB, Node ${process.versions.node}, ${process.platform}`;
}
