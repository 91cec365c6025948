import type { Lang } from '../../../../platform/i18n/messages.ts';
import { labelForValue, type PlaceFields } from '../../../standard/index.ts';
import { priceOf } from '../../domain/openness.ts';
import { PLACE } from '../../place-messages.ts';

/** « C’est gratuit. »; a price nobody gave is said to be unknown. */
export function costWords(fields: PlaceFields, lang: Lang): string {
  const price = priceOf(fields);
  if (price === null) return PLACE[lang].noCost;
  return price === 'mixed' ? PLACE[lang].mixedCost : `${labelForValue('frais_a_charge', price)[lang]}.`;
}
