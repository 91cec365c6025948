/** One record of a delimited text. */
export interface CsvRecord {
  /** Line on which the record starts, from 1. */
  position: number;
  fields: string[];
  /** A quote stood where the format allows none: it was kept as an ordinary character. */
  hasStrayQuote: boolean;
  /** A quoted cell was opened and never closed. */
  isUnclosed: boolean;
}

interface Cursor {
  readonly text: string;
  readonly delimiter: string;
  readonly maxCellLength: number;
  at: number;
  line: number;
  hasStrayQuote: boolean;
  isUnclosed: boolean;
}

/**
 * Records of a text whose lines end with `\n`. Unlike general parsers, a stray quote never swallows the lines that
 * follow: the cell is then read as if its quote were a letter, so that no record disappears inside another.
 */
export function* csvRecords(text: string, delimiter: string, maxCellLength: number): Generator<CsvRecord> {
  const cursor: Cursor = {
    text,
    delimiter,
    maxCellLength,
    at: 0,
    line: 1,
    hasStrayQuote: false,
    isUnclosed: false,
  };
  while (cursor.at < text.length) {
    const lineEnd = endOfLine(text, cursor.at);
    const line = text.slice(cursor.at, lineEnd);
    if (line.includes('"')) {
      yield quotedRecord(cursor);
    } else {
      yield { position: cursor.line, fields: line.split(delimiter), hasStrayQuote: false, isUnclosed: false };
      cursor.at = lineEnd + 1;
      cursor.line += 1;
    }
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function quotedRecord(cursor: Cursor): CsvRecord {
  const position = cursor.line;
  const fields: string[] = [];
  cursor.hasStrayQuote = false;
  cursor.isUnclosed = false;
  let isOpen = true;
  while (isOpen) {
    fields.push(nextField(cursor));
    isOpen = cursor.text[cursor.at] === cursor.delimiter;
    cursor.at += 1;
  }
  cursor.line += 1;
  return { position, fields, hasStrayQuote: cursor.hasStrayQuote, isUnclosed: cursor.isUnclosed };
}

/** Reads one cell and leaves the cursor on the delimiter, on the end of the line, or past the text. */
function nextField(cursor: Cursor): string {
  const start = skipSpaces(cursor.text, cursor.at);
  if (cursor.text[start] === '"') {
    const closing = closingQuote(cursor, start + 1);
    if (closing !== -1) return takeQuoted(cursor, start + 1, closing);
    cursor.hasStrayQuote = true;
  }
  return takePlain(cursor);
}

/** Some exports write `a; "b"`: spaces around a quoted cell do not belong to it. */
function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

function takeQuoted(cursor: Cursor, from: number, closing: number): string {
  const inside = cursor.text.slice(from, closing);
  cursor.at = skipSpaces(cursor.text, closing + 1);
  if (!inside.includes('"') && !inside.includes('\n')) return inside;
  cursor.line += inside.split('\n').length - 1;
  return inside.replaceAll('""', '"');
}

function takePlain(cursor: Cursor): string {
  const lineEnd = endOfLine(cursor.text, cursor.at);
  const delimiterAt = cursor.text.slice(cursor.at, lineEnd).indexOf(cursor.delimiter);
  const end = delimiterAt === -1 ? lineEnd : cursor.at + delimiterAt;
  const field = cursor.text.slice(cursor.at, end);
  cursor.at = end;
  return field;
}

/** Where the quoted cell that starts here is closed, or -1 when its opening quote must be an ordinary character. */
function closingQuote(cursor: Cursor, from: number): number {
  const { text, delimiter } = cursor;
  let hasInnerQuote = false;
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    if (at - from > cursor.maxCellLength) break;
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const after = text[skipSpaces(text, at + 1)];
    if (after === undefined || after === '\n' || after === delimiter) {
      cursor.hasStrayQuote ||= hasInnerQuote;
      return at;
    }
    // This quote opens another cell: the first one was never closed.
    if (text[at - 1] === '\n' || text[at - 1] === delimiter) return -1;
    hasInnerQuote = true;
  }
  cursor.isUnclosed = true;
  return -1;
}
