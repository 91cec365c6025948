import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { CommuneReference } from '../../standard/index.ts';
import { readTable } from '../domain/formats/read-table.ts';
import type { Review } from '../domain/review.ts';
import type { SourceTable } from '../domain/table.ts';
import { findLaterRun, type ImportRun, readReview, readRun, readRunContent } from '../store/imports.ts';
import { type KeptMapping, readMappingVersion } from '../store/sources.ts';
import type { WorkReporter } from './background-work.ts';
import type { Geocoder } from './locate-rows.ts';

export interface HeldImportDeps {
  db: Database;
  communes: CommuneReference;
  clock: () => Date;
  geocoder?: Geocoder | undefined;
}

/** Why a reading cannot be changed or published any more. */
export type HeldRefusal =
  | { kind: 'unknown-import' }
  | { kind: 'already-published' }
  | { kind: 'cancelled' }
  /** A later reading of the same source exists: this one would bring back what is out of date. */
  | { kind: 'out-of-date'; laterId: number };

/** A reading that waits for agreement, with the file it keeps. */
export interface HeldImport {
  run: ImportRun;
  mapping: KeptMapping;
  review: Review | null;
  table: SourceTable;
}

/** Opens a reading that still waits for agreement and that nothing newer of its source has replaced. */
export async function openHeldImport(
  id: number,
  { db }: Pick<HeldImportDeps, 'db'>,
  reporter: WorkReporter,
): Promise<Result<HeldImport, HeldRefusal>> {
  const run = await readRun(db, id);
  if (run?.status !== 'held') return refuse(noLongerHeld(run?.status ?? null));
  const later = await findLaterRun(db, run);
  if (later) return refuse({ kind: 'out-of-date', laterId: later.id });
  reporter.onStep('reading');
  const content = await readRunContent(db, id);
  const mapping = await readMappingVersion(db, run.source, run.mappingVersion);
  if (!content || !mapping) throw new Error(`Held import ${id} lost its file or its mapping.`);
  const table = await readTable(content);
  if (!table.ok) throw new Error(`Held import ${id} was read once and is now ${table.refusal.kind}.`);
  return ok({ run, mapping, review: await readReview(db, id), table: table.value });
}

export function noLongerHeld(status: ImportRun['status'] | null): HeldRefusal {
  if (status === 'published') return { kind: 'already-published' };
  return { kind: status === 'cancelled' ? 'cancelled' : 'unknown-import' };
}
