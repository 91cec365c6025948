import { nb } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';

/** « + 9,1 », « – 2,3 »: always signed, one decimal. */
export function signed(bits: number, lang: Lang): string {
  const size = Math.abs(bits).toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return nb(`${bits < 0 ? '–' : '+'}\u00a0${size}`);
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
