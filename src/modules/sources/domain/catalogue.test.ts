import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeWithSharedData, sharedPath } from '../../../../test/support/shared-data.ts';
import { CATALOGUE } from './catalogue.ts';

test('each source has its own name, that can be typed without quotes or accents', () => {
  const names = CATALOGUE.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
});

test('each source has a secure address', () => {
  expect(CATALOGUE.filter(({ url }) => new URL(url).protocol !== 'https:')).toEqual([]);
});

describeWithSharedData('the catalogue and the list of public sources', () => {
  test('every listed address is in the catalogue, unchanged', () => {
    const listed = readFileSync(sharedPath('places/catalogue.md'), 'utf8').match(/https:\/\/[^ |]+/g) ?? [];
    expect(listed.length).toBeGreaterThan(0);
    expect(CATALOGUE.map(({ url }) => url)).toEqual(listed);
  });
});
