import { formatDate } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import { PLACE } from '../../place-messages.ts';

/** How fresh the information is: the date its source gives, else the day on which it was read there. */
export function freshness({ fields, provenance }: PublishedPlace, lang: Lang): string {
  if (fields.updatedOn === undefined) return PLACE[lang].undated;
  const date = formatDate(fields.updatedOn, lang);
  return provenance.updatedOn?.some((origin) => origin.date)
    ? PLACE[lang].checked(date)
    : PLACE[lang].read(date);
}
