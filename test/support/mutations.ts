/** Chance that can be replayed: the same seed gives the same sequence (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Bytes that matter to readers of tables, JSON, XML and archives. */
const SHARP_BYTES = [...'"\';,|\t\r\n{}[]:<>&/\\0\u0000']
  .map((letter) => letter.charCodeAt(0))
  .concat(0xff, 0xc3, 0xe9);

type Mutation = (bytes: Uint8Array, chance: Chance) => Uint8Array;

interface Chance {
  /** A whole number from 0 up to, not including, the bound. */
  below: (bound: number) => number;
  other: Uint8Array;
}

const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

function replaceByte(bytes: Uint8Array, at: number, byte: number): Uint8Array {
  const copy = bytes.slice();
  if (at < copy.length) copy[at] = byte;
  return copy;
}

const MUTATIONS: Mutation[] = [
  (bytes, { below }) => {
    const at = below(bytes.length);
    return replaceByte(bytes, at, bytes[at]! ^ (1 << below(8)));
  },
  (bytes, { below }) => replaceByte(bytes, below(bytes.length), SHARP_BYTES[below(SHARP_BYTES.length)]!),
  (bytes, { below }) => {
    const at = below(bytes.length);
    return join(
      bytes.subarray(0, at),
      Uint8Array.of(SHARP_BYTES[below(SHARP_BYTES.length)]!),
      bytes.subarray(at),
    );
  },
  (bytes, { below }) => bytes.slice(0, below(bytes.length)),
  (bytes, { below }) => bytes.slice(below(bytes.length)),
  (bytes, { below }) => {
    const at = below(bytes.length);
    return join(bytes.subarray(0, at), bytes.subarray(at + 1 + below(40)));
  },
  (bytes, { below }) => {
    const at = below(bytes.length);
    const chunk = bytes.subarray(at, at + 1 + below(200));
    return join(
      bytes.subarray(0, at),
      ...Array.from({ length: 1 + below(4) }, () => chunk),
      bytes.subarray(at),
    );
  },
  (bytes, { below, other }) => {
    const start = below(other.length);
    const chunk = other.subarray(start, start + 1 + below(200));
    const at = below(bytes.length);
    return join(bytes.subarray(0, at), chunk, bytes.subarray(at));
  },
  (bytes, { below, other }) =>
    join(bytes.subarray(0, below(bytes.length)), other.subarray(below(other.length))),
  (bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1'), 'utf8')),
  (bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('utf8'), 'latin1')),
  (bytes) => new Uint8Array(Buffer.from(`\ufeff${Buffer.from(bytes).toString('utf8')}`, 'utf16le')),
  (bytes) =>
    new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\n', '\r'), 'latin1')),
];

/** The sample damaged one to three times, sometimes with pieces of another one. */
export function mutate(sample: Uint8Array, others: readonly Uint8Array[], random: () => number): Uint8Array {
  const below = (bound: number): number => Math.floor(random() * Math.max(1, bound));
  let bytes = sample;
  for (let turn = 0; turn <= below(3); turn += 1) {
    const mutation = MUTATIONS[below(MUTATIONS.length)]!;
    bytes = mutation(bytes, { below, other: others[below(others.length)]! });
  }
  return bytes;
}
