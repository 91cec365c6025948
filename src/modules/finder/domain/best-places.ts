import type { PlaceFields } from '../../standard/index.ts';
import { CRITERIA, type Criterion, type Reason } from './place-criteria.ts';
import type { Wish } from './wish.ts';
import type { Found, SearchablePlace } from './world.ts';

/** A criterion that the referrer chose counts this many times more. */
export const ASKED_FACTOR = 3;
const COUNT = 3;

export interface RankedPlace<Place extends SearchablePlace> {
  found: Found<Place>;
  /** The sum of the points of its reasons. */
  points: number;
  reasons: readonly Reason[];
}

/**
 * The places that suit a wish best, each with its reasons: most points first, then closest, then by identifier.
 * Hours are read only for places that could still be among the first: reading them takes most of the time.
 */
export function bestPlaces<Place extends SearchablePlace>(
  candidates: readonly Found<Place>[],
  wish: Wish,
  now: Date,
): RankedPlace<Place>[] {
  const [slow, quick] = [CRITERIA.filter(({ isSlow }) => isSlow), CRITERIA.filter(({ isSlow }) => !isSlow)];
  const most = slow.reduce((sum, criterion) => sum + criterion.weight * factorOf(criterion, wish), 0);
  const promising = candidates
    .map((found) => rank(found, judge(quick, { found, wish, now })))
    .sort((a, b) => b.points - a.points);
  const best: RankedPlace<Place>[] = [];
  for (const { found, points } of promising) {
    if (best.length === COUNT && points + most < best[COUNT - 1]!.points) break;
    best.push(rank(found, judge(CRITERIA, { found, wish, now })));
    best.sort(byMerit);
    best.length = Math.min(best.length, COUNT);
  }
  return best;
}

const rank = <Place extends SearchablePlace>(
  found: Found<Place>,
  reasons: readonly Reason[],
): RankedPlace<Place> => ({
  found,
  points: reasons.reduce((sum, { points }) => sum + points, 0),
  reasons,
});

function judge(
  criteria: readonly Criterion[],
  { found, wish, now }: { found: Found<SearchablePlace>; wish: Wish; now: Date },
): Reason[] {
  const fields: PlaceFields = found.place.fields;
  const { distanceMetres } = found;
  const isMissing = Boolean(found.place.missingSince);
  return criteria.flatMap((criterion) => {
    const verdict = criterion.judge({ fields, distanceMetres, isMissing }, wish, now);
    if (!verdict) return [];
    const { share = 1, ...said } = verdict;
    // `|| 0` turns the minus zero of a lost nothing into nothing.
    const points = Math.round(SIGN[said.sign] * share * criterion.weight * factorOf(criterion, wish)) || 0;
    return [{ ...said, criterion: criterion.key, points }];
  });
}

const SIGN = { for: 1, against: -1, unknown: 0 } as const;

const factorOf = ({ asks }: Criterion, { asked }: Wish): number =>
  asks !== undefined && asked.has(asks) ? ASKED_FACTOR : 1;

function byMerit(a: RankedPlace<SearchablePlace>, b: RankedPlace<SearchablePlace>): number {
  if (a.points !== b.points) return b.points - a.points;
  const distance = ({ found }: RankedPlace<SearchablePlace>) =>
    found.distanceMetres ?? Number.POSITIVE_INFINITY;
  if (distance(a) !== distance(b)) return distance(a) < distance(b) ? -1 : 1;
  return a.found.place.id < b.found.place.id ? -1 : 1;
}
