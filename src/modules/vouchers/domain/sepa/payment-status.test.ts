import { describe, expect, test } from 'vitest';
import { statusesOf } from './bank-answer.ts';
import { readPaymentStatus } from './payment-status.ts';

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const answerOf = (text: string) => {
  const result = readPaymentStatus(bytes(text));
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const refusalOf = (file: string | Uint8Array) => {
  const result = readPaymentStatus(typeof file === 'string' ? bytes(file) : file);
  return result.ok ? null : result.refusal;
};

const report = (content: string, version = '10'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="${NAMESPACE}pain.002.001.${version}"><CstmrPmtStsRpt>
    <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-11-30T08:00:00</CreDtTm></GrpHdr>${content}</CstmrPmtStsRpt></Document>`;
const group = (status: string): string =>
  `<OrgnlGrpInfAndSts><OrgnlMsgId>M-1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${status}</OrgnlGrpInfAndSts>`;
const part = (...transactions: string[]): string =>
  `<OrgnlPmtInfAndSts><OrgnlPmtInfId>M-1</OrgnlPmtInfId>${transactions.join('')}</OrgnlPmtInfAndSts>`;
const transaction = (id: string, status: string): string =>
  `<TxInfAndSts><OrgnlInstrId>${id}</OrgnlInstrId><OrgnlEndToEndId>${id}</OrgnlEndToEndId>${status}</TxInfAndSts>`;
const reason = (code: string, ...texts: string[]): string =>
  `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn>${texts.map((text) => `<AddtlInf>${text}</AddtlInf>`).join('')}</StsRsnInf>`;

const BATCH = {
  messageId: 'M-1',
  payments: ['R-1', 'R-2', 'R-3'].map((endToEndId) => ({ endToEndId, cents: 500n })),
};

describe('a status report, pain.002', () => {
  test.each(['03', '10'])('P7 gives the outcome of each payment and why, version %s', (version) => {
    const rejected = `<TxSts>RJCT</TxSts>${reason('AC04', 'COMPTE', 'CLOS')}
      <OrgnlTxRef><Amt><InstdAmt Ccy="EUR">15.00</InstdAmt></Amt></OrgnlTxRef>`;
    const text = report(
      group('<GrpSts>PART</GrpSts>') +
        part(
          transaction('R-1', rejected),
          transaction('R-2', '<TxSts>ACSC</TxSts>'),
          transaction('R-3', '<TxSts>ACSP</TxSts>'),
        ),
      version,
    );
    expect(answerOf(text)).toMatchObject({
      format: 'pain.002',
      fileId: 'BANK-1',
      payments: [
        {
          endToEndId: 'R-1',
          outcome: 'rejected',
          reasonCode: 'AC04',
          reasonText: 'COMPTE CLOS',
          cents: 1500n,
        },
        { endToEndId: 'R-2', outcome: 'accepted' },
        { endToEndId: 'R-3', outcome: 'pending' },
      ],
    });
  });

  test.each([
    ['the file', report(group(`<GrpSts>RJCT</GrpSts>${reason('FF01')}`))],
    [
      'the group of payments',
      report(group('<GrpSts>ACCP</GrpSts>') + part(`<PmtInfSts>RJCT</PmtInfSts>${reason('FF01')}`)),
    ],
    [
      'the file, its group named without status',
      report(group(`<GrpSts>RJCT</GrpSts>${reason('FF01')}`) + part()),
    ],
  ])('P7 a refusal of %s is one of every payment of the batch', (_, text) => {
    expect(statusesOf(answerOf(text), BATCH)).toEqual(
      BATCH.payments.map(({ endToEndId }) => ({ endToEndId, outcome: 'rejected', reasonCode: 'FF01' })),
    );
    expect(statusesOf(answerOf(text), { ...BATCH, messageId: 'M-2' })).toEqual([]);
  });

  test('P7 what is said of a payment wins over what is said of its batch', () => {
    const text = report(
      group('<GrpSts>PART</GrpSts>') +
        part('<PmtInfSts>ACSC</PmtInfSts>', transaction('R-2', `<TxSts>RJCT</TxSts>${reason('AC01')}`)),
    );
    expect(statusesOf(answerOf(text), BATCH).map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'rejected',
      'accepted',
    ]);
  });

  test('P7 what the bank had already received is not refused: the first sending is under way', () => {
    const said = `<GrpSts>RJCT</GrpSts>${reason('DU01')}`;
    const texts = [report(group(said)), report(group(said) + part('<PmtInfSts>RJCT</PmtInfSts>'))];
    for (const text of texts)
      expect(statusesOf(answerOf(text), BATCH).map(({ outcome }) => outcome)).toEqual(
        BATCH.payments.map(() => 'pending'),
      );
  });

  test('P7 nothing is paid before the money left: other codes, known or not, are pending', () => {
    for (const code of ['RCVD', 'PDNG', 'ACTC', 'ACCP', 'ACSP', 'ACWC', 'PART', 'constructor', 'ZZZZ'])
      expect(answerOf(report(group(`<GrpSts>${code}</GrpSts>`))).batches[0]?.outcome).toBe('pending');
    expect(answerOf(report(group(''))).batches[0]?.outcome).toBe('pending');
  });

  test('a payment without status of its own has that of its group, and one without identifier is passed over', () => {
    const text = report(
      group('') +
        part(
          '<PmtInfSts>RJCT</PmtInfSts>',
          transaction('R-1', reason('AM04')),
          '<TxInfAndSts><TxSts>RJCT</TxSts></TxInfAndSts>',
        ),
    );
    expect(answerOf(text).payments).toEqual([{ endToEndId: 'R-1', outcome: 'rejected', reasonCode: 'AM04' }]);
  });

  test('a bank that gives only our second identifier, or a code of its own, is understood', () => {
    const line =
      '<TxInfAndSts><OrgnlInstrId>R-1</OrgnlInstrId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Prtry>X9</Prtry></Rsn></StsRsnInf></TxInfAndSts>';
    expect(answerOf(report(group('') + part(line))).payments).toEqual([
      { endToEndId: 'R-1', outcome: 'rejected', reasonCode: 'X9' },
    ]);
  });
});

const statement = (version: '02' | '08', ...entries: string[]): string =>
  `<Document xmlns="${NAMESPACE}camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>BANK-2</MsgId></GrpHdr><Stmt>${entries.join('')}</Stmt></BkToCstmrStmt></Document>`;
const entry = (direction: 'DBIT' | 'CRDT', content: string, status = '<Sts>BOOK</Sts>'): string =>
  `<Ntry><Amt Ccy="EUR">15.00</Amt><CdtDbtInd>${direction}</CdtDbtInd>${status}<NtryDtls>${content}</NtryDtls></Ntry>`;
const details = (id: string, content = ''): string =>
  `<TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs>${content}</TxDtls>`;
const RETURN_CODE =
  '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd>';
const RETURNED = '<RtrInf><Rsn><Cd>AC06</Cd></Rsn><AddtlInf>bloqué</AddtlInf></RtrInf>';

describe('a statement, camt.053', () => {
  test.each([
    ['02', '<Sts>BOOK</Sts>', '<Sts>PDNG</Sts>'],
    ['08', '<Sts><Cd>BOOK</Cd></Sts>', '<Sts><Cd>PDNG</Cd></Sts>'],
  ] as const)(
    'P7 what left the account is accepted, what came back is rejected, version %s',
    (version, booked, pending) => {
      const text = statement(
        version,
        entry('DBIT', details('R-1'), booked),
        entry('DBIT', details('R-2'), pending),
        entry('CRDT', details('R-3', RETURNED), booked),
      );
      expect(answerOf(text).payments).toEqual([
        { endToEndId: 'R-1', outcome: 'accepted', cents: 1500n },
        { endToEndId: 'R-2', outcome: 'pending', cents: 1500n },
        { endToEndId: 'R-3', outcome: 'rejected', cents: 1500n, reasonCode: 'AC06', reasonText: 'bloqué' },
      ]);
    },
  );

  test.each([true, false])(
    'P7 a payment that left and came back was not paid, in whichever order (%s)',
    (leavesFirst) => {
      const lines = [entry('DBIT', details('R-1')), entry('CRDT', details('R-1', RETURNED))];
      const text = statement('02', ...(leavesFirst ? lines : lines.reverse()));
      expect(answerOf(text).payments).toMatchObject([
        { endToEndId: 'R-1', outcome: 'rejected', reasonCode: 'AC06' },
      ]);
    },
  );

  test('a return is known by its code or by its reversal mark too', () => {
    const text = statement(
      '08',
      entry('CRDT', details('R-1', RETURN_CODE)),
      entry('CRDT', details('R-2'), '<RvslInd>true</RvslInd><Sts>BOOK</Sts>'),
    );
    expect(answerOf(text).payments.map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected']);
  });

  test('money that others send, and lines without identifier, are passed over', () => {
    const text = statement(
      '08',
      entry('CRDT', details('R-1')),
      entry('DBIT', details('R-2'), '<RvslInd>true</RvslInd><Sts>BOOK</Sts>'),
      entry('DBIT', details('NOTPROVIDED')),
      entry('DBIT', '<TxDtls><Refs/></TxDtls>'),
      '<Ntry><Amt Ccy="EUR">2.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts></Ntry>',
    );
    expect(answerOf(text)).toMatchObject({ payments: [], batches: [] });
  });

  test('P7 a batch booked as one line is accepted as a whole; a batch of returns rejects only what it names', () => {
    const whole = '<Btch><MsgId>M-1</MsgId><PmtInfId>M-1</PmtInfId><NbOfTxs>3</NbOfTxs></Btch>';
    expect(statusesOf(answerOf(statement('08', entry('DBIT', whole))), BATCH)).toEqual(
      BATCH.payments.map((payment) => ({ ...payment, outcome: 'accepted' })),
    );
    const returns = statement(
      '08',
      entry('CRDT', whole + details('R-2', RETURNED), `<Sts>BOOK</Sts>${RETURN_CODE}`),
    );
    expect(statusesOf(answerOf(returns), BATCH).map(({ endToEndId }) => endToEndId)).toEqual(['R-2']);
  });

  test('P7 a line that moved less than the batch is the amount of none of its payments', () => {
    const left = '<Btch><PmtInfId>M-1</PmtInfId><NbOfTxs>2</NbOfTxs><TtlAmt Ccy="EUR">10.00</TtlAmt></Btch>';
    const amounts = statusesOf(answerOf(statement('08', entry('DBIT', left))), BATCH);
    expect(amounts.map(({ cents }) => cents)).toEqual([0n, 0n, 0n]);
  });

  test('the amount of a payment among several is its own, in euros only', () => {
    const amounts = [
      details('R-1', '<Amt Ccy="EUR">10.00000</Amt>'),
      details('R-2', '<AmtDtls><InstdAmt><Amt Ccy="EUR">5</Amt></InstdAmt></AmtDtls>'),
      details('R-3', '<Amt Ccy="CHF">1.00</Amt>'),
      details('R-4'),
    ];
    const { payments } = answerOf(statement('08', entry('DBIT', amounts.join(''))));
    expect(payments.map(({ cents }) => cents)).toEqual([1000n, 500n, undefined, undefined]);
  });
});

describe('the file of a bank', () => {
  const plain = report(group('<GrpSts>RJCT</GrpSts>'));

  test('may name its namespace by a prefix, and leaves aside elements of another one', () => {
    const text = `<n:Document xmlns:n="${NAMESPACE}pain.002.001.10"><n:CstmrPmtStsRpt><n:GrpHdr><n:MsgId>B</n:MsgId></n:GrpHdr>
      <n:OrgnlGrpInfAndSts><GrpSts>ACSC</GrpSts><o:GrpSts xmlns:o="urn:other">ACSC</o:GrpSts><n:OrgnlMsgId>M-1</n:OrgnlMsgId>
      <n:GrpSts>RJCT</n:GrpSts></n:OrgnlGrpInfAndSts></n:CstmrPmtStsRpt></n:Document>`;
    expect(answerOf(text)).toMatchObject({
      fileId: 'B',
      batches: [{ messageId: 'M-1', outcome: 'rejected' }],
    });
  });

  test('is read in the encoding that it declares, a byte order mark or not', () => {
    const text = report(group(`<GrpSts>RJCT</GrpSts>${reason('NARR', 'Compte clôturé')}`));
    const latin = Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1');
    for (const file of [bytes(text), bytes(`\ufeff${text}`), latin]) {
      const result = readPaymentStatus(file);
      expect(result.ok && result.value.batches[0]?.reasonText).toBe('Compte clôturé');
    }
  });

  test('in another encoding than it says is refused rather than guessed', () => {
    const text = report(group(reason('NARR', 'clôturé')));
    expect(refusalOf(Buffer.from(text, 'latin1'))).toEqual({ kind: 'encoding-unknown' });
    expect(refusalOf(text.replace('UTF-8', 'X-BANK'))).toEqual({ kind: 'encoding-unknown' });
  });

  test('that declares a document type is refused: entities reach for other files, or grow without end', () => {
    const declared = (dtd: string, content: string) =>
      plain.replace('<Document', `<!DOCTYPE Document ${dtd}><Document`).replace('BANK-1', content);
    expect(refusalOf(declared('[<!ENTITY x SYSTEM "file:///etc/passwd">]', 'a'))).toEqual({
      kind: 'dtd-forbidden',
    });
    expect(refusalOf(declared('SYSTEM "http://127.0.0.1/x.dtd"', 'a'))).toEqual({ kind: 'dtd-forbidden' });
    expect(refusalOf(declared('[<!ENTITY a "aa"><!ENTITY b "&a;&a;">]', '&b;'))).toEqual({ kind: 'not-xml' });
  });

  test.each([
    ['nothing', ''],
    ['a PDF', '%PDF-1.7 …'],
    ['a table', 'id;montant\nR-1;15,00'],
    ['a page', '<!doctype html><p>Session expirée<br>'],
    ['cut short', plain.slice(0, -20)],
    ['an entity that nobody declared', plain.replace('BANK-1', '&x;')],
    ['two roots', `${plain}<Document/>`],
    ['a forbidden character', plain.replace('BANK-1', '\u0001')],
    ['elements one inside the other without end', '<a>'.repeat(200_000)],
  ])('that is not XML is refused: %s', (_, text) => {
    expect(refusalOf(text)).toEqual({ kind: 'not-xml' });
  });

  test('of another format is refused, and says which', () => {
    for (const format of ['pain.001.001.09', 'camt.054.001.08', 'pain.002.001.14', 'constructor'])
      expect(refusalOf(plain.replace('pain.002.001.10', format))).toEqual({
        kind: 'format-unknown',
        namespace: NAMESPACE + format,
      });
    expect(refusalOf('<Document/>')).toEqual({ kind: 'format-unknown', namespace: '' });
    expect(refusalOf(plain.replaceAll('Document', 'Envelope'))?.kind).toBe('format-unknown');
    expect(refusalOf(plain.replace(NAMESPACE, 'urn:other:'))?.kind).toBe('format-unknown');
  });

  test('of the right format without its content is refused', () => {
    expect(refusalOf(`<Document xmlns="${NAMESPACE}camt.053.001.08"/>`)).toEqual({
      kind: 'content-missing',
      format: 'camt.053.001.08',
    });
    expect(refusalOf(report(''))?.kind).toBe('content-missing');
  });

  test('beyond four megabytes is refused unread; within, returns alone do not hold the reader', () => {
    expect(refusalOf(new Uint8Array(4 * 1024 * 1024 + 1))).toEqual({ kind: 'too-large' });
    const startedAt = performance.now();
    expect(refusalOf(`<a>${'\r'.repeat(400_000)}</a>`)?.kind).toBe('format-unknown');
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
