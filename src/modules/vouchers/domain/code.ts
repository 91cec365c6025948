import { ok, type Result, refuse } from '../../../kernel/result.ts';

/** Crockford's Base32: no I, L, O nor U, which hands and eyes confuse with 1, 1, 0 and V. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
/** V10: 16 characters of 5 bits. */
const SECRET_LENGTH = 16;
export const CODE_BYTES = (SECRET_LENGTH * 5) / 8;

export type CodeRefusal =
  | { kind: 'code-length'; typed: number; expected: number }
  | { kind: 'code-character'; character: string }
  | { kind: 'code-mistyped' };

/** 17 characters: 80 random bits and a check character. Without hyphens, as it is hashed. */
export type PassCode = string & { readonly __passCode: unique symbol };

/** From ten random bytes. */
export function makeCode(bytes: Uint8Array): PassCode {
  if (bytes.length !== CODE_BYTES) throw new Error(`A code takes ${CODE_BYTES} bytes.`);
  let secret = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    for (held += 8; held >= 5; held -= 5) secret += ALPHABET[(bits >> (held - 5)) & 31];
    bits &= (1 << held) - 1;
  }
  return (secret + checkCharacter(secret)) as PassCode;
}

/**
 * What a person typed, or what a camera or a hand-held reader found in the square of the sheet, which is an address and
 * the code after its `#`. Case, spaces and hyphens do not matter.
 */
export function readCode(typed: string): Result<PassCode, CodeRefusal> {
  const characters = Array.from(
    typed
      .slice(typed.lastIndexOf('#') + 1)
      .toUpperCase()
      .replaceAll(/[\s\p{Pd}.·]/gu, ''),
    (one) => READ_AS[one] ?? one,
  );
  const strange = characters.find((one) => !ALPHABET.includes(one));
  if (strange !== undefined) return refuse({ kind: 'code-character', character: strange });
  if (characters.length !== SECRET_LENGTH + 1)
    return refuse({ kind: 'code-length', typed: characters.length, expected: SECRET_LENGTH + 1 });
  const text = characters.join('');
  return checkCharacter(text.slice(0, -1)) === text.at(-1)
    ? ok(text as PassCode)
    : refuse({ kind: 'code-mistyped' });
}

/** By groups of four, as printed: 7K4P-29QX-HM3T-W6RD-F. */
export const printedCode = (code: PassCode): string => code.match(/.{1,4}/g)!.join('-');

/**
 * Sum of the characters in the field of 32 elements, each weighted by another power of the generator: a wrong character,
 * or two that changed places, always changes it. (Crockford's own check needs five symbols that phones hide.)
 */
function checkCharacter(secret: string): string {
  let sum = 0;
  let weight = 2;
  for (const character of secret) {
    sum ^= multiply(ALPHABET.indexOf(character), weight);
    weight = multiply(weight, 2);
  }
  return ALPHABET[sum]!;
}

/** Product in GF(2⁵), modulo x⁵ + x² + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let rank = 0; rank < 5; rank += 1) if ((b >> rank) & 1) product ^= a << rank;
  for (let rank = 8; rank >= 5; rank -= 1) if ((product >> rank) & 1) product ^= 0b100101 << (rank - 5);
  return product;
}
