import type { RecordRef } from '../../../kernel/record-ref.ts';
import { ok } from '../../../kernel/result.ts';
import type { Database, Queries } from '../../../platform/db/database.ts';
import {
  type LiveResolution,
  type ReviewDesk,
  readDecisionsSince,
  readModelChoice,
} from '../../matching/index.ts';
import { countPublishedImports } from '../../sources/index.ts';
import { soleAuthor } from '../domain/authorship.ts';
import { planRefresh, type RefreshPlan } from '../domain/plan-refresh.ts';
import { loadCorrectionsOf } from '../store/corrections.ts';
import { appendChanges, lockDirectory, readRefreshedState, saveRefreshedState } from '../store/history.ts';
import { loadPlacesAround, savePlaces } from '../store/places.ts';
import { loadStandingsAround, readRecords, saveStandings } from '../store/records.ts';
import { mintId } from './mint-id.ts';
import { refreshDirectory } from './refresh-directory.ts';

/**
 * Takes the decisions written since the last refresh into account: only the places they may touch are computed again, and
 * the directory ends as a whole refresh would leave it (docs/adr/0015).
 */
export async function refreshDecided(deps: {
  db: Database;
  clock: () => Date;
  desk: ReviewDesk;
}): Promise<void> {
  const result = await deps.db.inTransaction<'done' | 'whole', never>(async (tx) => {
    await lockDirectory(tx);
    const state = await readRefreshedState(tx);
    if ((await countPublishedImports(tx)) !== state.publishedImports) return ok('whole');
    if ((await readModelChoice(tx)) !== state.modelChoice) return ok('whole');
    const decisions = await readDecisionsSince(tx, state.lastDecision);
    const lastDecision = decisions.at(-1)?.id;
    if (lastDecision === undefined) return ok('done');
    const { live } = await deps.desk.open(tx);
    const now = deps.clock();
    const plan = await planAround(tx, live, { refs: decisions.flatMap(({ a, b }) => [a, b]), now });
    await savePlaces(tx, plan.places);
    await saveStandings(tx, plan.standing);
    await appendChanges(tx, plan.changes, soleAuthor(decisions.map(({ author }) => author)));
    await saveRefreshedState(tx, { ...state, lastDecision }, now);
    return ok('done');
  });
  if (result.ok && result.value === 'whole') await refreshDirectory(deps);
}

async function planAround(
  tx: Queries,
  live: LiveResolution,
  { refs, now }: { refs: readonly RecordRef[]; now: Date },
): Promise<RefreshPlan> {
  const { concerned, standing } = await closeAround(tx, live, refs);
  const records = await readRecords(tx, [...concerned]);
  const clusterOf = new Map([...concerned].map((ref) => [ref, live.membersWith(ref)[0]!]));
  const known = [...standing.values()].flatMap(({ placeId, homeId }) => [placeId, homeId]);
  for (;;) {
    const places = await loadPlacesAround(tx, known);
    const corrections = await loadCorrectionsOf(
      tx,
      places.map(({ id }) => id),
    );
    const plan = planRefresh({ records, clusterOf, standing, places, corrections, mintId, now });
    const created = plan.changes.filter(({ kind }) => kind === 'created').map(({ placeId }) => placeId);
    // An identifier that looked free here may belong to a place that was not read.
    const isTaken = (await loadPlacesAround(tx, created)).map(({ id }) => id);
    if (isTaken.length === 0) return plan;
    known.push(...isTaken);
  }
}

/** All the records that share a group or a place with these, before or after: no other can change. */
async function closeAround(tx: Queries, live: LiveResolution, refs: readonly RecordRef[]) {
  let concerned = live.around(refs);
  for (;;) {
    const standing = await loadStandingsAround(tx, [...concerned]);
    const present = [...standing.keys()].filter((ref) => live.record(ref) !== undefined);
    const wider = live.around([...concerned, ...present]);
    if (wider.size === concerned.size) return { concerned, standing };
    concerned = wider;
  }
}
