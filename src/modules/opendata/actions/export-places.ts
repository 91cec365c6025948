import { setImmediate as otherWork } from 'node:timers/promises';
import type { PublishedPlace } from '../../directory/index.ts';
import type { InclusionSettings } from '../contract/data-inclusion.ts';
import { FORMATS, type FormatName } from '../contract/formats.ts';
import { type LossReport, startTally } from '../domain/loss-report.ts';

/** Characters gathered before a piece is handed over: a few milliseconds of work. */
const PIECE_LENGTH = 64 * 1024;

export interface Export {
  /** Pieces end at the end of a line. Between two of them, the process may answer others. */
  pieces: AsyncGenerator<string>;
  /** Complete once the last piece was read. */
  report(): LossReport;
}

export function exportPlaces(
  places: readonly PublishedPlace[],
  format: FormatName,
  settings: InclusionSettings,
): Export {
  const tally = startTally(format);
  const lines = FORMATS[format].write({ places, settings, tally });
  return { pieces: gather(lines), report: tally.report };
}

async function* gather(lines: Iterable<string>): AsyncGenerator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
    await otherWork();
  }
  if (piece !== '') yield piece;
}
