import { formatDate } from '../../../../platform/i18n/french-form.ts';
import type { PublicLang } from '../../../../platform/i18n/public-languages.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import { PLACE_FACTS } from '../../place-facts-messages.ts';

/** How fresh the information is: the date its source gives, else the day on which it was read there. */
export function freshness({ fields, provenance }: PublishedPlace, lang: PublicLang): string {
  if (fields.updatedOn === undefined) return PLACE_FACTS[lang].undated;
  const date = formatDate(fields.updatedOn, lang);
  return provenance.updatedOn?.some((origin) => origin.date)
    ? PLACE_FACTS[lang].checked(date)
    : PLACE_FACTS[lang].read(date);
}
