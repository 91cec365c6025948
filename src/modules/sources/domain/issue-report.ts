import Papa from 'papaparse';
import { FIELD_LABELS } from '../../standard/index.ts';
import { ISSUE_MESSAGES } from './issue-messages.ts';
import type { ValueIssue } from './value-issue.ts';

/** The heads of the columns, in the language of the reader, and two of the decisions. */
export interface ReportWords {
  line: string;
  column: string;
  field: string;
  value: string;
  decision: string;
  repair: string;
  done: string;
  refused: string;
  repaired: string;
}

const DOUBTED = { fr: 'À vérifier', en: 'To check' };

/** Without it spreadsheets read UTF-8 as Windows-1252. */
const BYTE_ORDER_MARK = '\ufeff';

/** The report as a table that French spreadsheets open as it is. A value can never start a formula there. */
export function issueReport(issues: readonly ValueIssue[], words: ReportWords, lang: 'fr' | 'en'): string {
  const head = [words.line, words.column, words.field, words.value, words.decision, words.repair, words.done];
  const rows = issues.map((issue) => [
    issue.position,
    issue.column,
    FIELD_LABELS[issue.field][lang],
    issue.value,
    issue.decision === 'doubted' ? DOUBTED[lang] : words[issue.decision],
    issue.repair ?? '',
    ISSUE_MESSAGES[issue.reason](issue)[lang],
  ]);
  const text = Papa.unparse([head, ...rows], { delimiter: ';', newline: '\r\n', escapeFormulae: true });
  return `${BYTE_ORDER_MARK}${text}\r\n`;
}
