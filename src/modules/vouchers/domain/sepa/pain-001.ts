import { parseLocalDate } from '../../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { type BicRefusal, parseBic } from './bic.ts';
import { writeEuros } from './euro-amount.ts';
import { type IbanRefusal, parseIban } from './iban.ts';
import { isSafeId, REMITTANCE_LENGTH, safeName, safeText } from './safe-text.ts';

/** Whose account is debited or credited. The name is the one on the RIB, which may differ from the one on show. */
export interface PaymentParty {
  name: string;
  iban: string;
  bic: string | null;
}

export interface Payment {
  endToEndId: string;
  cents: bigint;
  creditor: PaymentParty;
  /** What the place reads on its statement. */
  remittance: string;
}

/** What one payment file orders. Everything it needs is given, so that writing it again gives the same bytes (P3). */
export interface PaymentBatch {
  /** 35 safe characters at most, as every `endToEndId`; also names the only group of payments of the file. */
  messageId: string;
  createdAt: Date;
  /** `YYYY-MM-DD`. A bank moves a day on which it is closed to the next one: see `business-days.ts`. */
  executeOn: string;
  debtor: PaymentParty;
  payments: readonly Payment[];
}

/** `endToEndId` names the payment at fault; null, the debtor. */
export type PaymentFileRefusal =
  | { kind: 'no-payment' }
  | { kind: 'id-unsafe'; id: string }
  | { kind: 'id-repeated'; id: string }
  | { kind: 'date-wrong'; date: string }
  | { kind: 'amount-not-payable'; endToEndId: string; cents: bigint }
  | { kind: 'name-unwritable'; endToEndId: string | null }
  | { kind: 'account-refused'; endToEndId: string | null; reason: IbanRefusal | BicRefusal };

/** Of one SEPA credit transfer: 999,999,999.99 € (rulebook, AT-04). */
const MOST_CENTS = 99_999_999_999n;

/**
 * The file of a batch in the format pain.001.001.09, or the first reason that forbids it. Addresses are never written:
 * since 15 November 2026 banks refuse those that are not structured. One line per payment on the statement, so
 * that each is found again by its identifier.
 */
export function writePaymentFile(batch: PaymentBatch): Result<string, PaymentFileRefusal> {
  const refusal = refusalOf(batch);
  if (refusal) return refuse(refusal);
  const debtor = writableParty(batch.debtor, null);
  if (!debtor.ok) return debtor;
  const orders: Xml[] = [];
  for (const payment of batch.payments) {
    const creditor = writableParty(payment.creditor, payment.endToEndId);
    if (!creditor.ok) return creditor;
    orders.push(orderOf(payment, creditor.value));
  }
  return ok(write(documentOf(batch, debtor.value, orders)));
}

function refusalOf({ messageId, executeOn, payments }: PaymentBatch): PaymentFileRefusal | null {
  if (payments.length === 0) return { kind: 'no-payment' };
  if (!parseLocalDate(executeOn)) return { kind: 'date-wrong', date: executeOn };
  const ids = payments.map(({ endToEndId }) => endToEndId);
  const unsafe = [messageId, ...ids].find((id) => !isSafeId(id));
  if (unsafe !== undefined) return { kind: 'id-unsafe', id: unsafe };
  const repeated = firstRepeated(ids);
  if (repeated !== undefined) return { kind: 'id-repeated', id: repeated };
  const unpayable = payments.find(({ cents }) => cents <= 0n || cents > MOST_CENTS);
  if (unpayable)
    return { kind: 'amount-not-payable', endToEndId: unpayable.endToEndId, cents: unpayable.cents };
  return null;
}

function firstRepeated(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

function writableParty(
  { name, iban, bic }: PaymentParty,
  endToEndId: string | null,
): Result<PaymentParty, PaymentFileRefusal> {
  const safe = safeName(name);
  if (!safe.ok) return refuse({ ...safe.refusal, endToEndId });
  const account = parseIban(iban);
  if (!account.ok) return refuse({ kind: 'account-refused', endToEndId, reason: account.refusal });
  const bank = bic === null ? ok(null) : parseBic(bic);
  if (!bank.ok) return refuse({ kind: 'account-refused', endToEndId, reason: bank.refusal });
  return ok({ name: safe.value, iban: account.value, bic: bank.value });
}

/** An element: its tag with its attributes, then its text, or its children without those that are absent. */
type Xml = readonly [tag: string, ...content: readonly Content[]];
type Content = string | null | XmlChild;
interface XmlChild extends ReadonlyArray<Content> {
  readonly 0: string;
}

function documentOf(
  { messageId, createdAt, executeOn, payments }: PaymentBatch,
  debtor: PaymentParty,
  orders: readonly Xml[],
): Xml {
  const totals: Xml[] = [
    ['NbOfTxs', String(payments.length)],
    ['CtrlSum', writeEuros(payments.reduce((sum, { cents }) => sum + cents, 0n))],
  ];
  return [
    'Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"',
    [
      'CstmrCdtTrfInitn',
      [
        'GrpHdr',
        ['MsgId', messageId],
        // In universal time, to the second: the same bytes whatever the time zone of the machine.
        ['CreDtTm', `${createdAt.toISOString().slice(0, 19)}Z`],
        ...totals,
        ['InitgPty', ['Nm', debtor.name]],
      ],
      [
        'PmtInf',
        ['PmtInfId', messageId],
        ['PmtMtd', 'TRF'],
        ['BtchBookg', 'false'],
        ...totals,
        ['PmtTpInf', ['SvcLvl', ['Cd', 'SEPA']]],
        ['ReqdExctnDt', ['Dt', executeOn]],
        ['Dbtr', ['Nm', debtor.name]],
        ['DbtrAcct', ['Id', ['IBAN', debtor.iban]]],
        ['DbtrAgt', ['FinInstnId', debtor.bic ? ['BICFI', debtor.bic] : ['Othr', ['Id', 'NOTPROVIDED']]]],
        ['ChrgBr', 'SLEV'],
        ...orders,
      ],
    ],
  ];
}

function orderOf({ endToEndId, cents, remittance }: Payment, { name, iban, bic }: PaymentParty): Xml {
  const told = safeText(remittance, REMITTANCE_LENGTH);
  return [
    'CdtTrfTxInf',
    // Some banks answer with the first of the two identifiers, some with the second.
    ['PmtId', ['InstrId', endToEndId], ['EndToEndId', endToEndId]],
    ['Amt', ['InstdAmt Ccy="EUR"', writeEuros(cents)]],
    bic ? ['CdtrAgt', ['FinInstnId', ['BICFI', bic]]] : null,
    ['Cdtr', ['Nm', name]],
    ['CdtrAcct', ['Id', ['IBAN', iban]]],
    told ? ['RmtInf', ['Ustrd', told]] : null,
  ];
}

const write = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, '')}`;

/** Texts were all brought to the safe characters, none of which XML reserves: there is nothing to escape. */
function writeElement([tag, ...content]: Xml, indent: string): string {
  const name = tag.split(' ', 1)[0];
  const [only] = content;
  if (typeof only === 'string') return `${indent}<${tag}>${only}</${name}>\n`;
  const inside = content.map((child) => (child ? writeElement(child as Xml, `${indent}  `) : '')).join('');
  return `${indent}<${tag}>\n${inside}${indent}</${name}>\n`;
}
