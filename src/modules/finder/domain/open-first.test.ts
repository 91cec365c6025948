import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCatalogue, allCommunes, aPlace, TUESDAY } from '../../../../test/support/catalogue.ts';
import { searchOpenFirst } from './open-first.ts';
import { searchPlaces } from './search-places.ts';

const communes = allCommunes();
const BRON = { latitude: 45.7344, longitude: 4.9118 };
const STEP_DEGREES = 0.005;

/** About 550 m from one to the next. */
const placesAt = (drafts: readonly { step: number; isOpen: boolean }[]) =>
  drafts.map(({ step, isOpen }, rank) =>
    aPlace(`p${rank}`, {
      latitude: BRON.latitude + step * STEP_DEGREES,
      longitude: BRON.longitude,
      openingHours: isOpen ? 'Tu 14:00-17:00' : 'Mo 09:00-12:00',
    }),
  );

function pagesOf(drafts: readonly { step: number; isOpen: boolean }[], limit: number): string[] {
  const world = { communes, catalogue: aCatalogue(placesAt(drafts)) };
  const pages: string[] = [];
  for (let offset = 0; offset < drafts.length; offset += limit) {
    const { hits } = searchOpenFirst(world, { near: BRON, openAt: TUESDAY, offset, limit });
    pages.push(...hits.map(({ place }) => place.id));
  }
  return pages;
}

test('open places within walking distance come first, then all the others by distance', () => {
  const drafts = [
    { step: 1, isOpen: false },
    { step: 2, isOpen: true },
    { step: 3, isOpen: false },
    { step: 8, isOpen: true },
  ];
  expect(pagesOf(drafts, 4)).toEqual(['p1', 'p0', 'p2', 'p3']);
});

test('pages neither repeat nor skip a place, whatever is open', () => {
  const drafts = fc.array(fc.record({ step: fc.integer({ min: 0, max: 12 }), isOpen: fc.boolean() }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(drafts, fc.integer({ min: 1, max: 7 }), (places, limit) => {
      const world = { communes, catalogue: aCatalogue(placesAt(places)) };
      const all = searchPlaces(world, { near: BRON, openAt: TUESDAY }).hits.map(({ place }) => place);
      const isFirst = ({ id }: { id: string }) => {
        const { step, isOpen } = places[Number(id.slice(1))]!;
        return isOpen && step * STEP_DEGREES * 111_195 <= 2_500;
      };
      const expected = [...all.filter(isFirst), ...all.filter((place) => !isFirst(place))];
      return pagesOf(places, limit).join() === expected.map(({ id }) => id).join();
    }),
  );
});
