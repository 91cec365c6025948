import type { TimesChunk } from './chunk.ts';
import type { Mark, Token } from './french-tokens.ts';
import { plausibleRange, type TimeRange } from './week.ts';

/** Times that stand together, and the marks before each of them. */
interface Run {
  times: number[];
  marks: Set<Mark>[];
}

/** All the times of one clause: « de 9h à 12h et de 14h à 17h », « 9h-12h-14h-17h ». */
export function readTimes(
  tokens: readonly Token[],
  start: number,
): { chunk: TimesChunk; next: number } | null {
  if (timeAt(tokens, start, new Set()) === null) return null;
  const run: Run = { times: [], marks: [] };
  let next = start;
  for (let found = nextTime(tokens, start); found; found = nextTime(tokens, next)) {
    run.times.push(found.minutes);
    run.marks.push(found.marks);
    next = found.next;
  }
  return { chunk: { kind: 'times', ranges: pairUp(run) }, next };
}

function nextTime(
  tokens: readonly Token[],
  start: number,
): { minutes: number; marks: Set<Mark>; next: number } | null {
  const marks = new Set<Mark>();
  for (let next = start; next < tokens.length; next += 1) {
    const token = tokens[next]!;
    const minutes = timeAt(tokens, next, marks);
    if (minutes !== null) return { minutes, marks, next: next + 1 };
    if (token.kind === 'mark' && token.mark !== 'open' && token.mark !== 'close') marks.add(token.mark);
    else if (!isPassing(token)) return null;
  }
  return null;
}

/** Articles, and « le matin », « l'après-midi » beside the hours that show it. */
const isPassing = (token: Token): boolean =>
  token.kind === 'word' && ['neutral', 'morning', 'afternoon'].includes(token.word);

/** A bare number is a time when a dash or « à » ties it to another one. */
function timeAt(tokens: readonly Token[], rank: number, marksBefore: Set<Mark>): number | null {
  const token = tokens[rank];
  if (token?.kind === 'time') return token.minutes;
  if (token?.kind !== 'number' || token.value > 24) return null;
  const [mark, after] = [tokens[rank + 1], tokens[rank + 2]];
  const isTiedAfter =
    mark?.kind === 'mark' && mark.mark === 'to' && (after?.kind === 'time' || after?.kind === 'number');
  return isTiedAfter || marksBefore.has('to') ? token.value * 60 : null;
}

/** Times go two by two, in the order of the day; anything else is no opening hours. */
function pairUp({ times, marks }: Run): TimeRange[] | null {
  if (times.length === 0 || times.length % 2 === 1) return null;
  const ranges: TimeRange[] = [];
  for (let rank = 0; rank < times.length; rank += 2) {
    const inside = marks[rank + 1]!;
    if (isIdle(times[rank]!, times[rank + 1]!, ranges)) continue;
    const isTied = ['and', 'stop', 'line', 'colon'].every((mark) => !inside.has(mark as Mark));
    const range = isTied ? plausibleRange(times[rank]!, times[rank + 1]!) : null;
    if (range === null || range[0] < (ranges.at(-1)?.[1] ?? 0)) return null;
    ranges.push(range);
  }
  return ranges;
}

/** Forms write « 00:00 - 00:00 » for a half-day without opening, and some write the same hours twice. */
const isIdle = (start: number, end: number, ranges: readonly TimeRange[]): boolean =>
  (start === 0 && end === 0) || ranges.some((known) => known[0] === start && known[1] === end);
