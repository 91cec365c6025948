import { BLOCKING_WORD, CAPS, kindsIn, MOSTLY_KIND, rareWordWeight } from './block-keys.ts';
import type { Corpus } from './corpus.ts';
import type { HeldField, Holders } from './holders.ts';
import { rowItems } from './ragged.ts';
import { present, type VisitorStatistics, valuesOf } from './visitor-statistics.ts';

const BY_VALUE: readonly (readonly [HeldField, number])[] = [
  ['phones', CAPS.phone],
  ['email', CAPS.email],
  ['siret', CAPS.siret],
  ['addressKey', CAPS.address],
  ['nameKey', CAPS.name],
  ['machineId', CAPS.origin],
];

interface Visit {
  corpus: Corpus;
  row: number;
  /** The row replaced, or -1. */
  gone: number;
  holders: Holders;
  weighing: VisitorStatistics;
}

/** The rows that blocking would propose to the visitor, had it been there from the start. In increasing order. */
export function candidatesOf(visit: Visit): Int32Array {
  const { corpus, row, gone, holders } = visit;
  const found = new Set<number>();
  const propose = (rows: Int32Array, most: number): void => {
    const others = present(rows, gone);
    if (others.length <= most) for (const other of others) found.add(other);
  };
  // The visitor itself counts in its blocks.
  for (const [field, cap] of BY_VALUE) {
    for (const value of valuesOf(corpus, field, row)) propose(holders.ofValue(field, value), cap - 1);
  }
  for (const [rows, cap] of blocksOfName(visit)) propose(rows, cap - 1);
  for (const { rows, isOwn } of holders.aroundPoint(corpus, row)) propose(rows, CAPS.cell - (isOwn ? 1 : 0));
  return Int32Array.from(found).sort();
}

function* blocksOfName({ corpus, row, holders, weighing }: Visit): Generator<[Int32Array, number]> {
  const { nameWordWeight, nameWeight } = weighing.statistics;
  const commune = corpus.commune[row]!;
  const rare = rareWordWeight(corpus.size);
  for (const word of rowItems(corpus.core, row)) {
    if (nameWordWeight[word]! >= rare) yield [holders.ofRareWord(word), CAPS.rareWord];
    if (commune >= 0 && nameWordWeight[word]! >= BLOCKING_WORD)
      yield [holders.ofWord(commune, word), CAPS.word];
  }
  if (commune < 0 || nameWeight[row]! >= MOSTLY_KIND) return;
  for (const kind of kindsIn(corpus.kinds[row]!)) {
    const mostlyKind = holders.ofKind(commune, kind).filter((other) => {
      weighing.refresh(other);
      return nameWeight[other]! < MOSTLY_KIND;
    });
    yield [mostlyKind, CAPS.kind];
  }
}
