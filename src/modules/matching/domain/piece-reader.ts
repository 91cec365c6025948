import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { readInto, sortedByRid } from './build-corpus.ts';
import type { Corpus } from './corpus.ts';
import type { MatchRecord } from './match-record.ts';
import { NameReader } from './name-parts.ts';
import { PairIds } from './pair-ids.ts';
import { numberEach, type TextColumn } from './read-record.ts';
import { type LineRefusal, parseRecordLine } from './record-line.ts';
import { Interner } from './vocabulary.ts';

/** Records of one piece of a file, in columns and in the order of `rid`, with the numbers of whoever read them. */
export interface ReadPiece {
  reader: number;
  rids: string[];
  columns: PieceColumns;
}
/** What texts and words mean is told once for all the pieces of a reader. */
export type PieceColumns = Omit<Corpus, 'words' | 'nameTexts' | 'communeWords' | 'counts'>;

export interface PieceOutcome {
  /** Lines in the piece, empty ones included, up to the one refused. */
  lines: number;
  read: Result<ReadPiece, LineRefusal>;
}

/** What the numbers of one reader mean. */
export interface ReaderNumbers {
  texts: Record<TextColumn, readonly string[]>;
  /** Two numbers for each address: see `PairIds.pairs`. */
  addresses: Float64Array;
}

/** Reads pieces of one file, each made of whole lines; one reader among several that share the file out. */
export interface PieceReader {
  read(bytes: Uint8Array): PieceOutcome;
  numbers(): ReaderNumbers;
}

export function openPieceReader(reader: number): PieceReader {
  const interners = { ...numberEach(() => new Interner()), addresses: new PairIds(1) };
  const names = new NameReader(interners.words);
  const decoder = new TextDecoder();
  return {
    read(bytes) {
      const lines = decoder.decode(bytes).split('\n');
      if (lines.at(-1) === '') lines.pop();
      const records: MatchRecord[] = [];
      for (const [at, line] of lines.entries()) {
        if (line.trim() === '') continue;
        const record = parseRecordLine(line);
        if (!record.ok) return { lines: at + 1, read: refuse(record.refusal) };
        records.push(record.value);
      }
      const sorted = sortedByRid(records);
      const { words, nameTexts, communeWords, counts, ...columns } = readInto(sorted, { interners, names });
      return { lines: lines.length, read: ok({ reader, rids: sorted.map(({ rid }) => rid), columns }) };
    },
    numbers: () => ({
      texts: numberEach((column) => interners[column].texts),
      addresses: interners.addresses.pairs(),
    }),
  };
}
