import { formatNumber } from '../../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../../platform/i18n/messages.ts';
import { FIGURES } from '../../../figure-messages.ts';

/** A part of a whole, always with its two numbers; « not measured » when the whole is nothing, never 0. */
export function rate(
  part: number,
  whole: number,
  { lang, detailOf }: { lang: Lang; detailOf: (part: string) => string },
): { value: string; detail?: string } {
  const say = FIGURES[lang];
  if (whole === 0) return { value: say.none };
  const percent = formatNumber(Math.round((1000 * part) / whole) / 10, lang);
  return { value: `${percent} %`, detail: detailOf(say.of(part, whole)) };
}
