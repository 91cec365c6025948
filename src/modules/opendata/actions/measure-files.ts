import { setTimeout as wait } from 'node:timers/promises';
import type { Catalogue } from '../../directory/index.ts';
import type { InclusionSettings } from '../contract/data-inclusion.ts';
import { FORMAT_NAMES, type FormatName } from '../contract/formats.ts';
import type { LossReport } from '../domain/loss-report.ts';
import { exportPlaces } from './export-places.ts';

interface MeasuredFile {
  bytes: number;
  report: LossReport;
}

export type MeasuredFiles = ReadonlyMap<FormatName, MeasuredFile>;

/** A person waits this long for figures; what is not counted by then shows as « calcul en cours ». */
const PATIENCE_MS = 1_000;

/**
 * Size and losses of each file, counted once per revision of the directory: writing the five files of 23,000 places
 * takes about 3 seconds, in pieces between which the process answers others.
 */
export function createFileMeasurer(): (
  catalogue: Catalogue,
  settings: InclusionSettings,
) => Promise<MeasuredFiles> {
  let latest: { catalogue: Catalogue; files: Map<FormatName, MeasuredFile>; whole: Promise<void> } | null =
    null;
  return async (catalogue, settings) => {
    if (latest?.catalogue !== catalogue) {
      const files = new Map<FormatName, MeasuredFile>();
      latest = { catalogue, files, whole: measureAll(catalogue, settings, files) };
    }
    const { files, whole } = latest;
    const patience = new AbortController();
    await Promise.race([
      whole,
      wait(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
    return files;
  };
}

async function measureAll(
  { places }: Catalogue,
  settings: InclusionSettings,
  files: Map<FormatName, MeasuredFile>,
): Promise<void> {
  for (const format of FORMAT_NAMES) {
    const { pieces, report } = exportPlaces(places, format, settings);
    let bytes = 0;
    for await (const piece of pieces) bytes += Buffer.byteLength(piece);
    files.set(format, { bytes, report: report() });
  }
}
