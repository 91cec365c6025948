import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { collapseSpaces } from '../../../kernel/text.ts';
import { parseEmails, parsePhones } from '../../standard/index.ts';

export const REPORT_KINDS = ['closed', 'hours', 'phone', 'address', 'other'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Longer ones are letters; nobody could answer them in one press. In characters. */
export const MAX_WORDS = 1000;

export interface ReportForm {
  kind: string;
  words: string;
  contact: string;
  /** A field that no person sees: programs that fill in everything give themselves away. */
  trap: string;
}

export interface SaidReport {
  kind: ReportKind;
  words: string;
  email: string | null;
  phone: string | null;
}

/** By field, so that the page says each one where it stands. */
export interface ReportFaults {
  kind?: 'kind-missing';
  words?: 'words-missing' | 'words-too-long';
  contact?: 'contact-unreadable';
  trap?: 'trap-filled';
}

export function parseReport(form: ReportForm): Result<SaidReport, ReportFaults> {
  const kind = REPORT_KINDS.find((one) => one === form.kind);
  const words = form.words.trim();
  const contact = parseContact(form.contact);
  const faults: ReportFaults = {
    ...(!kind && { kind: 'kind-missing' as const }),
    // The other choices say enough by themselves.
    ...(kind === 'other' && words === '' && { words: 'words-missing' as const }),
    ...(words.length > MAX_WORDS && { words: 'words-too-long' as const }),
    ...(contact === null && { contact: 'contact-unreadable' as const }),
    ...(form.trap !== '' && { trap: 'trap-filled' as const }),
  };
  if (!kind || contact === null || Object.keys(faults).length > 0) return refuse(faults);
  return ok({ kind, words, ...contact });
}

/** An e-mail address or a telephone number, in one field: people know which one they give. */
function parseContact(text: string): { email: string | null; phone: string | null } | null {
  const said = collapseSpaces(text);
  if (said === '') return { email: null, phone: null };
  if (said.includes('@')) {
    const [email] = parseEmails(said).emails;
    return email ? { email, phone: null } : null;
  }
  const [phone] = parsePhones(said).phones;
  return phone ? { email: null, phone } : null;
}

export interface Report extends SaidReport {
  id: number;
  placeId: string;
  lang: string;
  receivedAt: Date;
  readAt: Date | null;
  answer: string | null;
  answeredAt: Date | null;
}
