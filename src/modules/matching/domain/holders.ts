import { cellOfRow, kindKeys, layGrid, rareWordKeys, visitCellsAround, wordKeys } from './block-keys.ts';
import type { Corpus } from './corpus.ts';
import { PairIds } from './pair-ids.ts';
import { groupRows, oneKeyPerRow, type Ragged } from './ragged.ts';
import type { Statistics } from './statistics.ts';

const ONE_VALUE = ['email', 'siret', 'addressKey', 'nameKey', 'machineId', 'host', 'page'] as const;
export type HeldField = 'phones' | (typeof ONE_VALUE)[number];

/** Who holds each value, in increasing order of rows. Crowds are kept: one row less may make them small enough. */
export interface Holders {
  ofValue(field: HeldField, value: number): Int32Array;
  ofRareWord(word: number): Int32Array;
  ofWord(commune: number, word: number): Int32Array;
  ofKind(commune: number, kind: number): Int32Array;
  /** The rows of the cell of a row, and of each of the eight around it. */
  aroundPoint(corpus: Corpus, row: number): Neighbourhood[];
}

interface Neighbourhood {
  rows: Int32Array;
  /** Whether the row itself lies in this cell. */
  isOwn: boolean;
}

const NOBODY = new Int32Array(0);

export function indexHolders(corpus: Corpus, statistics: Statistics): Holders {
  const values = Object.fromEntries(
    ONE_VALUE.map((field) => [field, groupAll(oneKeyPerRow(corpus[field]))]),
  ) as Record<HeldField, Ragged>;
  values.phones = groupAll(corpus.phones);
  const [wordIds, kindIds, cellIds] = [1, 2, 3].map(() => new PairIds(corpus.size)) as [
    PairIds,
    PairIds,
    PairIds,
  ];
  const rareWords = groupAll(rareWordKeys(corpus, statistics));
  const words = groupAll(wordKeys(corpus, statistics, wordIds));
  const kinds = groupAll(kindKeys(corpus, kindIds, () => true));
  const cells = groupRows(oneKeyPerRow(layGrid(corpus, cellIds).cellOf), cellIds.size);
  return {
    ofValue: (field, value) => groupOf(values[field], value),
    ofRareWord: (word) => groupOf(rareWords, word),
    ofWord: (commune, word) => groupOf(words, wordIds.find(commune, word)),
    ofKind: (commune, kind) => groupOf(kinds, kindIds.find(commune, kind)),
    aroundPoint(visited, row) {
      const around: Neighbourhood[] = [];
      const grid = { corpus: visited, ids: cellIds };
      const own = cellOfRow(grid, row);
      visitCellsAround(grid, row, (cell) => around.push({ rows: groupOf(cells, cell), isOwn: cell === own }));
      return around;
    },
  };
}

function groupAll(keys: Ragged): Ragged {
  let most = -1;
  for (const item of keys.items) if (item > most) most = item;
  return groupRows(keys, most + 1);
}

function groupOf({ offsets, items }: Ragged, group: number): Int32Array {
  if (group < 0 || group + 1 >= offsets.length) return NOBODY;
  return items.subarray(offsets[group]!, offsets[group + 1]!);
}
