import type { Service } from '../../../standard/index.ts';
import type { NeedKey } from '../needs.ts';

/** Languages in which people may say their need; whatever the language of the page. */
export type Spoken = 'fr' | 'en' | 'es' | 'ar' | 'uk';

/**
 * What people say when they mean a need: expressions between commas. Small words (`le`, `mon`, `the`) do not count, nor
 * do accents, the order of words, plurals and slips of the finger. A star stands for any ending: `imprim*`.
 */
export interface NeedTerms {
  need: NeedKey;
  /** When the sentence asks for other services of the national standard than the need does. */
  services?: readonly Service[];
  /** Said alone, each tells the need. */
  sure: Partial<Record<Spoken, string>>;
  /** Tells the need when nothing better is said. */
  maybe: Partial<Record<Spoken, string>>;
}
