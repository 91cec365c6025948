import type { LocalDate } from '../../../kernel/dates.ts';
import type { CommuneReference, PlaceFields, StandardField } from '../../standard/index.ts';
import { type MappedText, readField } from './apply-mapping.ts';
import type { Mapping } from './mapping.ts';
import type { SourceRow } from './table.ts';
import type { IssueReason, ValueIssue } from './value-issue.ts';

export interface NormalisingContext {
  reference: CommuneReference;
  today: LocalDate;
  /** Stands for the date of a record that has none. */
  fileDate?: LocalDate;
}

/** One record being normalised: what it says, what is kept, what is reported. */
export interface Draft {
  readonly row: SourceRow;
  readonly mapping: Mapping;
  readonly context: NormalisingContext;
  readonly fields: PlaceFields;
  readonly issues: ValueIssue[];
}

export const startDraft = (row: SourceRow, mapping: Mapping, context: NormalisingContext): Draft => ({
  row,
  mapping,
  context,
  fields: {},
  issues: [],
});

export const textsOf = (draft: Draft, field: StandardField): MappedText[] =>
  readField(draft.row, field, draft.mapping);

/** The texts of a field as one, and the column that is named when they are refused. */
export function joinedText(draft: Draft, field: StandardField, separator: string): MappedText | null {
  const texts = textsOf(draft, field);
  const [first] = texts;
  return first ? { ...first, text: texts.map(({ text }) => text).join(separator) } : null;
}

/** What stands for a field whose cell is empty: only a column that exists can be told so. */
export function emptyCell(draft: Draft, field: StandardField): MappedText | null {
  const column = draft.mapping.fields[field]?.columns[0];
  return column === undefined ? null : { field, column, text: '' };
}

export function refuseValue(draft: Draft, said: MappedText, reason: IssueReason): void {
  const { field, column, text } = said;
  draft.issues.push({
    position: draft.row.position,
    column,
    field,
    value: text,
    decision: 'refused',
    reason,
  });
}

/** The value is kept; what stands beside it in the record says otherwise. */
export function doubtValue(draft: Draft, said: MappedText, { reason, repair }: Repair): void {
  const { field, column, text } = said;
  const { position } = draft.row;
  draft.issues.push({ position, column, field, value: text, decision: 'doubted', reason, repair });
}

export interface Repair {
  reason: IssueReason;
  /** What is kept. */
  repair: string;
}

export function repairValue(draft: Draft, said: MappedText, how: Repair): void {
  const { field, column, text } = said;
  draft.issues.push({
    position: draft.row.position,
    column,
    field,
    value: text,
    decision: 'repaired',
    ...how,
  });
}
