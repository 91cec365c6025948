import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { describeWithSharedData, sharedPath } from '../../../../../test/support/shared-data.ts';
import { type Payment, type PaymentBatch, writePaymentFile } from './pain-001.ts';
import { schemeFaults } from './second-rules.ts';

const IBANS = ['FR1420041010050500013M02606', 'FR7630006000011234567890189', 'NL91ABNA0417164300'] as const;

const payment = (given: Partial<Payment> = {}): Payment => ({
  endToEndId: 'R-1',
  cents: 1500n,
  creditor: { name: 'Café Mimosa', iban: IBANS[1], bic: null },
  remittance: 'Pass numérique, novembre',
  ...given,
});
const batch = (given: Partial<PaymentBatch> = {}): PaymentBatch => ({
  messageId: 'MAILLON-2026-001',
  createdAt: new Date('2026-11-28T23:30:15.678Z'),
  executeOn: '2026-11-30',
  debtor: { name: 'Territoire des Deux-Rives', iban: IBANS[0], bic: 'PSSTFRPPXXX' },
  payments: [payment()],
  ...given,
});
const written = (given: PaymentBatch): string => {
  const result = writePaymentFile(given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const refusalOf = (given: Partial<PaymentBatch>) => {
  const result = writePaymentFile(batch(given));
  return result.ok ? null : result.refusal;
};
const refusalOfPayment = (given: Partial<Payment>) =>
  refusalOf({ payments: [payment(), payment({ endToEndId: 'R-2', ...given })] });

const name = fc.oneof(
  fc.constantFrom("Hôpital d'Été & Cie", 'Œuvre « des </Nm> écoles »', ']]><!--&amp;', '<Nm>', '0'),
  fc.string({ unit: 'binary', maxLength: 90 }).map((text) => `a${text}`),
);
const party = fc.record({
  name,
  iban: fc.constantFrom(...IBANS),
  bic: fc.constantFrom(null, 'PSSTFRPP', 'ABNANL2AXXX'),
});
const anyBatch = (most: number) =>
  fc
    .record({
      rank: fc.nat(),
      createdAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      debtor: party,
      orders: fc.array(
        fc.record({
          cents: fc.bigInt({ min: 1n, max: 99_999_999_999n }),
          creditor: party,
          remittance: fc.string({ unit: 'binary', maxLength: 200 }),
        }),
        { minLength: 1, maxLength: most, size: 'max' },
      ),
    })
    .map(
      ({ rank, createdAt, debtor, orders }): PaymentBatch =>
        batch({
          messageId: `M${rank}`,
          createdAt,
          debtor,
          payments: orders.map((order, at) => ({ endToEndId: `M${rank}/${at}`, ...order })),
        }),
    );

describe('a payment file', () => {
  test('P1 P3 is these bytes: no address, no clock, nothing of the machine', () => {
    expect(written(batch())).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
  <CstmrCdtTrfInitn>
    <GrpHdr>
      <MsgId>MAILLON-2026-001</MsgId>
      <CreDtTm>2026-11-28T23:30:15Z</CreDtTm>
      <NbOfTxs>1</NbOfTxs>
      <CtrlSum>15.00</CtrlSum>
      <InitgPty>
        <Nm>Territoire des Deux-Rives</Nm>
      </InitgPty>
    </GrpHdr>
    <PmtInf>
      <PmtInfId>MAILLON-2026-001</PmtInfId>
      <PmtMtd>TRF</PmtMtd>
      <BtchBookg>false</BtchBookg>
      <NbOfTxs>1</NbOfTxs>
      <CtrlSum>15.00</CtrlSum>
      <PmtTpInf>
        <SvcLvl>
          <Cd>SEPA</Cd>
        </SvcLvl>
      </PmtTpInf>
      <ReqdExctnDt>
        <Dt>2026-11-30</Dt>
      </ReqdExctnDt>
      <Dbtr>
        <Nm>Territoire des Deux-Rives</Nm>
      </Dbtr>
      <DbtrAcct>
        <Id>
          <IBAN>FR1420041010050500013M02606</IBAN>
        </Id>
      </DbtrAcct>
      <DbtrAgt>
        <FinInstnId>
          <BICFI>PSSTFRPPXXX</BICFI>
        </FinInstnId>
      </DbtrAgt>
      <ChrgBr>SLEV</ChrgBr>
      <CdtTrfTxInf>
        <PmtId>
          <InstrId>R-1</InstrId>
          <EndToEndId>R-1</EndToEndId>
        </PmtId>
        <Amt>
          <InstdAmt Ccy="EUR">15.00</InstdAmt>
        </Amt>
        <Cdtr>
          <Nm>Cafe Mimosa</Nm>
        </Cdtr>
        <CdtrAcct>
          <Id>
            <IBAN>FR7630006000011234567890189</IBAN>
          </Id>
        </CdtrAcct>
        <RmtInf>
          <Ustrd>Pass numerique, novembre</Ustrd>
        </RmtInf>
      </CdtTrfTxInf>
    </PmtInf>
  </CstmrCdtTrfInitn>
</Document>
`);
  });

  test('P1 P2 P3 P4 P8 whatever the names, texts and amounts, follows the second rules and is written again the same', () => {
    const property = fc.property(anyBatch(6), (given) => {
      const first = written(given);
      expect(schemeFaults(first)).toEqual({ ok: true, value: [] });
      return written(structuredClone(given)) === first;
    });
    fc.assert(property, { numRuns: 60 });
  });

  test('P2 sums are those of the cents, beyond what a floating-point number can hold', () => {
    const payments = Array.from({ length: 1001 }, (_, rank) =>
      payment({ endToEndId: `R-${rank}`, cents: rank === 0 ? 1n : 99_999_999_999n }),
    );
    expect(written(batch({ payments })).match(/<CtrlSum>.*/g)).toEqual([
      '<CtrlSum>999999999990.01</CtrlSum>',
      '<CtrlSum>999999999990.01</CtrlSum>',
    ]);
  });

  test('P3 an identifier that the bank would cut or change, or that serves twice, is refused', () => {
    expect(refusalOf({ messageId: 'é' })).toEqual({ kind: 'id-unsafe', id: 'é' });
    expect(refusalOfPayment({ endToEndId: '1'.repeat(36) })?.kind).toBe('id-unsafe');
    expect(refusalOfPayment({ endToEndId: 'R-1' })).toEqual({ kind: 'id-repeated', id: 'R-1' });
  });

  test('P4 a name that cannot be written is refused, a remittance text that cannot is left out', () => {
    expect(refusalOfPayment({ creditor: { ...payment().creditor, name: 'أمل' } })).toEqual({
      kind: 'name-unwritable',
      endToEndId: 'R-2',
    });
    expect(refusalOf({ debtor: { ...batch().debtor, name: '' } })).toEqual({
      kind: 'name-unwritable',
      endToEndId: null,
    });
    expect(written(batch({ payments: [payment({ remittance: 'أمل' })] }))).not.toContain('RmtInf');
  });

  test('P5 an account whose keys are wrong is refused, and says why', () => {
    const { creditor } = payment();
    const iban = 'FR7630006000011234567890180';
    expect(refusalOfPayment({ creditor: { ...creditor, iban } })).toEqual({
      kind: 'account-refused',
      endToEndId: 'R-2',
      reason: { kind: 'iban-key-wrong' },
    });
    expect(refusalOf({ debtor: { ...batch().debtor, bic: 'PSST' } })).toEqual({
      kind: 'account-refused',
      endToEndId: null,
      reason: { kind: 'bic-wrong' },
    });
  });

  test('P8 zero, a negative amount, more than the scheme carries, and a batch without payment are refused', () => {
    for (const cents of [0n, -1n, 100_000_000_000n])
      expect(refusalOfPayment({ cents })).toEqual({ kind: 'amount-not-payable', endToEndId: 'R-2', cents });
    expect(refusalOf({ payments: [] })).toEqual({ kind: 'no-payment' });
  });

  test('a day that the calendar does not have is refused', () => {
    expect(refusalOf({ executeOn: '2026-11-31' })).toEqual({ kind: 'date-wrong', date: '2026-11-31' });
  });
});

describeWithSharedData('the schema of pain.001.001.09', () => {
  test('P1 accepts what we write, whatever the names, texts and amounts, and refuses a file out of order', async () => {
    const schema = readFileSync(sharedPath('benchmarks/pain001/pain.001.001.09.xsd'), 'utf8');
    const [many, ...small] = [...fc.sample(anyBatch(400), 1), ...fc.sample(anyBatch(3), 8)].map(written);
    const disordered = written(batch())
      .replace(/<ChrgBr>.*\n/, '')
      .replace('</PmtInf>', '<ChrgBr>SLEV</ChrgBr></PmtInf>');
    const files = [many!, ...small, written(batch()), disordered];
    const { errors } = await validateXML({
      xml: files.map((contents, rank) => ({ fileName: `${rank}.xml`, contents })),
      schema,
    });
    expect(new Set(errors.map(({ loc }) => loc?.fileName))).toEqual(new Set([`${files.length - 1}.xml`]));
  });
});
