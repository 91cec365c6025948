import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type CodeRefusal, readCode } from '../domain/code.ts';
import type { ProgrammeTerms } from '../domain/programme.ts';
import { decideRedemption, type RedemptionRefusal } from '../domain/redemption.ts';
import { readTerms } from '../store/programmes.ts';
import { readCounters } from '../store/redemptions.ts';
import type { Hand, VoucherDeps } from './deps.ts';
import { hashCode } from './hash-code.ts';

export interface CheckedCode {
  personName: string | null;
  terms: ProgrammeTerms;
  /** Passes that this redemption would take, and what the place would be paid. */
  count: number;
  cents: bigint;
  /** Ordinary passes left in the booklet, of how many, and the bonus when it is there to be used. */
  left: number;
  total: number;
  bonusCents: bigint | null;
  lastDay: string;
}

export type CheckRefusal = CodeRefusal | { kind: 'unknown-code' } | RedemptionRefusal;

/**
 * What a redemption would do, without doing it: whoever holds the sheet is told whose it is and what is left, or why it
 * is refused. The theme is chosen afterwards, among those of the programme.
 */
export async function checkCode(
  { code: typed, count }: { code: string; count: number },
  { organisation: structure }: Hand,
  deps: VoucherDeps,
): Promise<Result<CheckedCode, CheckRefusal>> {
  const code = readCode(typed);
  if (!code.ok) return code;
  const asked = { key: '', codeHash: hashCode(code.value), structure };
  const [counter] = await readCounters(deps.db, [asked]);
  const { booklet, agreement, territories } = counter!;
  if (!booklet) return refuse({ kind: 'unknown-code' });
  const terms = await readTerms(
    { ...deps, tx: null },
    { programme: booklet.programme, version: booklet.termsVersion },
  );
  const decision = decideRedemption(
    { count, theme: terms.themes[0] ?? null, at: deps.clock() },
    { booklet, terms, place: { structure, agreement, territories } },
  );
  if (!decision.ok) return decision;
  const ordinary = booklet.passes.filter(({ isBonus }) => !isBonus);
  const bonus = booklet.passes.find(({ isBonus, state }) => isBonus && state === 'handed_over');
  return ok({
    personName: booklet.personName,
    terms,
    count,
    cents: decision.value.cents,
    left: ordinary.filter(({ state }) => state === 'handed_over').length,
    total: ordinary.length,
    bonusCents: bonus?.cents ?? null,
    // A booklet that was handed over has its day.
    lastDay: booklet.lastDay!,
  });
}
