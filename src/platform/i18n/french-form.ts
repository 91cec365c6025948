import type { Lang } from './messages.ts';

const NO_BREAK_SPACE = '\u00a0';
const WORD_JOINER = '\u2060';

/**
 * Spaces that must not break, for any text shown to people: « 9 h », « 450 m », « avant : ». The font has no
 * U+202F, so U+00A0 serves everywhere; names keep their hyphen on one line through U+2060.
 */
export function nb(text: string): string {
  return text
    .replace(/[ \u202f]+([:;!?»])/g, `${NO_BREAK_SPACE}$1`)
    .replace(/«[ \u202f]*/g, `«${NO_BREAK_SPACE}`)
    .replace(/(\d)[ \u202f](?=(?:h|min|m|km|€|%|Ko|Mo|lieux?)(?![\p{L}\d]))/gu, `$1${NO_BREAK_SPACE}`)
    .replace(/(\d)[ \u202f](?=\d)/g, `$1${NO_BREAK_SPACE}`)
    .replace(/(\bh) (?=\d)/g, `$1${NO_BREAK_SPACE}`);
}

/**
 * The name of a commune on one line: « Vaulx-en-Velin » never breaks at its hyphens. Names of places stay as they are,
 * so that a name copied from a page is found again by searching it.
 */
export const unbroken = (text: string): string => text.replace(/(?<=\p{L})-(?=\p{L})/gu, `-${WORD_JOINER}`);

const LOCALE: Record<Lang, string> = { fr: 'fr-FR', en: 'en-GB' };

export const formatNumber = (value: number, lang: Lang): string =>
  nb(new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 1 }).format(value));

/** « 3 novembre 2026 » from `YYYY-MM-DD` or an instant. */
export function formatDate(date: string | Date, lang: Lang, timeZone = 'Europe/Paris'): string {
  const isLocal = typeof date === 'string' && date.length === 10;
  const instant = isLocal ? new Date(`${date}T12:00:00Z`) : new Date(date);
  const format = new Intl.DateTimeFormat(LOCALE[lang], {
    dateStyle: 'long',
    timeZone: isLocal ? 'UTC' : timeZone,
  });
  const text = format.format(instant);
  // French says « le 1er mars »; the locale data of JavaScript writes « 1 mars ».
  return nb(lang === 'fr' ? text.replace(/^1 /, '1er ') : text);
}

/** « 24 novembre 2026 à 14 h 10 ». */
export function formatInstant(instant: Date, lang: Lang, timeZone = 'Europe/Paris'): string {
  const time = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone }).format(
    instant,
  );
  const [hour, minute] = time.split(':');
  const clock = lang === 'fr' ? `${Number(hour)} h ${minute}` : `${hour}:${minute}`;
  return nb(`${formatDate(instant, lang, timeZone)} ${lang === 'fr' ? 'à' : 'at'} ${clock}`);
}

/** « 450 m », « 1,2 km ». Metres in. */
export function formatDistance(metres: number, lang: Lang): string {
  // 995 m rounds to a kilometre.
  if (metres < 995) return nb(`${Math.max(10, Math.round(metres / 10) * 10)} m`);
  const kilometres = metres < 10_000 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000);
  return nb(`${formatNumber(kilometres, lang)} km`);
}
