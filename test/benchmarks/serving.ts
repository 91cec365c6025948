import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectFolder } from '../../src/platform/project-folder.ts';

/** The built program, serving, as a territory runs it. */
export interface Serving {
  origin: string;
  /** From the start of the process to the first 200 of `/readyz`. */
  readySeconds: number;
  /** Processor time so far, in seconds, of all its threads. */
  cpuSeconds(): number;
  residentMebibytes(): number;
  stop(): Promise<void>;
}

const POLL_MS = 5;
const READY_WITHIN_MS = 120_000;
/** `sysconf(_SC_CLK_TCK)` is 100 on every Linux that runs Node. */
const TICKS_PER_SECOND = 100;

export async function serveBuilt(
  environment: { DATABASE_URL?: string; MAILLON_DATA?: string },
  port: number,
): Promise<Serving> {
  const project = findProjectFolder();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(project, 'dist/maillon.mjs'), 'serve', '--no-demo'], {
    cwd: project,
    env: {
      ...process.env,
      DATABASE_URL: '',
      MAILLON_DATA: '',
      ...environment,
      PORT: String(port),
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    said = (said + chunk).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null || performance.now() - startedAt > READY_WITHIN_MS)
      throw new Error(`The server did not get ready:\n${said}`);
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  const readySeconds = (performance.now() - startedAt) / 1000;
  return {
    origin,
    readySeconds,
    cpuSeconds: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    },
    residentMebibytes: () =>
      Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const isReady = async (origin: string): Promise<boolean> =>
  fetch(`${origin}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
