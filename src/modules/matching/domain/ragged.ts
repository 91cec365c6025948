/** Rows of unequal length in two flat arrays: row `i` is `items[offsets[i] … offsets[i + 1] − 1]`. */
export interface Ragged {
  offsets: Uint32Array;
  items: Int32Array;
}

export const rowItems = ({ offsets, items }: Ragged, row: number): Int32Array =>
  items.subarray(offsets[row]!, offsets[row + 1]!);

/** Beyond, sorting by insertion takes longer than the engine's own sort. */
const MAX_INSERTIONS = 24;

/** Appends rows one after the other; memory doubles when full. */
export class RaggedBuilder {
  private readonly offsets: Uint32Array;
  private items: Int32Array;
  private rows = 0;
  private used = 0;

  constructor(rowCount: number, itemsPerRow: number) {
    this.offsets = new Uint32Array(rowCount + 1);
    this.items = new Int32Array(Math.max(16, rowCount * itemsPerRow));
  }

  add(item: number): void {
    if (this.used === this.items.length) {
      const wider = new Int32Array(this.items.length * 2);
      wider.set(this.items);
      this.items = wider;
    }
    this.items[this.used] = item;
    this.used += 1;
  }

  /** Ends the current row: sorted, each item once. */
  endRow(): void {
    const start = this.offsets[this.rows]!;
    this.sortFrom(start);
    let kept = start;
    for (let at = start; at < this.used; at += 1) {
      if (at === start || this.items[at] !== this.items[kept - 1]) {
        this.items[kept] = this.items[at]!;
        kept += 1;
      }
    }
    this.used = kept;
    this.rows += 1;
    this.offsets[this.rows] = kept;
  }

  /** By insertion: rows hold a few items, and a view on them costs more than moving them. */
  private sortFrom(start: number): void {
    const { items, used } = this;
    if (used - start > MAX_INSERTIONS) {
      items.subarray(start, used).sort();
      return;
    }
    for (let at = start + 1; at < used; at += 1) {
      const item = items[at]!;
      let place = at;
      while (place > start && items[place - 1]! > item) {
        items[place] = items[place - 1]!;
        place -= 1;
      }
      items[place] = item;
    }
  }

  build(): Ragged {
    return { offsets: this.offsets, items: this.items.slice(0, this.used) };
  }
}

/** Members of each group, in increasing order. A key below 0 belongs to no group. */
export function groupRows(keys: Ragged, groupCount: number): Ragged {
  const offsets = new Uint32Array(groupCount + 1);
  for (const key of keys.items) if (key >= 0) offsets[key + 1]! += 1;
  for (let group = 0; group < groupCount; group += 1) offsets[group + 1]! += offsets[group]!;
  const next = offsets.slice();
  const items = new Int32Array(offsets[groupCount]!);
  for (let row = 0; row + 1 < keys.offsets.length; row += 1) {
    for (let at = keys.offsets[row]!; at < keys.offsets[row + 1]!; at += 1) {
      const key = keys.items[at]!;
      if (key < 0) continue;
      items[next[key]!] = row;
      next[key]! += 1;
    }
  }
  return { offsets, items };
}

/** One key per row, or none when it is below 0. */
export function oneKeyPerRow(keys: Int32Array): Ragged {
  const offsets = new Uint32Array(keys.length + 1);
  for (let row = 0; row <= keys.length; row += 1) offsets[row] = row;
  return { offsets, items: keys };
}
