import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/db/database.ts';
import { appendChanges, lockDirectory } from '../store/history.ts';
import { setPlaceStatus } from '../store/places.ts';

export type RemovalRefusal = { kind: 'unknown-place' } | { kind: 'already-so' };

/** Removes a place from view, or shows it again. Its identifier and its records stay; the change is kept in its history. */
export async function changePlaceStatus(
  { id, status, author }: { id: string; status: 'published' | 'removed'; author: string },
  deps: { db: Database; clock: () => Date },
): Promise<Result<null, RemovalRefusal>> {
  return deps.db.inTransaction<null, RemovalRefusal>(async (tx) => {
    await lockDirectory(tx);
    const at = deps.clock();
    const before = await setPlaceStatus(tx, { id, status, at });
    if (before === null || before === 'merged') return refuse({ kind: 'unknown-place' });
    if (before === status) return refuse({ kind: 'already-so' });
    const kind = status === 'removed' ? 'removed' : 'restored';
    await appendChanges(tx, [{ placeId: id, kind, detail: {}, at }], author);
    return ok(null);
  });
}
