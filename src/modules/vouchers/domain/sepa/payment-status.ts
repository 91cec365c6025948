import type { XmlElement } from '@rgrove/parse-xml';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { BankAnswer } from './bank-answer.ts';
import { readStatement } from './camt-053.ts';
import { readStatusReport } from './pain-002.ts';
import { localNameOf, namespaceOf, readXmlFile, type XmlRefusal } from './xml-tree.ts';

export type BankAnswerRefusal =
  | XmlRefusal
  /** XML, but none of the formats we read: its namespace, or '' when it has none. */
  | { kind: 'format-unknown'; namespace: string }
  /** The right format without the part that says anything. */
  | { kind: 'content-missing'; format: string };

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:';

const READERS: Readonly<Record<string, (document: XmlElement) => BankAnswer | null>> = {
  'pain.002.001.03': readStatusReport,
  'pain.002.001.10': readStatusReport,
  'camt.053.001.02': readStatement,
  'camt.053.001.08': readStatement,
};

/** What a bank answers to a payment file, read from the bytes of its own file: a status report or a statement. */
export function readPaymentStatus(bytes: Uint8Array): Result<BankAnswer, BankAnswerRefusal> {
  const root = readXmlFile(bytes);
  if (!root.ok) return root;
  const namespace = namespaceOf(root.value);
  const format = namespace.startsWith(NAMESPACE) ? namespace.slice(NAMESPACE.length) : '';
  if (localNameOf(root.value) !== 'Document' || !Object.hasOwn(READERS, format))
    return refuse({ kind: 'format-unknown', namespace });
  const answer = READERS[format]!(root.value);
  return answer ? ok(answer) : refuse({ kind: 'content-missing', format });
}
