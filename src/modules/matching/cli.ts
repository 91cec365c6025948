import { readFile, writeFile } from 'node:fs/promises';
import { resolve as resolvePath } from 'node:path';
import { type Command, type CommandInput, EXIT, type Terminal } from '../../platform/cli.ts';
import { formatNumber } from '../../platform/i18n/french-form.ts';
import { Stop } from '../../platform/stop.ts';
import type { FileRefusal, Progress } from './actions/resolve-file.ts';
import { type ResolveFilesOutcome, resolveFiles } from './actions/resolve-files.ts';
import { type PairRow, parsePairs, writeClusters, writeVerdicts } from './domain/pair-files.ts';
import { MESSAGES } from './messages.ts';

const resolveCommand: Command<unknown> = {
  name: 'resolve',
  usage: {
    call: 'resolve FICHES.jsonl --out GROUPES.csv [--score PAIRES.csv --verdicts VERDICTS.csv] [--labels ETIQUETTES.csv] [--json]',
    fr: 'Regroupe les fiches qui décrivent le même lieu.',
    en: 'Groups the records that describe the same place.',
  },
  options: {
    out: { kind: 'text' },
    score: { kind: 'text' },
    verdicts: { kind: 'text' },
    labels: { kind: 'text' },
  },
  async run(input) {
    const startedAt = performance.now();
    const paths = readPaths(input);
    const { terminal } = input;
    const say = MESSAGES[terminal.lang];
    const pairs = await readPairs(paths.score, terminal);
    const labels = await readPairs(paths.labels, terminal);
    const note = progressNotes(terminal, startedAt);
    const outcome = await resolveFiles({ records: paths.records, pairs, labels, note }).catch(
      (error: unknown) => {
        throw asStop(error, say.unreadable(paths.records));
      },
    );
    if (!outcome.ok) throw new Stop(EXIT.usage, sentenceOf(outcome.refusal, paths.records, terminal));
    const { rids, clusterOf, verdicts } = outcome.value;
    await write(paths.out, writeClusters(rids, clusterOf), terminal);
    if (paths.verdicts) await write(paths.verdicts, writeVerdicts(pairs, verdicts), terminal);
    report(outcome.value, { input, seconds: (performance.now() - startedAt) / 1000 });
    return EXIT.done;
  },
};

export const commands = [resolveCommand] as const;

interface Paths {
  records: string;
  out: string;
  score: string | undefined;
  verdicts: string | undefined;
  labels: string | undefined;
}

function readPaths({ words, texts, terminal }: CommandInput): Paths {
  const say = MESSAGES[terminal.lang];
  const pathOf = (path: string): string => resolvePath(terminal.folder, path);
  const optional = (name: string): string | undefined =>
    texts.has(name) ? pathOf(texts.get(name)!) : undefined;
  const [records, ...others] = words;
  const out = optional('out');
  if (records === undefined || others.length > 0) throw new Stop(EXIT.usage, say.oneRecordsFile);
  if (out === undefined) throw new Stop(EXIT.usage, say.outMissing);
  const paths = { records: pathOf(records), out, score: optional('score'), verdicts: optional('verdicts') };
  if ((paths.score === undefined) !== (paths.verdicts === undefined))
    throw new Stop(EXIT.usage, say.scoreNeedsVerdicts);
  return { ...paths, labels: optional('labels') };
}

function sentenceOf(refusal: FileRefusal, path: string, { lang }: Terminal): string {
  const say = MESSAGES[lang];
  return refusal.kind === 'repeated-rid'
    ? say.repeatedRid(path, refusal.rid)
    : say.badLine(path, refusal.line, say.lineRefusals[refusal.kind]);
}

async function readPairs(path: string | undefined, terminal: Terminal): Promise<PairRow[]> {
  if (path === undefined) return [];
  const say = MESSAGES[terminal.lang];
  const csv = await readFile(path, 'utf8').catch((error: unknown) => {
    throw asStop(error, say.unreadable(path));
  });
  const rows = parsePairs(csv);
  if (!rows.ok) throw new Stop(EXIT.usage, say.missingColumn(path, rows.refusal.column));
  return rows.value;
}

const write = (path: string, text: string, terminal: Terminal): Promise<void> =>
  writeFile(path, text).catch((error: unknown) => {
    throw asStop(error, MESSAGES[terminal.lang].unwritable(path));
  });

/** Node's file errors name the call that failed; anything else is a bug and keeps its trace. */
function asStop(error: unknown, sentence: string): unknown {
  const isFileError = error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
  return isFileError ? new Stop(EXIT.usage, sentence) : error;
}

const NOTE_EVERY_MS = 2000;
const BYTES_PER_MEBIBYTE = 2 ** 20;

function report(
  { counts, threads, pairCompleteness, modelVersion }: ResolveFilesOutcome,
  { input, seconds }: { input: CommandInput; seconds: number },
): void {
  const { terminal, flags } = input;
  const say = MESSAGES[terminal.lang];
  const number = (value: number): string => formatNumber(value, terminal.lang);
  if (counts.unknownPairs > 0) terminal.note(say.unknownPairs(number(counts.unknownPairs)));
  if (!flags.has('json')) {
    terminal.print(say.done(number(counts.records), number(counts.clusters), seconds.toFixed(1)));
    return;
  }
  terminal.print(
    JSON.stringify({
      ...counts,
      pairCompleteness,
      threads,
      seconds: Number(seconds.toFixed(3)),
      // `maxRSS` is in kibibytes.
      peakMebibytes: Math.round((process.resourceUsage().maxRSS * 1024) / BYTES_PER_MEBIBYTE),
      model: modelVersion,
    }),
  );
}

/** Says now and then how far a long resolution has come. */
function progressNotes({ lang, note }: Terminal, startedAt: number): (progress: Progress) => void {
  let saidAt = startedAt;
  return ({ step, done }) => {
    const now = performance.now();
    if (now - saidAt < NOTE_EVERY_MS) return;
    saidAt = now;
    note(MESSAGES[lang].progress[step](String(Math.floor(done * 100))));
  };
}
