import type { PublicLang } from '../../../../platform/i18n/public-languages.ts';
import { labelForValue, type PlaceFields } from '../../../standard/index.ts';
import { priceOf } from '../../domain/openness.ts';
import { PLACE_FACTS } from '../../place-facts-messages.ts';

/** « C’est gratuit. »; a price nobody gave is said to be unknown. */
export function costWords(fields: PlaceFields, lang: PublicLang): string {
  const price = priceOf(fields);
  if (price === null) return PLACE_FACTS[lang].noCost;
  return price === 'mixed' ? PLACE_FACTS[lang].mixedCost : `${labelForValue('frais_a_charge', price)[lang]}.`;
}
