import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { parseSiret } from '../../standard/index.ts';
import { isOrganisationKind, type Organisation } from '../domain/organisation.ts';
import { parseTerritories, type TerritoryKind } from '../domain/territory.ts';
import { type Doer, recordAudit } from '../store/audit.ts';
import { insertOrganisation, updateOrganisation } from '../store/organisations.ts';
import type { AccessDeps } from './deps.ts';
import { mintId } from './mint-id.ts';

export interface NewOrganisation {
  name: string;
  kind: string;
  /** As typed; empty for none. */
  siret: string;
  territories: Record<TerritoryKind, string>;
}

export type AddRefusal =
  | { kind: 'name-needed' }
  | { kind: 'kind-needed' }
  | { kind: 'siret-invalid' }
  | { kind: 'siret-taken' }
  | { kind: 'code-invalid'; of: TerritoryKind; code: string };

export function addOrganisation(
  { typed, doer }: { typed: NewOrganisation; doer: Doer },
  deps: AccessDeps,
): Promise<Result<{ id: string }, AddRefusal>> {
  return deps.db.inTransaction<{ id: string }, AddRefusal>(async (tx) => {
    const said = readOrganisation(typed);
    if (!said.ok) return said;
    const id = mintId(deps);
    const at = deps.clock();
    if (!(await insertOrganisation(tx, { id, ...said.value, at }))) return refuse({ kind: 'siret-taken' });
    await note(tx, { doer, action: 'organisation-added', id, at });
    return ok({ id });
  });
}

/** Its name, its SIRET, where it acts: everything but its kind, from which roles follow. */
export function correctOrganisation(
  { id, typed, doer }: { id: string; typed: NewOrganisation; doer: Doer },
  deps: AccessDeps,
): Promise<Result<{ id: string }, AddRefusal>> {
  return deps.db.inTransaction<{ id: string }, AddRefusal>(async (tx) => {
    const said = readOrganisation(typed);
    if (!said.ok) return said;
    const at = deps.clock();
    if (!(await updateOrganisation(tx, { id, ...said.value }))) return refuse({ kind: 'siret-taken' });
    await note(tx, { doer, action: 'organisation-corrected', id, at });
    return ok({ id });
  });
}

function readOrganisation(typed: NewOrganisation): Result<Omit<Organisation, 'id'>, AddRefusal> {
  const name = typed.name.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
  if (name === '') return refuse({ kind: 'name-needed' });
  if (!isOrganisationKind(typed.kind)) return refuse({ kind: 'kind-needed' });
  const siret = typed.siret.trim() === '' ? null : parseSiret(typed.siret);
  if (siret && !siret.ok) return refuse({ kind: 'siret-invalid' });
  const territories = parseTerritories(typed.territories);
  if (!territories.ok)
    return refuse({ kind: 'code-invalid', of: territories.refusal.kind, code: territories.refusal.code });
  return ok({ name, kind: typed.kind, siret: siret?.value ?? null, territories: territories.value });
}

const note = (
  tx: Queries,
  { doer, action, id, at }: { doer: Doer; action: string; id: string; at: Date },
): Promise<void> => recordAudit(tx, { actor: doer, action, subjectKind: 'organisation', subjectId: id, at });
