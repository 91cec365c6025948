import { type LocalDate, localDateAt } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { parseSiret } from '../../standard/index.ts';
import { accountOf } from '../domain/accounts.ts';
import { openAccounts } from '../store/ledger.ts';
import { qualify, readAgreement, saveDecision, saveRequest } from '../store/places.ts';
import { readProgramme } from '../store/programmes.ts';
import { byOf, type Hand, type VoucherDeps } from './deps.ts';

export type RequestRefusal =
  | { kind: 'unknown-programme' }
  | { kind: 'wrong-siret' }
  | { kind: 'unknown-commune' }
  | { kind: 'siret-taken' }
  | { kind: 'structure-not-listed' }
  | { kind: 'wrong-territory'; territory: readonly string[] }
  | { kind: 'already-active' };

export interface AgreementRequest {
  programme: string;
  /** As typed. */
  siret: string;
  codeInsee: string;
  label: string | null;
}

/** Codes of the commune and of all that contains it; null when no such commune exists. */
export type TerritoriesOf = (codeInsee: string) => readonly string[] | null;

/** V13: a place asks to accept the passes of a programme. What can be checked at once is checked at once. */
export function requestAgreement(
  { programme: id, siret, codeInsee, label }: AgreementRequest,
  hand: Hand,
  deps: VoucherDeps & { territoriesOf: TerritoriesOf },
): Promise<Result<null, RequestRefusal>> {
  const structure = hand.organisation;
  return deps.db.inTransaction<null, RequestRefusal>(async (tx) => {
    const [by, at] = [byOf(hand), deps.clock()];
    const programme = await readProgramme(tx, id);
    if (!programme) return refuse({ kind: 'unknown-programme' });
    const pivot = parseSiret(siret);
    if (!pivot.ok) return refuse({ kind: 'wrong-siret' });
    const territories = deps.territoriesOf(codeInsee);
    if (!territories) return refuse({ kind: 'unknown-commune' });
    const { territory, structures } = programme.terms;
    if (structures.length > 0 && !structures.includes(structure))
      return refuse({ kind: 'structure-not-listed' });
    if (territory.length > 0 && !territories.some((code) => territory.includes(code)))
      return refuse({ kind: 'wrong-territory', territory });
    if ((await readAgreement(tx, { programme: id, structure }))?.state === 'active')
      return refuse({ kind: 'already-active' });
    if (!(await qualify(tx, { structure, siret: pivot.value, at }))) return refuse({ kind: 'siret-taken' });
    await saveRequest(tx, {
      programme: id,
      structure,
      siret: pivot.value,
      codeInsee,
      territories: [...territories],
      label: label?.trim() || null,
      startsOn: localDateAt(at),
      by,
      at,
    });
    return ok(null);
  });
}

export type DecisionRefusal =
  | { kind: 'unknown-agreement' }
  | { kind: 'already-decided' }
  | { kind: 'reason-missing' }
  | { kind: 'ends-before-it-starts' };

export type AgreementDecision =
  | { verdict: 'agree'; startsOn: LocalDate; endsOn: LocalDate | null }
  | { verdict: 'refuse' | 'end'; reason: string };

/** By whoever runs the programme. An end applies from the next day: what was redeemed today stays owed. */
export function decideAgreement(
  {
    programme: id,
    structure,
    decision,
  }: { programme: string; structure: string; decision: AgreementDecision },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<null, DecisionRefusal>> {
  return deps.db.inTransaction<null, DecisionRefusal>(async (tx) => {
    const [by, at] = [byOf(hand), deps.clock()];
    const programme = await readProgramme(tx, id);
    const agreement = await readAgreement(tx, { programme: id, structure });
    if (!agreement || programme?.organisation !== hand.organisation)
      return refuse({ kind: 'unknown-agreement' });
    if ((decision.verdict === 'end') !== (agreement.state === 'active'))
      return refuse({ kind: 'already-decided' });
    if (decision.verdict === 'agree') {
      const { startsOn, endsOn } = decision;
      if (endsOn !== null && endsOn < startsOn) return refuse({ kind: 'ends-before-it-starts' });
      await saveDecision(tx, {
        programme: id,
        structure,
        state: 'active',
        reason: null,
        startsOn,
        endsOn,
        by,
        at,
      });
      const accounts = [accountOf.payable(id, structure), accountOf.reimbursed(id, structure)];
      await openAccounts(tx, Object.fromEntries(accounts.map((account) => [account, 0n])), at);
      return ok(null);
    }
    const reason = decision.reason.trim();
    if (reason === '') return refuse({ kind: 'reason-missing' });
    const state = decision.verdict === 'end' ? 'ended' : 'refused';
    const endsOn = decision.verdict === 'end' ? localDateAt(at) : null;
    await saveDecision(tx, {
      programme: id,
      structure,
      state,
      reason,
      startsOn: agreement.startsOn,
      endsOn,
      by,
      at,
    });
    return ok(null);
  });
}
