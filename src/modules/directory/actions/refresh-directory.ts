import { ok } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/db/database.ts';
import {
  type Decision,
  hasDecisionsSince,
  type ModelInForce,
  readDecisionsSince,
  readModelChoice,
  readModelInForce,
  resolve,
  rulings,
  toMatchRecord,
} from '../../matching/index.ts';
import { countPublishedImports, readDirectoryRecords } from '../../sources/index.ts';
import { soleAuthor } from '../domain/authorship.ts';
import { planRefresh } from '../domain/plan-refresh.ts';
import { loadCorrections } from '../store/corrections.ts';
import {
  appendChanges,
  lockDirectory,
  type RefreshedState,
  readRefreshedState,
  saveRefreshedState,
} from '../store/history.ts';
import { loadPlaces, savePlaces } from '../store/places.ts';
import { loadStandings, saveStandings } from '../store/records.ts';
import { mintId } from './mint-id.ts';

/** Recomputes the directory from all published records, in one transaction. Safe to repeat: it writes only differences. */
export async function refreshDirectory(deps: { db: Database; clock: () => Date }): Promise<void> {
  await deps.db.inTransaction<null, never>(async (tx) => {
    await lockDirectory(tx);
    const publishedImports = await countPublishedImports(tx);
    const records = await readDirectoryRecords(tx);
    const decisions = await readDecisionsSince(tx, 0);
    const inForce = await readModelInForce(tx);
    const now = deps.clock();
    const plan = planRefresh({
      records,
      clusterOf: resolve(records.map(toMatchRecord), {
        decisions: rulings(decisions),
        model: inForce.model,
      }).clusterOf,
      standing: await loadStandings(tx),
      places: await loadPlaces(tx),
      corrections: await loadCorrections(tx),
      mintId,
      now,
    });
    const state: RefreshedState = {
      publishedImports,
      lastDecision: decisions.at(-1)?.id ?? 0,
      modelChoice: inForce.choice,
    };
    const author = authorOf(await readRefreshedState(tx), state, { decisions, inForce });
    await savePlaces(tx, plan.places);
    await saveStandings(tx, plan.standing);
    await appendChanges(tx, plan.changes, author);
    await saveRefreshedState(tx, state, now);
    return ok(null);
  });
}

/** What sources changed is nobody's doing; the rest comes from whoever decided or chose since the last refresh. */
function authorOf(
  before: RefreshedState,
  now: RefreshedState,
  { decisions, inForce }: { decisions: readonly Decision[]; inForce: ModelInForce },
): string | null {
  if (before.publishedImports !== now.publishedImports) return null;
  const deciders = decisions.filter(({ id }) => id > before.lastDecision).map(({ author }) => author);
  const choosers = before.modelChoice === now.modelChoice ? [] : [inForce.chosen?.author ?? ''];
  return soleAuthor([...deciders, ...choosers]);
}

/** Whether published imports, decisions or chosen weights wait for a refresh: the trace of a crash in between. */
export async function isDirectoryStale(db: Database): Promise<boolean> {
  const refreshed = await readRefreshedState(db);
  if ((await countPublishedImports(db)) !== refreshed.publishedImports) return true;
  if ((await readModelChoice(db)) !== refreshed.modelChoice) return true;
  return hasDecisionsSince(db, refreshed.lastDecision);
}
