import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { lockRun, saveIssues, updateRun } from '../store/imports.ts';
import { lockSource, saveContentHash } from '../store/sources.ts';
import type { WorkReporter } from './background-work.ts';
import { type HeldImportDeps, type HeldRefusal, noLongerHeld, openHeldImport } from './held-import.ts';
import { contentHashOf, writeRecords } from './import-file.ts';
import { type FileRefusal, normaliseTable, requireNameColumn } from './read-file.ts';

export type PublishRefusal = HeldRefusal | FileRefusal;

/** Publishes a held reading: its records, and what left the source, in one transaction; then whoever reads them is told. */
export async function publishImport(
  id: number,
  deps: HeldImportDeps & { onPublished: () => Promise<void> },
  reporter: WorkReporter,
): Promise<Result<number, PublishRefusal>> {
  const held = await openHeldImport(id, deps, reporter);
  if (!held.ok) return held;
  const { run, mapping, review, table } = held.value;
  const named = requireNameColumn(table, mapping.content);
  if (!named.ok) return named;
  const at = deps.clock();
  reporter.onStep('checking');
  const world = { ...deps, ...reporter, now: at, fileDate: review?.fileDate };
  const plan = await normaliseTable(table, mapping.content, world);
  reporter.onStep('writing');
  const published = await deps.db.inTransaction(async (tx) => {
    const status = await lockRun(tx, id);
    if (status !== 'held') return refuse(noLongerHeld(status));
    await lockSource(tx, run.source);
    await saveIssues(tx, id, plan.issues);
    const written = await writeRecords(tx, { source: run.source, importId: id, at }, plan);
    await saveContentHash(tx, run.source, contentHashOf(run.fileHash, mapping.content));
    const { mappingVersion } = run;
    await updateRun(tx, id, {
      ...plan.counts,
      ...written,
      status: 'published',
      mappingVersion,
      finishedAt: at,
    });
    return ok(id);
  });
  if (!published.ok) return published;
  reporter.onStep('duplicates');
  await deps.onPublished();
  return published;
}
