import { ok, type Result } from '../../../kernel/result.ts';
import { accountOf } from '../domain/accounts.ts';
import type { ProgrammeTerms } from '../domain/programme.ts';
import { openAccounts } from '../store/ledger.ts';
import { insertProgramme, insertTerms, saveFunder } from '../store/programmes.ts';
import { byOf, type Hand, randomName, type VoucherDeps } from './deps.ts';

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
    for (const { funder, promisedCents } of funders) {
      await saveFunder(tx, { programme: id, funder, promisedCents });
      await openAccounts(
        tx,
        { [accountOf.funder(id, funder)]: null, [accountOf.returned(id, funder)]: 0n },
        at,
      );
    }
    await openAccounts(tx, { [accountOf.provision(id)]: 0n }, at);
    return ok({ id });
  });
}
