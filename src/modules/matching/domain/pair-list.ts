import type { Verdict } from './match-record.ts';

const FIRST_CAPACITY = 1024;

export const VERDICTS: readonly Verdict[] = ['same', 'linked', 'distinct'];
const SAME = VERDICTS.indexOf('same');

export interface RowPair {
  a: number;
  b: number;
}

export type PairColumns = Pick<PairList, 'size' | 'a' | 'b' | 'bits' | 'verdict'>;

/** Pairs of rows with their bits, in columns: a million pairs as objects would weigh more than the records. */
export class PairList {
  size = 0;
  a: Int32Array;
  b: Int32Array;
  bits: Float64Array;
  verdict: Uint8Array;

  constructor(capacity = FIRST_CAPACITY) {
    this.a = new Int32Array(capacity);
    this.b = new Int32Array(capacity);
    this.bits = new Float64Array(capacity);
    this.verdict = new Uint8Array(capacity);
  }

  add(pair: { a: number; b: number; bits: number; verdict: Verdict }): void {
    if (this.size === this.a.length) this.grow();
    this.a[this.size] = pair.a;
    this.b[this.size] = pair.b;
    this.bits[this.size] = pair.bits;
    this.verdict[this.size] = VERDICTS.indexOf(pair.verdict);
    this.size += 1;
  }

  /** As plain data, without the room left. */
  columns(): PairColumns {
    const { a, b, bits, verdict, size } = this;
    return {
      size,
      a: a.slice(0, size),
      b: b.slice(0, size),
      bits: bits.slice(0, size),
      verdict: verdict.slice(0, size),
    };
  }

  static join(parts: readonly PairColumns[]): PairList {
    const list = new PairList(parts.reduce((sum, { size }) => sum + size, 0));
    for (const { a, b, bits, verdict, size } of parts) {
      list.a.set(a, list.size);
      list.b.set(b, list.size);
      list.bits.set(bits, list.size);
      list.verdict.set(verdict, list.size);
      list.size += size;
    }
    return list;
  }

  /** Positions by first row, then second. */
  orderByRows(rowCount: number): Uint32Array {
    const bySecond = stableOrder(this.b.subarray(0, this.size), rowCount);
    const firsts = Int32Array.from(bySecond, (at) => this.a[at]!);
    return stableOrder(firsts, rowCount).map((place) => bySecond[place]!);
  }

  /** Positions of « same », from the most bits to the fewest; equal bits in the order of the rows. */
  surestFirst(rowCount: number): Uint32Array {
    const positions = this.orderByRows(rowCount).filter((at) => this.verdict[at] === SAME);
    const distinct = distinctDescending(Float64Array.from(positions, (at) => this.bits[at]!));
    const ranks = Int32Array.from(positions, (at) => rankIn(distinct, this.bits[at]!));
    return stableOrder(ranks, distinct.length).map((place) => positions[place]!);
  }

  private grow(): void {
    const capacity = Math.max(FIRST_CAPACITY, this.a.length * 2);
    this.a = widened(this.a, new Int32Array(capacity));
    this.b = widened(this.b, new Int32Array(capacity));
    this.bits = widened(this.bits, new Float64Array(capacity));
    this.verdict = widened(this.verdict, new Uint8Array(capacity));
  }
}

function distinctDescending(values: Float64Array): Float64Array {
  values.sort().reverse();
  return values.filter((value, at) => at === 0 || value !== values[at - 1]);
}

/** A `Map` whose keys are not small integers took ten times as long on half a million pairs. */
function rankIn(descending: Float64Array, value: number): number {
  let [low, high] = [0, descending.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (descending[middle]! > value) low = middle + 1;
    else high = middle;
  }
  return low;
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
