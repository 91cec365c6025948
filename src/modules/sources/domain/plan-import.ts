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
  counts: PlanCounts;
}

/** `records` = `accepted` + `rejected`, and `accepted` = untouched + `repairedRecords` + `refusedRecords`. */
interface PlanCounts {
  records: number;
  accepted: number;
  rejected: number;
  /** Values, not records. */
  repaired: number;
  refused: number;
  /** Accepted records of which a value was repaired and none refused. */
  repairedRecords: number;
  /** Accepted records that lost a value. */
  refusedRecords: number;
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
  return { records, issues, counts: countOutcomes(rows, issues) };
}

function countOutcomes(rows: readonly NormalisedRow[], issues: readonly ValueIssue[]): PlanCounts {
  const accepted = rows.filter((row) => row.rejected === null);
  const refusedRecords = accepted.filter((row) => hasIssue(row, 'refused'));
  const repairedRecords = accepted.filter((row) => hasIssue(row, 'repaired') && !hasIssue(row, 'refused'));
  const count = (decision: ValueIssue['decision']): number =>
    issues.filter((issue) => issue.decision === decision).length;
  return {
    records: rows.length,
    accepted: accepted.length,
    rejected: rows.length - accepted.length,
    repaired: count('repaired'),
    refused: count('refused'),
    repairedRecords: repairedRecords.length,
    refusedRecords: refusedRecords.length,
  };
}

const hasIssue = ({ issues }: NormalisedRow, decision: ValueIssue['decision']): boolean =>
  issues.some((issue) => issue.decision === decision);

const toKeyed = ({ fields, hash }: NormalisedRow) => ({
  sourceId: fields.sourceId,
  name: fields.name ?? '',
  address: fields.address ?? '',
  postalCode: fields.postalCode ?? '',
  commune: fields.commune ?? '',
  hash,
});
