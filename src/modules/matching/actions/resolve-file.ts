import { createReadStream } from 'node:fs';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { RULES, type Rule } from '../domain/blocking.ts';
import { cluster, clusterRules } from '../domain/clustering.ts';
import { type JoinedPieces, joinPieces, type RepeatedRid } from '../domain/join-pieces.ts';
import type { MatchModel } from '../domain/model.ts';
import { PairList } from '../domain/pair-list.ts';
import type { PieceOutcome, ReadPiece } from '../domain/piece-reader.ts';
import type { LineRefusal } from '../domain/record-line.ts';
import { createScorer } from '../domain/scorer.ts';
import { onSharedMemory } from '../domain/shared-memory.ts';
import { type Known, measure } from '../domain/statistics.ts';
import type { Crew } from './start-crew.ts';

export type FileRefusal = RepeatedRid | (LineRefusal & { line: number });

/** How far a long resolution has come. */
export interface Progress {
  step: 'reading' | 'judging';
  /** From 0 to 1 within the step. */
  done: number;
}

/** How much a hand does at a time: small enough for all to end together, large enough for messages to cost nothing. */
export interface Shares {
  pieceBytes: number;
  rangeRows: number;
}
const SHARES: Shares = { pieceBytes: 4 * 2 ** 20, rangeRows: 16_384 };

export interface ResolveFileInput {
  path: string;
  /** Bytes: only to tell how far reading has come. */
  size: number;
  crew: Crew;
  shares?: Shares;
  /** From what was read to the weights that judge it. */
  chooseModel(known: Known, rids: readonly string[]): MatchModel;
  note(progress: Progress): void;
}

export interface ResolvedFile {
  known: Known;
  rules: readonly Rule[];
  model: MatchModel;
  /** In order. */
  rids: readonly string[];
  /** By row, the first row of its place. */
  clusterOf: Int32Array;
  /** Pairs that are not distinct. */
  found: PairList;
  candidatePairs: number;
}

/** Resolves a file of records, shared out among a crew: the same result whatever its size. */
export async function resolveFile(input: ResolveFileInput): Promise<Result<ResolvedFile, FileRefusal>> {
  const { crew } = input;
  const pieces = await readPieces(input);
  if (!pieces.ok) return pieces;
  const joined = joinPieces(pieces.value, await crew.all('numbers', undefined));
  if (!joined.ok) return joined;
  return ok(await judge(joined.value, input));
}

/** Pieces read ahead for each hand: the file must not pile up in memory. */
const PIECES_AHEAD = 3;

async function readPieces({
  path,
  size,
  crew,
  shares = SHARES,
  note,
}: ResolveFileInput): Promise<Result<ReadPiece[], LineRefusal & { line: number }>> {
  const outcomes: PieceOutcome[] = [];
  const pieces = wholeLines(path, shares.pieceBytes);
  let bytesDone = 0;
  const readOn = async (): Promise<void> => {
    for await (const { place, bytes } of pieces) {
      const { length } = bytes;
      outcomes[place] = await crew.one('read', bytes);
      bytesDone += length;
      note({ step: 'reading', done: bytesDone / size });
    }
  };
  await Promise.all(Array.from({ length: crew.size * PIECES_AHEAD }, readOn));
  const read: ReadPiece[] = [];
  let line = 0;
  for (const outcome of outcomes) {
    line += outcome.lines;
    if (!outcome.read.ok) return refuse({ ...outcome.read.refusal, line });
    read.push(outcome.read.value);
  }
  return ok(read);
}

interface Piece {
  place: number;
  bytes: Uint8Array<ArrayBuffer>;
}

const LINE_FEED = 10;

/** The file in pieces that end with a line: each can be read alone, and handed over. */
async function* wholeLines(path: string, pieceBytes: number): AsyncGenerator<Piece> {
  let unfinished: Uint8Array[] = [];
  let place = 0;
  for await (const read of createReadStream(path, { highWaterMark: pieceBytes })) {
    const bytes = read as Buffer;
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      yield { place, bytes: joinBytes([...unfinished, bytes.subarray(0, end)]) };
      place += 1;
      unfinished = [];
    }
    unfinished.push(bytes.subarray(end));
  }
  const last = joinBytes(unfinished);
  if (last.length > 0) yield { place, bytes: last };
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    joined.set(part, start);
    start += part.length;
  }
  return joined;
}

async function judge({ rids, corpus: own }: JoinedPieces, input: ResolveFileInput): Promise<ResolvedFile> {
  const { crew, chooseModel, note } = input;
  const { rangeRows } = input.shares ?? SHARES;
  const corpus = onSharedMemory(own);
  const known = { corpus, statistics: onSharedMemory(measure(corpus)) };
  await crew.all('learn', known);
  const rules = await Promise.all(RULES.map((name) => crew.one('layRule', name)));
  const model = chooseModel(known, rids);
  await crew.all('prepare', { rules, model });
  let rowsDone = 0;
  const ranges = Array.from({ length: Math.ceil(corpus.size / rangeRows) }, (_, at) => ({
    from: at * rangeRows,
    to: Math.min(corpus.size, (at + 1) * rangeRows),
  }));
  const parts = await Promise.all(
    ranges.map(async (range) => {
      const part = await crew.one('judge', range);
      rowsDone += range.to - range.from;
      note({ step: 'judging', done: rowsDone / corpus.size });
      return part;
    }),
  );
  const found = PairList.join(parts.map((part) => part.found));
  // Nobody decides here: no pair is certain, none is refused.
  const rulesOfGroups = clusterRules({
    scorer: createScorer(corpus, known.statistics, model),
    decisionOf: () => undefined,
  });
  return {
    known,
    rules,
    model,
    rids,
    clusterOf: cluster(corpus.size, { certain: [], found }, rulesOfGroups),
    found,
    candidatePairs: parts.reduce((sum, part) => sum + part.candidatePairs, 0),
  };
}
