import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from './text-encoding.ts';

const SENTENCE = 'Espace numérique « L’Œuvre » à Saint-Étienne ; accès handicapé, 5 €\n';

const WINDOWS_1252: Record<string, number> = { '’': 0x92, Œ: 0x8c, '€': 0x80 };
const MAC: Record<string, number> = { é: 0x8e, à: 0x88, è: 0x8f, É: 0x83, ' ': 0x20 };

const windows1252 = (text: string) =>
  Uint8Array.from(text, (letter) => WINDOWS_1252[letter] ?? letter.charCodeAt(0));
const macRoman = (text: string) => Uint8Array.from(text, (letter) => MAC[letter] ?? letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, { isBig = false, hasMark = true } = {}): Uint8Array {
  const units = (hasMark ? `\ufeff${text}` : text).split('').map((unit) => unit.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  );
}

const encodings = (bytes: Uint8Array) => decodeText(bytes).notices;

test('UTF-8 is read as it is, with or without its mark', () => {
  expect(decodeText(utf8(SENTENCE))).toEqual({ text: SENTENCE, notices: [] });
  expect(decodeText(utf8(`\ufeff${SENTENCE}`))).toEqual({ text: SENTENCE, notices: [] });
});

test('Windows-1252 is recognised, and said', () => {
  expect(decodeText(windows1252(SENTENCE))).toEqual({
    text: SENTENCE,
    notices: [{ kind: 'encoding', detail: 'windows-1252' }],
  });
});

test('an old Macintosh file is recognised by its accents', () => {
  const text = 'Médiathèque à Étréchy, accès à la clé';
  expect(decodeText(macRoman(text)).text).toBe(text);
});

test('UTF-16 is recognised by its mark, or by its zeros', () => {
  for (const options of [{}, { isBig: true }, { hasMark: false }, { isBig: true, hasMark: false }]) {
    expect(decodeText(utf16(SENTENCE, options)).text).toBe(SENTENCE);
  }
  expect(encodings(utf16(SENTENCE))).toEqual([{ kind: 'encoding', detail: 'utf-16le' }]);
});

test('a UTF-8 file with a few foreign bytes keeps all its accents', () => {
  const bytes = new Uint8Array([...utf8(SENTENCE.repeat(3)), ...windows1252('Café'), ...utf8('é')]);
  expect(decodeText(bytes)).toEqual({
    text: `${SENTENCE.repeat(3)}Caféé`,
    notices: [{ kind: 'encoding', detail: 'utf-8 + windows-1252 (1)' }],
  });
});

test('characters already lost, and null characters, are counted', () => {
  expect(decodeText(utf8('Caf\ufffd \u0000 th\ufffd'))).toEqual({
    text: 'Caf\ufffd  th\ufffd',
    notices: [{ kind: 'replaced-characters', detail: '3' }],
  });
});

test('decoding never throws, and never loses an ASCII character', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const { text } = decodeText(bytes);
      const isWide = encodings(bytes).some(({ detail }) => detail.startsWith('utf-16'));
      return isWide || count(text) === bytes.filter((byte) => byte > 0 && byte < 0x80).length;
    }),
  );
});

const count = (text: string): number => [...text].filter((letter) => letter < '\u0080').length;
