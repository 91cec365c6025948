import { fromLambert93, type Point } from '../../../kernel/geo.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';

export interface CoordinatesRefusal {
  kind: 'empty' | 'unknown' | 'unreadable' | 'outside-france';
}
export type CoordinatesRepair = 'swapped' | 'projected' | 'decimal-comma' | 'scaled';
export interface ParsedCoordinates {
  point: Point;
  repair?: CoordinatesRepair;
}
type Coordinates = Result<ParsedCoordinates, CoordinatesRefusal>;

export function parseCoordinates(latitudeText: string, longitudeText: string): Coordinates {
  if (!/\S/.test(latitudeText + longitudeText)) return refuse({ kind: 'empty' });
  const latitude = Number(latitudeText.trim().replace(',', '.'));
  const longitude = Number(longitudeText.trim().replace(',', '.'));
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return refuse({ kind: 'unreadable' });
  if (latitude === 0 && longitude === 0) return refuse({ kind: 'unknown' });
  if (Math.abs(longitude) > 100_000 || Math.abs(latitude) > 100_000)
    return ok({
      point: fromLambert93(Math.min(latitude, longitude), Math.max(latitude, longitude)),
      repair: 'projected',
    });
  const isComma = /,/.test(latitudeText + longitudeText);
  return ok({ point: { latitude, longitude }, ...(isComma ? { repair: 'decimal-comma' as const } : {}) });
}

export function parsePointText(text: string): Coordinates {
  const numbers = text.match(/-?\d+(?:\.\d+)?/g) ?? [];
  const isXFirst = /coordinates|point/i.test(text);
  const [first = '', second = ''] = numbers;
  return isXFirst ? parseCoordinates(second, first) : parseCoordinates(first, second);
}
