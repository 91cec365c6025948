import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { runCommandLine } from '../../src/entrypoints/command-line.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const COMPILED = join(ROOT, 'node_modules/.cache/maillon/compiled');

export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'maillon-test-'));

interface CommandOptions {
  /** The folder the user stands in. */
  folder?: string;
  environment?: Record<string, string>;
  /** Called with all that was said on stderr so far; `kill` ends the process as a power cut would. */
  onNote?: (said: string, kill: () => void) => void;
}

/** Runs the built program as a user would, in a process of its own. */
export function runMaillon(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/maillon.mjs'), ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: '',
      MAILLON_DATA: '',
      // The program is compiled once for all the processes that tests start, not ten times.
      NODE_COMPILE_CACHE: COMPILED,
      INIT_CWD: options.folder ?? ROOT,
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const result: CommandResult = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    result.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    result.stderr += chunk;
    options.onNote?.(result.stderr, () => child.kill('SIGKILL'));
  });
  return new Promise((done) => child.on('close', (code) => done({ ...result, code })));
}

/** The same from what is typed to the exit code, in this process: a fifth of the time, where the process is not the question. */
export async function runHere(
  args: readonly string[],
  { folder }: { folder: string },
): Promise<CommandResult> {
  const result: CommandResult = { code: null, stdout: '', stderr: '' };
  const code = await runCommandLine(args, {
    createTerminal: (lang) => ({
      lang,
      folder,
      print: (line) => {
        result.stdout += `${line}\n`;
      },
      note: (line) => {
        result.stderr += `${line}\n`;
      },
      isInteractive: false,
      input: Readable.from([]),
    }),
    readEnvironment: () => ({}),
  });
  return { ...result, code };
}

/** The last line of the output: the result of a command called with `--json`. */
export const lastJson = ({ stdout }: CommandResult): never =>
  JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as never;
