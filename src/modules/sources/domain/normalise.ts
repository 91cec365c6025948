import type { PlaceFields } from '../../standard/index.ts';
import type { Mapping } from './mapping.ts';
import {
  normaliseDate,
  normaliseEmails,
  normalisePhones,
  normalisePivot,
  normaliseUrls,
} from './normalise-contacts.ts';
import {
  type Draft,
  emptyCell,
  type NormalisingContext,
  refuseValue,
  startDraft,
} from './normalise-draft.ts';
import { normaliseHours } from './normalise-hours.ts';
import { hasLocation, normaliseLocation } from './normalise-location.ts';
import { normaliseTexts } from './normalise-texts.ts';
import { normaliseValues } from './normalise-values.ts';
import type { SourceRow } from './table.ts';
import type { IssueReason, ValueIssue } from './value-issue.ts';

export interface NormalisedFields {
  fields: PlaceFields;
  issues: ValueIssue[];
  /** Why the record cannot be published at all; it is kept raw and reported. */
  rejected: IssueReason | null;
}

/** One row in the standard form of every field, with every value that was refused or repaired on the way. */
export function normaliseRow(
  row: SourceRow,
  mapping: Mapping,
  context: NormalisingContext,
): NormalisedFields {
  const draft = startDraft(row, mapping, context);
  normaliseTexts(draft);
  normaliseLocation(draft);
  normalisePhones(draft);
  normaliseEmails(draft);
  normaliseUrls(draft);
  normaliseHours(draft);
  normaliseDate(draft);
  normalisePivot(draft);
  normaliseValues(draft);
  return { fields: draft.fields, issues: draft.issues, rejected: rejection(draft) };
}

function rejection(draft: Draft): IssueReason | null {
  if (draft.fields.name === undefined) return reject(draft, 'nom', 'missing-name');
  return hasLocation(draft) ? null : reject(draft, 'commune', 'no-location');
}

function reject(draft: Draft, field: 'nom' | 'commune', reason: IssueReason): IssueReason {
  refuseValue(draft, emptyCell(draft, field) ?? { field, column: '', text: '' }, reason);
  return reason;
}
