import type { XmlElement } from '@rgrove/parse-xml';
import {
  type BankAnswer,
  type BatchStatus,
  type Outcome,
  type PaymentStatus,
  type Reason,
  reasonOf,
  strongest,
} from './bank-answer.ts';
import { centsAt, childrenOf, elementAt, textAt } from './xml-tree.ts';

/** Families of the bank's own codes that say « money sent came back », when it gives no reason for a return. */
const RETURNS: readonly string[] = ['RRTN', 'RPCR'];

/** Of a payment whose sender gave no identifier (rulebook, AT-41). */
const NOT_PROVIDED = 'NOTPROVIDED';

/** A statement: what left the account was paid, what came back was not. Lines of other origins are passed over. */
export function readStatement(document: XmlElement): BankAnswer | null {
  const message = elementAt(document, 'BkToCstmrStmt');
  if (!message) return null;
  const entries = childrenOf(message, 'Stmt').flatMap((statement) => childrenOf(statement, 'Ntry'));
  const details = entries.flatMap((entry) =>
    childrenOf(entry, 'NtryDtls').map((detail) => ({ entry, detail })),
  );
  return {
    format: 'camt.053',
    fileId: textAt(message, 'GrpHdr', 'MsgId') ?? '',
    payments: strongest(
      details.flatMap(({ entry, detail }) => paymentsOf(entry, detail)),
      ({ endToEndId }) => endToEndId,
    ),
    batches: strongest(
      details.flatMap(({ entry, detail }) => batchesOf(entry, detail)),
      ({ messageId }) => messageId,
    ),
  };
}

function paymentsOf(entry: XmlElement, detail: XmlElement): PaymentStatus[] {
  const transactions = childrenOf(detail, 'TxDtls');
  return transactions.flatMap((transaction) => {
    const endToEndId = textAt(transaction, 'Refs', 'EndToEndId');
    const outcome = outcomeOf(entry, transaction);
    if (!endToEndId || endToEndId === NOT_PROVIDED || !outcome) return [];
    const cents = amountOf(transaction) ?? (transactions.length === 1 ? centsAt(entry, 'Amt') : null);
    return [{ endToEndId, outcome, ...returnReason(transaction), ...(cents !== null && { cents }) }];
  });
}

/** Booked as one line: the bank names the file, or its group of payments, which have the same identifier. */
function batchesOf(entry: XmlElement, detail: XmlElement): BatchStatus[] {
  const batch = elementAt(detail, 'Btch');
  const messageId = batch && (textAt(batch, 'PmtInfId') ?? textAt(batch, 'MsgId'));
  const outcome = outcomeOf(entry, null);
  const isAlone = childrenOf(entry, 'NtryDtls').length === 1;
  const cents = (batch && centsAt(batch, 'TtlAmt')) ?? (isAlone ? centsAt(entry, 'Amt') : null);
  // A batch of returns names payments one by one; it says nothing of those that did not come back.
  return messageId && outcome && outcome !== 'rejected'
    ? [{ messageId, outcome, ...(cents !== null && { cents }) }]
    : [];
}

/** Null for a line that is neither a payment of ours nor its return. */
function outcomeOf(entry: XmlElement, transaction: XmlElement | null): Outcome | null {
  const direction = (transaction && textAt(transaction, 'CdtDbtInd')) ?? textAt(entry, 'CdtDbtInd');
  const isReversal = ['true', '1'].includes(textAt(entry, 'RvslInd') ?? '');
  // Version 02 writes the status itself, version 08 a code inside it.
  const isBooked = (textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts')) === 'BOOK';
  if (direction === 'DBIT') return isReversal ? null : isBooked ? 'accepted' : 'pending';
  const isReturn = isReversal || [transaction, entry].some((line) => line !== null && saysReturn(line));
  return direction === 'CRDT' && isReturn && isBooked ? 'rejected' : null;
}

const saysReturn = (line: XmlElement): boolean =>
  elementAt(line, 'RtrInf') !== null ||
  RETURNS.includes(textAt(line, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') ?? '');

const amountOf = (transaction: XmlElement): bigint | null =>
  centsAt(transaction, 'Amt') ??
  centsAt(transaction, 'AmtDtls', 'InstdAmt', 'Amt') ??
  centsAt(transaction, 'AmtDtls', 'TxAmt', 'Amt');

function returnReason(transaction: XmlElement): Reason {
  const information = elementAt(transaction, 'RtrInf');
  if (!information) return {};
  const code = textAt(information, 'Rsn', 'Cd') ?? textAt(information, 'Rsn', 'Prtry');
  return reasonOf(
    code,
    childrenOf(information, 'AddtlInf').map((line) => textAt(line)),
  );
}
