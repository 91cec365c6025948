import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { JournalPart } from './read-journal.ts';

/** First line of an exported journal. */
export const JOURNAL_FORMAT = 'maillon-ledger-1';

export class UnreadableJournal extends Error {}

/** Reads an exported journal line by line. Its last line counts the others, so that a file cut short is told. */
export async function* readJournalFile(path: string): AsyncGenerator<JournalPart> {
  let isOpened = false;
  let isWhole = false;
  let count = 0;
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line === '') continue;
    const part = parseLine(line);
    if (!isOpened) {
      if (part.format !== JOURNAL_FORMAT) throw new UnreadableJournal('format');
      isOpened = true;
    } else if ('parts' in part) {
      if (part.parts !== count) throw new UnreadableJournal('count');
      isWhole = true;
    } else {
      count += 1;
      yield part as unknown as JournalPart;
    }
  }
  if (!isWhole) throw new UnreadableJournal('cut');
}

function parseLine(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    throw new UnreadableJournal('line');
  }
}
