import type { Chunk, DaysChunk, Half, TimesChunk } from './chunk.ts';
import { readChunks } from './french-chunks.ts';
import { applyReading } from './french-week.ts';
import type { Closure, Group, Reading } from './reading.ts';
import type { Schedule } from './schedule.ts';
import type { TimeRange } from './week.ts';

interface Reader extends Reading {
  current: Group | null;
  pending: 'closed' | 'except' | null;
  /** « fermé en août »: what is closed is known, more may follow. */
  isPendingSettled: boolean;
  isPendingUnclear: boolean;
  isPhone: boolean;
  isInBrackets: boolean;
  /** « (17h pendant les vacances) »: an exception that no week can say. */
  isSkippingBrackets: boolean;
  hasStopped: boolean;
  /** What limits the next days: for sure, or maybe (until the sentence ends). */
  isNextDoubtful: boolean;
  mayNextBeDoubtful: boolean;
  isAboutHolidays: boolean;
}

/** Reads hours written by a person. `null` when nothing sure can be said. */
export function readFrenchText(text: string): Schedule | null {
  const reader = newReader();
  for (const chunk of readChunks(text)) readChunk(chunk, reader);
  settlePending(reader);
  finishGroup(reader);
  return reader.isRefused ? null : applyReading(reader);
}

const newReader = (): Reader => ({
  groups: [],
  closures: [],
  isClosedOnHolidays: false,
  isPartial: false,
  isRefused: false,
  current: null,
  pending: null,
  isPendingSettled: false,
  isPendingUnclear: false,
  isPhone: false,
  isInBrackets: false,
  isSkippingBrackets: false,
  hasStopped: false,
  isNextDoubtful: false,
  mayNextBeDoubtful: false,
  isAboutHolidays: false,
});

type Handlers = { [Kind in Chunk['kind']]: (chunk: Chunk & { kind: Kind }, reader: Reader) => void };

const HANDLERS: Handlers = {
  days: readDaysChunk,
  times: readTimesChunk,
  half: ({ half }, reader) => readHalf(half, reader),
  word: ({ word }, reader) => WORD_HANDLERS[word](reader),
  unknown: (_, reader) => readUnknown(reader),
  open: (_, reader) => {
    reader.isInBrackets = true;
  },
  close: closeBrackets,
  stop: (_, reader) => {
    settlePending(reader);
    closeBrackets(_, reader);
    reader.hasStopped = true;
    reader.mayNextBeDoubtful = false;
  },
};

const WORD_HANDLERS: Record<(Chunk & { kind: 'word' })['word'], (reader: Reader) => void> = {
  closed: readClosed,
  except: (reader) => setPending('except', reader),
  season: readSeason,
  holiday: readHoliday,
  irregular: readUnknown,
  // « 10h-12h (relais postal) »: named after the hours, a service may be all they are about.
  soft: (reader) => {
    if (reader.current?.hasTimes && !reader.hasStopped) reader.isPartial = true;
  },
  condition: (reader) => {
    reader.isPartial = true;
  },
  phone: (reader) => {
    reader.isPhone = true;
  },
  'on-site': (reader) => {
    reader.isPhone = false;
  },
};

function readChunk(chunk: Chunk, reader: Reader): void {
  if (reader.isSkippingBrackets && chunk.kind !== 'close' && chunk.kind !== 'stop') return;
  const handle = HANDLERS[chunk.kind] as (chunk: Chunk, reader: Reader) => void;
  handle(chunk, reader);
}

function closeBrackets(_: Chunk, reader: Reader): void {
  reader.isInBrackets = false;
  reader.isSkippingBrackets = false;
}

function setPending(pending: 'closed' | 'except' | null, reader: Reader): void {
  reader.pending = pending;
  reader.isPendingSettled = false;
  reader.isPendingUnclear = false;
}

/** At the end of an exception: « fermé » or « sauf » that found nothing to close, or words nobody understood. */
function settlePending(reader: Reader): void {
  const { pending, isPendingSettled, isPendingUnclear } = reader;
  setPending(null, reader);
  if (!pending || isPendingSettled) return;
  reader.isPartial = true;
  if (isPendingUnclear) readUnknown(reader);
}

function readDaysChunk(chunk: DaysChunk, reader: Reader): void {
  if (reader.isPendingSettled || reader.isPendingUnclear) settlePending(reader);
  const { pending, current } = reader;
  setPending(null, reader);
  reader.isAboutHolidays = false;
  if (pending === 'closed') {
    reader.closures.push(toClosure(chunk));
    finishGroup(reader);
  } else if (pending === 'except' && current && !current.hasTimes) current.excluded.push(chunk);
  else startGroup(chunk, pending === 'except', reader);
}

const toClosure = ({ days, ranks, half, uncertainDays }: DaysChunk): Closure => ({
  days,
  ranks,
  half,
  uncertainDays,
});

function startGroup(chunk: DaysChunk, isOverride: boolean, reader: Reader): void {
  finishGroup(reader);
  const isDoubtful = reader.isNextDoubtful || reader.mayNextBeDoubtful;
  reader.current = {
    chunk,
    ranges: [],
    hasTimes: false,
    isClosed: false,
    isDoubtful,
    excluded: [],
    holes: [],
    isOverride,
  };
  reader.isNextDoubtful = false;
  reader.mayNextBeDoubtful = false;
  reader.hasStopped = false;
}

function finishGroup(reader: Reader): void {
  const group = reader.current;
  reader.current = null;
  if (!group) return;
  reader.groups.push(group);
  if (group.hasTimes || group.isClosed) return;
  if (group.isOverride) reader.closures.push(toClosure(group.chunk));
  else if (group.chunk.ranks.length === 0) reader.isPartial = true;
}

function readTimesChunk({ ranges }: TimesChunk, reader: Reader): void {
  if (reader.isPhone) return;
  const { current, pending, isPendingSettled } = reader;
  setPending(null, reader);
  if (!current) reader.isRefused = true;
  else if (pending && isPendingSettled) current.isDoubtful = true;
  else if (pending) addHoles(ranges, current);
  else if (reader.isInBrackets && current.hasTimes) {
    reader.isPartial = true;
    reader.isSkippingBrackets = true;
  } else addRanges(ranges, current, reader);
}

function addHoles(ranges: TimeRange[] | null, group: Group): void {
  if (ranges === null) group.isDoubtful = true;
  else group.holes.push(...ranges);
}

function addRanges(ranges: TimeRange[] | null, group: Group, reader: Reader): void {
  const lastEnd = group.ranges.at(-1)?.[1] ?? 0;
  // « Fermé / 14h-18h » closes the morning, « fermé 14h-18h » the afternoon.
  const isAmbiguous = group.isClosed && reader.closures.at(-1)?.half === null;
  if (ranges === null || isAmbiguous || (ranges[0]?.[0] ?? 0) < lastEnd) group.isDoubtful = true;
  else group.ranges.push(...ranges);
  group.hasTimes = true;
  reader.hasStopped = false;
}

function readHalf(half: Half, reader: Reader): void {
  const { current } = reader;
  if (reader.pending === 'closed' && current) {
    setPending(null, reader);
    reader.closures.push({ days: current.chunk.days, ranks: [], half, uncertainDays: [] });
  } else if (current?.isClosed && !current.hasTimes) {
    const closure = reader.closures.at(-1);
    if (closure) closure.half = half;
  } else if (reader.pending) reader.isPendingUnclear = true;
}

/** « Fermé » speaks of the days just named when they have no hours yet, else of the days that follow. */
function readClosed(reader: Reader): void {
  const { current } = reader;
  if (reader.isAboutHolidays) reader.isClosedOnHolidays = true;
  else if (current && !current.hasTimes && !current.isClosed) {
    current.isClosed = true;
    reader.closures.push(toClosure(current.chunk));
    setPending(null, reader);
  } else setPending('closed', reader);
}

/** As an exception a season leaves the usual week standing; elsewhere it says the week is not usual. */
function readSeason(reader: Reader): void {
  reader.isPartial = true;
  if (reader.pending) reader.isPendingSettled = true;
  else if (reader.isInBrackets && reader.current?.hasTimes) reader.isSkippingBrackets = true;
  else reader.isRefused = true;
}

function readHoliday(reader: Reader): void {
  if (reader.pending) {
    reader.isClosedOnHolidays = true;
    reader.isPendingSettled = true;
  } else reader.isAboutHolidays = true;
}

/** Words nobody foresaw may limit the hours beside them: these hours are not given. A heading before all is harmless. */
function readUnknown(reader: Reader): void {
  const { current } = reader;
  reader.isPartial = true;
  if (reader.pending) reader.isPendingUnclear = true;
  else if (!current) reader.isNextDoubtful = reader.groups.length > 0;
  else if (reader.hasStopped && !reader.isInBrackets) reader.isNextDoubtful = true;
  else {
    current.isDoubtful = true;
    reader.mayNextBeDoubtful = current.hasTimes && !reader.isInBrackets;
  }
}
