import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { parseSiret } from '../../standard/index.ts';
import { isOrganisationKind } from '../domain/organisation.ts';
import { parseTerritories, type TerritoryKind } from '../domain/territory.ts';
import { type Doer, recordAudit } from '../store/audit.ts';
import { insertOrganisation } from '../store/organisations.ts';
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
    const name = typed.name.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
    if (name === '') return refuse({ kind: 'name-needed' });
    if (!isOrganisationKind(typed.kind)) return refuse({ kind: 'kind-needed' });
    const siret = typed.siret.trim() === '' ? null : parseSiret(typed.siret);
    if (siret && !siret.ok) return refuse({ kind: 'siret-invalid' });
    const territories = parseTerritories(typed.territories);
    if (!territories.ok)
      return refuse({ kind: 'code-invalid', of: territories.refusal.kind, code: territories.refusal.code });
    const id = mintId(deps);
    const at = deps.clock();
    const organisation = {
      id,
      name,
      kind: typed.kind,
      siret: siret?.value ?? null,
      territories: territories.value,
    };
    if (!(await insertOrganisation(tx, { ...organisation, at }))) return refuse({ kind: 'siret-taken' });
    await recordAudit(tx, {
      actor: doer,
      action: 'organisation-added',
      subjectKind: 'organisation',
      subjectId: id,
      at,
    });
    return ok({ id });
  });
}
