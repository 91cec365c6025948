import type { Lists } from './index-data.ts';

/** « MLN1 »: the first bytes of a file of ours, and the version of its form. */
export const MAGIC = 0x314e4c4d;
/** Before the header: the mark, and how many bytes of JSON follow. */
export const PREFIX_BYTES = 8;
export const ALIGNMENT = 8;

/** Degrees are kept to the centimetre: what public sources give is kept exactly. */
export const DEGREE_PARTS = 1e7;

/** Numbers are kept in as few bytes as the largest needs. */
export type NumberType = 'u8' | 'u16' | 'u32' | 'i32';

export interface Section {
  type: NumberType;
  /** From the end of the header. */
  offset: number;
  length: number;
}

/** What a list of numbers becomes: how long each part is, and what each number adds to the one before in its part. */
export const listSections = (name: string): [lengths: string, steps: string] => [
  `${name}.lengths`,
  `${name}.steps`,
];

/** Everything that is no long list of numbers. */
export interface FileHeader {
  madeAt: string;
  count: number;
  placed: number;
  box: readonly [number, number, number, number];
  facets: readonly string[];
  vocabulary: readonly string[];
  communes: readonly string[];
  departements: readonly string[];
  calendar: { mondayMs: number; weeks: number; zones: readonly string[] };
  /** One list for each field kept: the value of each place, null when it has none. */
  rows: { ids: readonly string[]; fields: Readonly<Record<string, readonly unknown[]>> };
  sections: Readonly<Record<string, Section>>;
}

export const ARRAYS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array } as const;

export const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

/** Steps of rising lists are small, and small numbers compress well. */
export function toSteps({ starts, values }: Lists): { lengths: Uint32Array; steps: Int32Array } {
  const lengths = new Uint32Array(starts.length - 1);
  const steps = new Int32Array(values.length);
  for (let list = 0; list < lengths.length; list += 1) {
    lengths[list] = starts[list + 1]! - starts[list]!;
    let before = 0;
    for (let at = starts[list]!; at < starts[list + 1]!; at += 1) {
      steps[at] = values[at]! - before;
      before = values[at]!;
    }
  }
  return { lengths, steps };
}

export function fromSteps(lengths: ArrayLike<number>, steps: ArrayLike<number>): Lists {
  const starts = new Uint32Array(lengths.length + 1);
  const values = new Uint32Array(steps.length);
  for (let list = 0; list < lengths.length; list += 1) {
    starts[list + 1] = starts[list]! + lengths[list]!;
    let value = 0;
    for (let at = starts[list]!; at < starts[list + 1]!; at += 1) {
      value += steps[at]!;
      values[at] = value;
    }
  }
  return { starts, values };
}
