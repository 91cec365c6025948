import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cancelRun, lockRun } from '../store/imports.ts';
import { type HeldImportDeps, type HeldRefusal, noLongerHeld } from './held-import.ts';

/** Forgets a held reading and its file. What it read was never published. */
export async function cancelImport(
  id: number,
  { db, clock }: Pick<HeldImportDeps, 'db' | 'clock'>,
): Promise<Result<number, HeldRefusal>> {
  return db.inTransaction(async (tx) => {
    const status = await lockRun(tx, id);
    if (status !== 'held') return refuse(noLongerHeld(status));
    await cancelRun(tx, id, clock());
    return ok(id);
  });
}
