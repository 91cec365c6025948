import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPlace, TUESDAY } from '../../../../test/support/catalogue.ts';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { PlaceFields } from '../../standard/index.ts';
import { ASKED_FACTOR, bestPlaces } from './best-places.ts';
import { CRITERIA, type CriterionKey } from './place-criteria.ts';
import type { Wish } from './wish.ts';

const PAPERWORK = 'Aide aux démarches administratives';
const NOTHING_ASKED: Wish = { services: [], asked: new Set() };
const found = (id: string, fields: PlaceFields = {}, distanceMetres: number | null = 1000) => ({
  place: aPlace(id, fields),
  distanceMetres,
});
const reasonFor = (fields: PlaceFields, criterion: CriterionKey, wish: Wish = NOTHING_ASKED) =>
  bestPlaces([found('p', fields)], wish, TUESDAY)[0]!.reasons.find((one) => one.criterion === criterion);
const firstOf = (candidates: ReturnType<typeof found>[], wish: Wish = NOTHING_ASKED) =>
  bestPlaces(candidates, wish, TUESDAY).map(({ found: { place } }) => place.id);

const anyFields = fc.record(
  {
    services: fc.subarray([PAPERWORK, 'Loisirs et créations numériques']),
    fees: fc.subarray(['Gratuit', 'Gratuit sous condition', 'Payant']),
    accessModes: fc.subarray(['Se présenter', 'Téléphoner', "Ce lieu n'accueille pas de public"]),
    openingHours: fc.constantFrom('Mo-Fr 09:00-12:00', 'Tu 14:00-19:00', 'Sa 10:00-12:00', 'Jan 24/7'),
    updatedOn: fc.constantFrom('2024-01-01' as LocalDate, '2026-11-01' as LocalDate),
    specialCare: fc.subarray(['Illettrisme', 'Handicaps moteurs']),
    acceptsPassNumerique: fc.boolean(),
  },
  { requiredKeys: [] },
);
const anyCandidates = fc
  .array(fc.tuple(anyFields, fc.option(fc.integer({ min: 0, max: 20_000 }))), { maxLength: 25 })
  .map((drafts) => drafts.map(([fields, distance], rank) => found(`p${rank}`, fields, distance)));
const anyWish: fc.Arbitrary<Wish> = fc.record({
  services: fc.subarray([PAPERWORK]),
  asked: fc
    .subarray(['gratuit', 'ouvert-maintenant', 'ouvert-soir', 'pass', 'a-distance'] as const)
    .map((all) => new Set(all)),
});

describe('the three best places', () => {
  test('are those that the whole rule, applied to every place, puts first', () => {
    fc.assert(
      fc.property(anyCandidates, anyWish, (candidates, wish) => {
        const one = (candidate: (typeof candidates)[number]) => bestPlaces([candidate], wish, TUESDAY)[0]!;
        const expected = candidates
          .map(one)
          .sort(
            (a, b) =>
              b.points - a.points ||
              (a.found.distanceMetres ?? 1e9) - (b.found.distanceMetres ?? 1e9) ||
              (a.found.place.id < b.found.place.id ? -1 : 1),
          )
          .slice(0, 3);
        expect(firstOf(candidates, wish)).toEqual(expected.map((best) => best.found.place.id));
      }),
      { numRuns: 60 },
    );
  });

  test('points are the sum of the reasons shown, and what is not known counts for nothing', () => {
    fc.assert(
      fc.property(anyCandidates, anyWish, (candidates, wish) =>
        bestPlaces(candidates, wish, TUESDAY).every(
          ({ points, reasons }) =>
            points === reasons.reduce((sum, reason) => sum + reason.points, 0) &&
            reasons.every(({ sign, points: own }) => sign !== 'unknown' || own === 0),
        ),
      ),
      { numRuns: 60 },
    );
  });

  test('what was chosen counts three times', () => {
    const usual = reasonFor({ fees: ['Payant'] }, 'price')!.points;
    const asked = reasonFor({ fees: ['Payant'] }, 'price', { services: [], asked: new Set(['gratuit']) })!;
    expect(asked.points).toBe(usual * ASKED_FACTOR);
  });

  test('a place that helps with the need goes before a closer one that does not', () => {
    const wish = { ...NOTHING_ASKED, services: [PAPERWORK] };
    const near = found('near', { services: ['Loisirs et créations numériques'] }, 100);
    const helping = found('helping', { services: [PAPERWORK] }, 4_000);
    expect(firstOf([near, helping], wish)).toEqual(['helping', 'near']);
  });

  test('a place that receives nobody goes last, unless help at a distance was asked', () => {
    const shut = found('shut', {
      accessModes: ["Ce lieu n'accueille pas de public"],
      supportModes: ['À distance'],
    });
    const far = found('far', {}, 9_000);
    expect(firstOf([shut, far])).toEqual(['far', 'shut']);
    expect(firstOf([shut, far], { services: [], asked: new Set(['a-distance']) })).toEqual(['shut', 'far']);
  });

  test('a place that has left its source is told, and goes after one that has not', () => {
    const left = { place: aPlace('a', {}, { missingSince: TUESDAY }), distanceMetres: 1000 };
    expect(firstOf([left, found('b')])).toEqual(['b', 'a']);
    expect(bestPlaces([left], NOTHING_ASKED, TUESDAY)[0]!.reasons).toContainEqual(
      expect.objectContaining({ fact: 'missing', sign: 'against' }),
    );
  });

  test('no place, no answer; no distance is not a fault of the place', () => {
    expect(bestPlaces([], NOTHING_ASKED, TUESDAY)).toEqual([]);
    const unplaced = bestPlaces([found('p', {}, null)], NOTHING_ASKED, TUESDAY)[0]!;
    expect(unplaced.reasons).toContainEqual(
      expect.objectContaining({ fact: 'distance-unknown', sign: 'unknown', points: 0 }),
    );
  });
});

describe('each reason', () => {
  test.each<[CriterionKey, PlaceFields, Wish['asked'], string]>([
    ['opening', { openingHours: 'Tu 14:00-18:00' }, new Set(), 'open'],
    ['opening', { openingHours: 'We 09:00-12:00' }, new Set(), 'opens-soon'],
    ['opening', { openingHours: 'We 09:00-12:00' }, new Set(['ouvert-maintenant'] as const), 'closed'],
    ['opening', { openingHours: 'Mo 09:00-12:00' }, new Set(), 'closed'],
    ['opening', {}, new Set(), 'hours-unknown'],
    ['evening', { openingHours: 'Mo 14:00-19:00' }, new Set(['ouvert-soir'] as const), 'evening'],
    ['evening', { openingHours: 'Mo 14:00-18:00' }, new Set(['ouvert-soir'] as const), 'no-evening'],
    ['saturday', { openingHours: 'Sa 09:00-12:00' }, new Set(['ouvert-samedi'] as const), 'saturday'],
    ['saturday', {}, new Set(['ouvert-samedi'] as const), 'saturday-unknown'],
    ['price', { fees: ['Gratuit', 'Payant'] }, new Set(), 'free-sometimes'],
    ['price', {}, new Set(), 'price-unknown'],
    ['appointment', { bookingUrl: 'https://rdv.example' }, new Set(), 'bookable'],
    [
      'appointment',
      { bookingUrl: 'https://rdv.example' },
      new Set(['sans-rendez-vous'] as const),
      'by-appointment',
    ],
    ['pass', {}, new Set(['pass'] as const), 'pass-unknown'],
    ['accessible', { specialCare: ['Handicaps moteurs'] }, new Set(['accessible'] as const), 'accessible'],
    ['remote', {}, new Set(['a-distance'] as const), 'remote-unknown'],
    ['freshness', { updatedOn: '2025-11-25' as LocalDate }, new Set(), 'fresh'],
    ['freshness', { updatedOn: '2025-11-20' as LocalDate }, new Set(), 'stale'],
    ['freshness', {}, new Set(), 'undated'],
    ['capacity', {}, new Set(), 'capacity-unknown'],
  ])('%s of %j when %o is asked: %s', (...[criterion, fields, asked, fact]) => {
    expect(reasonFor(fields, criterion, { services: [], asked })?.fact).toBe(fact);
  });

  test('is said only where it matters: nobody asked for the evening, nobody hears of it', () => {
    expect(reasonFor({ openingHours: 'Mo 14:00-19:00' }, 'evening')).toBeUndefined();
    expect(reasonFor({}, 'service')).toBeUndefined();
  });

  test('on who is welcomed: listed is for, not listed is not known', () => {
    const wish: Wish = { services: [], asked: new Set(['public']), public: 'Illettrisme' };
    expect(reasonFor({ specialCare: ['Illettrisme'] }, 'public', wish)?.sign).toBe('for');
    expect(reasonFor({ audiences: ['Seniors'] }, 'public', wish)?.sign).toBe('unknown');
  });

  test('bears the name of one criterion of the table, once', () => {
    expect(new Set(CRITERIA.map(({ key }) => key)).size).toBe(CRITERIA.length);
  });
});
