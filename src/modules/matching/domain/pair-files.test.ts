import { expect, test } from 'vitest';
import { openMatcher } from './matcher.ts';
import { parsePairs, writeClusters, writeVerdicts } from './pair-files.ts';

test('pairs and labels are read by column name; « unsure » is no label', () => {
  const rows = parsePairs('pid,a,b,label\nP1,x,y,same\nP2,x,z,unsure\nP3,y,z,linked\n', ['label']);
  if (!rows.ok) throw new Error('refused');
  expect(rows.value.map(({ pid, isSame }) => [pid, isSame])).toEqual([
    ['P1', true],
    ['P2', null],
    ['P3', false],
  ]);
});

test('a file without its columns is refused', () => {
  expect(parsePairs('pid,left,right\n', ['pid', 'a', 'b'])).toEqual({
    ok: false,
    refusal: { kind: 'missing-column', column: 'a' },
  });
});

test('every pair asked for gets a line, even when its records are unknown', () => {
  const matcher = openMatcher([
    { rid: 'x', source: 's', name: 'Les Passerelles' },
    { rid: 'y', source: 't', name: 'La Ruche' },
  ]);
  const rows = parsePairs('pid,a,b\nP1,x,y\nP2,x,nobody\n', ['a', 'b']);
  if (!rows.ok) throw new Error('refused');
  const lines = writeVerdicts(rows.value, matcher.score(rows.value.map(({ pair }) => pair))).split('\n');
  expect(lines[0]).toBe('pid,verdict,probability,bits');
  expect(lines[1]).toMatch(/^P1,(same|linked|distinct),0\.\d+,-?\d+\.\d{3}$/);
  expect(lines[2]).toBe('P2,distinct,0,');
});

test('identifiers with commas and quotes are quoted', () => {
  expect(writeClusters(['a,"1"', 'b'], Int32Array.of(0, 0))).toBe(
    'rid,cluster\n"a,""1""","a,""1"""\nb,"a,""1"""\n',
  );
});
