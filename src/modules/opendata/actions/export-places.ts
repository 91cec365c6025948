import { setImmediate as otherWork } from 'node:timers/promises';
import type { Catalogue, PublishedPlace } from '../../directory/index.ts';
import type { CommuneReference } from '../../standard/index.ts';
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

/** Links each place to its page on this instance, when it has a public address. */
export const pageLinks = (communes: CommuneReference, publicUrl: string | undefined): InclusionSettings => ({
  communes,
  ...(publicUrl ? { pageOf: (id: string) => `${publicUrl}/lieux/${id}` } : {}),
});

export async function* bytesOf(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}

/** The same revision gives the same file, on every process: nobody needs to write it again to know. */
export function versionOf({ revision, places }: Catalogue): { etag: string; lastModified: string } {
  const latest = places.reduce((time, { updatedAt }) => Math.max(time, updatedAt.getTime()), 0);
  const etag = `W/"${revision}-${places.length}-${latest.toString(36)}"`;
  return { etag, lastModified: new Date(latest).toUTCString() };
}
