import type { XmlElement } from '@rgrove/parse-xml';
import {
  type BankAnswer,
  type BatchStatus,
  type Outcome,
  type PaymentStatus,
  type Reason,
  reasonOf,
  saysSentTwice,
  strongest,
} from './bank-answer.ts';
import { centsAt, childrenOf, elementAt, textAt } from './xml-tree.ts';

/**
 * The status codes that end the life of a payment. All others, known or not, say that it is under way: « accepted for
 * execution » (ACSP) may still be followed by a refusal, so that nobody is told they are paid before the money left.
 */
const FINAL: Readonly<Record<string, Outcome>> = {
  ACSC: 'accepted',
  ACCC: 'accepted',
  RJCT: 'rejected',
  CANC: 'rejected',
};

/** A status report: on the whole file, on each group of payments in it, on each payment; the nearest speaks. */
export function readStatusReport(document: XmlElement): BankAnswer | null {
  const report = elementAt(document, 'CstmrPmtStsRpt');
  const group = report && elementAt(report, 'OrgnlGrpInfAndSts');
  if (!report || !group) return null;
  const ofFile = statusAt(group, 'GrpSts', PENDING);
  const batches: BatchStatus[] = [];
  const payments: PaymentStatus[] = [];
  for (const part of childrenOf(report, 'OrgnlPmtInfAndSts')) {
    const ofPart = statusAt(part, 'PmtInfSts', ofFile);
    batches.push({ messageId: textAt(part, 'OrgnlPmtInfId') ?? '', ...ofPart });
    for (const transaction of childrenOf(part, 'TxInfAndSts'))
      payments.push(...paymentOf(transaction, ofPart));
  }
  batches.push({ messageId: textAt(group, 'OrgnlMsgId') ?? '', ...ofFile });
  return {
    format: 'pain.002',
    fileId: textAt(report, 'GrpHdr', 'MsgId') ?? '',
    payments: strongest(payments, ({ endToEndId }) => endToEndId),
    // The group of payments first: it is nearer to them than the file, and both carry the identifier of the batch.
    batches: batches.filter(({ messageId }) => messageId !== ''),
  };
}

type Status = Reason & { outcome: Outcome };

const PENDING: Status = { outcome: 'pending' };

/** What an element says for itself, else what stands above it says. */
function statusAt(element: XmlElement, name: string, above: Status): Status {
  const code = textAt(element, name);
  const reasons = childrenOf(element, 'StsRsnInf');
  if (code === null && reasons.length === 0) return above;
  const first = reasons[0];
  const reason = first ? (textAt(first, 'Rsn', 'Cd') ?? textAt(first, 'Rsn', 'Prtry')) : null;
  const texts = reasons.flatMap((one) => childrenOf(one, 'AddtlInf').map((line) => textAt(line)));
  const outcome = code === null ? above.outcome : outcomeOf(code);
  // The bank refuses the second sending: it says nothing of the first.
  const isDuplicate = outcome === 'rejected' && saysSentTwice(reason ?? above.reasonCode);
  return { outcome: isDuplicate ? 'pending' : outcome, ...reasonOf(reason, texts) };
}

const outcomeOf = (code: string): Outcome => (Object.hasOwn(FINAL, code) ? FINAL[code]! : 'pending');

function paymentOf(transaction: XmlElement, above: Status): PaymentStatus[] {
  const endToEndId = textAt(transaction, 'OrgnlEndToEndId') ?? textAt(transaction, 'OrgnlInstrId');
  if (!endToEndId) return [];
  const cents = centsAt(transaction, 'OrgnlTxRef', 'Amt', 'InstdAmt');
  return [{ endToEndId, ...statusAt(transaction, 'TxSts', above), ...(cents !== null && { cents }) }];
}
