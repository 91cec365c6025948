import { fromLambert93, type Point } from '../../../kernel/geo.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';

interface CoordinatesRefusal {
  kind: 'empty' | 'unknown' | 'unreadable' | 'outside-france';
}
export type CoordinatesRepair = 'swapped' | 'projected' | 'decimal-comma' | 'scaled';
interface ParsedCoordinates {
  point: Point;
  repair?: CoordinatesRepair;
}
type Coordinates = Result<ParsedCoordinates, CoordinatesRefusal>;

/** Bounds of France and of its territories: south, north, west, east, in degrees, a little wide. */
const TERRITORIES: readonly (readonly [south: number, north: number, west: number, east: number])[] = [
  [41.2, 51.3, -5.6, 9.8],
  [15.7, 16.7, -62, -60.9],
  [17.7, 18.2, -63.3, -62.7],
  [14.2, 15, -61.4, -60.7],
  [2, 6, -54.8, -51.4],
  [-21.6, -20.7, 55, 56],
  [-13.2, -12.4, 44.8, 45.5],
  [46.6, 47.3, -56.6, -56],
  [-23.2, -17.5, 157, 172.5],
  [-28.5, -7.5, -155.5, -134],
  [-14.8, -12.8, -178.6, -175.8],
];

/** Bounds of Lambert 93 over metropolitan France, in metres. */
const LAMBERT_93 = { minX: 50_000, maxX: 1_300_000, minY: 6_000_000, maxY: 7_200_000 };

/** Latitude and longitude as written, mended when only one reading falls in France. */
export function parseCoordinates(latitudeText: string, longitudeText: string): Coordinates {
  if (!/\d/.test(latitudeText + longitudeText)) return refuse({ kind: 'empty' });
  const latitude = readNumber(latitudeText);
  const longitude = readNumber(longitudeText);
  if (latitude === null || longitude === null) return refuse({ kind: 'unreadable' });
  // Forms write (0, 0), the middle of the Gulf of Guinea, for « not known ».
  if (latitude === 0 && longitude === 0) return refuse({ kind: 'unknown' });
  const hasComma = /,/.test(latitudeText + longitudeText);
  return place(latitude, longitude, hasComma ? 'decimal-comma' : undefined);
}

function place(latitude: number, longitude: number, repair: CoordinatesRepair | undefined): Coordinates {
  if (isInFrance(latitude, longitude)) return located(latitude, longitude, repair);
  if (isInFrance(longitude, latitude)) return located(longitude, latitude, 'swapped');
  const projected = readProjected(latitude, longitude) ?? readProjected(longitude, latitude);
  if (projected) return ok({ point: projected, repair: 'projected' });
  return placeScaled(latitude, longitude) ?? refuse({ kind: 'outside-france' });
}

/** Seven decimals are a centimetre: more are the noise of a conversion. */
const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

function located(latitude: number, longitude: number, repair: CoordinatesRepair | undefined): Coordinates {
  const point = { latitude: round(latitude), longitude: round(longitude) };
  return ok(repair ? { point, repair } : { point });
}

const isInFrance = (latitude: number, longitude: number): boolean =>
  TERRITORIES.some(
    ([south, north, west, east]) =>
      latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  );

function readProjected(x: number, y: number): Point | null {
  const { minX, maxX, minY, maxY } = LAMBERT_93;
  if (x < minX || x > maxX || y < minY || y > maxY) return null;
  const { latitude, longitude } = fromLambert93(x, y);
  return isInFrance(latitude, longitude) ? { latitude: round(latitude), longitude: round(longitude) } : null;
}

/** A lost decimal point: « 45764043 ; 4835659 » had the same number of decimals, or one of the two was intact. */
function placeScaled(latitude: number, longitude: number): Coordinates | null {
  const powers = Array.from({ length: 14 }, (_, exponent) => 10 ** (exponent + 1));
  const pairs = powers.map((power): [number, number] => [
    Math.abs(latitude) > 180 ? latitude / power : latitude,
    Math.abs(longitude) > 180 ? longitude / power : longitude,
  ]);
  const [only, other] = pairs.filter(([north, east]) => isInFrance(north, east));
  return only && !other ? located(only[0], only[1], 'scaled') : null;
}

const DEGREES =
  /^([+-]?\d{1,3})\s*°\s*(\d{1,2})\s*['′’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|''))?\s*([nsewo])?$/i;

/** « 45.76 », « 45,76 », « 45.764.043 » (dots of thousands), « 45°45'36" N », « 4.83 E ». */
function readNumber(text: string): number | null {
  const compact = text
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .trim();
  const degrees = DEGREES.exec(compact);
  if (degrees) return fromDegrees(degrees);
  const [, digits, side] =
    /^([+-]?\d+(?:[.,]\d+)*(?:e[+-]?\d{1,2})?)\s*°?\s*([nsewo])?$/i.exec(compact) ?? [];
  if (digits === undefined) return null;
  const number = Number(withOneDecimalMark(digits));
  return Number.isFinite(number) ? signed(number, side) : null;
}

function withOneDecimalMark(digits: string): string {
  const [whole = '', ...decimals] = digits.split(/[.,]/);
  return decimals.length === 0 ? whole : `${whole}.${decimals.join('')}`;
}

function fromDegrees([, degrees, minutes, seconds = '0', side]: RegExpExecArray): number {
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds.replace(',', '.')) / 3600;
  return signed(degrees?.startsWith('-') ? -size : size, side);
}

/** South and west are negative; « O » is ouest. */
const signed = (value: number, side: string | undefined): number =>
  side && /[swo]/i.test(side) ? -Math.abs(value) : value;

/** Both numbers in one text: « 42.35, 9.04 », « 42,35 9,04 », GeoJSON, `POINT(9.04 42.35)`. */
export function parsePointText(text: string): Coordinates {
  const numbers = splitPair(text);
  if (numbers === null) return refuse({ kind: /\d/.test(text) ? 'unreadable' : 'empty' });
  const isLongitudeFirst = /coordinates|point/i.test(text);
  return isLongitudeFirst
    ? parseCoordinates(numbers[1], numbers[0])
    : parseCoordinates(numbers[0], numbers[1]);
}

function splitPair(text: string): [string, string] | null {
  const pointed = text.match(/[+-]?\d+(?:\.\d+)?/g) ?? [];
  if (pointed.length === 2) return [pointed[0], pointed[1]!];
  const commas = text.match(/[+-]?\d+,\d+/g) ?? [];
  return commas.length === 2 && pointed.length === 4 ? [commas[0], commas[1]!] : null;
}
