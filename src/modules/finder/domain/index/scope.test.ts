import KDBush from 'kdbush';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../../../test/support/mutations.ts';
import { bitPool } from './bits.ts';
import { newRankList } from './rank-list.ts';
import { keepListedIn, scopeOf } from './scope.ts';
import { NODE_SIZE } from './spatial.ts';

/** More than are measured one by one; those beyond the placed ones stand nowhere. */
const [COUNT, PLACED] = [24_000, 22_000];

function aGround() {
  const chance = seededRandom(5);
  const bush = new KDBush(PLACED, NODE_SIZE);
  for (let rank = 0; rank < PLACED; rank += 1) bush.add(4 + chance(), 45 + chance());
  const tree = {
    coordinates: Float64Array.from(bush.finish().coords),
    placed: PLACED,
    box: [4, 45, 5, 46] as const,
  };
  const ofCommune = Uint32Array.from({ length: COUNT / 5 }, (_, at) => 5 * at);
  const communes = {
    codes: ['69029'],
    places: { starts: Uint32Array.of(0, ofCommune.length), values: ofCommune },
  };
  const departements = { codes: [], places: { starts: Uint32Array.of(0), values: new Uint32Array(0) } };
  return { data: { tree, communes, departements }, pool: bitPool(COUNT) };
}

test('the same places are kept, whether they are few enough to be measured or come by the tree', () => {
  const ground = aGround();
  const kept = (ranks: number[], communes?: Set<string>): number[] => {
    const query = {
      origin: { latitude: 45.5, longitude: 4.5 },
      radiusMetres: 20_000,
      ...(communes && { communes }),
    };
    const list = newRankList(COUNT);
    list.room.set(ranks);
    list.count = ranks.length;
    keepListedIn(scopeOf(ground, query)!, list, ground);
    return [...list.room.subarray(0, list.count)];
  };
  const all = [...Array(COUNT).keys()];
  for (const communes of [undefined, new Set(['69029'])]) {
    const oneByOne = [...kept(all.slice(0, COUNT / 2), communes), ...kept(all.slice(COUNT / 2), communes)];
    expect(oneByOne.length).toBeGreaterThan(1_000);
    expect(oneByOne.length).toBeLessThan(COUNT / 2);
    expect(kept(all, communes)).toEqual(oneByOne);
  }
});
