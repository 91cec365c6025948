/** A set of places: one bit each, in the order of the index. */
export type Bits = Uint32Array;

export const newBits = (count: number): Bits => new Uint32Array((count + 31) >>> 5);

/** Sets lent for the time of one search: making them anew took half of that time. */
export interface BitPool {
  /** Empty. */
  take(): Bits;
  /** Takes all of them back. */
  reset(): void;
}

export function bitPool(count: number): BitPool {
  const lent: Bits[] = [];
  let next = 0;
  return {
    take() {
      lent[next] ??= newBits(count);
      const bits = lent[next]!;
      next += 1;
      return bits.fill(0);
    },
    reset() {
      next = 0;
    },
  };
}

export const addBit = (bits: Bits, rank: number): void => {
  bits[rank >>> 5]! |= 1 << (rank & 31);
};

export const hasBit = (bits: Bits, rank: number): boolean => ((bits[rank >>> 5]! >>> (rank & 31)) & 1) === 1;

/** From `first` to `last`, both included. */
export function addRange(bits: Bits, first: number, last: number): void {
  const [firstWord, lastWord] = [first >>> 5, last >>> 5];
  const head = -1 << (first & 31);
  const tail = -1 >>> (31 - (last & 31));
  if (firstWord === lastWord) {
    bits[firstWord]! |= head & tail;
    return;
  }
  bits[firstWord]! |= head;
  bits.fill(0xffffffff, firstWord + 1, lastWord);
  bits[lastWord]! |= tail;
}

export function keep(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word += 1) bits[word]! &= other[word]!;
}

/** Number of bits of a word (Hacker's Delight, 5-2). */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word += 1) {
    if (bits[word] !== 0) count += bitsOf(bits[word]!);
  }
  return count;
}

/** The words that are not empty, written into `filled`: a list of near places fills few of them. */
export function filledWords(bits: Bits, filled: Uint32Array): Uint32Array {
  let count = 0;
  for (let word = 0; word < bits.length; word += 1) {
    if (bits[word] !== 0) filled[count++] = word;
  }
  return filled.subarray(0, count);
}

/** How many of `bits` are also in `other`, looking at these words only. */
export function countCommon(bits: Bits, other: Bits, filled: Uint32Array): number {
  let count = 0;
  for (let step = 0; step < filled.length; step += 1) {
    const word = filled[step]!;
    const common = bits[word]! & other[word]!;
    if (common !== 0) count += bitsOf(common);
  }
  return count;
}

export function forEachBit(bits: Bits, visit: (rank: number) => void): void {
  for (let word = 0; word < bits.length; word += 1) {
    for (let left = bits[word]!; left !== 0; left &= left - 1)
      visit((word << 5) + (31 - Math.clz32(left & -left)));
  }
}
