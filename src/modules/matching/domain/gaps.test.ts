import { expect, test } from 'vitest';
import type { MatchRecord } from './match-record.ts';
import { openMatcher } from './matcher.ts';

/** How far the two records stand, as the evidence says; and whether blocking proposes them. */
function compare(
  a: Partial<MatchRecord>,
  b: Partial<MatchRecord>,
): { place: string | undefined; isProposed: boolean } {
  const records = [a, b].map(
    (fields, at): MatchRecord => ({ rid: `r${at}`, source: `s${at}`, name: 'Espace Colibri', ...fields }),
  );
  const matcher = openMatcher(records);
  const place = matcher
    .score([['r0', 'r1']])[0]!
    .evidence.find(({ kind }) => kind.startsWith('place-'))?.kind;
  return { place, isProposed: matcher.countProposed([['r0', 'r1']]) === 1 };
}

const HERE = { address: '12 rue du Lavoir', city: 'Brumeval', postalCode: '00120' };

test('a commune without its code is the commune of that name, not another one', () => {
  expect(compare(HERE, { ...HERE, postalCode: null }).place).toBe('place-same-door');
  expect(compare(HERE, { city: 'BRUMEVAL' }).place).toBeUndefined();
});

test('a postal code within the address tells the département', () => {
  const without = { ...HERE, postalCode: null, address: '12 rue du Lavoir, 00120 Brumeval' };
  expect(compare(HERE, without).place).toBe('place-same-door');
  expect(compare({ ...HERE, postalCode: '00920' }, { ...without, city: 'Orlande' }).place).toBe(
    'place-door-other-commune',
  );
});

test('the same street and number in another département are another place', () => {
  expect(compare(HERE, { ...HERE, city: 'Orlande', postalCode: '99120' }).place).toBe('place-near-commune');
});

test('in a small directory too, a rare word finds a record that tells no commune', () => {
  expect(compare({ name: 'ESPACE COLIBRI - BRUMEVAL' }, HERE).isProposed).toBe(true);
});

test('two vehicles of one source have two telephones', () => {
  const bus = { ...HERE, name: 'Bus numérique des Vallons', source: 's', email: 'bus@vallons.example' };
  const matcher = openMatcher([
    { ...bus, rid: 'a', phone: '01 99 00 11 11' },
    { ...bus, rid: 'b', phone: '01 99 00 22 22' },
    { ...bus, rid: 'c', source: 't', phone: '01 99 00 22 22' },
  ]);
  const [twoVehicles, twoSources] = matcher.score([
    ['a', 'b'],
    ['b', 'c'],
  ]);
  expect([twoVehicles!.verdict, twoSources!.verdict]).toEqual(['linked', 'same']);
});
