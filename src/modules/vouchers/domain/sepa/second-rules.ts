import type { XmlElement } from '@rgrove/parse-xml';
import { ok, type Result } from '../../../../kernel/result.ts';
import { readEuros } from './euro-amount.ts';
import { NAME_LENGTH, safeText } from './safe-text.ts';
import {
  centsAt,
  childrenOf,
  elementsIn,
  localNameOf,
  readXmlText,
  textAt,
  type XmlRefusal,
} from './xml-tree.ts';

/** What banks refuse and the schema lets through; the rule it breaks is in domain rules, section 3. */
export type SchemeFault =
  | { rule: 'P1'; kind: 'address-incomplete' | 'address-too-long' }
  | { rule: 'P2'; kind: 'count-differs' | 'sum-differs'; level: string }
  | { rule: 'P3'; kind: 'id-repeated'; id: string }
  | { rule: 'P4'; kind: 'name-empty' | 'text-unsafe'; element: string }
  | { rule: 'P8'; kind: 'amount-wrong'; id: string };

/**
 * The second set of rules of a payment file, read from the file itself: it shares nothing with what wrote it but the
 * list of safe characters.
 */
export function schemeFaults(xml: string): Result<SchemeFault[], XmlRefusal> {
  const document = readXmlText(xml);
  if (!document.ok) return document;
  const all = everyElement(document.value);
  const named = (name: string) => all.filter((element) => localNameOf(element) === name);
  return ok([
    ...named('PstlAdr').flatMap(addressFaults),
    ...[...named('GrpHdr'), ...named('PmtInf')].flatMap((level) => totalFaults(level, named('CdtTrfTxInf'))),
    ...repeatedIds(named('EndToEndId')),
    ...named('Nm').flatMap((name): SchemeFault[] =>
      textAt(name) ? [] : [{ rule: 'P4', kind: 'name-empty', element: placeOf(name) }],
    ),
    ...all.flatMap(textFaults),
    ...named('CdtTrfTxInf').flatMap(amountFaults),
  ]);
}

/** By a list of what is left to see: no depth of elements exhausts the stack. */
function everyElement(root: XmlElement): XmlElement[] {
  const seen = [root];
  for (const element of seen) seen.push(...elementsIn(element));
  return seen;
}

/** Since 15 November 2026: a town and a country at least, and two lines of 70 characters at most beside them. */
function addressFaults(address: XmlElement): SchemeFault[] {
  const lines = childrenOf(address, 'AdrLine');
  const isComplete = textAt(address, 'TwnNm') !== null && textAt(address, 'Ctry') !== null;
  const isLong = lines.length > 2 || lines.some((line) => (textAt(line) ?? '').length > 70);
  return [
    ...(isComplete ? [] : [{ rule: 'P1', kind: 'address-incomplete' } as const]),
    ...(isLong ? [{ rule: 'P1', kind: 'address-too-long' } as const] : []),
  ];
}

function totalFaults(level: XmlElement, everyPayment: readonly XmlElement[]): SchemeFault[] {
  const name = localNameOf(level);
  const payments = name === 'GrpHdr' ? everyPayment : childrenOf(level, 'CdtTrfTxInf');
  const sum = payments.reduce((total, payment) => total + (centsAt(payment, 'Amt', 'InstdAmt') ?? 0n), 0n);
  return [
    ...(textAt(level, 'NbOfTxs') === String(payments.length)
      ? []
      : [{ rule: 'P2', kind: 'count-differs', level: name } as const]),
    ...(readEuros(textAt(level, 'CtrlSum')) === sum
      ? []
      : [{ rule: 'P2', kind: 'sum-differs', level: name } as const]),
  ];
}

function repeatedIds(elements: readonly XmlElement[]): SchemeFault[] {
  const ids = elements.map((element) => textAt(element) ?? '');
  const repeated = new Set(ids.filter((id, rank) => ids.indexOf(id) !== rank));
  return [...repeated].map((id) => ({ rule: 'P3', kind: 'id-repeated', id }));
}

function textFaults(element: XmlElement): SchemeFault[] {
  const text = textAt(element) ?? '';
  const isLong = localNameOf(element) === 'Nm' && text.length > NAME_LENGTH;
  return safeText(text, text.length) === text && !isLong
    ? []
    : [{ rule: 'P4', kind: 'text-unsafe', element: placeOf(element) }];
}

function amountFaults(payment: XmlElement): SchemeFault[] {
  const cents = centsAt(payment, 'Amt', 'InstdAmt');
  const id = textAt(payment, 'PmtId', 'EndToEndId') ?? '';
  return cents !== null && cents > 0n ? [] : [{ rule: 'P8', kind: 'amount-wrong', id }];
}

/** `Cdtr/Nm`: enough to find it, without the text, which names someone. */
const placeOf = (element: XmlElement): string => {
  const { parent } = element;
  const above = parent && 'name' in parent ? `${localNameOf(parent as XmlElement)}/` : '';
  return above + localNameOf(element);
};
