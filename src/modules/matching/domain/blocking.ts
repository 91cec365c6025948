import {
  CAPS,
  kindKeys,
  layGrid,
  MOSTLY_KIND,
  rareWordKeys,
  visitCellsAround,
  wordKeys,
} from './block-keys.ts';
import type { Corpus } from './corpus.ts';
import { PairIds } from './pair-ids.ts';
import { groupRows, oneKeyPerRow, type Ragged } from './ragged.ts';
import type { Statistics } from './statistics.ts';

/** Rows that share one value, rule by rule. Blocks larger than the rule's cap say too little and are passed over. */
interface Rule {
  keys: Ragged;
  blocks: Ragged;
}

/** Calls `visit` once for each pair (smaller row first) that at least one rule proposes. Returns how many. */
export function proposePairs(
  corpus: Corpus,
  statistics: Statistics,
  visit: (a: number, b: number) => void,
): number {
  const rules = blockingRules(corpus, statistics);
  const grid = layGrid(corpus, new PairIds(corpus.size));
  // A row alone in its cell stays: the rows of the cells around look for it.
  const cells = withoutCrowds(groupRows(oneKeyPerRow(grid.cellOf), grid.ids.size), {
    most: CAPS.cell,
    least: 1,
  });
  const lastProposedTo = new Int32Array(corpus.size).fill(-1);
  let pairs = 0;
  const propose = (row: number, block: number, { offsets, items }: Ragged): void => {
    for (let at = offsets[block]!; at < offsets[block + 1]! && items[at]! < row; at += 1) {
      const other = items[at]!;
      if (lastProposedTo[other] === row) continue;
      lastProposedTo[other] = row;
      pairs += 1;
      visit(other, row);
    }
  };
  for (let row = 0; row < corpus.size; row += 1) {
    for (const { keys, blocks } of rules) {
      for (let slot = keys.offsets[row]!; slot < keys.offsets[row + 1]!; slot += 1) {
        if (keys.items[slot]! >= 0) propose(row, keys.items[slot]!, blocks);
      }
    }
    visitCellsAround({ corpus, ids: grid.ids }, row, (cell) => propose(row, cell, cells));
  }
  return pairs;
}

function blockingRules(corpus: Corpus, statistics: Statistics): Rule[] {
  const rule = (keys: Ragged, cap: number): Rule => ({
    keys,
    blocks: withoutCrowds(groupRows(keys, keyCount(keys)), { most: cap, least: 2 }),
  });
  return [
    rule(corpus.phones, CAPS.phone),
    rule(oneKeyPerRow(corpus.email), CAPS.email),
    rule(oneKeyPerRow(corpus.siret), CAPS.siret),
    rule(oneKeyPerRow(corpus.addressKey), CAPS.address),
    rule(oneKeyPerRow(corpus.nameKey), CAPS.name),
    rule(oneKeyPerRow(corpus.machineId), CAPS.origin),
    rule(wordKeys(corpus, statistics, new PairIds(corpus.size)), CAPS.word),
    rule(rareWordKeys(corpus, statistics), CAPS.rareWord),
    // « Mairie », « France Services » and nothing else.
    rule(
      kindKeys(corpus, new PairIds(corpus.size), (row) => statistics.nameWeight[row]! < MOSTLY_KIND),
      CAPS.kind,
    ),
  ];
}

/** Empties the blocks that hold too many rows, or too few to make a pair. */
function withoutCrowds({ offsets, items }: Ragged, { most, least }: { most: number; least: number }): Ragged {
  const kept = new Uint32Array(offsets.length);
  let used = 0;
  for (let block = 0; block + 1 < offsets.length; block += 1) {
    const rows = items.subarray(offsets[block]!, offsets[block + 1]!);
    if (rows.length >= least && rows.length <= most) {
      items.copyWithin(used, offsets[block]!, offsets[block + 1]!);
      used += rows.length;
    }
    kept[block + 1] = used;
  }
  return { offsets: kept, items: items.slice(0, used) };
}

function keyCount({ items }: Ragged): number {
  let most = -1;
  for (const item of items) if (item > most) most = item;
  return most + 1;
}
