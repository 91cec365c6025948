import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type ProgrammeTerms, termsToJson } from '../domain/programme.ts';
import { insertTerms, lockProgramme } from '../store/programmes.ts';
import { audit, byOf, type Hand, type VoucherDeps } from './deps.ts';

export type ChangeRefusal =
  | { kind: 'unknown-programme' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'nothing-changed' };

/** V1: another version, for the booklets ordered from now on. Those that exist keep the terms they were made under. */
export function changeTerms(
  { programme: id, terms, fromVersion }: { programme: string; terms: ProgrammeTerms; fromVersion: number },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ version: number }, ChangeRefusal>> {
  return deps.db.inTransaction<{ version: number }, ChangeRefusal>(async (tx) => {
    const at = deps.clock();
    const programme = await lockProgramme(tx, id);
    if (programme?.organisation !== hand.organisation) return refuse({ kind: 'unknown-programme' });
    // Two people at once: the second would undo what the first decided without having seen it.
    if (programme.termsVersion !== fromVersion) return refuse({ kind: 'changed-meanwhile' });
    if (JSON.stringify(termsToJson(terms)) === JSON.stringify(termsToJson(programme.terms)))
      return refuse({ kind: 'nothing-changed' });
    await insertTerms(tx, { programme: id, terms, by: byOf(hand), at });
    await audit(tx, hand, { action: 'terms-changed', subjectKind: 'programme', subjectId: id, at });
    return ok({ version: fromVersion + 1 });
  });
}
