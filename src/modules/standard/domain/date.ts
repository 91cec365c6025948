import { type LocalDate, localDate, parseLocalDate } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';

export interface DateRefusal {
  kind: 'empty' | 'unreadable' | 'in-future' | 'too-old';
}

export function parseDate(text: string, { today }: { today: LocalDate }): Result<LocalDate, DateRefusal> {
  const trimmed = text.trim();
  if (trimmed === '') return refuse({ kind: 'empty' });
  const date = readIso(trimmed) ?? readDayFirst(trimmed);
  if (date === null) return refuse({ kind: 'unreadable' });
  return date > today ? refuse({ kind: 'in-future' }) : ok(date);
}

const readIso = (text: string): LocalDate | null => parseLocalDate(text.slice(0, 10));

function readDayFirst(text: string): LocalDate | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text);
  return match ? localDate(Number(match[3]), Number(match[2]), Number(match[1])) : null;
}
