/** Red, green and blue, 0 to 255. */
type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/** WCAG 2.2, level AAA for text of the usual size. */
const LEAST_CONTRAST = 7;
const STEPS = 50;

/** « 0a4f63 » or « #0A4F63 »; null when it is no colour. */
export function parseColour(text: string): string | null {
  const [, hex] = /^#?([0-9a-f]{6})$/i.exec(text.trim()) ?? [];
  return hex ? hex.toLowerCase() : null;
}

/** The colour of a town hall, darkened until it can be read on white: a charter is no reason to be illegible. */
export function readableOnWhite(hex: string): string {
  const wished = toRgb(hex);
  for (let step = 0; step <= STEPS; step += 1) {
    const mixed = mix(wished, BLACK, step / STEPS);
    if (contrast(mixed, WHITE) >= LEAST_CONTRAST) return toHex(mixed);
  }
  return toHex(BLACK);
}

export const contrastOnWhite = (hex: string): number => contrast(toRgb(hex), WHITE);

const toRgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(0, 2), 16),
  Number.parseInt(hex.slice(2, 4), 16),
  Number.parseInt(hex.slice(4, 6), 16),
];

const toHex = (colour: Rgb): string => colour.map((part) => part.toString(16).padStart(2, '0')).join('');

const mix = (from: Rgb, to: Rgb, share: number): Rgb => {
  const part = (rank: 0 | 1 | 2) => Math.round(from[rank] + (to[rank] - from[rank]) * share);
  return [part(0), part(1), part(2)];
};

function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((left, right) => right - left);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Relative luminance (WCAG 2.2). */
function luminance([red, green, blue]: Rgb): number {
  const linear = (part: number) =>
    part / 255 <= 0.040_45 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
