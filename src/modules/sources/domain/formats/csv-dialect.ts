import { csvRecords } from './csv-records.ts';
import type { ReadLimits } from './limits.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;
const SAMPLE_LENGTH = 200_000;
const SAMPLE_RECORDS = 200;
/** Below this share of lines of one width, a text is prose rather than a table. */
const MIN_CONSISTENCY = 0.5;

/** The delimiter under which most lines have the same number of cells, the largest winning; `null` for a text without columns. */
export function findDelimiter(text: string, limits: ReadLimits): string | null {
  const sample = sampleOf(text);
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const score = dialectScore(sample, delimiter, limits);
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

/** A cut line would look ragged, so the sample ends with a whole one when it can. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE_LENGTH) return text;
  const end = text.lastIndexOf('\n', SAMPLE_LENGTH);
  return text.slice(0, end > 0 ? end : SAMPLE_LENGTH);
}

function dialectScore(sample: string, delimiter: string, limits: ReadLimits): number {
  const counts = new Map<number, number>();
  let records = 0;
  for (const { fields } of csvRecords(sample, delimiter, limits.maxLineBytes)) {
    if (fields.every((field) => field.trim() === '')) continue;
    counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
    records += 1;
    if (records === SAMPLE_RECORDS) break;
  }
  let width = 0;
  for (const [candidate, count] of counts) {
    if (count > (counts.get(width) ?? 0) || (count === counts.get(width) && candidate > width))
      width = candidate;
  }
  const consistency = (counts.get(width) ?? 0) / records;
  return width < 2 || consistency < MIN_CONSISTENCY ? 0 : consistency * (1 + Math.log2(width));
}
