/** What one place lost on its way to a format. Names are those of the format, one entry per value. */
export interface PlaceLosses {
  /** Fields one value of which was left out or shortened, because the format does not accept it. */
  dropped: string[];
  /** Things known of the place that the format has no field for. */
  unwritten: string[];
  /** Required fields that were completed from the others. */
  repaired: string[];
}

export interface LossReport {
  format: string;
  places: number;
  exported: number;
  /** Places left out, by what they lack: the fields, joined by `|`. Each place counts once, so the figures add up. */
  leftOut: Record<string, number>;
  droppedValues: Record<string, number>;
  /** Fields known of at least one exported place that this format cannot hold. */
  lossyFields: string[];
  repairedValues: Record<string, number>;
}

export interface LossTally {
  countExported(losses: PlaceLosses): void;
  countLeftOut(missing: readonly string[]): void;
  report(): LossReport;
}

export function startTally(format: string): LossTally {
  let exported = 0;
  const leftOut = new Map<string, number>();
  const dropped = new Map<string, number>();
  const repaired = new Map<string, number>();
  const unwritten = new Set<string>();
  return {
    countExported(losses) {
      exported += 1;
      for (const field of losses.dropped) increment(dropped, field);
      for (const field of losses.repaired) increment(repaired, field);
      for (const field of losses.unwritten) unwritten.add(field);
    },
    countLeftOut: (missing) => increment(leftOut, missing.join('|')),
    report: () => ({
      format,
      places: exported + total(leftOut),
      exported,
      leftOut: byCount(leftOut),
      droppedValues: byCount(dropped),
      lossyFields: [...unwritten].sort(),
      repairedValues: byCount(repaired),
    }),
  };
}

export const leftOutCount = (report: LossReport): number => report.places - report.exported;

const increment = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const total = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);

const byCount = (counts: Map<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
