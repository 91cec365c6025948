import type { Point } from '../../../kernel/geo.ts';
import type { NormalisedRow } from './plan-import.ts';

/** From the door to the middle of the commune. */
export const ADDRESS_PRECISIONS = ['housenumber', 'street', 'locality', 'municipality'] as const;
export type AddressPrecision = (typeof ADDRESS_PRECISIONS)[number];

export interface LocatedAddress {
  point: Point;
  /** 0–1, as the service gives it: the only sign of a wrong answer, since it always proposes its best guess. */
  score: number;
  precision: AddressPrecision;
  label: string;
  codeInsee: string | null;
}

/** Below it, answers name another street about one time in ten, say the service's own recommendations. */
const LEAST_SCORE = 0.6;

/** Whether a record has an address and no point: the only ones that are sent. */
export const lacksPoint = ({ fields, rejected }: NormalisedRow): boolean =>
  rejected === null && fields.address !== undefined && fields.latitude === undefined;

/** The row with the point of its address, when the answer can be trusted; its precision is kept, and the repair is told. */
export function withLocation(row: NormalisedRow, located: LocatedAddress | null): NormalisedRow {
  const { fields } = row;
  // The middle of a commune would pass for an address: worse than no point.
  if (located === null || located.precision === 'municipality' || located.score < LEAST_SCORE) return row;
  if (fields.codeInsee && located.codeInsee && located.codeInsee !== fields.codeInsee) return row;
  const { latitude, longitude } = located.point;
  const issue = {
    position: row.row.position,
    column: '',
    field: 'latitude' as const,
    value: fields.address ?? '',
    decision: 'repaired' as const,
    reason: 'coordinates-from-address' as const,
    repair: `${latitude}, ${longitude} (${located.precision})`,
  };
  return {
    ...row,
    fields: { ...fields, latitude, longitude, coordinatesPrecision: located.precision },
    issues: [...row.issues, issue],
  };
}
