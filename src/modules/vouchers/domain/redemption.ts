import type { LocalDate } from '../../../kernel/dates.ts';
import { localDateAt } from '../../../kernel/dates.ts';
import type { PassState } from './pass.ts';
import { deadlinesOf, type ProgrammeTerms } from './programme.ts';

/** A place that wants to redeem, as its agreement says on the day of the redemption. */
export interface RedeemingPlace {
  structure: string;
  /** Null: it asked for no agreement in this programme. */
  agreement: {
    state: 'requested' | 'active' | 'refused' | 'ended';
    startsOn: LocalDate;
    endsOn: LocalDate | null;
  } | null;
  /** Where it stands, and all that contains it (territory.ts). */
  territories: readonly string[];
}

export interface RedeemableBooklet {
  id: string;
  prescriber: string;
  isHandedOver: boolean;
  /** Null as long as it depends on the day of hand-over. */
  lastDay: LocalDate | null;
  personName: string | null;
  lostAt: Date | null;
  passes: readonly { rank: number; state: PassState; cents: bigint; isBonus: boolean }[];
}

export interface RedemptionRequest {
  /** How many passes the hour of help takes. */
  count: number;
  /** One of those of the programme; null when it has none. */
  theme: string | null;
  /** When the help was given: the day counts, not the moment of sending. */
  at: Date;
}

export type RedemptionRefusal =
  | { kind: 'not-under-agreement' }
  | { kind: 'agreement-not-active'; state: 'requested' | 'refused' | 'ended' }
  | { kind: 'agreement-other-days'; startsOn: LocalDate; endsOn: LocalDate | null }
  | { kind: 'structure-not-listed' }
  | { kind: 'wrong-territory'; territory: readonly string[] }
  | { kind: 'own-booklet' }
  | { kind: 'wrong-theme'; themes: readonly string[] }
  | { kind: 'not-handed-over' }
  | { kind: 'booklet-lost'; lostAt: Date }
  | { kind: 'booklet-cancelled' }
  | { kind: 'booklet-replaced' }
  | { kind: 'not-valid-any-more'; lastDay: LocalDate; left: number; total: number; extendableUntil: Date }
  /** Help given in time, and sent once what was left had gone back to those who fund. */
  | { kind: 'value-returned'; lastDay: LocalDate; left: number; total: number }
  | { kind: 'all-used'; total: number }
  | { kind: 'not-enough-left'; left: number; total: number };

/** Ranks to redeem, first to last. The bonus comes after ordinary passes: it has the last rank. */
export interface Redeemable {
  ranks: number[];
  cents: bigint;
}

/**
 * V4: everything that refuses, in the order in which it helps: what the place can mend, then what is wrong with the
 * booklet, then what is left of it. Nothing is moved here.
 */
export function decideRedemption(
  request: RedemptionRequest,
  { booklet, terms, place }: { booklet: RedeemableBooklet; terms: ProgrammeTerms; place: RedeemingPlace },
): { ok: true; value: Redeemable } | { ok: false; refusal: RedemptionRefusal } {
  const refusal =
    placeRefusal(request, terms, place) ??
    (booklet.prescriber === place.structure && !terms.mayRedeemOwn
      ? { kind: 'own-booklet' as const }
      : null) ??
    themeRefusal(request, terms) ??
    bookletRefusal(request.at, terms, booklet);
  if (refusal) return { ok: false, refusal };
  const live = booklet.passes
    .filter(({ state }) => state === 'handed_over')
    .toSorted((a, b) => a.rank - b.rank);
  const total = countOrdinary(booklet);
  if (live.length === 0) return { ok: false, refusal: { kind: 'all-used', total } };
  if (live.length < request.count)
    return { ok: false, refusal: { kind: 'not-enough-left', left: live.length, total } };
  const taken = live.slice(0, request.count);
  return {
    ok: true,
    value: { ranks: taken.map(({ rank }) => rank), cents: taken.reduce((sum, pass) => sum + pass.cents, 0n) },
  };
}

function placeRefusal(
  { at }: RedemptionRequest,
  terms: ProgrammeTerms,
  { structure, agreement, territories }: RedeemingPlace,
): RedemptionRefusal | null {
  if (!agreement) return { kind: 'not-under-agreement' };
  if (agreement.state !== 'active') return { kind: 'agreement-not-active', state: agreement.state };
  const today = localDateAt(at);
  const { startsOn, endsOn } = agreement;
  if (today < startsOn || (endsOn !== null && today > endsOn))
    return { kind: 'agreement-other-days', startsOn, endsOn };
  if (terms.structures.length > 0 && !terms.structures.includes(structure))
    return { kind: 'structure-not-listed' };
  if (terms.territory.length > 0 && !territories.some((code) => terms.territory.includes(code)))
    return { kind: 'wrong-territory', territory: terms.territory };
  return null;
}

const themeRefusal = ({ theme }: RedemptionRequest, { themes }: ProgrammeTerms): RedemptionRefusal | null =>
  themes.length === 0 || (theme !== null && themes.includes(theme)) ? null : { kind: 'wrong-theme', themes };

function bookletRefusal(
  at: Date,
  terms: ProgrammeTerms,
  { passes, lastDay, lostAt, isHandedOver }: RedeemableBooklet,
): RedemptionRefusal | null {
  if (passes.some(({ state }) => state === 'replaced')) return { kind: 'booklet-replaced' };
  if (lostAt) return { kind: 'booklet-lost', lostAt };
  const left = passes.filter(({ state }) => state === 'handed_over').length;
  if (left === 0 && passes.some(({ state, isBonus }) => state === 'cancelled' && !isBonus))
    return { kind: 'booklet-cancelled' };
  if (!isHandedOver || lastDay === null) return { kind: 'not-handed-over' };
  const { acceptedUntil, returnedFrom } = deadlinesOf(terms, lastDay);
  const wasLeft = passes.filter(({ state }) => state === 'expired').length + left;
  if (wasLeft === 0) return null;
  const total = passes.filter(({ isBonus }) => !isBonus).length;
  if (at < acceptedUntil) return left > 0 ? null : { kind: 'value-returned', lastDay, left: wasLeft, total };
  return { kind: 'not-valid-any-more', lastDay, left: wasLeft, total, extendableUntil: returnedFrom };
}

const countOrdinary = ({ passes }: RedeemableBooklet): number =>
  passes.filter(({ isBonus }) => !isBonus).length;

/** A redemption can be undone by its place during a day, as long as no payment took it. */
export const UNDO_MS = 24 * 60 * 60_000;
