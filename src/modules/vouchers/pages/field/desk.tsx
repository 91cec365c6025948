import { daysBetween } from '../../../../kernel/calendar.ts';
import { localDateAt } from '../../../../kernel/dates.ts';
import { renderPage } from '../../../../platform/html/page.tsx';
import {
  Button,
  Figures,
  IconText,
  Pagination,
  Status,
  Table,
  TextField,
} from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatNumber, nb } from '../../../../platform/i18n/french-form.ts';
import { FIELD, type HandOverFault } from '../../field-messages.ts';
import type { HandedOverRow, Stock } from '../../store/handed-over.ts';
import { leftWords, nameOf, STATE_LOOKS, stateOf } from '../parts/booklet-words.ts';
import { faultOf, type HandOverForm, HandOverFormPart } from '../parts/hand-over-form.tsx';

interface People {
  rows: readonly HandedOverRow[];
  count: number;
  /** Searched for. */
  name: string;
  page: number;
  pages: number;
}

export interface DeskView {
  base: string;
  stock: readonly Stock[];
  form: HandOverForm;
  fault: HandOverFault | null;
  canText: boolean;
  people: People;
}

/** One form, then what became of the booklets handed over. */
export function deskPage(view: View, desk: DeskView): string {
  const say = FIELD[view.lang];
  const { stock, fault, people } = desk;
  const available = stock.filter(({ inStock }) => inStock > 0);
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'space',
    errors: fault ? [faultOf(view, fault)] : [],
    back: { href: '/espace', label: say.back },
    children: (
      <>
        <h1>{nb(say.title)}</h1>
        <div class="m-two">
          {available.length > 0 ? (
            <HandOverFormPart view={view} {...desk} stock={available} action={`${desk.base}/remettre`} />
          ) : (
            <section class="m-empty">
              <p class="m-lead">{nb(say.noStock)}</p>
              <p>{nb(say.noStockWhy)}</p>
            </section>
          )}
          <div class="m-group">
            {stock.map((one) => (
              <StockPart key={one.programme} view={view} stock={one} />
            ))}
          </div>
        </div>
        <PeoplePart view={view} base={desk.base} people={people} />
      </>
    ),
  });
}

function StockPart({ view, stock }: { view: View; stock: Stock }) {
  const { lang, now } = view;
  const say = FIELD[lang];
  const stillDays = daysBetween(localDateAt(stock.movedAt), localDateAt(now));
  return (
    <section class="m-group">
      <h2>{nb(stock.name)}</h2>
      <Figures
        items={[
          { label: say.funnelStock, value: formatNumber(stock.inStock, lang) },
          { label: say.funnelGiven, value: say.of(stock.handedOver, stock.received) },
          { label: say.funnelUsed, value: say.of(stock.firstUsed, stock.handedOver) },
          { label: say.funnelDone, value: say.of(stock.completed, stock.handedOver) },
        ]}
      />
      {stock.toCome > 0 && <p class="m-small">{nb(say.toCome(stock.toCome))}</p>}
      {stock.endsOn && <p class="m-small">{nb(say.endsOn(formatDate(stock.endsOn, lang)))}</p>}
      {stock.inStock > 0 && stillDays >= stock.silenceDays && (
        <IconText icon="alert-triangle">{say.asleep(stillDays)}</IconText>
      )}
    </section>
  );
}

function PeoplePart({ view, base, people }: { view: View; base: string; people: People }) {
  const say = FIELD[view.lang];
  const { rows, count, name, page, pages } = people;
  return (
    <section class="m-group" aria-labelledby="personnes">
      <h2 id="personnes">{nb(say.people)}</h2>
      {count === 0 && name === '' ? (
        <p>{nb(say.peopleNone)}</p>
      ) : (
        <form class="m-searchbar" method="get" action={base}>
          <TextField name="prenom" id="chercher" label={say.search} value={name} autocomplete="off" />
          <Button variant="secondary" icon="search">
            {say.searchButton}
          </Button>
        </form>
      )}
      {name !== '' && (
        <p role="status">
          {nb(count === 0 ? say.foundNone(name) : say.found(count, name))}{' '}
          <a class="ds-link" href={base}>
            {say.seeAll}
          </a>
        </p>
      )}
      {rows.length > 0 && <PeopleTable view={view} base={base} rows={rows} />}
      <Pagination
        lang={view.lang}
        page={page}
        count={pages}
        hrefOf={(other) => `${base}?${new URLSearchParams({ prenom: name, page: String(other) })}`}
      />
    </section>
  );
}

function PeopleTable({ view, base, rows }: { view: View; base: string; rows: readonly HandedOverRow[] }) {
  const { lang, now } = view;
  const say = FIELD[lang];
  return (
    <Table
      caption={say.newest}
      columns={[say.person, say.state, say.left, say.lastDay, say.givenOn].map((label) => ({ label }))}
      rows={rows.map((booklet) => ({
        key: booklet.id,
        cells: [
          <a class="m-it" href={`${base}/carnets/${booklet.id}`}>
            <span>{nb(nameOf(booklet, lang))}</span>
          </a>,
          <Status kind={STATE_LOOKS[stateOf(booklet, now)]} icon={ICONS[stateOf(booklet, now)]}>
            {say.states[stateOf(booklet, now)]}
          </Status>,
          nb(leftWords(booklet, lang)),
          formatDate(booklet.lastDay, lang),
          formatDate(booklet.handedOverAt, lang),
        ],
      }))}
    />
  );
}

const ICONS = {
  unused: 'ticket',
  started: 'circle-check',
  used: 'circle-check',
  over: 'calendar',
  lost: 'alert-triangle',
  cancelled: 'x',
} as const;
