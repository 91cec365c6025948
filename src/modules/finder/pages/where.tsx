import { Icon } from '../../../platform/html/icon.tsx';
import { renderPage } from '../../../platform/html/page.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb, unbroken } from '../../../platform/i18n/french-form.ts';
import type { Understanding } from '../domain/understand-need.ts';
import { HOME, NEED_WORDS } from '../messages.ts';
import { Chosen } from './parts/chosen.tsx';
import type { FinderWorld } from './parts/deps.ts';
import { EasyBlock } from './parts/easy-block.tsx';
import { HelpLine } from './parts/help-line.tsx';
import { NearMe } from './parts/near-me.tsx';
import { NEED_ICONS } from './parts/need-icons.ts';
import { TownsMeant } from './parts/other-towns.tsx';
import { Understood } from './parts/own-words.tsx';
import { type ListQuery, listHref } from './parts/query.ts';
import { SearchForm } from './parts/search-form.tsx';
import { Step } from './parts/step.tsx';

/** Step 2; also what answers a text that names no place: never the person's fault. */
export function wherePage(
  view: View,
  { query, understanding }: { query: ListQuery; understanding?: Understanding },
  world: FinderWorld,
): string {
  const words = HOME[view.publicLang];
  const error = query.isAsked ? misunderstanding(query.ou, view) : undefined;
  return renderPage(view, {
    title: words.where,
    ...(error && { errors: [{ field: 'ou', message: error }] }),
    scripts: ['near.js'],
    back: { href: '/', label: words.changeNeed },
    children: (
      <>
        <EasyBlock view={view} icon="map-pin">
          <div class="m-group">
            <Step view={view} step={2} />
            <h1 class="m-title">{unbroken(nb(words.where))}</h1>
            {understanding ? (
              <Understood view={view} query={query} understanding={understanding} />
            ) : (
              query.need && query.need !== 'tout' && <Wish view={view} need={query.need} />
            )}
            <Chosen view={view} query={query} chosen={query.filters} />
          </div>
        </EasyBlock>
        <SearchForm
          view={view}
          label={words.fieldBoth}
          value={query.ou}
          error={error}
          chosen={{
            besoin: query.need,
            services: query.services.join('|'),
            filtres: query.filters.join('|'),
          }}
        />
        {error && <TownsMeant view={view} query={query} world={world} />}
        <NearMe view={view} href={listHref(query, { ou: '', page: 1 })} />
        <p class="m-it m-subtle">
          <Icon name="lock" />
          <span>{words.notKept}</span>
        </p>
        <HelpLine view={view} />
      </>
    ),
  });
}

function Wish({ view, need }: { view: View; need: Exclude<ListQuery['need'], undefined> }) {
  return (
    <p class="m-it m-lead">
      <Icon name={NEED_ICONS[need]} />
      <span>
        {HOME[view.publicLang].youWant} <strong>{NEED_WORDS[view.publicLang][need].sentence}</strong>.
      </span>
    </p>
  );
}

/** What to correct, in a sentence that helps. */
function misunderstanding(ou: string, view: View): string {
  const words = HOME[view.publicLang];
  const digits = ou.replace(/\s/g, '');
  if (ou === '') return words.empty;
  if (/^\d+$/.test(digits))
    return digits.length === 5 ? words.unknownCode(digits) : words.digits(digits.length);
  return words.unknown(ou);
}
