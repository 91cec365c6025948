import type { Same } from './messages.ts';

/** Languages of public pages; `falc` is easy-to-read French, a wording of its own. */
export const PUBLIC_LANGUAGES = ['fr', 'falc', 'en', 'ar', 'uk', 'es'] as const;
export type PublicLang = (typeof PUBLIC_LANGUAGES)[number];

export const isPublicLang = (text: unknown): text is PublicLang =>
  (PUBLIC_LANGUAGES as readonly unknown[]).includes(text);

interface LanguageFacts {
  /** In the language itself. */
  name: string;
  /** What `lang` attributes say. */
  tag: string;
  /** What `Intl` is asked for. Arabic is read here with Latin digits, those of addresses and telephones in France. */
  locale: string;
  isRightToLeft: boolean;
  /** Between the items of a list. */
  comma: string;
  /** Between a label and its value. */
  colon: string;
  /** Said on every page until the persons concerned, or a native speaker, have read the words; then null. */
  notReviewed: string | null;
}

export const LANGUAGE_FACTS: Record<PublicLang, LanguageFacts> = {
  fr: {
    name: 'Français',
    tag: 'fr',
    locale: 'fr-FR',
    isRightToLeft: false,
    comma: ', ',
    colon: ' : ',
    notReviewed: null,
  },
  falc: {
    name: 'Facile à lire',
    tag: 'fr',
    locale: 'fr-FR',
    isRightToLeft: false,
    comma: ', ',
    colon: ' : ',
    notReviewed: 'Ce texte n’est pas encore relu par des personnes concernées.',
  },
  en: {
    name: 'English',
    tag: 'en',
    locale: 'en-GB',
    isRightToLeft: false,
    comma: ', ',
    colon: ': ',
    notReviewed: 'No native speaker has checked this English text yet.',
  },
  ar: {
    name: 'العربية',
    tag: 'ar',
    locale: 'ar-u-nu-latn-ca-gregory',
    isRightToLeft: true,
    comma: '، ',
    colon: ': ',
    notReviewed: 'لم يراجع هذه الترجمة بعد شخص لغته الأم هي العربية.',
  },
  uk: {
    name: 'Українська',
    tag: 'uk',
    locale: 'uk-UA',
    isRightToLeft: false,
    comma: ', ',
    colon: ': ',
    notReviewed: 'Цей переклад ще не перевірила людина, для якої українська мова рідна.',
  },
  es: {
    name: 'Español',
    tag: 'es',
    locale: 'es-ES',
    isRightToLeft: false,
    comma: ', ',
    colon: ': ',
    notReviewed: 'Ninguna persona de lengua española ha revisado todavía esta traducción.',
  },
};

/** A key missing or misspelt in any language does not compile: French gives the shape. */
export function definePublicMessages<const French>(
  messages: { fr: French } & Record<Exclude<PublicLang, 'fr'>, Same<NoInfer<French>>>,
): Record<PublicLang, Same<French>> {
  return messages as Record<PublicLang, Same<French>>;
}

/** The forms that counting takes in each language, as Unicode names them. */
interface PluralForms {
  fr: 'one' | 'other';
  falc: 'one' | 'other';
  en: 'one' | 'other';
  ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
  uk: 'one' | 'few' | 'many';
  es: 'one' | 'other';
}

const RULES = new Map(
  PUBLIC_LANGUAGES.map((lang) => {
    const { locale } = LANGUAGE_FACTS[lang];
    return [lang, { rules: new Intl.PluralRules(locale), numbers: new Intl.NumberFormat(locale) }] as const;
  }),
);

/** « 1 lieu », « 3 lieux »: `#` stands for the number. Whole counts; a form that is missing does not compile. */
export function plural<L extends PublicLang>(
  lang: L,
  count: number,
  forms: Readonly<Record<PluralForms[L], string>>,
): string {
  const { rules, numbers } = RULES.get(lang)!;
  const known: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = forms;
  // French and Spanish have a form for millions, which no count of places reaches.
  const form = known[rules.select(count)] ?? known.other ?? '';
  return form.replace('#', numbers.format(count));
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** A name or a number inside a right-to-left sentence keeps its own order, and leaves that of the sentence alone. */
export const isolated = (text: string | number): string => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;
