import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Lang } from './i18n/messages.ts';

/** Exit codes that scripts rely on (docs/adr/0011). */
export const EXIT = { done: 0, shortfall: 1, usage: 2, dataInUse: 3, unreachable: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command may touch of the outside: tests give their own. */
export interface Terminal {
  lang: Lang;
  /** The folder the user stands in: paths given by the user are relative to it. */
  folder: string;
  /** The result, and nothing else, goes here. */
  print(line: string): void;
  /** Progress, notices and errors. */
  note(line: string): void;
  /** True when a person watches: progress may rewrite its line. */
  isInteractive: boolean;
  input: Readable;
}

export interface OptionSpec {
  kind: 'flag' | 'text' | 'number';
}

export interface Command<Deps> {
  name: string;
  /** One line each: how to call it and what it does. */
  usage: { call: string; fr: string; en: string };
  options: Record<string, OptionSpec>;
  run(input: CommandInput, deps: Deps): Promise<ExitCode>;
}

export interface CommandInput {
  words: string[];
  flags: Set<string>;
  texts: Map<string, string>;
  numbers: Map<string, number>;
  terminal: Terminal;
}

/** What the user typed that no option accepts, as Node's parser words it. */
export interface ArgumentsRefusal {
  kind: 'wrong-arguments';
  code: string;
  argument: string;
}

/** Splits options from words; anything not declared is refused, never ignored. */
export function parseArguments(
  args: readonly string[],
  options: Record<string, OptionSpec>,
): Result<Omit<CommandInput, 'terminal'>, ArgumentsRefusal> {
  const specs = Object.fromEntries(
    Object.entries(options).map(([name, { kind }]) => [
      name,
      { type: kind === 'flag' ? 'boolean' : 'string' } as const,
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: specs,
      allowPositionals: true,
      strict: true,
    });
    return readValues(values, positionals, options);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    return refuse({ kind: 'wrong-arguments', code, argument: /'([^']+)'/.exec(message)?.[1] ?? '' });
  }
}

function readValues(
  values: Record<string, unknown>,
  words: string[],
  options: Record<string, OptionSpec>,
): Result<Omit<CommandInput, 'terminal'>, ArgumentsRefusal> {
  const flags = new Set<string>();
  const texts = new Map<string, string>();
  const numbers = new Map<string, number>();
  for (const [name, value] of Object.entries(values)) {
    const kind = options[name]?.kind;
    if (kind === 'flag') flags.add(name);
    else if (kind === 'text') texts.set(name, String(value));
    else if (value !== '' && Number.isFinite(Number(value))) numbers.set(name, Number(value));
    else return refuse({ kind: 'wrong-arguments', code: 'NOT_A_NUMBER', argument: `--${name}` });
  }
  return ok({ words, flags, texts, numbers });
}
