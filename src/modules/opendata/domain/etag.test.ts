import { expect, test } from 'vitest';
import { isKnownVersion } from './etag.ts';

test('a version already held is recognised among several, weak or strong', () => {
  expect(isKnownVersion('"a", W/"b"', 'W/"b"')).toBe(true);
  expect(isKnownVersion('"b"', 'W/"b"')).toBe(true);
  expect(isKnownVersion('*', 'W/"b"')).toBe(true);
});

test('another version, or none, is not', () => {
  expect(isKnownVersion('"a"', 'W/"b"')).toBe(false);
  expect(isKnownVersion(undefined, 'W/"b"')).toBe(false);
  expect(isKnownVersion('b', 'W/"b"')).toBe(false);
});
