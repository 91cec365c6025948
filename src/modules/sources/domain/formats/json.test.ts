import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJsonText } from './json.ts';
import { findJsonFault } from './json-fault.ts';
import { DEFAULT_READ_LIMITS } from './limits.ts';

const parse = (text: string) => parseJsonText(text, DEFAULT_READ_LIMITS);

function refusal(text: string) {
  const result = parse(text);
  return result.ok ? null : result.refusal;
}

test('a document cut short is refused, with the character where it stops', () => {
  expect(refusal('[{"nom":"A"},{"nom"')).toEqual({ kind: 'truncated', detail: '1:20', character: 20 });
  expect(refusal('[\n{"nom":"Esp')).toEqual({ kind: 'truncated', detail: '2:12', character: 14 });
});

test('a damaged document is refused, with the character at fault', () => {
  expect(refusal('[{"nom":"A"},\n {nom:"B"}]')).toEqual({ kind: 'malformed', detail: '2:3', character: 17 });
  expect(refusal('{"a":1,}')).toEqual({ kind: 'malformed', detail: '1:8', character: 8 });
  expect(refusal('[1 2]')).toEqual({ kind: 'malformed', detail: '1:4', character: 4 });
  expect(refusal('["a\nb"]')).toEqual({ kind: 'malformed', detail: '1:4', character: 4 });
});

test.each(['[1.', '[1e', '[1.5E-', '[-'])('« %s » is a number cut short', (start) => {
  expect(findJsonFault(start)).toEqual({ offset: start.length, kind: 'cut' });
});

test.each(['[1.5.', '[1e3.', '[truee', '[1e3e'])('« %s » is damaged', (start) => {
  expect(findJsonFault(start)).toEqual({ offset: start.length - 1, kind: 'invalid' });
});

test('any beginning of a document is seen as cut short, never as damaged', () => {
  fc.assert(
    fc.property(fc.json(), fc.double({ min: 0, max: 1, noNaN: true }), (json, share) => {
      const start = `[${json},`.slice(0, 1 + Math.floor(share * (json.length + 1)));
      expect(findJsonFault(start)).toEqual({ offset: start.length, kind: 'cut' });
    }),
  );
});

test('what precedes a fault is sound, and nothing that could follow would mend it', () => {
  const pieces = fc.constantFrom('}', ']', ',', ':', 'x', '"', '1', '{', '\u0001');
  fc.assert(
    fc.property(fc.json(), fc.nat(), pieces, (json, place, piece) => {
      const index = place % (json.length + 1);
      const broken = `[${json.slice(0, index)}${piece}${json.slice(index)}]`;
      fc.pre(!isJson(broken));
      const { offset, kind } = findJsonFault(broken);
      const isSoundBefore = findJsonFault(broken.slice(0, offset)).kind === 'cut';
      const isLasting = [']', '"]', '}]', ' '].every((end) => findJsonFault(broken + end).offset === offset);
      return isSoundBefore && (kind === 'cut' || isLasting);
    }),
    { numRuns: 1_000 },
  );
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('one document per line is read line by line', () => {
  const result = parse('{"nom":"A"}\n\n{"nom":"B"}\r\n\u001e{"nom":"C"}\n');
  expect(result).toEqual({
    ok: true,
    value: {
      kind: 'lines',
      lines: [
        { position: 1, value: { nom: 'A' } },
        { position: 3, value: { nom: 'B' } },
        { position: 4, value: { nom: 'C' } },
      ],
    },
  });
});

test('a damaged line is given by its number', () => {
  expect(refusal('{"nom":"A"}\n{"nom":B}\n{"nom":"C"}')).toEqual({
    kind: 'malformed',
    detail: '2:8',
    character: 8,
  });
  expect(refusal('{"nom":"A"}\n{"nom":"B"}\n{"nom":"C')).toEqual({
    kind: 'truncated',
    detail: '3:10',
    character: 10,
  });
});

test('identifiers longer than a number can hold keep their digits', () => {
  const result = parse('[{"id":12345678901234567890,"lat":45.1234567890123,"n":7}]');
  expect(result.ok && result.value).toEqual({
    kind: 'document',
    value: [{ id: '12345678901234567890', lat: 45.1234567890123, n: 7 }],
  });
});

test('characters that a database refuses are taken out of texts and keys', () => {
  const result = parse('[{"no\\u0000m":"A\\u0000B","b":"\\ud83d\\ude00 \\ud83d"}]');
  expect(result.ok && result.value).toEqual({
    kind: 'document',
    value: [{ nom: 'AB', b: '\u{1f600} \ufffd' }],
  });
});

test('millions of empty objects are refused before they fill the memory', () => {
  const result = parseJsonText(`[${'{},'.repeat(60)}{}]`, { ...DEFAULT_READ_LIMITS, maxRows: 10 });
  expect(result).toEqual({ ok: false, refusal: { kind: 'too-many-rows', limit: 10 } });
});
