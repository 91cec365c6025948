import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldKey } from './text.ts';

test('accents, case and hyphens do not change the key of a name', () => {
  expect(foldKey('Saint-Étienne-du-Bois')).toBe(foldKey('SAINT ETIENNE DU BOIS'));
  expect(foldKey("L'Œuvre")).toBe('l oeuvre');
});

test('folding a folded text changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)),
    { numRuns: 2000 },
  );
});
