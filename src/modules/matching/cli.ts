import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve as resolvePath } from 'node:path';
import { type Command, type CommandInput, EXIT, type Terminal } from '../../platform/cli.ts';
import { formatNumber } from '../../platform/i18n/french-form.ts';
import { Stop } from '../../platform/stop.ts';
import { type ResolveFilesOutcome, resolveFiles } from './actions/resolve-files.ts';
import type { MatchRecord } from './domain/match-record.ts';
import { type PairRow, parsePairs, writeClusters, writeVerdicts } from './domain/pair-files.ts';
import { parseRecordLine } from './domain/record-line.ts';
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
    const records = await readRecords(paths.records, terminal);
    const pairs = await readPairs(paths.score, terminal);
    const labels = await readPairs(paths.labels, terminal);
    const outcome = resolveFiles({ records, pairs, labels });
    if (!outcome.ok)
      throw new Stop(EXIT.usage, MESSAGES[terminal.lang].repeatedRid(paths.records, outcome.refusal.rid));
    await write(paths.out, writeClusters(outcome.value.resolution.clusterOf), terminal);
    if (paths.verdicts) await write(paths.verdicts, writeVerdicts(pairs, outcome.value.verdicts), terminal);
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

/** By pieces: a file of a million records is longer than the longest text the engine can hold. */
async function readRecords(path: string, terminal: Terminal): Promise<MatchRecord[]> {
  const say = MESSAGES[terminal.lang];
  const records: MatchRecord[] = [];
  let lineNumber = 0;
  const readLine = (line: string): void => {
    lineNumber += 1;
    if (line.trim() === '') return;
    const record = parseRecordLine(lineNumber === 1 ? line.replace(BYTE_ORDER_MARK, '') : line);
    if (!record.ok)
      throw new Stop(EXIT.usage, say.badLine(path, lineNumber, say.lineRefusals[record.refusal.kind]));
    records.push(record.value);
  };
  try {
    for await (const lines of completeLines(path)) lines.forEach(readLine);
  } catch (error) {
    throw asStop(error, say.unreadable(path));
  }
  return records;
}

/** Node's own line reader takes longer to find the lines of a million records than JSON to read them. */
async function* completeLines(path: string): AsyncGenerator<string[]> {
  let unfinished = '';
  const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: PIECE_BYTES });
  for await (const piece of stream) {
    const lines = (unfinished + piece).split('\n');
    unfinished = lines.pop() ?? '';
    yield lines;
  }
  if (unfinished !== '') yield [unfinished];
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

/** Node's file errors carry a code; anything else is a bug and keeps its trace. */
function asStop(error: unknown, sentence: string): unknown {
  const isFileError = error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';
  return isFileError ? new Stop(EXIT.usage, sentence) : error;
}

const BYTE_ORDER_MARK = /^\ufeff/;
const PIECE_BYTES = 2 ** 20;
const BYTES_PER_MEBIBYTE = 2 ** 20;

function report(
  outcome: ResolveFilesOutcome,
  { input, seconds }: { input: CommandInput; seconds: number },
): void {
  const { terminal, flags } = input;
  const { counts, pairs } = outcome.resolution;
  if (!flags.has('json')) {
    const number = (value: number): string => formatNumber(value, terminal.lang);
    terminal.print(
      MESSAGES[terminal.lang].done(number(counts.records), number(counts.clusters), seconds.toFixed(1)),
    );
    return;
  }
  const same = pairs.filter(({ verdict }) => verdict === 'same').length;
  terminal.print(
    JSON.stringify({
      ...counts,
      same,
      linked: pairs.length - same,
      pairCompleteness: outcome.pairCompleteness,
      seconds: Number(seconds.toFixed(3)),
      // `maxRSS` is in kibibytes.
      peakMebibytes: Math.round((process.resourceUsage().maxRSS * 1024) / BYTES_PER_MEBIBYTE),
      model: outcome.modelVersion,
    }),
  );
}
