export const LANGUAGES = ['fr', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

export const isLang = (text: unknown): text is Lang => (LANGUAGES as readonly unknown[]).includes(text);

type Same<Value> = Value extends (...facts: infer Facts) => string
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
