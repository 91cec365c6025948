import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import type { EnumeratedField } from '../../standard/index.ts';
import { agreed, type ColumnUse, changeColumnUse, columnUse, useCode } from '../domain/column-use.ts';
import type { Mapping } from '../domain/mapping.ts';
import { reviewTable, textsOfColumn } from '../domain/review.ts';
import type { SourceTable } from '../domain/table.ts';
import { setTextValues, valuedFields, valuesOfText } from '../domain/text-values.ts';
import { lockRun, saveIssues, updateRun } from '../store/imports.ts';
import { saveMapping } from '../store/sources.ts';
import type { WorkReporter } from './background-work.ts';
import {
  type HeldImport,
  type HeldImportDeps,
  type HeldRefusal,
  noLongerHeld,
  openHeldImport,
} from './held-import.ts';
import { NOTHING_WRITTEN } from './import-file.ts';
import { normaliseTable } from './read-file.ts';

/** What a coordinator changed in the mapping of a held reading. */
export interface MappingCorrection {
  /** The version they were looking at. */
  version: number;
  uses: readonly { column: string; use: ColumnUse }[];
  /** Texts that now say other values of a closed list, or none. */
  texts: readonly { column: string; field: EnumeratedField; text: string; values: readonly string[] }[];
}

export type CorrectionRefusal = HeldRefusal | { kind: 'mapping-changed' };

/** Keeps the corrected mapping as a new version, and checks the held file again with it. */
export async function correctMapping(
  { id, correction }: { id: number; correction: MappingCorrection },
  deps: HeldImportDeps,
  reporter: WorkReporter,
): Promise<Result<number, CorrectionRefusal>> {
  const held = await openHeldImport(id, deps, reporter);
  if (!held.ok) return held;
  const { run, mapping: kept, review, table } = held.value;
  if (run.mappingVersion !== correction.version) return refuse({ kind: 'mapping-changed' });
  const mapping = correct(kept.content, correction, table);
  const at = deps.clock();
  const fileDate = review?.fileDate;
  reporter.onStep('checking');
  const plan = await normaliseTable(table, mapping, { ...deps, ...reporter, now: at, fileDate });
  reporter.onStep('writing');
  return deps.db.inTransaction(async (tx) => {
    const status = await lockRun(tx, id);
    if (status !== 'held') return refuse(noLongerHeld(status));
    const mappingVersion = await saveCorrected(tx, held.value, { mapping, at });
    await saveIssues(tx, id, plan.issues);
    await updateRun(tx, id, {
      ...plan.counts,
      ...NOTHING_WRITTEN,
      status: 'held',
      mappingVersion,
      finishedAt: at,
      review: reviewTable(table, mapping, fileDate),
    });
    return ok(id);
  });
}

function correct(mapping: Mapping, { uses, texts }: MappingCorrection, table: SourceTable): Mapping {
  let corrected = mapping;
  for (const { column, use } of uses) {
    const isSame = useCode(columnUse(corrected, column)) === useCode(use);
    if (!isSame && table.columns.includes(column)) corrected = changeColumnUse(corrected, column, use);
  }
  for (const column of new Set(texts.map((one) => one.column))) {
    for (const field of valuedFields(corrected, column)) {
      const chosen = texts.filter((one) => one.column === column && one.field === field);
      if (chosen.length > 0) corrected = correctTexts(corrected, { table, column, field, chosen });
    }
  }
  return agreed(corrected);
}

function correctTexts(
  mapping: Mapping,
  change: {
    table: SourceTable;
    column: string;
    field: EnumeratedField;
    chosen: MappingCorrection['texts'];
  },
): Mapping {
  const chosen = new Map(change.chosen.map(({ text, values }) => [text, values]));
  const texts = textsOfColumn(change.table, change.column).map(({ text }) => ({
    text,
    values: chosen.get(text) ?? valuesOfText(mapping, change, text),
  }));
  return setTextValues(mapping, change, texts);
}

/** A mapping agreed exactly as it was is no new version. */
async function saveCorrected(
  tx: Queries,
  { run, mapping: before }: Pick<HeldImport, 'run' | 'mapping'>,
  { mapping, at }: { mapping: Mapping; at: Date },
): Promise<number> {
  const isSame = canonicalJson(before.content) === canonicalJson(mapping);
  return isSame
    ? before.version
    : saveMapping(tx, run.source, { content: mapping, author: 'coordination', at });
}
