import { renderPage } from '../../../platform/html/page.tsx';
import { Answer, Button, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatNumber, nb } from '../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import { type Who, WhoDecides } from '../../access/index.ts';
import type { ModelChoiceView } from '../actions/read-models.ts';
import { type Agreement, isNotWorse } from '../domain/learning.ts';
import { DEFAULT_BITS, LEVELS } from '../domain/levels.ts';
import { explainEvidence } from '../messages.ts';
import { MODELS, type ModelSaid, shareOf } from '../model-messages.ts';
import type { LearntModel } from '../store/models.ts';
import { MODELS_PATH, modelHref } from './parts/pair-address.ts';
import { capital, signed } from './parts/signed-bits.ts';

const SHOWN_CHANGES = 10;
const SHOWN_WEIGHTS = 8;
/** Less than the last digit shown says nothing. */
const SHOWN_BITS = 0.1;

/** One version before anyone agrees to it: how well it agrees with decisions, and what it would change. */
export function modelPage(
  view: View,
  { model, said, who }: { model: ModelChoiceView; said: ModelSaid | null; who: Who },
): string {
  const { lang } = view;
  const say = MODELS[lang];
  const { learnt, isInForce } = model;
  const title = learnt ? say.learntFrom(formatNumber(learnt.decisions, lang)) : say.reasoned;
  const isWorse = learnt !== null && !isNotWorse(learnt.after, learnt.before);
  return renderPage(view, {
    title,
    side: 'pro',
    active: 'duplicates',
    back: { href: MODELS_PATH, label: say.title },
    children: (
      <>
        <h1>{nb(title)}</h1>
        {said && <p role="status">{nb(say.done[said])}</p>}
        {isInForce && <p>{nb(say.isInForce)}</p>}
        {isWorse && (
          <Answer kind="no" title={say.worseTitle}>
            <p>{nb(say.worseWhy)}</p>
          </Answer>
        )}
        {learnt && <AgreementTable lang={lang} learnt={learnt} />}
        {!isInForce && <Effect lang={lang} model={model} />}
        {!isInForce && !isWorse && (
          <form class="m-group" method="post" action={modelHref(model.version)}>
            <p>{nb(say.useWhy)}</p>
            <div>
              <Button>{say.use}</Button>
            </div>
          </form>
        )}
        {learnt && <WeightTable lang={lang} learnt={learnt} />}
        <WhoDecides view={view} who={who} />
      </>
    ),
  });
}

function AgreementTable({ lang, learnt: { before, after } }: { lang: Lang; learnt: LearntModel }) {
  const say = MODELS[lang];
  const number = (value: number) => formatNumber(value, lang);
  const row = (label: string, one: Agreement) => ({
    key: label,
    cells: [label, shareOf(one, lang), number(one.wronglyJoined), number(one.missed)],
  });
  return (
    <>
      <Table
        caption={say.agreementTitle}
        columns={[
          { label: say.weighing },
          { label: say.agreed, isNumber: true },
          { label: say.wronglyJoined, isNumber: true },
          { label: say.missed, isNumber: true },
        ]}
        rows={[row(say.before, before), row(say.after, after)]}
      />
      <p class="m-small">{nb(say.agreementWhy)}</p>
    </>
  );
}

function Effect({ lang, model: { effect, nameOf } }: { lang: Lang; model: ModelChoiceView }) {
  const say = MODELS[lang];
  const number = (value: number) => formatNumber(value, lang);
  const { changedPlaces, placesBefore, placesAfter, changes } = effect;
  const shown = changes.slice(0, SHOWN_CHANGES);
  const places = (groups: readonly (readonly string[])[]) => (
    <ul>
      {groups.map((refs) => (
        <li key={refs[0]}>{say.placeOf(nameOf(refs[0]!), refs.length)}</li>
      ))}
    </ul>
  );
  return (
    <>
      <h2>{nb(say.effectTitle)}</h2>
      <p class="m-lead">
        {nb(
          say.effect({
            count: changedPlaces,
            changed: number(changedPlaces),
            before: number(placesBefore),
            after: number(placesAfter),
          }),
        )}
      </p>
      {shown.length > 0 && (
        <Table
          caption={say.firstChanges(number(shown.length), number(changes.length))}
          columns={[{ label: say.today }, { label: say.later }]}
          rows={shown.map(({ before, after }) => ({
            key: before[0]![0]!,
            cells: [places(before), places(after)],
          }))}
        />
      )}
    </>
  );
}

function WeightTable({ lang, learnt: { model } }: { lang: Lang; learnt: LearntModel }) {
  const say = MODELS[lang];
  const moved = LEVELS.map((level) => ({ level, by: Math.abs(model.bits[level] - DEFAULT_BITS[level]) }))
    .filter(({ by }) => by >= SHOWN_BITS)
    .sort((x, y) => y.by - x.by)
    .slice(0, SHOWN_WEIGHTS);
  return (
    <Table
      caption={say.weightsTitle}
      columns={[
        { label: say.evidence },
        { label: say.reasoned, isNumber: true },
        { label: say.after, isNumber: true },
      ]}
      rows={moved.map(({ level }) => ({
        key: level,
        cells: [
          nb(capital(explainEvidence({ kind: level, bits: 0 }, lang))),
          signed(DEFAULT_BITS[level], lang),
          signed(model.bits[level], lang),
        ],
      }))}
    />
  );
}
