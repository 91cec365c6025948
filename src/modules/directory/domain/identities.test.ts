import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordRef } from '../../../kernel/record-ref.ts';
import {
  assignIdentities,
  type Identities,
  type IdentityInput,
  type KnownPlace,
  type Standing,
} from './identities.ts';

const mintId = (founder: string, attempt: number) => `lieu-${founder.replace('\n', '-')}${attempt || ''}`;
const ref = (name: string) => recordRef('source', name);
const dated = (day: number) => new Date(Date.UTC(2026, 0, day));
const published = (day: number): KnownPlace => ({
  createdAt: dated(day),
  status: 'published',
  mergedInto: null,
});
const mergedInto = (id: string, day: number): KnownPlace => ({
  createdAt: dated(day),
  status: 'merged',
  mergedInto: id,
});
const at = (placeId: string, homeId = placeId): Standing => ({ placeId, homeId });
const placeOf = (result: Identities, name: string) => result.standing.get(ref(name))?.placeId;

const assign = (input: Partial<IdentityInput>) =>
  assignIdentities({ clusters: [], standing: new Map(), places: new Map(), mintId, ...input });

describe('identifiers', () => {
  test('a new group of records founds a place', () => {
    const result = assign({ clusters: [[ref('b'), ref('a')]] });
    expect(result.created).toEqual(['lieu-source-a']);
    expect(placeOf(result, 'b')).toBe('lieu-source-a');
  });

  test('when two places turn out to be one, the older stays and the younger redirects to it', () => {
    const result = assign({
      clusters: [[ref('a'), ref('b')]],
      standing: new Map([
        [ref('a'), at('young')],
        [ref('b'), at('old')],
      ]),
      places: new Map([
        ['young', published(2)],
        ['old', published(1)],
      ]),
    });
    expect(result.merged).toEqual([{ from: 'young', into: 'old' }]);
    expect(placeOf(result, 'a')).toBe('old');
    expect(placeOf(result, 'b')).toBe('old');
  });

  test('when a place turns out to be two, the larger part keeps the identifier', () => {
    const result = assign({
      clusters: [[ref('a')], [ref('b'), ref('c')]],
      standing: new Map(['a', 'b', 'c'].map((name) => [ref(name), at('one')])),
      places: new Map([['one', published(1)]]),
    });
    expect(placeOf(result, 'c')).toBe('one');
    expect(result.split).toEqual([{ from: 'one', into: 'lieu-source-a' }]);
  });

  test('a merged place whose records stand apart again lives again under its own identifier, however small its survivor', () => {
    const result = assign({
      clusters: [[ref('a')], [ref('b'), ref('c'), ref('d')]],
      standing: new Map([
        [ref('a'), at('old')],
        ...['b', 'c', 'd'].map((name): [string, Standing] => [ref(name), at('old', 'young')]),
      ]),
      places: new Map([
        ['old', published(1)],
        ['young', mergedInto('old', 2)],
      ]),
    });
    expect(result.restored).toEqual(['young']);
    expect(result.created).toEqual([]);
    expect(placeOf(result, 'a')).toBe('old');
    expect(placeOf(result, 'd')).toBe('young');
  });

  test('a part split off twice comes back under the identifier that its first split gave it', () => {
    const result = assign({
      clusters: [[ref('a')], [ref('b')]],
      standing: new Map([
        [ref('a'), at('one')],
        [ref('b'), at('one', 'second')],
      ]),
      places: new Map([
        ['one', published(1)],
        ['second', mergedInto('one', 2)],
      ]),
    });
    expect(result.restored).toEqual(['second']);
  });

  test('a published place never redirects to a removed one, whatever their ages', () => {
    const result = assign({
      clusters: [[ref('a'), ref('b')]],
      standing: new Map([
        [ref('a'), at('closed')],
        [ref('b'), at('open')],
      ]),
      places: new Map([
        ['closed', { ...published(1), status: 'removed' }],
        ['open', published(2)],
      ]),
    });
    expect(placeOf(result, 'a')).toBe('open');
    expect(result.merged).toEqual([]);
  });
});

const clustersOf = (groups: readonly number[]) => {
  const clusters = new Map<number, string[]>();
  for (const [rank, group] of groups.entries())
    clusters.set(group, [...(clusters.get(group) ?? []), ref(String(rank))]);
  return [...clusters.values()];
};
const anyGroups = fc.array(fc.nat(6), { minLength: 8, maxLength: 8 });

/** A directory reduced to its identities, through any groupings that follow one another. */
interface World {
  standing: ReadonlyMap<string, Standing>;
  places: ReadonlyMap<string, KnownPlace>;
}

function follow({ standing, places }: World, groups: readonly number[], day: number): World {
  const result = assign({ clusters: clustersOf(groups), standing, places });
  const after = new Map(places);
  const survivorOf = new Map(result.merged.map(({ from, into }) => [from, into]));
  for (const [id, place] of places) {
    const into = survivorOf.get(id) ?? survivorOf.get(place.mergedInto ?? '');
    if (into) after.set(id, { ...place, status: 'merged', mergedInto: into });
  }
  for (const id of [...result.created, ...result.restored])
    after.set(id, {
      createdAt: places.get(id)?.createdAt ?? dated(day),
      status: 'published',
      mergedInto: null,
    });
  return { standing: result.standing, places: after };
}

const EMPTY: World = { standing: new Map(), places: new Map() };

/** Every record stands in a published place, and two records share a place exactly when they share a group. */
function isConsistent(groups: readonly number[], { standing, places }: World): boolean {
  const groupOf = new Map<string, number>();
  return groups.every((group, rank) => {
    const id = standing.get(ref(String(rank)))?.placeId ?? '';
    const isShared = (groupOf.get(id) ?? group) !== group;
    groupOf.set(id, group);
    return !isShared && places.get(id)?.status === 'published';
  });
}

/** The survivor of every redirect is published, and none takes two steps. */
const redirectsLead = ({ places }: World): boolean =>
  [...places.values()].every(
    ({ status, mergedInto: into }) => status !== 'merged' || places.get(into ?? '')?.status === 'published',
  );

test('whatever the groupings that follow one another, no identifier is lost and none is shared', () => {
  fc.assert(
    fc.property(fc.array(anyGroups, { minLength: 1, maxLength: 6 }), (history) => {
      let world = EMPTY;
      return history.every((groups, step) => {
        const before = world;
        world = follow(world, groups, step + 1);
        const isKept = [...before.places.keys()].every((id) => world.places.has(id));
        return isKept && isConsistent(groups, world) && redirectsLead(world);
      });
    }),
  );
});

test('importing the same groups again changes nothing, in any order', () => {
  fc.assert(
    fc.property(fc.array(anyGroups, { minLength: 1, maxLength: 4 }), (history) => {
      const world = history.reduce((now, groups, step) => follow(now, groups, step + 1), EMPTY);
      const groups = history.at(-1)!;
      const again = assign({ clusters: clustersOf(groups).reverse(), ...world });
      return (
        again.created.length + again.restored.length + again.merged.length + again.split.length === 0 &&
        [...world.standing].every(
          ([key, { placeId, homeId }]) =>
            again.standing.get(key)?.placeId === placeId && again.standing.get(key)?.homeId === homeId,
        )
      );
    }),
  );
});

test('whatever happens in between, groups that come back find every identifier again', () => {
  fc.assert(
    fc.property(anyGroups, fc.array(anyGroups, { maxLength: 5 }), (groups, history) => {
      const before = follow(EMPTY, groups, 1);
      const between = history.reduce((world, other, step) => follow(world, other, step + 2), before);
      const after = follow(between, groups, 9);
      return (
        [...before.places.keys()].every((id) => after.places.get(id)?.status === 'published') &&
        [...before.standing].every(([key, { placeId }]) => after.standing.get(key)?.placeId === placeId)
      );
    }),
  );
});
