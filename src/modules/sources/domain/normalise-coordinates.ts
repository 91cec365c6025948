import { distanceMetres, type Point } from '../../../kernel/geo.ts';
import { type Commune, type CoordinatesRepair, parseCoordinates } from '../../standard/index.ts';
import { cellText, type MappedText } from './apply-mapping.ts';
import { type Draft, doubtValue, joinedText, refuseValue, repairValue } from './normalise-draft.ts';
import type { IssueReason } from './value-issue.ts';

export interface SaidPoint {
  said: MappedText;
  point: Point;
}

const REPAIR_REASONS: Record<CoordinatesRepair, IssueReason | null> = {
  swapped: 'coordinates-swapped',
  projected: 'coordinates-projected',
  scaled: 'coordinates-scaled',
  // A comma is how the French write decimals: nothing was wrong.
  'decimal-comma': null,
};

/** The point that the record gives, once its numbers are readable and in France. */
export function readPoint(draft: Draft): SaidPoint | null {
  const written = writtenPoint(draft);
  if (!written) return null;
  const { said, latitude, longitude } = written;
  const parsed = parseCoordinates(latitude, longitude);
  if (!parsed.ok) {
    refuseValue(draft, said, 'coordinates-invalid');
    return null;
  }
  const { repair } = parsed.value;
  const point = repair === 'projected' ? toCentimetres(parsed.value.point) : parsed.value.point;
  const isExpected =
    repair === 'projected' && draft.mapping.fields.latitude?.transform?.kind === 'lambert-93';
  const reason = repair && !isExpected ? REPAIR_REASONS[repair] : null;
  if (reason) repairValue(draft, said, { reason, repair: pairText(point.latitude, point.longitude) });
  return { said, point };
}

interface WrittenPoint {
  said: MappedText;
  latitude: string;
  longitude: string;
}

function writtenPoint(draft: Draft): WrittenPoint | null {
  const transform = draft.mapping.fields.latitude?.transform;
  const isProjected = transform?.kind === 'lambert-93';
  const first = isProjected
    ? { column: transform.y, text: cellText(draft.row, transform.y) }
    : joinedText(draft, 'latitude', ' ');
  const second = isProjected
    ? { column: transform.x, text: cellText(draft.row, transform.x) }
    : joinedText(draft, 'longitude', ' ');
  const [latitude, longitude] = [first?.text ?? '', second?.text ?? ''];
  if (latitude === '' && longitude === '') return null;
  const column = first?.column || second?.column || '';
  return { said: { field: 'latitude', column, text: pairText(latitude, longitude) }, latitude, longitude };
}

const pairText = (latitude: string | number, longitude: string | number): string =>
  `${latitude}, ${longitude}`;

/** Seven decimals of a degree are one centimetre: more is noise of the projection. */
const toCentimetres = ({ latitude, longitude }: Point): Point => ({
  latitude: Math.round(latitude * 1e7) / 1e7,
  longitude: Math.round(longitude * 1e7) / 1e7,
});

/** A point far from the commune that the rest of the record names is kept, told, and serves no search by distance. */
export function keepPoint(draft: Draft, { said, point }: SaidPoint, commune: Commune | null): void {
  if (commune && isFar(draft, point, commune)) {
    doubtValue(draft, said, {
      reason: 'coordinates-far-from-commune',
      repair: pairText(point.latitude, point.longitude),
    });
    draft.fields.coordinatesPrecision = 'doubtful';
  }
  draft.fields.latitude = point.latitude;
  draft.fields.longitude = point.longitude;
}

/** Arles and the communes of Guyane are vast: far means beyond this, and behind this many other communes. */
const FAR_METRES = 15_000;
const NEARER_COMMUNES = 20;

function isFar({ context }: Draft, point: Point, commune: Commune): boolean {
  if (!commune.centre || distanceMetres(point, commune.centre) < FAR_METRES) return false;
  return !context.reference
    .nearest(point, NEARER_COMMUNES)
    .some(({ commune: near }) => near.codeInsee === commune.codeInsee);
}
