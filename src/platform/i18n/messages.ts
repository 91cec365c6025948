/** Languages of commands and management pages. Public pages speak more: `public-languages.ts`. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

export const isLang = (text: unknown): text is Lang => (LANGUAGES as readonly unknown[]).includes(text);

/** The shape that French gives, for the words of another language. */
export type Same<Value> = Value extends (...facts: infer Facts) => string
  ? (...facts: Facts) => string
  : Value extends string
    ? string
    : { [Key in keyof Value]: Same<Value[Key]> };

/** A missing or misspelt English key does not compile: French gives the shape. */
export function defineMessages<const French>(messages: {
  fr: French;
  en: Same<NoInfer<French>>;
}): Record<Lang, Same<French>> {
  return messages as Record<Lang, Same<French>>;
}
