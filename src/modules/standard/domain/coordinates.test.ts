import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCoordinates, parsePointText } from '../index.ts';

const lyon = { latitude: 45.764, longitude: 4.8357 };
const read = (latitude: string, longitude: string) => {
  const result = parseCoordinates(latitude, longitude);
  return result.ok ? result.value : result.refusal.kind;
};

test('decimal degrees in France are kept', () => {
  expect(read('45.764', '4.8357')).toEqual({ point: lyon });
  expect(read('45.764°', '4.8357 E')).toEqual({ point: lyon });
});

describe('repairs are said', () => {
  test('commas for points', () => {
    expect(read('45,764', '4,8357')).toEqual({ point: lyon, repair: 'decimal-comma' });
  });

  test('longitude and latitude in each other’s place, overseas too', () => {
    expect(read('4.8357', '45.764')).toEqual({ point: lyon, repair: 'swapped' });
    expect(read('55.45', '-20.88')).toEqual({
      point: { latitude: -20.88, longitude: 55.45 },
      repair: 'swapped',
    });
  });

  test('metres of Lambert 93, in either order', () => {
    for (const [x, y] of [
      ['842666', '6519924'],
      ['6519924', '842666'],
    ] as const) {
      const result = read(x, y);
      expect(result).toMatchObject({ repair: 'projected' });
      expect(typeof result === 'object' && Math.abs(result.point.latitude - 45.764)).toBeLessThan(0.001);
    }
  });

  test('a decimal point lost by a spreadsheet', () => {
    expect(read('45764000', '4835700')).toEqual({ point: lyon, repair: 'scaled' });
  });
});

test('zero, zero is not a place', () => {
  expect(read('0', '0,0')).toBe('unknown');
  expect(read('', '')).toBe('empty');
  expect(read('ici', '4')).toBe('unreadable');
  expect(read('48.85', '-122.4')).toBe('outside-france');
});

test('degrees, minutes and seconds are read', () => {
  expect(read('45°45\'50.4" N', '4°50\'8.52" E')).toEqual({ point: lyon });
});

test.each([
  '45.764, 4.8357',
  '45,764 ; 4,8357',
  '{"type":"Point","coordinates":[4.8357,45.764]}',
  'POINT(4.8357 45.764)',
  '4.8357|45.764',
])('both numbers in one text: %s', (text) => {
  expect(parsePointText(text)).toMatchObject({ ok: true, value: { point: lyon } });
});

test('every pair of texts gets an answer, and an accepted point is read as itself', () => {
  const text = fc.oneof(fc.string(), fc.double().map(String), fc.stringMatching(/^-?\d{1,8}[.,]?\d{0,8}$/));
  fc.assert(
    fc.property(text, text, (latitude, longitude) => {
      parsePointText(latitude);
      const result = parseCoordinates(latitude, longitude);
      if (!result.ok) return true;
      const { point } = result.value;
      return (
        JSON.stringify(read(String(point.latitude), String(point.longitude))) === JSON.stringify({ point })
      );
    }),
  );
});
