import { ok, type Result } from '../../../kernel/result.ts';
import { accountOf } from '../domain/accounts.ts';
import type { ProgrammeTerms } from '../domain/programme.ts';
import { openAccounts } from '../store/ledger.ts';
import { insertProgramme, insertTerms } from '../store/programmes.ts';
import { audit, byOf, type Hand, randomName, type VoucherDeps } from './deps.ts';
import { openFunder } from './promise-funding.ts';

export interface NewProgramme {
  name: string;
  terms: ProgrammeTerms;
  /** Organisations that promised money, with the amount in cents. */
  funders: readonly { funder: string; promisedCents: bigint }[];
}

/** A programme and its first terms. No money yet: nothing can be issued. */
export function createProgramme(
  { name, terms, funders }: NewProgramme,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ id: string }, never>> {
  const [by, at, id] = [byOf(hand), deps.clock(), `P-${randomName(8, deps)}`];
  return deps.db.inTransaction<{ id: string }, never>(async (tx) => {
    await insertProgramme(tx, { id, organisation: hand.organisation, name, by, at });
    await insertTerms(tx, { programme: id, terms, by, at });
    await openAccounts(tx, { [accountOf.provision(id)]: 0n }, at);
    for (const promise of funders) await openFunder(tx, { programme: id, ...promise }, at);
    await audit(tx, hand, { action: 'programme-created', subjectKind: 'programme', subjectId: id, at });
    return ok({ id });
  });
}
