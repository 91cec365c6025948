import { createHash } from 'node:crypto';
import { ok, type Result } from '../../../kernel/result.ts';
import { accountOf } from '../domain/accounts.ts';
import type { ProgrammeTerms } from '../domain/programme.ts';
import { openAccounts } from '../store/ledger.ts';
import { insertProgramme, insertTerms } from '../store/programmes.ts';
import { audit, byOf, type Hand, randomName, type VoucherDeps } from './deps.ts';
import { openFunder } from './promise-funding.ts';

export interface NewProgramme {
  /** Chosen by the page: its form sent twice creates one programme. */
  key: string;
  name: string;
  terms: ProgrammeTerms;
  /** Organisations that promised money, with the amount in cents. */
  funders: readonly { funder: string; promisedCents: bigint }[];
}

/** A programme and its first terms. No money yet: nothing can be issued. */
export function createProgramme(
  { key, name, terms, funders }: NewProgramme,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ id: string; isReplayed: boolean }, never>> {
  const [by, at, id] = [byOf(hand), deps.clock(), idOf(key, hand)];
  return deps.db.inTransaction<{ id: string; isReplayed: boolean }, never>(async (tx) => {
    const isNew = await insertProgramme(tx, { id, organisation: hand.organisation, name, by, at });
    if (!isNew) return ok({ id, isReplayed: true });
    await insertTerms(tx, { programme: id, terms, by, at });
    await openAccounts(tx, { [accountOf.provision(id)]: 0n }, at);
    for (const promise of funders) await openFunder(tx, { programme: id, ...promise }, at);
    await audit(tx, hand, { action: 'programme-created', subjectKind: 'programme', subjectId: id, at });
    return ok({ id, isReplayed: false });
  });
}

/** Short enough to be read aloud, and of this organisation alone: its key is nobody else's. */
function idOf(key: string, { organisation }: Hand): string {
  const digest = createHash('sha256').update(`programme:${organisation}:${key}`).digest();
  return `P-${randomName(8, { randomBytes: (count) => digest.subarray(0, count) })}`;
}
