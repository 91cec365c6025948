import { readTimes } from './french-times.ts';
import { tokenize } from './french-tokens.ts';
import { emptySchedule, formatHours, type Schedule } from './schedule.ts';
import { DAYS, type Day, daySpan, type TimeRange } from './week.ts';

const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su)';
const RANKS = '\\[-?[1-5](?:,-?[1-5])*\\]';
const SELECTOR = `(?:PH|SH|${DAY}(?:${RANKS}|-${DAY})?)`;
const DAYS_PART = new RegExp(`^(${SELECTOR}(?:\\s*,\\s*${SELECTOR})*)\\s*:?\\s*(.*)$`);
/** People also start a rule after a mere space: « Mo 14:00-17:00 We 09:00-12:00 ». */
const RULE_SEPARATOR = /;|(?<=\d[hH]?|off|closed)(?:\s*,\s*| )(?=[MTWFSP])/g;
/** OSM text holds no other letters than its days, its keywords and the « h » that people slip in. */
const OSM_LETTERS =
  /^(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)(?![a-z])|off|closed|open|[\d\s:;,.\-+[\]]|(?<=\d)[hH])*$/;

/**
 * Reads the part of the OSM syntax that says a week: a later rule replaces an earlier one for the days it names.
 * `null` when the text is not of that kind.
 */
export function readOsmText(text: string): Schedule | null {
  const tidy = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^24\s*\/\s*7$/.test(tidy)) return alwaysOpen();
  if (!OSM_LETTERS.test(tidy) || !/^(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)/.test(tidy)) return null;
  const schedule = emptySchedule();
  const reader: RuleReader = { schedule, days: [] };
  const separators = [';', ...(tidy.match(RULE_SEPARATOR) ?? [])];
  for (const [rank, rule] of tidy.split(RULE_SEPARATOR).entries()) {
    // A comma before days adds a rule where a semicolon would replace.
    const isAddition = separators[rank]?.includes(',') ?? false;
    if (rule.trim() !== '' && !readRule(rule.trim(), reader, isAddition)) return null;
  }
  return schedule;
}

interface RuleReader {
  schedule: Schedule;
  /** Days of the rule before: « Mo-Fr 09:00-12:00; 14:00-17:00 » goes on with them. */
  days: Day[];
}

function alwaysOpen(): Schedule {
  const schedule = emptySchedule();
  for (const day of DAYS) schedule.week.set(day, [[0, 1440]]);
  return schedule;
}

function readRule(rule: string, reader: RuleReader, isAddition: boolean): boolean {
  const match = DAYS_PART.exec(rule);
  if (!match) return continueRule(rule, reader);
  const [, selectors = '', hours = ''] = match;
  // « Tu-Th-Fr » is no span.
  if (hours.startsWith('-')) return false;
  const items = selectors.replace(/\s/g, '').match(new RegExp(SELECTOR, 'g')) ?? [];
  const ranges = readHours(hours);
  reader.days = [];
  for (const item of items) applySelector(item, { ranges, reader, isAddition });
  return true;
}

interface Application {
  /** `null`: unreadable; empty: closed. */
  ranges: TimeRange[] | null;
  reader: RuleReader;
  isAddition: boolean;
}

function applySelector(item: string, application: Application): void {
  const { ranges, reader } = application;
  if (ranges === null) reader.schedule.isPartial = true;
  if (item.includes('H')) reader.schedule.holidays.push(...holidayRules(item, ranges));
  else if (item.includes('[')) applyMonthly(item, ranges, reader.schedule);
  else applyDays(item, application);
}

function applyDays(item: string, { ranges, reader, isAddition }: Application): void {
  const { schedule } = reader;
  const [first, last = first] = item.split('-') as [Day, Day?];
  const days = daySpan(first, last);
  for (const day of days) {
    const known = isAddition || reader.days.includes(day) ? (schedule.week.get(day) ?? []) : [];
    schedule.week.set(day, ranges === null ? [] : [...known, ...ranges]);
  }
  reader.days.push(...days);
}

const holidayRules = (item: string, ranges: TimeRange[] | null): string[] =>
  ranges === null ? [] : [`${item} ${formatHours(ranges)}`];

function applyMonthly(item: string, ranges: TimeRange[] | null, schedule: Schedule): void {
  const ranks = [...new Set((item.match(/-?\d/g) ?? []).map(Number))];
  if (ranges !== null) schedule.monthly.push({ day: item.slice(0, 2) as Day, ranks, ranges });
}

function continueRule(rule: string, { schedule, days }: RuleReader): boolean {
  if (days.length === 0) return false;
  const ranges = readHours(rule);
  for (const day of days) {
    schedule.week.set(day, ranges === null ? [] : [...(schedule.week.get(day) ?? []), ...ranges]);
  }
  if (ranges === null) schedule.isPartial = true;
  return true;
}

/** An empty list when closed, `null` when unreadable. */
function readHours(hours: string): TimeRange[] | null {
  const text = hours.replace(/^open\s+|\s+open$/, '').trim();
  if (/^(?:off|closed)$/.test(text)) return [];
  const ranges = text.split(',').map(readOneRun);
  // Written with other marks than commas, times still go two by two.
  return ranges.every((range) => range !== null) ? ranges.flat() : readOneRun(text);
}

function readOneRun(text: string): TimeRange[] | null {
  const tokens = tokenize(text.trim());
  const run = readTimes(tokens, 0);
  return run?.next === tokens.length ? run.chunk.ranges : null;
}
