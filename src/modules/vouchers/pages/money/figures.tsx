import { ButtonLink, Figures, Status, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatEuros, formatNumber, nb } from '../../../../platform/i18n/french-form.ts';
import { volumeLevel } from '../../domain/yearly-volume.ts';
import { FIGURES } from '../../figure-messages.ts';
import type { FunnelRow, PathCounts, PaymentDelays, PlaceRow } from '../../store/figures.ts';
import type { Standing } from '../../store/standing.ts';
import { moneyPage } from './parts/frame.tsx';
import { rate } from './parts/rate.ts';

export interface FiguresView {
  base: string;
  programme: string;
  standing: Standing;
  paths: PathCounts;
  passes: { issued: number; expired: number };
  delays: PaymentDelays;
  yearCents: bigint;
  /** `silentDays`: null when the partner has nothing in stock. */
  funnel: readonly (FunnelRow & { silentDays: number | null })[];
  /** Days without a hand-over from which a partner is to be reminded. */
  silenceDays: number;
  places: readonly PlaceRow[];
  nameOf: (id: string) => string;
}

/** The figures of a programme: money, paths, payments, partners, places. */
export function figuresPage(view: View, figures: FiguresView): string {
  const say = FIGURES[view.lang];
  const { base, paths } = figures;
  return moneyPage(view, {
    title: say.title,
    back: { href: base, label: figures.programme },
    children: (
      <>
        <p class="m-lead">
          {paths.handedOver === 0 ? (
            nb(say.sentenceNone)
          ) : (
            <>
              <mark>{nb(say.sentencePart(paths.used, paths.handedOver))}</mark> {nb(say.sentence(paths.used))}
            </>
          )}
        </p>
        <Money view={view} standing={figures.standing} />
        <Paths view={view} figures={figures} />
        <Delays view={view} delays={figures.delays} />
        <Volume view={view} cents={figures.yearCents} />
        <Funnel view={view} figures={figures} />
        <Places view={view} figures={figures} />
        <p>
          <ButtonLink href={`${base}/chiffres/chiffres.csv`} variant="secondary" icon="download">
            {say.csv(say.title)}
          </ButtonLink>
        </p>
      </>
    ),
  });
}

function Money({ view, standing }: { view: View; standing: Standing }) {
  const say = FIGURES[view.lang];
  const euros = (cents: bigint) => formatEuros(cents, view.lang);
  return (
    <section class="m-group">
      <h2>{nb(say.money)}</h2>
      <Figures
        items={[
          { label: say.funded, value: euros(standing.receivedCents) },
          { label: say.provision, value: euros(standing.provisionCents) },
          { label: say.inBooklets, value: euros(standing.liveCents) },
          { label: say.bonus, value: euros(standing.bonusCents) },
          { label: say.owed, value: euros(standing.owedCents) },
          { label: say.paid, value: euros(standing.paidCents) },
          { label: say.returned, value: euros(standing.returnedCents) },
        ]}
      />
    </section>
  );
}

function Paths({ view, figures: { paths, passes } }: { view: View; figures: FiguresView }) {
  const say = FIGURES[view.lang];
  const of = (detailOf: (part: string) => string) => ({ lang: view.lang, detailOf });
  return (
    <section class="m-group">
      <h2>{nb(say.path)}</h2>
      <Figures
        items={[
          { label: say.issued, value: formatNumber(paths.issued, view.lang) },
          { label: say.handedOver, ...rate(paths.handedOver, paths.issued, of(say.handedOverOf)) },
          { label: say.firstUse, ...rate(paths.used, paths.handedOver, of(say.firstUseOf)) },
          { label: say.completed, ...rate(paths.completed, paths.handedOver, of(say.completedOf)) },
          { label: say.expired, ...rate(passes.expired, passes.issued, of(say.expiredOf)) },
        ]}
      />
      <p class="m-small">{nb(say.pathWhy)}</p>
    </section>
  );
}

function Delays({ view, delays }: { view: View; delays: PaymentDelays }) {
  const say = FIGURES[view.lang];
  const of = (detailOf: (part: string) => string) => ({ lang: view.lang, detailOf });
  return (
    <section class="m-group">
      <h2>{nb(say.delays)}</h2>
      <Figures
        items={[
          {
            label: say.median,
            value: delays.medianDays === null ? say.none : say.medianDays(delays.medianDays),
          },
          { label: say.onTime, ...rate(delays.onTime, delays.paid, of(say.onTimeOf)) },
          { label: say.late, ...rate(delays.late, delays.owed, of(say.lateOf)) },
        ]}
      />
    </section>
  );
}

function Volume({ view, cents }: { view: View; cents: bigint }) {
  const say = FIGURES[view.lang];
  const level = volumeLevel(cents);
  return (
    <section class="m-group">
      <h2>{nb(say.volume)}</h2>
      <Figures items={[{ label: say.volumeOf, value: formatEuros(cents, view.lang) }]} />
      {level !== 'below' && (
        <p>
          <Status kind={level === 'over' ? 'bad' : 'ask'} icon="alert-triangle">
            {say[level]}
          </Status>
        </p>
      )}
      <p>{nb(say.volumes[level])}</p>
    </section>
  );
}

function Funnel({ view, figures }: { view: View; figures: FiguresView }) {
  const say = FIGURES[view.lang];
  const { funnel, silenceDays, nameOf, base } = figures;
  const number = (value: number) => formatNumber(value, view.lang);
  const of = { lang: view.lang, detailOf: (part: string) => part };
  const share = (part: number, whole: number) => {
    const { value, detail } = rate(part, whole, of);
    return detail ? nb(`${detail}, ${value}`) : value;
  };
  if (funnel.length === 0) return <p>{nb(say.partnersNone)}</p>;
  return (
    <section class="m-group">
      <Table
        caption={say.partners}
        columns={[
          { label: say.partner },
          { label: say.inStock, isNumber: true },
          { label: say.handedOver, isNumber: true },
          { label: say.used, isNumber: true },
          { label: say.completed, isNumber: true },
          { label: say.silent },
        ]}
        rows={funnel.map((row) => ({
          key: row.prescriber,
          cells: [
            nb(nameOf(row.prescriber)),
            number(row.inStock),
            number(row.handedOver),
            share(row.used, row.handedOver),
            share(row.completed, row.handedOver),
            row.silentDays === null ? null : (
              <>
                {nb(say.silentDays(row.silentDays))}{' '}
                {row.silentDays >= silenceDays && (
                  <Status kind="ask" icon="clock">
                    {say.alert}
                  </Status>
                )}
              </>
            ),
          ],
        }))}
      />
      <p>
        <ButtonLink href={`${base}/chiffres/prescripteurs.csv`} variant="secondary" icon="download">
          {say.csv(say.partners)}
        </ButtonLink>
      </p>
    </section>
  );
}

function Places({ view, figures: { places, nameOf, base } }: { view: View; figures: FiguresView }) {
  const say = FIGURES[view.lang];
  if (places.length === 0) return <p>{nb(say.placesNone)}</p>;
  return (
    <section class="m-group">
      <Table
        caption={say.places}
        columns={[
          { label: say.place },
          { label: say.uses, isNumber: true },
          { label: say.passes, isNumber: true },
          { label: say.people, isNumber: true },
          { label: say.owed, isNumber: true },
          { label: say.paid, isNumber: true },
        ]}
        rows={places.map((row) => ({
          key: row.structure,
          cells: [
            nb(nameOf(row.structure)),
            formatNumber(row.redemptions, view.lang),
            formatNumber(row.passes, view.lang),
            formatNumber(row.people, view.lang),
            formatEuros(row.owedCents, view.lang),
            formatEuros(row.paidCents, view.lang),
          ],
        }))}
      />
      <p>
        <ButtonLink href={`${base}/chiffres/lieux.csv`} variant="secondary" icon="download">
          {say.csv(say.places)}
        </ButtonLink>
      </p>
    </section>
  );
}
