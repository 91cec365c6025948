import { OWN_SPREAD } from './compare-contact.ts';
import type { Corpus } from './corpus.ts';
import type { HeldField, Holders } from './holders.ts';
import { type Ragged, rowItems } from './ragged.ts';
import {
  commonWords,
  countWords,
  directorySize,
  isCoarse,
  MAX_ADDRESSES_AT_POINT,
  pointOf,
  rarity,
  type Statistics,
} from './statistics.ts';
import { SPARE_ITEMS, type VisitorRow } from './visitor-row.ts';

/** Statistics as if the visitor were one of the records, and the record it replaces were not. */
export interface VisitorStatistics {
  statistics: Statistics;
  /** After the visitor took its row. `gone`: the row it replaces, or -1. */
  count(gone: number): void;
  /** Weighs again the name of a row, which may share words with the visitor. */
  refresh(row: number): void;
  /** Back to the records alone. */
  leave(): void;
}

const SPREADS = [
  ['phones', 'phoneSpread'],
  ['email', 'emailSpread'],
  ['siret', 'siretSpread'],
  ['host', 'hostSpread'],
  ['page', 'pageSpread'],
] as const satisfies readonly (readonly [HeldField, keyof Statistics])[];

type Column = Uint8Array | Uint16Array | Uint32Array;

/** Cells of columns written for one visitor, to be given back as they were. */
class Loan {
  private readonly cells: [Column, number, number][] = [];

  write(column: Column, at: number, value: number): void {
    if (at >= column.length) return;
    this.cells.push([column, at, column[at]!]);
    column[at] = value;
  }

  giveBack(): void {
    for (const [column, at, value] of this.cells.reverse()) column[at] = value;
    this.cells.length = 0;
  }
}

export function visitorStatistics(
  { corpus, row }: VisitorRow,
  base: Statistics,
  holders: Holders,
): VisitorStatistics {
  const statistics: Statistics = {
    ...base,
    nameWordWeight: wider(base.nameWordWeight, SPARE_ITEMS),
    wayWordWeight: wider(base.wayWordWeight, SPARE_ITEMS),
    nameWeight: wider(base.nameWeight, 1),
    isPrecise: wider(base.isPrecise, 1),
  };
  const loan = new Loan();
  const inNames = wordRecount(corpus.core, {
    corpus,
    weights: statistics.nameWordWeight,
    common: commonWords(corpus),
  });
  const inWays = wordRecount(corpus.way, { corpus, weights: statistics.wayWordWeight, common: new Set() });
  const refresh = (other: number): void => {
    let weight = 0;
    for (const word of rowItems(corpus.core, other)) weight += statistics.nameWordWeight[word]!;
    if (weight !== statistics.nameWeight[other]) loan.write(statistics.nameWeight, other, weight);
  };
  return {
    statistics,
    refresh,
    count(gone) {
      inNames(loan, row, gone);
      inWays(loan, row, gone);
      refresh(row);
      for (const [field, spread] of SPREADS) {
        for (const value of valuesOf(corpus, field, row)) {
          const rows = present(holders.ofValue(field, value), gone);
          loan.write(statistics[spread], value, spreadUpTo(corpus, [row, ...rows], OWN_SPREAD + 1));
        }
      }
      const judge = (at: number): void =>
        judgePoint({ corpus, isPrecise: statistics.isPrecise, loan }, at, [
          ...(isAtPoint(corpus, row, at) ? [row] : []),
          ...present(rowsAround(holders, corpus, at), gone),
        ]);
      loan.write(statistics.isPrecise, row, 0);
      judge(row);
      // Whom it left may stand at a point that is not crowded any more.
      if (gone >= 0) judge(gone);
    },
    leave: () => loan.giveBack(),
  };
}

export const valuesOf = (corpus: Corpus, field: HeldField, row: number): Iterable<number> =>
  field === 'phones' ? rowItems(corpus.phones, row) : corpus[field][row]! < 0 ? [] : [corpus[field][row]!];

/** Rows other than the one that is gone. */
export const present = (rows: Int32Array, gone: number): Int32Array =>
  gone < 0 ? rows : rows.filter((row) => row !== gone);

function wider<Wide extends Uint8Array | Uint16Array>(column: Wide, more: number): Wide {
  const wide = new (column.constructor as new (length: number) => Wide)(column.length + more);
  wide.set(column);
  return wide;
}

const rowsAround = (holders: Holders, corpus: Corpus, row: number): Int32Array =>
  Int32Array.from(holders.aroundPoint(corpus, row).flatMap(({ rows }) => [...rows]));

interface Words {
  corpus: Corpus;
  weights: Uint8Array;
  common: ReadonlySet<number>;
}

/** The directory keeps the size it had: only every doubling would move it. */
function wordRecount(
  rows: Ragged,
  { corpus, weights, common }: Words,
): (loan: Loan, row: number, gone: number) => void {
  const frequency = countWords(
    { ...rows, items: rows.items.subarray(0, rows.offsets[corpus.size]!) },
    weights.length,
  );
  const directory = directorySize(corpus.size);
  return (loan, row, gone) => {
    const change = new Map<number, number>();
    for (const word of rowItems(rows, row)) change.set(word, 1);
    if (gone >= 0) for (const word of rowItems(rows, gone)) change.set(word, (change.get(word) ?? 0) - 1);
    for (const [word, more] of change) {
      const count = (frequency[word] ?? 0) + more;
      loan.write(weights, word, rarity(count, { directory, isCommon: common.has(word) }));
    }
  };
}

function spreadUpTo({ addressKey, commune }: Corpus, rows: Iterable<number>, most: number): number {
  const places = new Set<number>();
  for (const row of rows) {
    // Addresses above zero, communes below: a record without address counts as its commune.
    places.add(addressKey[row]! >= 0 ? addressKey[row]! + 1 : -1 - commune[row]!);
    if (places.size === most) break;
  }
  return places.size;
}

const isAtPoint = (corpus: Corpus, row: number, at: number): boolean =>
  pointOf(corpus, row) === pointOf(corpus, at);

/** Says again of everyone at one point whether it stands for an address. */
function judgePoint(
  { corpus, isPrecise, loan }: { corpus: Corpus; isPrecise: Uint8Array; loan: Loan },
  at: number,
  around: readonly number[],
): void {
  const { latitude, longitude, addressKey } = corpus;
  const there = around.filter((row) => isAtPoint(corpus, row, at));
  const addresses = new Set(there.map((row) => addressKey[row]!).filter((key) => key >= 0));
  const isCrowded = addresses.size > MAX_ADDRESSES_AT_POINT;
  for (const row of there) {
    const isExact = !isCrowded && !isCoarse(latitude[row]!, longitude[row]!);
    loan.write(isPrecise, row, isExact ? 1 : 0);
  }
}
