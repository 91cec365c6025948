import { Button, ButtonLink, Icon, TextField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS } from '../../../../platform/i18n/public-languages.ts';
import type { NeedKey } from '../../domain/needs.ts';
import type { Understanding } from '../../domain/understand-need.ts';
import { NEED_WORDS } from '../../messages.ts';
import { REQUEST } from '../../request-messages.ts';
import { facetWords } from './facet-words.ts';
import { NEED_ICONS } from './need-icons.ts';
import { type ListQuery, listHref } from './query.ts';

/** What one needs, where one is, or both, as one would say it. */
export function OwnWords({ view }: { view: View }) {
  const words = REQUEST[view.publicLang];
  return (
    <form class="m-search" action="/lieux" method="get">
      <TextField
        name="mots"
        label={words.label}
        description={words.example}
        enterkeyhint="search"
        maxlength={200}
      />
      <Button icon="arrow-right">{words.go}</Button>
    </form>
  );
}

/** What was understood, and one press to say otherwise. Nobody is told that they are wrong. */
export function Understood({
  view,
  query,
  understanding,
}: {
  view: View;
  query: ListQuery;
  understanding: Understanding;
}) {
  const words = REQUEST[view.publicLang];
  const isNeed = understanding.need !== 'tout';
  const isUnknown = !isNeed && query.filters.length === 0;
  if (isUnknown && query.mots === query.ou) return null;
  return (
    <div class="m-group">
      <p class="m-it m-lead" role="status">
        <Icon name={isNeed || isUnknown ? NEED_ICONS[understanding.need] : 'adjustments-horizontal'} />
        <span>
          {isUnknown ? nb(words.notUnderstood(query.mots)) : nb(words.understood)}{' '}
          {isUnknown ? (
            nb(isLocated(query) ? words.everything : words.notUnderstoodWhere)
          ) : (
            <>
              <strong>{nb(wishOf(query, view))}</strong>.
            </>
          )}{' '}
          <a href="/">{isUnknown ? words.choose : words.change}</a>
        </span>
      </p>
      {understanding.others.length > 0 && (
        <div class="m-row">
          {understanding.others.slice(0, 2).map((need) => (
            <ButtonLink key={need} variant="secondary" icon={NEED_ICONS[need]} href={needHref(query, need)}>
              {words.rather(NEED_WORDS[view.publicLang][need].sentence)}
            </ButtonLink>
          ))}
        </div>
      )}
    </div>
  );
}

const isLocated = ({ ou, near }: ListQuery): boolean => ou !== '' || near !== undefined;

/** « faire une démarche, gratuit », or the service asked for when no need of the home page stands for it. */
function wishOf({ need, services, filters }: ListQuery, view: View): string {
  const { publicLang } = view;
  const isNeed = need !== undefined && need !== 'tout';
  const narrowing = [...services, ...filters].map((facet) => facetWords(facet, view).toLowerCase());
  return [...(isNeed ? [NEED_WORDS[publicLang][need].sentence] : []), ...narrowing].join(
    LANGUAGE_FACTS[publicLang].comma,
  );
}

/** The same place for another need; before the place is known, the question of where. */
const needHref = (query: ListQuery, need: NeedKey): string =>
  listHref(query, { need, services: [], page: 1 });
