import { expect, test } from 'vitest';
import { cleanName, nameText, parseName, whoIs } from './stated-name.ts';

test('a name belongs to the session in which it was given, and to no other', () => {
  const text = nameText('abc', 'Amina B.');
  expect(parseName('abc', text)).toBe('Amina B.');
  for (const other of ['ab', 'abc.', 'abd', '']) expect(parseName(other, text)).toBeNull();
});

test('a name is one short line, whatever was typed', () => {
  expect(cleanName('  Amina\n\tB.\u0000\u202e ')).toBe('Amina B.');
  expect(cleanName('é'.repeat(60))).toBe('é'.repeat(40));
  expect(cleanName(' \n ')).toBe('');
});

test('without a name the author stays « administration »', () => {
  for (const none of [null, '']) expect(whoIs(none)).toEqual({ author: 'administration', isNamed: false });
  expect(whoIs('Amina B.')).toEqual({ author: 'Amina B.', isNamed: true });
});
