import type { LocalDate } from '../../../kernel/dates.ts';
import { cellText } from './apply-mapping.ts';
import type { Mapping } from './mapping.ts';
import type { SourceTable, TableNotice } from './table.ts';
import { valuedFields } from './text-values.ts';
import { foldCell } from './value-rules.ts';

/** What a person needs to judge a mapping. It is kept beside a held file, and forgotten with it. */
export interface Review {
  columns: ReviewedColumn[];
  /** What the reader of the file had to decide. */
  notices: TableNotice[];
  /** The date of the file, when its origin says it. */
  fileDate?: LocalDate;
}

export interface ReviewedColumn {
  name: string;
  /** A few different texts of the column, as the file writes them. */
  samples: string[];
  /** Share of the rows where it is not empty, 0–1. */
  filled: number;
  /** Texts of a column that gives values of a closed list, folded, the most frequent first. */
  texts: { text: string; count: number }[];
  /** Texts left out because a page cannot show them all. */
  otherTexts: number;
}

const SAMPLES = 3;
const SAMPLE_LENGTH = 80;
/** A person reads so many; closed questions have fewer answers. */
const TEXTS_SHOWN = 40;

export const reviewTable = (
  table: SourceTable,
  mapping: Mapping,
  fileDate: LocalDate | undefined,
): Review => ({
  columns: table.columns.map((column) => reviewColumn(table, mapping, column)),
  notices: table.notices,
  ...(fileDate ? { fileDate } : {}),
});

function reviewColumn(table: SourceTable, mapping: Mapping, name: string): ReviewedColumn {
  const cells = filledCells(table, name);
  const texts = valuedFields(mapping, name).length > 0 ? textsOfColumn(table, name) : [];
  return {
    name,
    samples: firstDistinct(cells),
    filled: cells.length / Math.max(table.rows.length, 1),
    texts: texts.slice(0, TEXTS_SHOWN),
    otherTexts: Math.max(0, texts.length - TEXTS_SHOWN),
  };
}

function firstDistinct(cells: readonly string[]): string[] {
  const samples = new Set<string>();
  for (const text of cells) {
    samples.add(text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH - 1)}…` : text);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}

const filledCells = (table: SourceTable, column: string): string[] =>
  table.rows.map((row) => cellText(row, column)).filter((text) => text !== '');

/** Every text of a column, list items apart, folded, the most frequent first. */
export function textsOfColumn(table: SourceTable, column: string): { text: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const cell of filledCells(table, column)) {
    for (const text of foldCell(cell).items) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}
