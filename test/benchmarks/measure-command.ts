import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { CannotMeasure } from './harness.ts';

export interface CommandMeasure {
  seconds: number;
  /** Highest resident memory of the process and its children together, in mebibytes. */
  peakMebibytes: number;
  exitCode: number;
  stdout: string;
  stderr: string;
}

const SAMPLE_EVERY_MS = 25;

/** Runs one Node program to its end, in a process of its own, and measures what the kernel says of it. */
export async function measureCommand(
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string | undefined> },
): Promise<CommandMeasure> {
  if (!existsSync('/proc/self/status')) throw new CannotMeasure('Peak memory is read in /proc: Linux only.');
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const peaks = new Map<number, number>();
  const sample = setInterval(() => notePeaks(child.pid ?? 0, peaks), SAMPLE_EVERY_MS);
  const [stdout, stderr, exitCode] = await Promise.all([
    child.stdout.setEncoding('utf8').reduce((text, part) => text + part, ''),
    child.stderr.setEncoding('utf8').reduce((text, part) => text + part, ''),
    new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? -1));
    }),
  ]).finally(() => clearInterval(sample));
  const seconds = (performance.now() - startedAt) / 1000;
  const peakKibibytes = [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
  return { seconds, peakMebibytes: peakKibibytes / 1024, exitCode, stdout, stderr };
}

/** Each process keeps its own highest mark (VmHWM), so a sample every 25 ms misses only what the last 25 ms added. */
function notePeaks(root: number, peaks: Map<number, number>): void {
  for (const pid of processTree(root)) {
    const status = readProc(`/proc/${pid}/status`);
    const kibibytes = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
    peaks.set(pid, Math.max(peaks.get(pid) ?? 0, kibibytes));
  }
}

function processTree(root: number): number[] {
  const threads = existsSync(`/proc/${root}/task`) ? readdirSync(`/proc/${root}/task`) : [];
  const children = threads.flatMap((thread) =>
    readProc(`/proc/${root}/task/${thread}/children`).split(' ').map(Number).filter(Boolean),
  );
  return [root, ...children.flatMap(processTree)];
}

/** A process may end between two reads: it then has nothing more to say. */
function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
