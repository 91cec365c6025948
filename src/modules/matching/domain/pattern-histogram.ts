import { FIELDS, type Field, LEVELS, type Level } from './levels.ts';

export interface CountedPattern {
  /** The level reached in each field, as an index of `LEVELS`, in the order of `FIELDS`. */
  levels: readonly number[];
  count: number;
}

/** A SIREN is the beginning of a SIRET: both are levels of one comparison. */
const fieldOf = (level: Level): Field => level.replace(/^siren-/, 'siret-').split('-')[0] as Field;

/** Indexes in `LEVELS` of the levels of each field. */
export const LEVELS_OF_FIELD: readonly (readonly number[])[] = FIELDS.map((field) =>
  LEVELS.flatMap((level, index) => (fieldOf(level) === field ? [index] : [])),
);
const PLACE_IN_FIELD = LEVELS.map((level, index) =>
  LEVELS_OF_FIELD[FIELDS.indexOf(fieldOf(level))]!.indexOf(index),
);

/** How many pairs show each combination of levels: some thousands of combinations stand for millions of pairs. */
export class PatternHistogram {
  private readonly counts = new Map<number, number>();

  add(levels: Int32Array): void {
    // The combinations possible are 2 × 10¹⁰: each is an exact integer.
    let key = 0;
    for (let field = 0; field < LEVELS_OF_FIELD.length; field += 1)
      key = key * LEVELS_OF_FIELD[field]!.length + PLACE_IN_FIELD[levels[field]!]!;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  /** In a fixed order, so that sums over them never depend on the order of the pairs. */
  patterns(): CountedPattern[] {
    return [...this.counts]
      .sort(([x], [y]) => x - y)
      .map(([key, count]) => ({ levels: levelsOfKey(key), count }));
  }
}

function levelsOfKey(key: number): number[] {
  let rest = key;
  return LEVELS_OF_FIELD.toReversed()
    .map((levels) => {
      const place = rest % levels.length;
      rest = (rest - place) / levels.length;
      return levels[place]!;
    })
    .reverse();
}
