import type { PublicLang } from '../../../../platform/i18n/public-languages.ts';
import type { Located } from '../../domain/locate.ts';
import { NEED_WORDS } from '../../messages.ts';
import { REQUEST } from '../../request-messages.ts';
import { RESULTS } from '../../results-messages.ts';
import type { ListQuery } from './query.ts';

/** « 5 lieux pour faire une démarche, près de Vaulx-en-Velin ». */
export function resultsTitle(
  list: { query: ListQuery; located: Located; answer: { total: number } },
  lang: PublicLang,
): string {
  const { query, located } = list;
  const words = RESULTS[lang];
  const count = list.answer.total;
  if (count === 0) return nothingTitle(list, lang);
  if (located.kind === 'departement') return words.departement(count, located.label);
  if (located.kind === 'place') return words.named(count, located.label);
  const need = query.need ? NEED_WORDS[lang][query.need].sentence : '';
  if (located.kind === 'around') {
    return need === '' ? REQUEST[lang].nearYou(count) : REQUEST[lang].nearYouFor(count, need);
  }
  return need === '' ? words.near(count, located.label) : words.nearFor(count, need, located.label);
}

function nothingTitle({ query, located }: { query: ListQuery; located: Located }, lang: PublicLang): string {
  const words = RESULTS[lang];
  const isFiltered =
    query.filters.length > 0 ||
    query.services.length > 0 ||
    (query.need !== undefined && query.need !== 'tout');
  if (isFiltered || located.kind === 'departement') return words.nothingMatches;
  if (located.kind === 'around') return REQUEST[lang].nothingNearYou;
  return located.kind === 'place' ? words.nothingNamed(located.label) : words.nothingNear(located.label);
}
