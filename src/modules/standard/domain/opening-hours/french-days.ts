import type { DaysChunk, Half } from './chunk.ts';
import type { Token } from './french-tokens.ts';
import { type Day, daySpan } from './week.ts';

interface Entry {
  day: Day;
  half: Half | null;
  /** Linked to the day before by « au » or a dash. */
  isSpanEnd: boolean;
}

/** Days that stand together from `start`: « les lundi, mardi et du jeudi au samedi », « le 1er et le 3e mardi du mois ». */
export function readDays(tokens: readonly Token[], start: number): { chunk: DaysChunk; next: number } | null {
  const ranked = readRanks(tokens, start);
  const first = tokens[ranked.next];
  if (first?.kind !== 'day') return null;
  const entries: Entry[] = [{ day: first.day, half: null, isSpanEnd: false }];
  let next = ranked.next + 1;
  for (let step = nextStep(tokens, next); step; step = nextStep(tokens, next)) {
    if (step.token.kind === 'day') entries.push({ day: step.token.day, half: null, isSpanEnd: step.isSpan });
    else entries.at(-1)!.half = step.token.word as Half;
    next = step.next;
  }
  if (ranked.ranks.length > 0) next = skipMonth(tokens, next);
  return { chunk: toChunk(entries, ranked.ranks, hasDashList(tokens)), next };
}

function readRanks(tokens: readonly Token[], start: number): { ranks: number[]; next: number } {
  const ranks: number[] = [];
  let next = start;
  for (
    let token = tokens[next];
    token?.kind === 'rank' || (ranks.length > 0 && isLink(token));
    token = tokens[next]
  ) {
    if (token.kind === 'rank') ranks.push(token.rank);
    next += 1;
  }
  return { ranks, next };
}

interface Step {
  token: Extract<Token, { kind: 'day' | 'word' }>;
  isSpan: boolean;
  next: number;
}

/** The next day, or half of a day, when only links and articles stand before it. */
function nextStep(tokens: readonly Token[], start: number): Step | null {
  let isSpan = false;
  for (let next = start; next < tokens.length; next += 1) {
    const token = tokens[next]!;
    if (token.kind === 'day') return { token, isSpan, next: next + 1 };
    if (token.kind === 'word' && (token.word === 'morning' || token.word === 'afternoon')) {
      return { token, isSpan: false, next: next + 1 };
    }
    if (!isLink(token)) return null;
    isSpan ||= token.kind === 'mark' && token.mark === 'to';
  }
  return null;
}

const isLink = (token: Token | undefined): token is Token =>
  (token?.kind === 'mark' && ['to', 'and', 'slash'].includes(token.mark)) ||
  (token?.kind === 'word' && token.word === 'neutral');

function skipMonth(tokens: readonly Token[], start: number): number {
  for (let next = start; next < tokens.length; next += 1) {
    const token = tokens[next]!;
    if (token.kind === 'word' && token.word === 'month') return next + 1;
    if (!isLink(token)) return start;
  }
  return start;
}

/** « lundi-mardi-jeudi »: where dashes make a list once, they make lists everywhere in the text. */
const hasDashList = (tokens: readonly Token[]): boolean =>
  tokens.some((_, rank) =>
    ['day', 'to', 'day', 'to', 'day'].every((expected, step) => {
      const token = tokens[rank + step];
      return token?.kind === 'mark' ? token.mark === expected : token?.kind === expected;
    }),
  );

function toChunk(entries: Entry[], ranks: number[], dashesMakeLists: boolean): DaysChunk {
  const days: Day[] = [];
  let isSpan = false;
  for (const { day, isSpanEnd } of entries) {
    const previous = days.at(-1);
    const span = isSpanEnd && !dashesMakeLists && previous ? daySpan(previous, day).slice(1) : [day];
    isSpan ||= span.length > 1;
    days.push(...span);
  }
  const half = entries.at(-1)!.half;
  const uncertain = entries.filter((entry) => half !== null && entry.half !== half).map(({ day }) => day);
  const mixed = entries.some((entry) => entry.half !== null && entry.half !== half);
  return {
    kind: 'days',
    days: [...new Set(days)],
    ranks: [...new Set(ranks)],
    half: mixed ? null : half,
    uncertainDays: mixed ? days : uncertain,
    isSpan,
  };
}
