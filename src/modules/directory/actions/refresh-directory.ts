import { createHash } from 'node:crypto';
import { ok } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/db/database.ts';
import { resolve } from '../../matching/index.ts';
import { countPublishedImports, readDirectoryRecords } from '../../sources/index.ts';
import type { RecordRef } from '../domain/identities.ts';
import { planRefresh } from '../domain/plan-refresh.ts';
import {
  appendChanges,
  loadMembership,
  loadPlaces,
  lockDirectory,
  readRefreshedImports,
  saveMembership,
  savePlaces,
  saveRefreshedImports,
} from '../store.ts';
import { toMatchRecord } from './match-records.ts';

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
    const now = deps.clock();
    const plan = planRefresh({
      records,
      clusterOf: resolve(records.map(toMatchRecord)).clusterOf,
      membership: await loadMembership(tx),
      places: await loadPlaces(tx),
      mintId,
      now,
    });
    await savePlaces(tx, plan.places);
    await saveMembership(tx, plan.membership);
    await appendChanges(tx, plan.changes);
    await saveRefreshedImports(tx, publishedImports, now);
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

/** Whether published imports wait for a refresh: the trace of a crash between the two. */
export async function isDirectoryStale(db: Database): Promise<boolean> {
  return (await countPublishedImports(db)) !== (await readRefreshedImports(db));
}

/** Crockford's symbols in lower case: no i, l, o or u, so that an identifier can be read aloud and typed. */
const SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LENGTH = 10;

/** 50 bits from the founding record: the same files give the same addresses wherever they are imported first. */
function mintId(founder: RecordRef, attempt: number): string {
  const digest = createHash('sha256')
    .update(attempt === 0 ? founder : `${founder}\n${attempt}`)
    .digest();
  return Array.from(digest.subarray(0, ID_LENGTH), (byte) => SYMBOLS[byte & 31]).join('');
}
