import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastOnWhite, parseColour, readableOnWhite } from './theme-colour.ts';

test('any colour of a town hall becomes one that can be read on white', () => {
  const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => value.toString(16).padStart(6, '0'));
  fc.assert(fc.property(anyColour, (hex) => contrastOnWhite(readableOnWhite(hex)) >= 7));
});

test('a colour that can be read is left as it is', () => {
  expect(readableOnWhite('0a4f63')).toBe('0a4f63');
  expect(readableOnWhite('ffc93c')).not.toBe('ffc93c');
});

test('what is no colour is refused, whatever it tries to write in a style sheet', () => {
  expect(parseColour('#0A4F63')).toBe('0a4f63');
  expect(parseColour('red;}body{display:none')).toBeNull();
  expect(parseColour('')).toBeNull();
});
