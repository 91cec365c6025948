import {
  type PivotRefusal,
  parseDate,
  parseEmails,
  parsePhones,
  parsePivot,
  parseUrls,
} from '../../standard/index.ts';
import type { MappedText } from './apply-mapping.ts';
import { type Draft, joinedText, refuseValue, repairValue, textsOf } from './normalise-draft.ts';
import type { IssueReason } from './value-issue.ts';

export function normalisePhones(draft: Draft): void {
  const phones: string[] = [];
  const { postalCode } = draft.fields;
  for (const said of textsOf(draft, 'telephone')) {
    // A spreadsheet gives numbers their decimals back: « 472000000.0 ».
    const reading = parsePhones(said.text.replace(/\.0$/, ''), postalCode ? { postalCode } : {});
    phones.push(...reading.phones);
    const refused = (reason: IssueReason) => (text: string) => refuseValue(draft, { ...said, text }, reason);
    reading.invalid.forEach(refused('phone-invalid'));
    reading.shortNumbers.forEach(refused('phone-short-number'));
    if (isUnread(said, reading.phones, reading.shortNumbers, reading.invalid))
      refused('phone-invalid')(said.text);
    if (reading.repaired)
      repairValue(draft, said, {
        reason: 'phone-reformatted',
        repair: reading.phones.join('|'),
      });
  }
  if (phones.length > 0) draft.fields.phones = [...new Set(phones)];
}

/** A text with words or digits of which nothing came out at all. */
const isUnread = ({ text }: MappedText, ...found: readonly string[][]): boolean =>
  /[\p{L}\p{N}]/u.test(text) && found.every(({ length }) => length === 0);

export function normaliseEmails(draft: Draft): void {
  const emails: string[] = [];
  for (const said of textsOf(draft, 'courriels')) {
    const reading = parseEmails(said.text);
    emails.push(...reading.emails);
    for (const text of reading.invalid) refuseValue(draft, { ...said, text }, 'email-invalid');
    if (reading.repaired)
      repairValue(draft, said, { reason: 'email-repaired', repair: reading.emails.join('|') });
  }
  if (emails.length > 0) draft.fields.emails = [...new Set(emails)];
}

const ADDRESSES = {
  site_web: 'websites',
  fiche_acces_libre: 'accessibilityUrl',
  prise_rdv: 'bookingUrl',
} as const;

export function normaliseUrls(draft: Draft): void {
  const sites = readUrls(draft, 'site_web');
  if (sites.length > 0) draft.fields.websites = sites;
  for (const field of ['fiche_acces_libre', 'prise_rdv'] as const) {
    const [url] = readUrls(draft, field);
    if (url) draft.fields[ADDRESSES[field]] = url;
  }
}

function readUrls(draft: Draft, field: keyof typeof ADDRESSES): string[] {
  const urls = textsOf(draft, field).flatMap((said) => {
    const reading = parseUrls(said.text);
    for (const text of reading.invalid) refuseValue(draft, { ...said, text }, 'url-invalid');
    if (isUnread(said, reading.urls, reading.invalid)) refuseValue(draft, said, 'url-invalid');
    if (reading.repaired)
      repairValue(draft, said, { reason: 'url-repaired', repair: reading.urls.join('|') });
    return reading.urls;
  });
  return [...new Set(urls)];
}

export function normaliseDate(draft: Draft): void {
  const { today, fileDate } = draft.context;
  const said = joinedText(draft, 'date_maj', ' ');
  if (said) {
    const date = parseDate(said.text, { today });
    if (date.ok) draft.fields.updatedOn = date.value;
    else refuseValue(draft, said, date.refusal.kind === 'in-future' ? 'date-in-future' : 'date-invalid');
  }
  if (fileDate && draft.fields.updatedOn === undefined) draft.fields.updatedOn = fileDate;
}

const PIVOT_REASONS = {
  unknown: 'siret-unknown',
  malformed: 'siret-invalid',
  'wrong-checksum': 'siret-invalid',
  truncated: 'siret-truncated',
  siren: 'siret-siren',
} as const satisfies Record<PivotRefusal['kind'], IssueReason>;

export function normalisePivot(draft: Draft): void {
  const said = joinedText(draft, 'pivot', ' ');
  if (!said) return;
  const pivot = parsePivot(said.text.replace(/\.0$/, ''), draft.fields);
  if (pivot.ok) draft.fields.pivot = pivot.value;
  else refuseValue(draft, said, PIVOT_REASONS[pivot.refusal.kind]);
}
