const FIRST_CAPACITY = 1024;

/** Pairs of rows with their bits, in columns: a million pairs as objects would weigh more than the records. */
export class PairList {
  size = 0;
  a = new Int32Array(FIRST_CAPACITY);
  b = new Int32Array(FIRST_CAPACITY);
  bits = new Float64Array(FIRST_CAPACITY);
  verdict = new Uint8Array(FIRST_CAPACITY);

  add(pair: { a: number; b: number; bits: number; verdict: number }): void {
    if (this.size === this.a.length) this.grow();
    this.a[this.size] = pair.a;
    this.b[this.size] = pair.b;
    this.bits[this.size] = pair.bits;
    this.verdict[this.size] = pair.verdict;
    this.size += 1;
  }

  /** Positions by first row, then second. Pairs must have been added by increasing second row. */
  orderByRows(rowCount: number): Uint32Array {
    return stableOrder(this.a.subarray(0, this.size), rowCount);
  }

  /** Positions from the most bits to the fewest; equal bits keep the order given. */
  orderByBits(positions: Uint32Array): Uint32Array {
    const distinct = Float64Array.from(new Set(this.bits.subarray(0, this.size)))
      .sort()
      .reverse();
    const rankOf = new Map([...distinct].map((bits, rank) => [bits, rank]));
    const ranks = Int32Array.from(positions, (at) => rankOf.get(this.bits[at]!)!);
    return stableOrder(ranks, distinct.length).map((place) => positions[place]!);
  }

  private grow(): void {
    const capacity = this.a.length * 2;
    this.a = widened(this.a, new Int32Array(capacity));
    this.b = widened(this.b, new Int32Array(capacity));
    this.bits = widened(this.bits, new Float64Array(capacity));
    this.verdict = widened(this.verdict, new Uint8Array(capacity));
  }
}

function widened<Column extends { set(from: ArrayLike<number>): void }>(
  from: ArrayLike<number>,
  to: Column,
): Column {
  to.set(from);
  return to;
}

/** Counting sort: positions of small integer keys, in order, equal keys in the order given. */
function stableOrder(keys: Int32Array, keyCount: number): Uint32Array {
  const next = new Uint32Array(keyCount + 1);
  for (const key of keys) next[key + 1]! += 1;
  for (let key = 0; key < keyCount; key += 1) next[key + 1]! += next[key]!;
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) {
    order[next[keys[at]!]!] = at;
    next[keys[at]!]! += 1;
  }
  return order;
}
