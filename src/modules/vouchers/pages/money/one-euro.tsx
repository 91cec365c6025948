import {
  Answer,
  ButtonLink,
  Chain,
  type ChainStep,
  Details,
  Figures,
  Table,
} from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatEuros, formatNumber, nb } from '../../../../platform/i18n/french-form.ts';
import { EURO_STEPS, type EuroStep } from '../../domain/own-share.ts';
import { FUNDER } from '../../funder-messages.ts';
import type { ChainLink } from '../../store/chain.ts';
import type { PathCounts } from '../../store/figures.ts';
import { moneyPage } from './parts/frame.tsx';
import { rate } from './parts/rate.ts';

export interface OneEuroView {
  base: string;
  programme: { id: string; name: string };
  /** Who runs it: whom to ask for the ledger. */
  manager: string;
  own: { receivedCents: bigint; returnedCents: bigint };
  allReceivedCents: bigint;
  /** Null when nothing of the funder's is in the programme. */
  share: Readonly<Record<EuroStep, bigint>> | null;
  paths: PathCounts;
  sample: readonly ChainLink[];
  nameOf: (id: string) => string;
}

/** One euro of a funder, from its arrival to a person's hour of help, and how to check it without us. */
export function oneEuroPage(view: View, shown: OneEuroView): string {
  const say = FUNDER[view.lang];
  const { base, programme, own, share, allReceivedCents } = shown;
  const euros = (cents: bigint) => formatEuros(cents, view.lang);
  const paid = share?.paid ?? 0n;
  const answer =
    own.receivedCents === 0n ? say.answerNothing : paid > 0n ? say.answer(euros(paid)) : say.answerNone;
  return moneyPage(view, {
    title: programme.name,
    back: { href: base, label: say.back },
    children: (
      <>
        <Answer kind={paid > 0n ? 'ok' : 'no'} icon="coin-euro" title={answer}>
          <p class="m-small">{nb(say.share(euros(own.receivedCents), euros(allReceivedCents)))}</p>
        </Answer>
        {own.receivedCents > 0n && <Where view={view} own={own} share={share} />}
        <People view={view} paths={shown.paths} />
        <Sample view={view} shown={shown} />
        <Proof view={view} manager={shown.manager} />
      </>
    ),
  });
}

function Where({ view, own, share }: { view: View } & Pick<OneEuroView, 'own' | 'share'>) {
  const say = FUNDER[view.lang];
  const rows = [
    ...EURO_STEPS.map((step) => ({ key: step, label: say.steps[step], cents: share?.[step] ?? 0n })),
    { key: 'returned', label: say.returned, cents: own.returnedCents },
    { key: 'total', label: say.total, cents: own.receivedCents },
  ];
  return (
    <section class="m-group">
      <Table
        caption={say.where}
        columns={[{ label: say.step }, { label: say.sum, isNumber: true }]}
        rows={rows.map(({ key, label, cents }) => ({
          key,
          cells:
            key === 'total'
              ? [<strong>{nb(label)}</strong>, <strong>{formatEuros(cents, view.lang)}</strong>]
              : [nb(label), formatEuros(cents, view.lang)],
        }))}
      />
      <p class="m-small">{nb(say.whereWhy)}</p>
    </section>
  );
}

function People({ view, paths }: { view: View; paths: PathCounts }) {
  const say = FUNDER[view.lang];
  const of = { lang: view.lang, detailOf: (part: string) => part };
  return (
    <section class="m-group">
      <h2>{nb(say.people)}</h2>
      <Figures
        items={[
          { label: say.figures.issued, value: formatNumber(paths.issued, view.lang) },
          { label: say.figures.handedOver, ...rate(paths.handedOver, paths.issued, of) },
          { label: say.figures.used, ...rate(paths.used, paths.handedOver, of) },
          { label: say.figures.completed, ...rate(paths.completed, paths.handedOver, of) },
        ]}
      />
    </section>
  );
}

function Sample({ view, shown: { base, programme, sample, nameOf } }: { view: View; shown: OneEuroView }) {
  const say = FUNDER[view.lang];
  return (
    <section class="m-group">
      <h2>{nb(say.sample)}</h2>
      {sample.length === 0 ? (
        <p>{nb(say.sampleNone)}</p>
      ) : (
        <>
          <p>{nb(say.sampleWhy)}</p>
          <div class="m-fields">
            {sample.map((link) => (
              <Chain
                key={link.redemption}
                lang={view.lang}
                steps={stepsOf(view, link, nameOf(link.structure))}
              />
            ))}
          </div>
          <p>
            <ButtonLink href={`${base}/${programme.id}/chemins.csv`} variant="secondary" icon="download">
              {say.csv}
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  );
}

function stepsOf(view: View, link: ChainLink, place: string): ChainStep[] {
  const say = FUNDER[view.lang].chain;
  const day = (value: string | Date) => formatDate(value, view.lang);
  return [
    { label: link.fundedOn === null ? say.notPaidIn : say.paidIn(day(link.fundedOn)), state: 'done' },
    { label: say.booklet(link.booklet), state: 'done' },
    { label: say.handedOver(day(link.handedOverAt)), state: 'done' },
    {
      label: (link.passCount > 0 ? say.help : say.helpAnyway)(
        day(link.helpedAt),
        place,
        formatEuros(link.cents, view.lang),
      ),
      state: 'done',
    },
    link.paidAt
      ? { label: say.paid(day(link.paidAt)), state: 'done' }
      : { label: say.toPay(day(link.payBy)), state: 'open' },
  ];
}

/** For someone who never typed a command: whom to ask, whom to give it to, what the answer will be. */
function Proof({ view, manager }: { view: View; manager: string }) {
  const say = FUNDER[view.lang];
  return (
    <section class="m-group">
      <h2>{nb(say.proof)}</h2>
      <p>{nb(say.proofWhy)}</p>
      <ol class="m-steps">
        <li>{nb(say.proofAsk(manager))}</li>
        <li>{nb(say.proofGive)}</li>
        <li>{nb(say.proofRead)}</li>
      </ol>
      <Table
        caption={say.proofAnswers}
        columns={[{ label: say.proofAnswer }, { label: say.proofMeans }]}
        rows={[
          { key: 'sound', cells: [nb(say.proofSound), nb(say.proofSoundMeans)] },
          { key: 'broken', cells: [nb(say.proofBroken), nb(say.proofBrokenMeans)] },
        ]}
      />
      <p>{nb(say.proofByHand)}</p>
      <p>{nb(say.proofKeep)}</p>
      <Details summary={say.proofRun}>
        <p>{nb(say.proofExport)}</p>
        <p>
          <code>{say.proofExportCommand}</code>
        </p>
        <p>{nb(say.proofVerify)}</p>
        <p>
          <code>node verifier.mjs journal.ndjson</code>
        </p>
      </Details>
    </section>
  );
}
