import { expect, test } from 'vitest';
import { parseMobile } from './mobile.ts';

test.each([
  ['06 39 98 00 11', '+33639980011'],
  ['+33 6 39 98 00 11', '+33639980011'],
  ['0033639980011', '+33639980011'],
  ['0639-98-00-11', '+33639980011'],
  ['0692 12 34 56', '+262692123456'],
])('%s is a mobile number of France', (text, e164) => {
  expect(parseMobile(text)).toBe(e164);
});

test.each(['01 99 00 11 22', '06 39 98', '3949', '+44 7911 123456', '0899 70 00 00', 'mon numéro', ''])(
  'no text message goes to « %s »',
  (text) => {
    expect(parseMobile(text)).toBeNull();
  },
);
