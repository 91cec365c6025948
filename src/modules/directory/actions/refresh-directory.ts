import { ok } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/db/database.ts';
import { readDecisionsSince, resolve, rulings, toMatchRecord } from '../../matching/index.ts';
import { countPublishedImports, readDirectoryRecords } from '../../sources/index.ts';
import { planRefresh } from '../domain/plan-refresh.ts';
import { appendChanges, lockDirectory, readRefreshedState, saveRefreshedState } from '../store/history.ts';
import { loadPlaces, savePlaces } from '../store/places.ts';
import { loadStandings, saveStandings } from '../store/records.ts';
import { mintId } from './mint-id.ts';

export interface RefreshReport {
  records: number;
  written: number;
  created: number;
  merged: number;
}

/** Recomputes the directory from all published records, in one transaction. Safe to repeat: it writes only differences. */
export async function refreshDirectory(deps: { db: Database; clock: () => Date }): Promise<RefreshReport> {
  const result = await deps.db.inTransaction<RefreshReport, never>(async (tx) => {
    await lockDirectory(tx);
    const publishedImports = await countPublishedImports(tx);
    const records = await readDirectoryRecords(tx);
    const decisions = await readDecisionsSince(tx, 0);
    const now = deps.clock();
    const plan = planRefresh({
      records,
      clusterOf: resolve(records.map(toMatchRecord), { decisions: rulings(decisions) }).clusterOf,
      standing: await loadStandings(tx),
      places: await loadPlaces(tx),
      mintId,
      now,
    });
    await savePlaces(tx, plan.places);
    await saveStandings(tx, plan.standing);
    await appendChanges(tx, plan.changes);
    const lastDecision = decisions.at(-1)?.id ?? 0;
    await saveRefreshedState(tx, { publishedImports, lastDecision }, now);
    const count = (kind: string) => plan.changes.filter((change) => change.kind === kind).length;
    return ok({
      records: records.length,
      written: plan.places.length,
      created: count('created'),
      merged: count('merged'),
    });
  });
  if (!result.ok) throw new Error('A refresh never refuses.');
  return result.value;
}

/** Whether published imports or decisions wait for a refresh: the trace of a crash between the two. */
export async function isDirectoryStale(db: Database): Promise<boolean> {
  const refreshed = await readRefreshedState(db);
  if ((await countPublishedImports(db)) !== refreshed.publishedImports) return true;
  return (await readDecisionsSince(db, refreshed.lastDecision)).length > 0;
}
