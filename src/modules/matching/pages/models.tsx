import { renderPage } from '../../../platform/html/page.tsx';
import { Button, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatDate, formatNumber, nb } from '../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import { type Who, WhoDecides } from '../../access/index.ts';
import type { ModelsOverview } from '../actions/read-models.ts';
import { LEAST_DECISIONS, LEAST_OF_EACH, stateOf } from '../domain/learning.ts';
import { MODELS, type ModelSaid, shareOf } from '../model-messages.ts';
import { MODELS_PATH, modelHref, REVIEW_PATH } from './parts/pair-address.ts';

/** What is in force, what could be learnt now, and every version ever learnt. */
export function modelsPage(
  view: View,
  { overview, said, who }: { overview: ModelsOverview; said: ModelSaid | null; who: Who },
): string {
  const { lang } = view;
  const say = MODELS[lang];
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'duplicates',
    back: { href: REVIEW_PATH, label: say.back },
    children: (
      <>
        <h1>{nb(say.title)}</h1>
        {said && <p role="status">{nb(say.done[said])}</p>}
        <p class="m-lead">{nb(say.lead)}</p>
        <InForce lang={lang} overview={overview} />
        <Learning lang={lang} overview={overview} />
        {overview.learnt.length > 0 && <Versions lang={lang} overview={overview} />}
        <WhoDecides view={view} who={who} />
      </>
    ),
  });
}

interface Part {
  lang: Lang;
  overview: ModelsOverview;
}

function InForce({ lang, overview: { inForce, learnt } }: Part) {
  const say = MODELS[lang];
  const used = learnt.find(({ version }) => version === inForce.version);
  return (
    <>
      <h2>{nb(say.inForceTitle)}</h2>
      <p>
        {nb(used ? say.learntInForce(used.version, formatNumber(used.decisions, lang)) : say.reasonedInForce)}{' '}
        {inForce.chosen && nb(say.chosenBy(inForce.chosen.author, formatDate(inForce.chosen.at, lang)))}
      </p>
      {used && (
        <p>
          <a class="ds-link" href={modelHref(null)}>
            {nb(say.goBack)}
          </a>
        </p>
      )}
    </>
  );
}

function Learning({ lang, overview: { lessons, missing } }: Part) {
  const say = MODELS[lang];
  const isEnough = Object.values(missing).every((count) => count === 0);
  return (
    <>
      <h2>{nb(say.learnTitle)}</h2>
      <p>{nb(say.lessons(lessons, formatNumber(lessons, lang)))}</p>
      {isEnough ? (
        <form method="post" action={`${MODELS_PATH}/apprendre`}>
          <Button>{say.learn}</Button>
        </form>
      ) : (
        <p>
          {nb(
            `${say.least(LEAST_DECISIONS, LEAST_OF_EACH)} ${say.missing(missing.decisions, missing.same, missing.other)}`,
          )}
        </p>
      )}
    </>
  );
}

function Versions({ lang, overview: { learnt, inForce } }: Part) {
  const say = MODELS[lang];
  const columns = [
    say.version,
    say.learntOn,
    say.who,
    say.decisions,
    say.agreedBefore,
    say.agreedAfter,
    say.state,
  ];
  return (
    <Table
      caption={say.versions}
      columns={columns.map((label) => ({ label }))}
      rows={learnt.map((one) => ({
        key: String(one.version),
        cells: [
          <a class="ds-link" href={modelHref(one.version)}>
            {nb(say.versionName(one.version))}
          </a>,
          formatDate(one.at, lang),
          one.author,
          formatNumber(one.decisions, lang),
          shareOf(one.before, lang),
          shareOf(one.after, lang),
          say.states[stateOf(one, inForce.version)],
        ],
      }))}
    />
  );
}
