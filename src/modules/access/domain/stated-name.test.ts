import { expect, test } from 'vitest';
import { cleanName, whoIs } from './stated-name.ts';

test('a name is one short line, whatever was typed', () => {
  expect(cleanName('  Amina\n\tB.\u0000\u202e ')).toBe('Amina B.');
  expect(cleanName('é'.repeat(60))).toBe('é'.repeat(40));
  expect(cleanName(' \n ')).toBe('');
});

test('without a name the author stays « administration »', () => {
  for (const none of [null, { name: '', email: null }])
    expect(whoIs(none)).toEqual({ author: 'administration', isNamed: false, hasAccount: false });
  expect(whoIs({ name: 'Amina B.', email: 'amina@territoire.example' })).toEqual({
    author: 'Amina B.',
    isNamed: true,
    hasAccount: true,
  });
});
