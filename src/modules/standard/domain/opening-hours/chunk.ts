import type { WordKind } from './french-words.ts';
import type { Day, TimeRange } from './week.ts';

export type Half = 'morning' | 'afternoon';

export interface DaysChunk {
  kind: 'days';
  days: Day[];
  /** Ranks in the month: « le premier et le troisième mardi ». */
  ranks: number[];
  half: Half | null;
  /** Days named before the one that bears the half: « fermé lundi et jeudi matin » does not say which Monday. */
  uncertainDays: Day[];
  /** « du lundi au vendredi », of three days or more. */
  isSpan: boolean;
}

export interface TimesChunk {
  kind: 'times';
  /** `null`: times that make no opening hours. */
  ranges: TimeRange[] | null;
}

export type Chunk =
  | DaysChunk
  | TimesChunk
  | { kind: 'half'; half: Half }
  | { kind: 'word'; word: Exclude<WordKind, 'neutral' | 'morning' | 'afternoon' | 'month'> }
  | { kind: 'unknown' }
  | { kind: 'stop' }
  | { kind: 'open' }
  | { kind: 'close' };
