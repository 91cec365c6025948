import type { PlaceFields } from '../../standard/index.ts';
import { recordKeys } from './record-key.ts';
import type { SourceRow } from './table.ts';
import type { IssueReason, ValueIssue } from './value-issue.ts';

/** One row after normalising, before it has a key. */
export interface NormalisedRow {
  row: SourceRow;
  /** Hash of the raw record. */
  hash: string;
  fields: PlaceFields;
  issues: ValueIssue[];
  rejected: IssueReason | null;
}

/** One record ready to be written. */
export interface PlannedRecord {
  recordKey: string;
  hash: string;
  position: number;
  raw: unknown;
  fields: PlaceFields;
  rejection: IssueReason | null;
}

export interface ImportPlan {
  records: PlannedRecord[];
  issues: ValueIssue[];
  counts: { records: number; accepted: number; rejected: number; repaired: number; refused: number };
}

/** What importing these rows will write and report: records add up to accepted plus rejected. */
export function planImport(rows: readonly NormalisedRow[]): ImportPlan {
  const keys = recordKeys(rows.map(toKeyed));
  const records = rows.map(({ row, hash, fields, rejected }, rank) => ({
    recordKey: keys[rank]!,
    hash,
    position: row.position,
    raw: row.raw,
    fields,
    rejection: rejected,
  }));
  const issues = rows.flatMap((row) => row.issues);
  const rejected = rows.filter((row) => row.rejected !== null).length;
  const repaired = issues.filter((issue) => issue.decision === 'repaired').length;
  return {
    records,
    issues,
    counts: {
      records: rows.length,
      accepted: rows.length - rejected,
      rejected,
      repaired,
      refused: issues.length - repaired,
    },
  };
}

const toKeyed = ({ fields, hash }: NormalisedRow) => ({
  sourceId: fields.sourceId,
  name: fields.name ?? '',
  address: fields.address ?? '',
  postalCode: fields.postalCode ?? '',
  commune: fields.commune ?? '',
  hash,
});
