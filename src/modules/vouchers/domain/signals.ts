import { localDateAt } from '../../../kernel/dates.ts';
import { toWallMs } from '../../../kernel/wall-clock.ts';

/** What is looked at in one redemption. Instants are those of the help, not of its writing. */
export interface SeenRedemption {
  id: string;
  booklet: string;
  structure: string;
  mediator: string;
  prescriber: string;
  passCount: number;
  /** Minutes of help, when the programme counts in hours. */
  minutes: number | null;
  at: Date;
  hasAttended: boolean;
}

export type Signal =
  | { kind: 'outside-hours'; redemption: string; structure: string; hour: number }
  | { kind: 'closed-place'; structure: string; count: number; of: number; last: string }
  | { kind: 'burst'; structure: string; from: Date; count: number }
  | { kind: 'same-pair'; structure: string; prescriber: string; share: number; of: number }
  | { kind: 'long-day'; mediator: string; structure: string; day: string; minutes: number }
  | { kind: 'not-attended'; redemption: string; structure: string };

/** V17: limits above which a person looks. None of them refuses anything. */
const LIMITS = {
  /** By the clock of Paris: help is given neither before nor after. */
  firstHour: 7,
  lastHour: 22,
  burstCount: 10,
  burstMinutes: 15,
  /** A place that lives on one prescriber alone, once there is enough to judge. */
  pairShare: 0.9,
  pairAtLeast: 20,
  dayMinutes: 12 * 60,
} as const;

/** Whether the published hours of a place say that it is closed at an instant; false when they do not say. */
export type ClosedAt = (structure: string, at: Date) => boolean;

/** V17: what a person should look at, and why; never a refusal, never a score. Redemptions in any order. */
export function findSignals(redemptions: readonly SeenRedemption[], isClosedAt: ClosedAt): Signal[] {
  const sorted = redemptions.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return [
    ...sorted.flatMap(ownSignals),
    ...by(sorted, ({ structure }) => structure).flatMap(([structure, own]) => [
      ...whenClosed(structure, own, isClosedAt),
      ...bursts(structure, own),
      ...pairs(structure, own),
    ]),
    ...by(sorted, ({ mediator, structure, at }) => `${mediator} ${structure} ${localDateAt(at)}`).flatMap(
      ([, own]) => longDay(own),
    ),
  ];
}

const hourOf = (at: Date): number => new Date(toWallMs(at.getTime(), 'Europe/Paris')).getUTCHours();

const isOutside = (hour: number): boolean => hour < LIMITS.firstHour || hour >= LIMITS.lastHour;

function ownSignals({ id, structure, at, hasAttended }: SeenRedemption): Signal[] {
  const hour = hourOf(at);
  return [
    ...(isOutside(hour) ? [{ kind: 'outside-hours', redemption: id, structure, hour } as const] : []),
    ...(hasAttended ? [] : [{ kind: 'not-attended', redemption: id, structure } as const]),
  ];
}

/** Once for a place: where its published hours are wrong, all its help would be told line by line. */
function whenClosed(structure: string, own: readonly SeenRedemption[], isClosedAt: ClosedAt): Signal[] {
  const closed = own.filter(({ at }) => !isOutside(hourOf(at)) && isClosedAt(structure, at));
  const last = closed.at(-1);
  return last
    ? [{ kind: 'closed-place', structure, count: closed.length, of: own.length, last: last.id }]
    : [];
}

/** Different people, one after the other, faster than help can be given. */
function bursts(structure: string, own: readonly SeenRedemption[]): Signal[] {
  const found: Signal[] = [];
  let start = 0;
  for (let end = 0; end < own.length; end += 1) {
    while (own[end]!.at.getTime() - own[start]!.at.getTime() > LIMITS.burstMinutes * 60_000) start += 1;
    const count = new Set(own.slice(start, end + 1).map(({ booklet }) => booklet)).size;
    if (count < LIMITS.burstCount) continue;
    found.push({ kind: 'burst', structure, from: own[start]!.at, count });
    start = end + 1;
  }
  return found;
}

function pairs(structure: string, own: readonly SeenRedemption[]): Signal[] {
  if (own.length < LIMITS.pairAtLeast) return [];
  return by(own, ({ prescriber }) => prescriber).flatMap(([prescriber, theirs]) =>
    theirs.length / own.length >= LIMITS.pairShare
      ? [{ kind: 'same-pair', structure, prescriber, share: theirs.length, of: own.length } as const]
      : [],
  );
}

function longDay(own: readonly SeenRedemption[]): Signal[] {
  const minutes = own.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
  const [first] = own;
  return first && minutes > LIMITS.dayMinutes
    ? [
        {
          kind: 'long-day',
          mediator: first.mediator,
          structure: first.structure,
          day: localDateAt(first.at),
          minutes,
        },
      ]
    : [];
}

function by<Value>(values: readonly Value[], keyOf: (value: Value) => string): [string, Value[]][] {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return [...groups];
}
