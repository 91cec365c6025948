import type { Corpus } from './corpus.ts';
import { COMMON_WORDS } from './lexicon.ts';
import { groupRows, oneKeyPerRow, type Ragged } from './ragged.ts';

/** How rare each value is among the records: what makes two equal values worth more or less. */
export interface Statistics {
  /** Rarity of each word in names and in ways, in quarters of a bit. Integers: sums do not depend on the order. */
  nameWordWeight: Uint8Array;
  wayWordWeight: Uint8Array;
  /** Sum of the weights of each record's words of its own. */
  nameWeight: Uint16Array;
  /** How many distinct addresses hold each value. */
  phoneSpread: Uint32Array;
  emailSpread: Uint32Array;
  hostSpread: Uint32Array;
  pageSpread: Uint32Array;
  siretSpread: Uint32Array;
  /** 1 when the point of the record stands for its address, 0 when it stands for a whole commune or is unknown. */
  isPrecise: Uint8Array;
}

/** Records in columns, and how rare their values are: all that comparing them takes. */
export interface Known {
  corpus: Corpus;
  statistics: Statistics;
}

/** Rarity is counted as in a directory of at least this many records: two records alone say nothing of frequencies. */
const SMALLEST_DIRECTORY = 4096;
const MAX_WEIGHT = 48;
const MAX_COMMON_WEIGHT = 8;
/** More distinct addresses than this at one point: the point is the commune's, not the place's. */
export const MAX_ADDRESSES_AT_POINT = 3;

export function measure(corpus: Corpus): Statistics {
  const common = commonWords(corpus);
  const spread = spreadMeter(corpus);
  const nameWordWeight = weigh(corpus.core, corpus, common);
  return {
    nameWordWeight,
    nameWeight: sumByRow(corpus.core, nameWordWeight),
    wayWordWeight: weigh(corpus.way, corpus, new Set()),
    phoneSpread: spread(corpus.phones, corpus.counts.phone),
    emailSpread: spread(oneKeyPerRow(corpus.email), corpus.counts.email),
    hostSpread: spread(oneKeyPerRow(corpus.host), corpus.counts.host),
    pageSpread: spread(oneKeyPerRow(corpus.page), corpus.counts.page),
    siretSpread: spread(oneKeyPerRow(corpus.siret), corpus.counts.siret),
    isPrecise: findPrecisePoints(corpus),
  };
}

const COMMON: ReadonlySet<string> = new Set(COMMON_WORDS);

export const commonWords = ({ words }: Corpus): Set<number> =>
  new Set(words.texts.flatMap((text, word) => (COMMON.has(text) ? [word] : [])));

function weigh(rows: Ragged, { words, size }: Corpus, common: ReadonlySet<number>): Uint8Array {
  const frequency = countWords(rows, words.texts.length);
  const directory = directorySize(size);
  const weights = new Uint8Array(words.texts.length);
  for (let token = 0; token < weights.length; token += 1)
    weights[token] = rarity(frequency[token]!, { directory, isCommon: common.has(token) });
  return weights;
}

export function countWords({ items }: Ragged, wordCount: number): Uint32Array {
  const frequency = new Uint32Array(wordCount);
  for (const token of items) frequency[token]! += 1;
  return frequency;
}

/** A power of two: one more record does not change every weight. */
export const directorySize = (records: number): number =>
  2 ** Math.ceil(Math.log2(Math.max(SMALLEST_DIRECTORY, records)));

/** Weight of a word held by this many records, in quarters of a bit. */
export function rarity(
  frequency: number,
  { directory, isCommon }: { directory: number; isCommon: boolean },
): number {
  const bits = Math.log2(directory / Math.max(1, frequency));
  return Math.max(1, Math.min(isCommon ? MAX_COMMON_WEIGHT : MAX_WEIGHT, Math.round(bits * 4)));
}

function sumByRow({ offsets, items }: Ragged, weights: Uint8Array): Uint16Array {
  const sums = new Uint16Array(offsets.length - 1);
  for (let row = 0; row < sums.length; row += 1) {
    for (let slot = offsets[row]!; slot < offsets[row + 1]!; slot += 1) sums[row]! += weights[items[slot]!]!;
  }
  return sums;
}

/** Counts distinct addresses per value; a record without address counts as its commune. */
function spreadMeter(corpus: Corpus): (values: Ragged, count: number) => Uint32Array {
  const communes = corpus.commune.reduce((most, id) => Math.max(most, id), -1) + 1;
  const seenBy = new Int32Array(communes + 1 + corpus.counts.addressKey);
  return (values, count) => {
    const { offsets, items } = groupRows(values, count);
    const spread = new Uint32Array(count);
    seenBy.fill(-1);
    for (let value = 0; value < count; value += 1) {
      for (let at = offsets[value]!; at < offsets[value + 1]!; at += 1) {
        const row = items[at]!;
        const key = corpus.addressKey[row]!;
        const slot = key >= 0 ? communes + 1 + key : corpus.commune[row]! + 1;
        if (seenBy[slot] === value) continue;
        seenBy[slot] = value;
        spread[value]! += 1;
      }
    }
    return spread;
  };
}

function findPrecisePoints(corpus: Corpus): Uint8Array {
  const { latitude, longitude, size } = corpus;
  const crowded = crowdedPoints(corpus);
  const isPrecise = new Uint8Array(size);
  for (let row = 0; row < size; row += 1) {
    const isUsable = !Number.isNaN(latitude[row]!) && !isCoarse(latitude[row]!, longitude[row]!);
    if (isUsable && !crowded.has(pointOf(corpus, row))) isPrecise[row] = 1;
  }
  return isPrecise;
}

/** Five decimals, a metre, in one exact integer. */
export const pointOf = ({ latitude, longitude }: Corpus, row: number): number =>
  Math.round((latitude[row]! + 90) * 1e5) * 4e7 + Math.round((longitude[row]! + 180) * 1e5);

function crowdedPoints(corpus: Corpus): Set<number> {
  const { latitude, addressKey, size } = corpus;
  const addressesAt = new Map<number, number | number[]>();
  const crowded = new Set<number>();
  for (let row = 0; row < size; row += 1) {
    const address = addressKey[row]!;
    if (Number.isNaN(latitude[row]!) || address < 0) continue;
    const point = pointOf(corpus, row);
    const seen = addressesAt.get(point);
    if (seen === undefined || seen === address) addressesAt.set(point, address);
    else if (typeof seen === 'number') addressesAt.set(point, [seen, address]);
    else if (!seen.includes(address) && seen.push(address) > MAX_ADDRESSES_AT_POINT) crowded.add(point);
  }
  return crowded;
}

/** Two decimals are a kilometre: such a point was rounded. */
export const isCoarse = (latitude: number, longitude: number): boolean =>
  isRounded(latitude) && isRounded(longitude);
const isRounded = (degrees: number): boolean => Math.abs(degrees * 100 - Math.round(degrees * 100)) < 1e-7;
