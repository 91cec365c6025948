import { expect, test } from 'vitest';
import { volumeLevel } from './yearly-volume.ts';

test.each([
  [0n, 'below'],
  [79_999_999n, 'below'],
  [80_000_000n, 'near'],
  // « Exceeds »: a million exactly is not above it.
  [100_000_000n, 'near'],
  [100_000_001n, 'over'],
] as const)('V12 %s cents paid in twelve months: %s', (cents, level) => {
  expect(volumeLevel(cents)).toBe(level);
});
