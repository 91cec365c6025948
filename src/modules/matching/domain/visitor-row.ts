import { type ReadCorpus, readInto } from './build-corpus.ts';
import type { Corpus, RecordCorpus } from './corpus.ts';
import type { MatchRecord } from './match-record.ts';
import { NameReader } from './name-parts.ts';
import { VisitorPairs } from './pair-ids.ts';
import type { Ragged } from './ragged.ts';
import { numberEach } from './read-record.ts';
import { VisitorNumbering } from './vocabulary.ts';

/** Words or phones of one record, and words that only it knows: what a longer record adds is not read. */
export const SPARE_ITEMS = 1024;

type TypedColumn = Int32Array | Uint8Array | Float64Array;
const RAGGED = ['core', 'numerals', 'way', 'phones'] as const;

/** A corpus with one row more than its records, which one visitor after the other takes. */
export interface VisitorRow {
  corpus: RecordCorpus;
  row: number;
  seat(record: MatchRecord): void;
}

export function addVisitorRow({ corpus: read, interners }: ReadCorpus): VisitorRow {
  const row = read.size;
  const wordLimit = interners.words.size + SPARE_ITEMS;
  const communeCount = read.communeWords.length;
  const records = [...read.records];
  const corpus: RecordCorpus = { ...widened(read), records };
  const numberings = numberEach((column) => new VisitorNumbering(interners[column]));
  const addresses = new VisitorPairs(interners.addresses);
  const names = new NameReader(numberings.words);
  const forget = (): void => {
    for (const numbering of Object.values(numberings)) numbering.forget();
    addresses.forget();
    corpus.communeWords.length = communeCount;
  };
  return {
    corpus,
    row,
    seat(record) {
      forget();
      records[row] = record;
      const visitor = readInto([record], { interners: { ...numberings, addresses }, names });
      copyRow(visitor, corpus, { row, wordLimit });
    },
  };
}

/** Typed columns only: what is kept by value rather than by row stays as it is. */
function typedColumns(corpus: Corpus): [keyof Corpus, TypedColumn][] {
  return Object.entries(corpus).filter(([, column]) => ArrayBuffer.isView(column)) as [
    keyof Corpus,
    TypedColumn,
  ][];
}

function widened(corpus: Corpus): Corpus {
  const columns = typedColumns(corpus).map(([name, column]) => {
    const wide = new (column.constructor as new (length: number) => TypedColumn)(corpus.size + 1);
    wide.set(column);
    return [name, wide];
  });
  const ragged = RAGGED.map((name) => [name, withSpareItems(corpus[name])]);
  return {
    ...corpus,
    ...Object.fromEntries([...columns, ...ragged]),
    communeWords: [...corpus.communeWords],
  };
}

function withSpareItems({ offsets, items }: Ragged): Ragged {
  const wide = {
    offsets: new Uint32Array(offsets.length + 1),
    items: new Int32Array(items.length + SPARE_ITEMS),
  };
  wide.offsets.set(offsets);
  wide.offsets[offsets.length] = items.length;
  wide.items.set(items);
  return wide;
}

function copyRow(
  visitor: Corpus,
  corpus: Corpus,
  { row, wordLimit }: { row: number; wordLimit: number },
): void {
  for (const [name, column] of typedColumns(visitor)) (corpus[name] as TypedColumn)[row] = column[0]!;
  for (const name of RAGGED) {
    const { items: all } = visitor[name];
    const items = (name === 'phones' ? all : all.filter((word) => word < wordLimit)).subarray(0, SPARE_ITEMS);
    const start = corpus[name].offsets[row]!;
    corpus[name].items.set(items, start);
    corpus[name].offsets[row + 1] = start + items.length;
  }
  const commune = visitor.commune[0]!;
  if (commune >= 0) corpus.communeWords[commune] = visitor.communeWords[commune]!;
}
