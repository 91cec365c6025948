import { expect, test } from 'vitest';
import { schemeFaults } from './second-rules.ts';

interface Draft {
  address?: string;
  name?: string;
  amount?: string;
  count?: string;
  sum?: string;
  groupSum?: string;
}

/** Two payments of 10 € and 5,50 €; the second is as given. */
const file = ({
  address = '',
  name = 'Cafe Mimosa',
  amount,
  count = '2',
  sum = '15.50',
  groupSum = sum,
}: Draft): string => `
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
  <GrpHdr><MsgId>M</MsgId><NbOfTxs>2</NbOfTxs><CtrlSum>${groupSum}</CtrlSum></GrpHdr>
  <PmtInf><NbOfTxs>${count}</NbOfTxs><CtrlSum>${sum}</CtrlSum>
    <CdtTrfTxInf><PmtId><EndToEndId>R-1</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">10.00</InstdAmt></Amt>
      <Cdtr><Nm>Atelier Lilas</Nm></Cdtr></CdtTrfTxInf>
    <CdtTrfTxInf><PmtId><EndToEndId>R-2</EndToEndId></PmtId><Amt>${amount ?? '<InstdAmt Ccy="EUR">5.5</InstdAmt>'}</Amt>
      <Cdtr><Nm>${name}</Nm>${address}</Cdtr></CdtTrfTxInf>
  </PmtInf></CstmrCdtTrfInitn></Document>`;

const faults = (draft: Draft) => {
  const result = schemeFaults(file(draft));
  return result.ok ? result.value : result.refusal;
};

test('P1 no address, or one with its town and its country, is followed', () => {
  const structured = '<PstlAdr><StrtNm>Rue des Tilleuls</StrtNm><TwnNm>Lyon</TwnNm><Ctry>FR</Ctry></PstlAdr>';
  const hybrid = '<PstlAdr><TwnNm>Lyon</TwnNm><Ctry>FR</Ctry><AdrLine>1 rue des Tilleuls</AdrLine></PstlAdr>';
  for (const address of ['', structured, hybrid]) expect(faults({ address })).toEqual([]);
});

test.each([
  [
    'unstructured, as the library `sepa` 3.0.0 writes it',
    '<Ctry>FR</Ctry><AdrLine>1 rue des Tilleuls</AdrLine><AdrLine>Lyon</AdrLine>',
  ],
  ['lines only', '<AdrLine>1 rue des Tilleuls 69000 Lyon</AdrLine>'],
  ['a town without country', '<TwnNm>Lyon</TwnNm>'],
  ['a country without town', '<Ctry>FR</Ctry>'],
  ['a town of spaces', '<TwnNm> </TwnNm><Ctry>FR</Ctry>'],
])('P1 an address that is refused since 15 November 2026: %s', (_, content) => {
  expect(faults({ address: `<PstlAdr>${content}</PstlAdr>` })).toEqual([
    { rule: 'P1', kind: 'address-incomplete' },
  ]);
});

test('P1 two lines of 70 characters at most beside the town', () => {
  const lines = (...texts: string[]) =>
    `<PstlAdr><TwnNm>Lyon</TwnNm><Ctry>FR</Ctry>${texts.map((text) => `<AdrLine>${text}</AdrLine>`).join('')}</PstlAdr>`;
  expect(faults({ address: lines('a', 'b', 'c') })).toEqual([{ rule: 'P1', kind: 'address-too-long' }]);
  expect(faults({ address: lines('a'.repeat(71)) })).toEqual([{ rule: 'P1', kind: 'address-too-long' }]);
});

test('P2 a count or a sum that is not that of the content is seen at the level where it is', () => {
  expect(faults({ count: '3' })).toEqual([{ rule: 'P2', kind: 'count-differs', level: 'PmtInf' }]);
  expect(faults({ groupSum: '15.49' })).toEqual([{ rule: 'P2', kind: 'sum-differs', level: 'GrpHdr' }]);
  expect(faults({ sum: '15.5', groupSum: '15.500' })).toEqual([]);
  expect(faults({ sum: '15.501' })).toHaveLength(2);
});

test('P3 an identifier that serves twice is seen', () => {
  const result = schemeFaults(file({}).replace('R-2', 'R-1'));
  expect(result).toEqual({ ok: true, value: [{ rule: 'P3', kind: 'id-repeated', id: 'R-1' }] });
});

test('P4 an empty name, one that is too long and a letter outside the safe ones are seen, without being repeated', () => {
  expect(faults({ name: ' ' })).toEqual([{ rule: 'P4', kind: 'name-empty', element: 'Cdtr/Nm' }]);
  expect(faults({ name: 'a'.repeat(71) })).toEqual([{ rule: 'P4', kind: 'text-unsafe', element: 'Cdtr/Nm' }]);
  expect(faults({ name: 'Café &amp; Cie' })).toEqual([
    { rule: 'P4', kind: 'text-unsafe', element: 'Cdtr/Nm' },
  ]);
});

test('P8 an amount of zero, or in another currency, is seen', () => {
  const wrong = { rule: 'P8', kind: 'amount-wrong', id: 'R-2' };
  expect(faults({ amount: '<InstdAmt Ccy="EUR">0.00</InstdAmt>', sum: '10.00' })).toEqual([wrong]);
  expect(faults({ amount: '<InstdAmt Ccy="CHF">5.50</InstdAmt>', sum: '10.00' })).toEqual([wrong]);
});

test('a text that is not XML is refused', () => {
  expect(schemeFaults('<Document>')).toEqual({ ok: false, refusal: { kind: 'not-xml' } });
});
