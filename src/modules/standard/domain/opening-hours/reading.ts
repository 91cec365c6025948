import type { DaysChunk, Half } from './chunk.ts';
import type { Day, TimeRange } from './week.ts';

/** Days and the hours said of them. */
export interface Group {
  chunk: DaysChunk;
  ranges: TimeRange[];
  hasTimes: boolean;
  /** « Lundi : fermé ». */
  isClosed: boolean;
  /** Words near it may limit it: its days are given no hours at all. */
  isDoubtful: boolean;
  /** « tous les jours sauf le jeudi », before the hours. */
  excluded: DaysChunk[];
  /** « fermé de 12h à 14h ». */
  holes: TimeRange[];
  /** « sauf le vendredi 9h-12h », after the hours: these replace. */
  isOverride: boolean;
}

export interface Closure {
  days: Day[];
  /** « fermé le dernier samedi du mois » */
  ranks: number[];
  half: Half | null;
  uncertainDays: Day[];
}

export interface Reading {
  groups: Group[];
  closures: Closure[];
  isClosedOnHolidays: boolean;
  isPartial: boolean;
  /** Seasons, dates, hours without days: no week can be given for sure. */
  isRefused: boolean;
}
