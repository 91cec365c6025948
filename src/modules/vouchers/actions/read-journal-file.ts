import { createReadStream } from 'node:fs';
import { type Fields, isFields, isJournalPart, type JournalPart } from '../domain/journal-shape.ts';

/** First line of an exported journal. */
export const JOURNAL_FORMAT = 'maillon-ledger-1';

export class UnreadableJournal extends Error {}

/** Reads an exported journal line by line. Its last line counts the others, so that a file cut short is told. */
export async function* readJournalFile(path: string): AsyncGenerator<JournalPart> {
  let isOpened = false;
  let isWhole = false;
  let count = 0;
  for await (const line of linesOf(path)) {
    const part = parseLine(line);
    if (!isOpened) {
      if (part.format !== JOURNAL_FORMAT) throw new UnreadableJournal('format');
      isOpened = true;
    } else if (isJournalPart(part)) {
      count += 1;
      yield part;
    } else {
      if (part.parts !== count) throw new UnreadableJournal('count');
      isWhole = true;
    }
  }
  if (!isWhole) throw new UnreadableJournal('cut');
}

/** Cut at line feeds alone: `node:readline` also cuts at U+2028, which a reason may hold and JSON writes as it is. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop()!;
    yield* lines.filter(isFilled);
  }
  if (isFilled(rest)) yield rest;
}

const isFilled = (line: string): boolean => line.trim() !== '';

/** Written as the export wrote it: a key given twice would say one thing to us, and another to whoever reads the line. */
function parseLine(line: string): Fields {
  let part: unknown;
  try {
    part = JSON.parse(line);
  } catch {
    throw new UnreadableJournal('line');
  }
  if (!isFields(part) || JSON.stringify(part) !== line.trim()) throw new UnreadableJournal('line');
  return part;
}
