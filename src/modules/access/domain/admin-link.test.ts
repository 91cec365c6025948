import { expect, test } from 'vitest';
import { parsePass, passText } from './admin-link.ts';

const now = new Date('2026-11-24T10:00:00Z');
const pass = { id: 'abc', expiresAt: now.getTime() + 1000 };

test('a pass says which and until when', () => {
  expect(parsePass(passText(pass), now)).toEqual(pass);
});

test('an expired pass opens nothing', () => {
  expect(parsePass(passText({ ...pass, expiresAt: now.getTime() }), now)).toBeNull();
});

test('what was signed for something else is not a link', () => {
  expect(parsePass(passText(pass).replace('link', 'session'), now)).toBeNull();
});

test('noise opens nothing', () => {
  for (const text of ['', 'link', 'link..', 'link.abc.soon', 'link.abc.NaN'])
    expect(parsePass(text, now)).toBeNull();
});
