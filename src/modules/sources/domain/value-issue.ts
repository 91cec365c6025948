import type { StandardField } from '../../standard/index.ts';

/** One refused or repaired value: what the producer of the source is told. Reasons are facts; words live in messages. */
export interface ValueIssue {
  position: number;
  column: string;
  field: StandardField;
  value: string;
  /** `doubted`: kept as it is, though other values of the record contradict it. */
  decision: 'refused' | 'repaired' | 'doubted';
  reason: IssueReason;
  /** What was kept instead, for a repair. */
  repair?: string;
}

export const ISSUE_REASONS = [
  'missing-name',
  'no-location',
  'unknown-commune',
  'commune-completed',
  'commune-renamed',
  'postal-code-invalid',
  'postal-code-disputed',
  'postal-code-padded',
  'postal-code-reformatted',
  'postal-code-from-commune',
  'insee-invalid',
  'insee-padded',
  'insee-former',
  'insee-from-commune',
  'address-split',
  'case-fixed',
  'html-removed',
  'phone-invalid',
  'phone-reformatted',
  'phone-short-number',
  'email-invalid',
  'email-repaired',
  'url-invalid',
  'url-repaired',
  'date-invalid',
  'date-reformatted',
  'date-in-future',
  'hours-unreadable',
  'hours-closed',
  'hours-partly-read',
  'hours-reformatted',
  'coordinates-invalid',
  'coordinates-swapped',
  'coordinates-projected',
  'coordinates-scaled',
  'coordinates-far-from-commune',
  'coordinates-from-address',
  'siret-invalid',
  'siret-unknown',
  'siret-truncated',
  'siret-siren',
  'value-unknown',
  'text-empty',
  'summary-shortened',
  'encoding-repaired',
] as const;
export type IssueReason = (typeof ISSUE_REASONS)[number];
