import { expect, test } from 'vitest';
import { parsePass, passText } from './admin-link.ts';

const now = new Date('2026-11-24T10:00:00Z');
const pass = { id: 'abc', expiresAt: now.getTime() + 1000 };

test('a pass says who and until when', () => {
  expect(parsePass('link', passText('link', pass), now)).toEqual(pass);
});

test('an expired pass opens nothing', () => {
  expect(parsePass('link', passText('link', { ...pass, expiresAt: now.getTime() }), now)).toBeNull();
});

test('a link is not a session, and a session is not a link', () => {
  expect(parsePass('session', passText('link', pass), now)).toBeNull();
  expect(parsePass('link', passText('session', pass), now)).toBeNull();
});

test('noise opens nothing', () => {
  for (const text of ['', 'link', 'link..', 'link.abc.soon', 'link.abc.NaN'])
    expect(parsePass('link', text, now)).toBeNull();
});
