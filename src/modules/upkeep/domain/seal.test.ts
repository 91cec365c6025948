import { expect, test } from 'vitest';
import { createSigner } from '../../../platform/signature.ts';
import { maskEmail } from './mask-email.ts';
import { digestOf, openOptOut, openPass, openReport, sealOptOut, sealPass, sealReport } from './seal.ts';

const { sign, open } = createSigner('une clé de test, longue comme il faut');
const now = new Date('2026-11-24T13:10:00Z');
const pass = { placeId: 'abc', linkId: 'l1', expiresAt: new Date('2026-11-27T13:10:00Z') };

test('a link opens the place it was made for, until it expires', () => {
  const signed = sealPass(pass, sign);
  expect(openPass(signed, open, now)).toEqual(pass);
  expect(openPass(signed, open, pass.expiresAt)).toBeNull();
  expect(openPass(signed.replace('abc', 'abd'), open, now)).toBeNull();
});

test('the page of a report is found by its address only', () => {
  const token = sealReport(12, sign);
  expect(openReport(token, open)).toBe(12);
  expect(openReport(token.replace('12-', '13-'), open)).toBeNull();
  for (const noise of ['', '12', '12-', '-x', '0-x', 'x-y']) expect(openReport(noise, open)).toBeNull();
});

test('each signed address serves one purpose', () => {
  const digest = digestOf('Accueil@mimosa.example', sign);
  expect(digest).toBe(digestOf('accueil@mimosa.example ', sign));
  expect(openOptOut(sealOptOut(digest, sign), open)).toBe(digest);
  expect(openOptOut(sealPass(pass, sign), open)).toBeNull();
  expect(openPass(sealOptOut(digest, sign), open, now)).toBeNull();
});

test.each([
  ['contact@mimosa.example', 'c…t@m…a.example'],
  ['a@bc.example', '…@….example'],
])('%s is shown as %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});
