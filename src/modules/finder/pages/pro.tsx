import { renderPage } from '../../../platform/html/page.tsx';
import { ButtonLink } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb, unbroken } from '../../../platform/i18n/french-form.ts';
import { bestPlaces } from '../domain/best-places.ts';
import { type Located, locate } from '../domain/locate.ts';
import { listPlaces } from '../domain/search-places.ts';
import type { Understanding } from '../domain/understand-need.ts';
import { NEED_WORDS } from '../messages.ts';
import { PRO } from '../pro-messages.ts';
import { BestPlace } from './parts/best-place.tsx';
import type { FinderWorld } from './parts/deps.ts';
import { ProForm } from './parts/pro-form.tsx';
import { type ProQuery, readProQuery, wishOf } from './parts/pro-query.ts';
import { ScoreTable } from './parts/score-table.tsx';

/** One minute for a referrer: a town, a need, three places with the reasons of each. The address holds it all. */
export function proPage(view: View, world: FinderWorld): string {
  const words = PRO[view.lang];
  const query = readProQuery(view.url);
  const located = query.isAsked ? locate(query.ou, world) : null;
  const error = query.isAsked && !located ? misunderstanding(query, view) : undefined;
  return renderPage(view, {
    title: words.title,
    side: 'pro',
    active: 'refer',
    ...(error && { errors: [{ field: 'ou', message: error }] }),
    scripts: ['copy.js'],
    children: (
      <>
        <div class="m-group m-pro-head">
          <h1>{words.title}</h1>
          {!located && <p class="m-lead">{nb(words.lead)}</p>}
        </div>
        <ProForm view={view} query={query} error={error} />
        {located && <Best view={view} search={{ query, located }} world={world} />}
      </>
    ),
  });
}

const misunderstanding = ({ ou }: ProQuery, { lang }: View): string =>
  ou === '' ? PRO[lang].empty : PRO[lang].unknownTown(ou);

function understoodWords({ need, words }: Understanding, { lang }: View): string {
  if (need === 'tout') return PRO[lang].notUnderstood;
  return PRO[lang].understood(NEED_WORDS[lang][need].name.toLowerCase(), words.join(' '));
}

function Best({
  view,
  search: { query, located },
  world,
}: {
  view: View;
  search: { query: ProQuery; located: Located };
  world: FinderWorld;
}) {
  const words = PRO[view.lang];
  const { hits: around } = listPlaces(world, { located });
  const best = bestPlaces(around, wishOf(query), view.now);
  const need = query.understood?.need ?? query.need;
  const parameters = new URLSearchParams({ ou: query.ou, besoin: need });
  return (
    <section class="m-group" aria-labelledby="meilleurs">
      <div class="m-row" role="status">
        <h2 id="meilleurs">
          {nb(
            unbroken(best.length > 0 ? words.best(best.length, located.label) : words.nothing(located.label)),
          )}
        </h2>
        {query.understood && <p class="m-small">{nb(understoodWords(query.understood, view))}</p>}
        {around.length > best.length && <p class="m-small">{nb(words.among(around.length))}</p>}
      </div>
      <ol class="m-best">
        {best.map((one, rank) => (
          <BestPlace key={one.found.place.id} view={view} ranked={one} rank={rank + 1} whom={query.whom} />
        ))}
      </ol>
      <div class="m-row">
        <ButtonLink variant="secondary" icon="list" href={`/lieux?${parameters}`}>
          {words.wider}
        </ButtonLink>
      </div>
      {best.length > 0 && <ScoreTable view={view} best={best} />}
    </section>
  );
}
