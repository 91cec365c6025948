import {
  type Command,
  type CommandInput,
  EXIT,
  type ExitCode,
  parseArguments,
  type Terminal,
} from '../platform/cli.ts';
import { isLang, type Lang } from '../platform/i18n/messages.ts';
import { Stop } from '../platform/stop.ts';
import { COMMANDS } from './commands.ts';
import { MESSAGES } from './messages.ts';
import { openWorld, type World } from './open-world.ts';

const COMMON_OPTIONS = { data: { kind: 'text' }, lang: { kind: 'text' }, json: { kind: 'flag' } } as const;

/** Where a command line is typed: a process, or a test. */
export interface Surroundings {
  createTerminal(lang: Lang): Terminal;
  readEnvironment(): NodeJS.ProcessEnv;
}

/** From what was typed to the exit code; whatever goes wrong is said on the terminal. */
export async function runCommandLine(
  args: readonly string[],
  { createTerminal, readEnvironment }: Surroundings,
): Promise<ExitCode> {
  let terminal = createTerminal('fr');
  try {
    const environment = readEnvironment();
    terminal = createTerminal(chooseLang(args));
    return await run(commandFirst(args), terminal, environment);
  } catch (error) {
    if (error instanceof Stop) {
      terminal.note(error.message);
      return error.exitCode;
    }
    terminal.note(MESSAGES[terminal.lang].failure);
    terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return EXIT.shortfall;
  }
}

function chooseLang(args: readonly string[]): Lang {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return 'fr';
  const said = args[at]!.includes('=') ? args[at]!.split('=')[1] : args[at + 1];
  if (isLang(said)) return said;
  throw new Stop(EXIT.usage, MESSAGES.fr.unknownLanguage(said ?? ''));
}

/** Common options may stand before the command too: `maillon --lang en help`. */
function commandFirst(args: readonly string[]): string[] {
  let start = 0;
  while (['--data', '--lang', '--json'].includes(args[start]?.split('=')[0] ?? ''))
    start += args[start] === '--data' || args[start] === '--lang' ? 2 : 1;
  return [...args.slice(start), ...args.slice(0, start)];
}

/** The longest command whose words begin the line: `mapping propose` before `mapping`. */
function findCommand(args: readonly string[]): { command: Command<World>; rest: string[] } | null {
  for (const length of [2, 1]) {
    const name = args.slice(0, length).join(' ');
    const command = COMMANDS.find((one) => one.name === name);
    if (command) return { command, rest: args.slice(length) };
  }
  return null;
}

function readInput(command: Command<World>, args: string[], terminal: Terminal): CommandInput {
  const words = MESSAGES[terminal.lang];
  const parsed = parseArguments(args, { ...COMMON_OPTIONS, ...command.options });
  if (parsed.ok) return { ...parsed.value, terminal };
  const { code, argument } = parsed.refusal;
  if (code === 'NOT_A_NUMBER') throw new Stop(EXIT.usage, words.notANumber(argument));
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    throw new Stop(EXIT.usage, words.missingValue(argument));
  throw new Stop(EXIT.usage, words.unknownOption(argument));
}

function help(terminal: Terminal): ExitCode {
  const words = MESSAGES[terminal.lang];
  const lines = COMMANDS.map(
    ({ usage }) => `  maillon ${words.call(usage.call)}\n      ${usage[terminal.lang]}`,
  );
  terminal.print(`${words.about}\n\n${words.commands}\n${lines.join('\n')}\n\n${words.commonOptions}`);
  return EXIT.done;
}

function unknownCommand(word: string, { lang }: Terminal): string {
  const completions = COMMANDS.map(({ name }) => name).filter((name) => name.startsWith(`${word} `));
  if (completions.length === 0) return MESSAGES[lang].unknownCommand(word);
  return MESSAGES[lang].incompleteCommand(completions);
}

async function run(
  args: readonly string[],
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const isHelp = ['help', '-h', undefined].includes(args[0]) || args.includes('--help');
  if (isHelp) return help(terminal);
  const found = findCommand(args);
  if (!found) throw new Stop(EXIT.usage, unknownCommand(args[0] ?? '', terminal));
  const input = readInput(found.command, found.rest, terminal);
  const dataFolder = input.texts.get('data');
  const world = openWorld(terminal, found.command.name, {
    environment,
    ...(dataFolder !== undefined && { dataFolder }),
  });
  try {
    return await found.command.run(input, world);
  } finally {
    await world.close();
  }
}
