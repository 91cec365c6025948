import { type LocalDate, localDateAt } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { parseSiret } from '../../standard/index.ts';
import { accountOf } from '../domain/accounts.ts';
import type { ProgrammeTerms } from '../domain/programme.ts';
import { openAccounts } from '../store/ledger.ts';
import { type Agreement, lockAgreement, qualify, saveDecision, saveRequest } from '../store/places.ts';
import { readProgramme } from '../store/programmes.ts';
import { audit, byOf, type Hand, type VoucherDeps } from './deps.ts';

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
  asked: AgreementRequest,
  hand: Hand,
  deps: VoucherDeps & { territoriesOf: TerritoriesOf },
): Promise<Result<null, RequestRefusal>> {
  const structure = hand.organisation;
  return deps.db.inTransaction<null, RequestRefusal>(async (tx) => {
    const programme = await readProgramme(tx, asked.programme);
    if (!programme) return refuse({ kind: 'unknown-programme' });
    const checked = checkRequest(asked, {
      structure,
      terms: programme.terms,
      territoriesOf: deps.territoriesOf,
    });
    if (!checked.ok) return checked;
    const known = await lockAgreement(tx, { programme: programme.id, structure });
    if (known?.state === 'active') return refuse({ kind: 'already-active' });
    const at = deps.clock();
    const { siret, territories } = checked.value;
    if (!(await qualify(tx, { structure, siret, at }))) return refuse({ kind: 'siret-taken' });
    await saveRequest(tx, {
      programme: programme.id,
      structure,
      siret,
      codeInsee: asked.codeInsee,
      territories: [...territories],
      label: asked.label?.trim() || null,
      startsOn: localDateAt(at),
      by: byOf(hand),
      at,
    });
    return ok(null);
  });
}

function checkRequest(
  { siret, codeInsee }: AgreementRequest,
  {
    structure,
    terms,
    territoriesOf,
  }: { structure: string; terms: ProgrammeTerms; territoriesOf: TerritoriesOf },
): Result<{ siret: string; territories: readonly string[] }, RequestRefusal> {
  const pivot = parseSiret(siret);
  if (!pivot.ok) return refuse({ kind: 'wrong-siret' });
  const territories = territoriesOf(codeInsee);
  if (!territories) return refuse({ kind: 'unknown-commune' });
  const { territory, structures } = terms;
  if (structures.length > 0 && !structures.includes(structure))
    return refuse({ kind: 'structure-not-listed' });
  if (territory.length > 0 && !territories.some((code) => territory.includes(code)))
    return refuse({ kind: 'wrong-territory', territory });
  return ok({ siret: pivot.value, territories });
}

export type DecisionRefusal =
  | { kind: 'unknown-agreement' }
  | { kind: 'already-decided' }
  | { kind: 'reason-missing' }
  | { kind: 'siret-taken' }
  | { kind: 'ends-before-it-starts' };

export type AgreementDecision =
  | { verdict: 'agree'; startsOn: LocalDate; endsOn: LocalDate | null }
  | { verdict: 'refuse' | 'end'; reason: string };

/** By whoever runs the programme. An end applies at once: what was redeemed before stays owed. */
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
    const at = deps.clock();
    const programme = await readProgramme(tx, id);
    const agreement = await lockAgreement(tx, { programme: id, structure });
    if (!agreement || programme?.organisation !== hand.organisation)
      return refuse({ kind: 'unknown-agreement' });
    if ((decision.verdict === 'end') !== (agreement.state === 'active'))
      return refuse({ kind: 'already-decided' });
    const decided = outcomeOf(decision, { startsOn: agreement.startsOn, today: localDateAt(at) });
    if (!decided.ok) return decided;
    // It may have been refused before, or have asked elsewhere under another SIRET since.
    if (decision.verdict === 'agree' && !(await qualify(tx, { structure, siret: agreement.siret, at })))
      return refuse({ kind: 'siret-taken' });
    await saveDecision(tx, { programme: id, structure, ...decided.value, by: byOf(hand), at });
    const action = `agreement-${decided.value.state}`;
    await audit(tx, hand, { action, subjectKind: 'agreement', subjectId: `${id} ${structure}`, at });
    if (decision.verdict !== 'agree') return ok(null);
    const accounts = [accountOf.payable(id, structure), accountOf.reimbursed(id, structure)];
    await openAccounts(tx, Object.fromEntries(accounts.map((account) => [account, 0n])), at);
    return ok(null);
  });
}

type Decided = Pick<Agreement, 'state' | 'reason' | 'startsOn' | 'endsOn'>;

function outcomeOf(
  decision: AgreementDecision,
  { startsOn, today }: { startsOn: LocalDate; today: LocalDate },
): Result<Decided, DecisionRefusal> {
  if (decision.verdict === 'agree') {
    const isBackwards = decision.endsOn !== null && decision.endsOn < decision.startsOn;
    if (isBackwards) return refuse({ kind: 'ends-before-it-starts' });
    return ok({ state: 'active', reason: null, startsOn: decision.startsOn, endsOn: decision.endsOn });
  }
  const reason = decision.reason.trim();
  if (reason === '') return refuse({ kind: 'reason-missing' });
  return decision.verdict === 'end'
    ? ok({ state: 'ended', reason, startsOn, endsOn: today })
    : ok({ state: 'refused', reason, startsOn, endsOn: null });
}
