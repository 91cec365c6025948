import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignIdentities, type IdentityInput, type KnownPlace, recordRef } from './identities.ts';

const mintId = (founder: string, attempt: number) => `lieu-${founder.replace('\n', '-')}${attempt || ''}`;
const ref = (name: string) => recordRef('source', name);
const published = (day: number): KnownPlace => ({
  createdAt: new Date(Date.UTC(2026, 0, day)),
  status: 'published',
});

const assign = (input: Partial<IdentityInput>) =>
  assignIdentities({ clusters: [], membership: new Map(), places: new Map(), mintId, ...input });

describe('identifiers', () => {
  test('a new group of records founds a place', () => {
    const result = assign({ clusters: [[ref('b'), ref('a')]] });
    expect(result.created).toEqual(['lieu-source-a']);
    expect(result.placeOf.get(ref('b'))).toBe('lieu-source-a');
  });

  test('when two places turn out to be one, the older stays and the younger redirects to it', () => {
    const result = assign({
      clusters: [[ref('a'), ref('b')]],
      membership: new Map([
        [ref('a'), 'young'],
        [ref('b'), 'old'],
      ]),
      places: new Map([
        ['young', published(2)],
        ['old', published(1)],
      ]),
    });
    expect(result.merged).toEqual([{ from: 'young', into: 'old' }]);
    expect(new Set(result.placeOf.values())).toEqual(new Set(['old']));
  });

  test('when a place turns out to be two, the larger part keeps the identifier', () => {
    const membership = new Map(['a', 'b', 'c'].map((name) => [ref(name), 'one']));
    const result = assign({
      clusters: [[ref('a')], [ref('b'), ref('c')]],
      membership,
      places: new Map([['one', published(1)]]),
    });
    expect(result.placeOf.get(ref('c'))).toBe('one');
    expect(result.split).toEqual([{ from: 'one', into: 'lieu-source-a' }]);
  });

  test('a merged place whose founding record stands apart again lives again under its own identifier', () => {
    const places = new Map<string, KnownPlace>([
      ['lieu-source-a', published(1)],
      ['lieu-source-b', { ...published(2), status: 'merged' }],
    ]);
    const membership = new Map([
      [ref('a'), 'lieu-source-a'],
      [ref('b'), 'lieu-source-a'],
    ]);
    const result = assign({ clusters: [[ref('a')], [ref('b')]], membership, places });
    expect(result.restored).toEqual(['lieu-source-b']);
    expect(result.created).toEqual([]);
  });
});

const clustersOf = (groups: readonly number[]) => {
  const clusters = new Map<number, string[]>();
  for (const [rank, group] of groups.entries())
    clusters.set(group, [...(clusters.get(group) ?? []), ref(String(rank))]);
  return [...clusters.values()];
};
const anyGroups = fc.array(fc.nat(6), { minLength: 8, maxLength: 8 });

/** Every record stands in a published place, and two records share a place exactly when they share a group. */
function isConsistent(
  groups: readonly number[],
  placeOf: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, KnownPlace>,
): boolean {
  const groupOf = new Map<string, number>();
  return groups.every((group, rank) => {
    const id = placeOf.get(ref(String(rank))) ?? '';
    const isShared = (groupOf.get(id) ?? group) !== group;
    groupOf.set(id, group);
    return !isShared && places.get(id)?.status === 'published';
  });
}

test('whatever the groupings that follow one another, no identifier is lost and none is shared', () => {
  fc.assert(
    fc.property(fc.array(anyGroups, { minLength: 1, maxLength: 5 }), (history) => {
      let membership: ReadonlyMap<string, string> = new Map();
      const places = new Map<string, KnownPlace>();
      return history.every((groups, step) => {
        const result = assign({ clusters: clustersOf(groups), membership, places });
        for (const { from } of result.merged) places.set(from, { ...places.get(from)!, status: 'merged' });
        for (const id of [...result.created, ...result.restored]) places.set(id, published(step + 1));
        membership = result.placeOf;
        return isConsistent(groups, membership, places);
      });
    }),
  );
});

test('importing the same groups again changes nothing, in any order', () => {
  fc.assert(
    fc.property(anyGroups, (groups) => {
      const first = assign({ clusters: clustersOf(groups) });
      const places = new Map(first.created.map((id) => [id, published(1)]));
      const again = assign({ clusters: clustersOf(groups).reverse(), membership: first.placeOf, places });
      return (
        again.created.length + again.merged.length + again.split.length === 0 &&
        [...first.placeOf].every(([key, id]) => again.placeOf.get(key) === id)
      );
    }),
  );
});
