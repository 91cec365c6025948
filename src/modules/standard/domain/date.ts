import { type LocalDate, localDate } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { collapseSpaces, fold } from '../../../kernel/text.ts';

interface DateRefusal {
  kind: 'empty' | 'unreadable' | 'in-future' | 'too-old';
}

/** Before the first French law on the information society nothing here was dated: such a value is a sentinel (1900, 1970). */
const OLDEST = '1990-01-01';

/** The day of a date written in any usual way. `today` refuses the future. */
export function parseDate(text: string, { today }: { today: LocalDate }): Result<LocalDate, DateRefusal> {
  const folded = ISO_DAY.test(text) ? text : collapseSpaces(fold(text.normalize('NFKC')));
  if (!/[a-z0-9]/.test(folded)) return refuse({ kind: 'empty' });
  const date = firstReading(folded);
  if (date === null) return refuse({ kind: 'unreadable' });
  if (date > today) return refuse({ kind: 'in-future' });
  return date < OLDEST ? refuse({ kind: 'too-old' }) : ok(date);
}

const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

function firstReading(text: string): LocalDate | null {
  for (const read of [readYearFirst, readDayFirst, readWords, readNumber]) {
    const date = read(text);
    if (date) return date;
  }
  return null;
}

/** « 2023-03-01 », « 2023/3/1 10:20:30 », « 20230301 », « 2023-03 » (its first day). */
function readYearFirst(text: string): LocalDate | null {
  const match =
    /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?!\d)/.exec(text) ??
    /^((?:19|20)\d\d)()(\d\d)(\d\d)(?!\d)/.exec(text);
  return match ? localDate(Number(match[1]), Number(match[3]), Number(match[4] ?? 1)) : null;
}

/** « 01/03/2023 », « 1-3-23 10:20 », « labellisée le 01/03/2023 », « 03/2023 » (its first day). */
function readDayFirst(text: string): LocalDate | null {
  const month = /^(\d{1,2})\s?[-/.]\s?((?:19|20)\d\d)$/.exec(text);
  if (month) return localDate(Number(month[2]), Number(month[1]), 1);
  const full = /(?<!\d)(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]?\s?(\d{4}|\d{2})(?!\d)/.exec(text);
  if (!full) return null;
  const [first, second, year] = [Number(full[1]), Number(full[2]), fullYear(full[3]!)];
  // The American order only when the French one names no day.
  return localDate(year, second, first) ?? localDate(year, first, second);
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

const MONTHS = ['jan', 'fev', 'mar', 'avr', 'mai', 'jui', 'jul', 'aou', 'sep', 'oct', 'nov', 'dec'];
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** « 3 mars 2023 », « le 1er mars 2023 à 10 h », « Wed Mar 01 2023 », « mars 2023 » (its first day). */
function readWords(text: string): LocalDate | null {
  const french = /(?:(?<!\d)(\d{1,2})(?:er)?\s)?([a-z]{3,9})\.?\s(\d{4})/.exec(text);
  const english = /([a-z]{3,9})\.?\s(\d{1,2}),?\s(\d{4})/.exec(text);
  if (english) return localDate(Number(english[3]), monthNumber(english[1]!), Number(english[2]));
  return french ? localDate(Number(french[3]), monthNumber(french[2]!), Number(french[1] ?? 1)) : null;
}

/** 0 when the word names no month. « Juillet » and « juin » share their first letters. */
function monthNumber(word: string): number {
  if (word.startsWith('juil')) return 7;
  const french = MONTHS.indexOf(word.slice(0, 3));
  return (french === -1 ? ENGLISH_MONTHS.indexOf(word.slice(0, 3)) : french) + 1;
}

const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets, 1899-12-30, and the serials of 1990 to 2100. */
const SPREADSHEET_EPOCH_MS = Date.UTC(1899, 11, 30);
const SERIALS = { first: 32_874, last: 73_415 };

/** A spreadsheet serial (« 44986 », « 44986,5 »), or an instant in seconds or milliseconds since 1970. */
function readNumber(text: string): LocalDate | null {
  const number = /^\d{5,13}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (number >= SERIALS.first && number < SERIALS.last) {
    return dayOf(SPREADSHEET_EPOCH_MS + Math.floor(number) * DAY_MS);
  }
  if (number >= 6e11) return dayOf(number);
  return number >= 6e8 && number < 5e9 ? dayOf(number * 1000) : null;
}

const dayOf = (instantMs: number): LocalDate => new Date(instantMs).toISOString().slice(0, 10) as LocalDate;
