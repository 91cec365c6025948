import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok, refuse } from '../../../kernel/result.ts';
import { CODE_BYTES, makeCode, printedCode, readCode } from './code.ts';

const code = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES }).map(makeCode);
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('V10 a code carries 80 bits: two draws that differ give two codes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES }),
      fc.nat(CODE_BYTES * 8 - 1),
      (bytes, bit) => {
        const other = Uint8Array.from(bytes, (byte, rank) =>
          rank === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte,
        );
        expect(makeCode(other).slice(0, 16)).not.toBe(makeCode(bytes).slice(0, 16));
      },
    ),
  );
});

test('a printed code is read however it is typed', () => {
  fc.assert(
    fc.property(code, (one) => {
      expect(readCode(printedCode(one))).toEqual(ok(one));
      expect(readCode(` ${one.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `)).toEqual(ok(one));
    }),
  );
});

test('V10 one wrong character is always seen', () => {
  fc.assert(
    fc.property(code, fc.nat(16), fc.constantFrom(...LETTERS), (one, rank, letter) => {
      fc.pre(one[rank] !== letter);
      expect(readCode(one.slice(0, rank) + letter + one.slice(rank + 1))).toEqual(
        refuse({ kind: 'code-mistyped' }),
      );
    }),
  );
});

test('V10 two characters of the secret that changed places are always seen', () => {
  fc.assert(
    fc.property(code, fc.nat(15), fc.nat(15), (one, a, b) => {
      fc.pre(one[a] !== one[b]);
      const swapped = Array.from(one);
      [swapped[a], swapped[b]] = [swapped[b]!, swapped[a]!];
      expect(readCode(swapped.join(''))).toEqual(refuse({ kind: 'code-mistyped' }));
    }),
  );
});

test('what is not a code says why', () => {
  expect(readCode('7K4P-29QX')).toEqual(refuse({ kind: 'code-length', typed: 8, expected: 17 }));
  expect(readCode('7K4P-29QX-HM3T-W6R!-F')).toEqual(refuse({ kind: 'code-character', character: '!' }));
  expect(readCode('')).toEqual(refuse({ kind: 'code-length', typed: 0, expected: 17 }));
});
