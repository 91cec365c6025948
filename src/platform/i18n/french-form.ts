import { decimalEuros } from '../../kernel/money.ts';
import { LANGUAGE_FACTS, PUBLIC_LANGUAGES, type PublicLang } from './public-languages.ts';

const NO_BREAK_SPACE = '\u00a0';
const WORD_JOINER = '\u2060';

/**
 * Spaces that must not break, for any text shown to people: « 9 h », « 450 m », « avant : ». The font has no
 * U+202F, so U+00A0 serves everywhere; names keep their hyphen on one line through U+2060. It holds together the
 * spaces that are written and adds none, so the words of other languages pass through it unharmed.
 */
export const nb = (text: string): string => text.replace(UNBREAKABLE, NO_BREAK_SPACE);

/** One expression: a page asks for hundreds of texts, and five passes over each took a tenth of its time. */
const UNBREAKABLE = new RegExp(
  [
    String.raw`[ \u202f]+(?=[:;!?»])`,
    String.raw`(?<=«)[ \u202f]+`,
    String.raw`(?<=\d)[ \u202f](?=\d|(?:h|min|m|km|€|%|Ko|Mo|lieux?|год|хв|м|км|د|م|كم)(?![\p{L}\d]))`,
    String.raw`(?<=\bh) (?=\d)`,
  ].join('|'),
  'gu',
);

/**
 * The name of a commune on one line: « Vaulx-en-Velin » never breaks at its hyphens. Names of places stay as they are,
 * so that a name copied from a page is found again by searching it.
 */
export const unbroken = (text: string): string => text.replace(/(?<=\p{L})-(?=\p{L})/gu, `-${WORD_JOINER}`);

/** Kept, because making one takes longer than a whole row of a list. */
const NUMBER_FORMATS = new Map(
  PUBLIC_LANGUAGES.map((lang) => [
    lang,
    new Intl.NumberFormat(LANGUAGE_FACTS[lang].locale, { maximumFractionDigits: 1 }),
  ]),
);

export const formatNumber = (value: number, lang: PublicLang): string =>
  nb(NUMBER_FORMATS.get(lang)!.format(value));

const EURO_FORMATS = new Map(
  PUBLIC_LANGUAGES.map((lang) => [
    lang,
    new Intl.NumberFormat(LANGUAGE_FACTS[lang].locale, {
      style: 'currency',
      currency: 'EUR',
      trailingZeroDisplay: 'stripIfInteger',
    }),
  ]),
);

/** « 1 234,56 € », « 15 € ». Cents in, never through a floating-point number. */
export const formatEuros = (cents: bigint, lang: PublicLang): string =>
  nb(EURO_FORMATS.get(lang)!.format(decimalEuros(cents)));

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Kept for the same reason: a page asks for few different ones. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, format);
  return format;
}

/**
 * A date as `Intl` writes it, save that French says « le 1er mars » and JavaScript « 1 mars », and that the year of a
 * Ukrainian date is said in full: its abbreviation ends with a point, as the sentence does.
 */
export function writeDate(instant: Date, lang: PublicLang, options: Intl.DateTimeFormatOptions): string {
  const text = dateFormat(LANGUAGE_FACTS[lang].locale, options).format(instant);
  if (isFrench(lang)) return nb(text.replace(/(?<!\S)1 (?=\p{L})/u, '1er '));
  return nb(lang === 'uk' ? text.replace(/(?<=\d)\s*р\.$/, ' року') : text);
}

/** « 3 novembre 2026 » from `YYYY-MM-DD` or an instant. */
export function formatDate(date: string | Date, lang: PublicLang, timeZone = 'Europe/Paris'): string {
  const isLocal = typeof date === 'string' && date.length === 10;
  const instant = isLocal ? new Date(`${date}T12:00:00Z`) : new Date(date);
  return writeDate(instant, lang, { dateStyle: 'long', timeZone: isLocal ? 'UTC' : timeZone });
}

/** « 24 novembre 2026 à 14 h 10 ». */
export function formatInstant(instant: Date, lang: PublicLang, timeZone = 'Europe/Paris'): string {
  const options = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const clock = dateFormat(LANGUAGE_FACTS[lang].locale, options).format(instant);
  return nb(INSTANT[lang](formatDate(instant, lang, timeZone), clock));
}

const INSTANT: Record<PublicLang, (date: string, clock: string) => string> = {
  fr: (date, clock) => `${date} à ${frenchClock(clock)}`,
  falc: (date, clock) => `${date} à ${frenchClock(clock)}`,
  en: (date, clock) => `${date} at ${clock}`,
  ar: (date, clock) => `${date}، الساعة ${clock}`,
  uk: (date, clock) => `${date}, ${clock}`,
  es: (date, clock) => `${date}, ${clock}`,
};

/** « 9 h 05 » from « 09:05 ». */
const frenchClock = (clock: string): string => `${Number(clock.slice(0, -3))} h ${clock.slice(-2)}`;

/** « 450 m », « 1,2 km ». Metres in. */
export function formatDistance(metres: number, lang: PublicLang): string {
  // 995 m rounds to a kilometre.
  const { metre, kilometre } = UNITS[lang];
  if (metres < 995) return nb(`${Math.max(10, Math.round(metres / 10) * 10)} ${metre}`);
  const kilometres = metres < 10_000 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000);
  return nb(`${formatNumber(kilometres, lang)} ${kilometre}`);
}

const METRIC = { metre: 'm', kilometre: 'km' };
const UNITS: Record<PublicLang, typeof METRIC> = {
  fr: METRIC,
  falc: { metre: 'mètres', kilometre: 'kilomètres' },
  en: METRIC,
  ar: { metre: 'م', kilometre: 'كم' },
  uk: { metre: 'м', kilometre: 'км' },
  es: METRIC,
};

const isFrench = (lang: PublicLang): boolean => LANGUAGE_FACTS[lang].tag === 'fr';
