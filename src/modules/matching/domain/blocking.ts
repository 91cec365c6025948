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
import type { RowPair } from './pair-list.ts';
import { groupRows, oneKeyPerRow, type Ragged, RaggedBuilder } from './ragged.ts';
import type { Statistics } from './statistics.ts';

/** Where a rule has each row look, and who stands there. Blocks larger than the rule's cap say too little and are empty. */
export interface Rule {
  keys: Ragged;
  blocks: Ragged;
}

const LAY = {
  phone: ({ phones }: Corpus) => rule(phones, CAPS.phone),
  email: ({ email }: Corpus) => rule(oneKeyPerRow(email), CAPS.email),
  siret: ({ siret }: Corpus) => rule(oneKeyPerRow(siret), CAPS.siret),
  address: ({ addressKey }: Corpus) => rule(oneKeyPerRow(addressKey), CAPS.address),
  name: ({ nameKey }: Corpus) => rule(oneKeyPerRow(nameKey), CAPS.name),
  origin: ({ machineId }: Corpus) => rule(oneKeyPerRow(machineId), CAPS.origin),
  word: (corpus: Corpus, statistics: Statistics) =>
    rule(wordKeys(corpus, statistics, new PairIds(corpus.size)), CAPS.word),
  rareWord: (corpus: Corpus, statistics: Statistics) => rule(rareWordKeys(corpus, statistics), CAPS.rareWord),
  // « Mairie », « France Services » and nothing else.
  kind: (corpus: Corpus, { nameWeight }: Statistics) =>
    rule(
      kindKeys(corpus, new PairIds(corpus.size), (row) => nameWeight[row]! < MOSTLY_KIND),
      CAPS.kind,
    ),
  cell: layCells,
} satisfies Record<string, (corpus: Corpus, statistics: Statistics) => Rule>;

export type RuleName = keyof typeof LAY;

/** In the order in which they propose. */
export const RULES = Object.keys(LAY) as RuleName[];

export const layRule = (corpus: Corpus, statistics: Statistics, name: RuleName): Rule =>
  LAY[name](corpus, statistics);

export const layRules = (corpus: Corpus, statistics: Statistics): Rule[] =>
  RULES.map((name) => layRule(corpus, statistics, name));

/** Calls `visit` once for each pair (smaller row first) that at least one rule proposes. Returns how many. */
export const proposePairs = (corpus: Corpus, statistics: Statistics, visit: Visit): number =>
  createProposer(corpus.size, layRules(corpus, statistics))({ from: 0, to: corpus.size }, visit);

/** How many of these pairs the rules propose: no later step finds the others. */
export function countProposed(size: number, rules: readonly Rule[], pairs: readonly RowPair[]): number {
  const wanted = new Map<number, Set<number>>();
  for (const { a, b } of pairs) {
    const later = Math.max(a, b);
    wanted.set(later, (wanted.get(later) ?? new Set()).add(Math.min(a, b)));
  }
  const propose = createProposer(size, rules);
  let found = 0;
  for (const [row, others] of wanted) {
    propose({ from: row, to: row + 1 }, (other) => {
      if (others.has(other)) found += 1;
    });
  }
  return found;
}

/** Rows from the first to the one before the last. */
export interface Range {
  from: number;
  to: number;
}

type Visit = (a: number, b: number) => void;
export type Proposer = (range: Range, visit: Visit) => number;

/** Proposes to each row of a range every smaller row, once: ranges may be shared out between threads. */
export function createProposer(size: number, rules: readonly Rule[]): Proposer {
  const lastProposedTo = new Int32Array(size).fill(-1);
  /** Proposes the rows of one block that come before `row` and were not proposed yet. */
  const propose = (
    row: number,
    { offsets, items }: Ragged,
    { block, visit }: { block: number; visit: Visit },
  ): number => {
    let pairs = 0;
    for (let at = offsets[block]!; at < offsets[block + 1]! && items[at]! < row; at += 1) {
      const other = items[at]!;
      if (lastProposedTo[other] === row) continue;
      lastProposedTo[other] = row;
      pairs += 1;
      visit(other, row);
    }
    return pairs;
  };
  const proposeByRule = (row: number, { keys, blocks }: Rule, visit: Visit): number => {
    let pairs = 0;
    for (let slot = keys.offsets[row]!; slot < keys.offsets[row + 1]!; slot += 1) {
      const block = keys.items[slot]!;
      if (block >= 0) pairs += propose(row, blocks, { block, visit });
    }
    return pairs;
  };
  return ({ from, to }, visit) => {
    let pairs = 0;
    for (let row = from; row < to; row += 1) {
      for (const rule of rules) pairs += proposeByRule(row, rule, visit);
    }
    return pairs;
  };
}

function rule(keys: Ragged, cap: number): Rule {
  return { keys, blocks: withoutCrowds(groupRows(keys, keyCount(keys)), { most: cap, least: 2 }) };
}

/** Each row looks in its cell and in those around. A row alone in its cell stays: its neighbours look for it. */
function layCells(corpus: Corpus): Rule {
  const grid = layGrid(corpus, new PairIds(corpus.size));
  const all = groupRows(oneKeyPerRow(grid.cellOf), grid.ids.size);
  const blocks = withoutCrowds(all, { most: CAPS.cell, least: 1 });
  const keys = new RaggedBuilder(corpus.size, 2);
  for (let row = 0; row < corpus.size; row += 1) {
    visitCellsAround({ corpus, ids: grid.ids }, row, (cell) => {
      if (blocks.offsets[cell] !== blocks.offsets[cell + 1]) keys.add(cell);
    });
    keys.endRow();
  }
  return { keys: keys.build(), blocks };
}

/** Empties the blocks that hold too many rows, or too few to make a pair. */
function withoutCrowds({ offsets, items }: Ragged, { most, least }: { most: number; least: number }): Ragged {
  const kept = new Uint32Array(offsets.length);
  let used = 0;
  for (let block = 0; block + 1 < offsets.length; block += 1) {
    const [start, end] = [offsets[block]!, offsets[block + 1]!];
    if (end - start >= least && end - start <= most) {
      items.copyWithin(used, start, end);
      used += end - start;
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
