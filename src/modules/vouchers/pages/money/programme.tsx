import { Answer, Doors, Figures, Icon, type IconName } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatEuros, nb } from '../../../../platform/i18n/french-form.ts';
import { PROGRAMMES } from '../../programme-messages.ts';
import type { Programme } from '../../store/programmes.ts';
import type { Standing, Waiting } from '../../store/standing.ts';
import { moneyPage } from './parts/frame.tsx';

type Todos = Waiting & { steps: number; escrow: number };

type PageName = keyof (typeof PROGRAMMES)['fr']['pages'];

const ICON_OF: Readonly<Record<PageName, IconName>> = {
  argent: 'coin-euro',
  carnets: 'ticket',
  lieux: 'map-pin',
  comptes: 'lock',
  prolongations: 'calendar-plus',
  paiements: 'send',
  chiffres: 'chart-bar',
  reperes: 'eye',
  differes: 'wifi-off',
  regles: 'file-text',
  fin: 'flag',
};

/** Where each decision is taken. */
const PAGE_OF: Readonly<Record<keyof Todos, string>> = {
  escrow: 'argent',
  escrowProposed: 'argent',
  orders: 'carnets',
  agreements: 'lieux',
  accounts: 'comptes',
  extensions: 'prolongations',
  batches: 'paiements',
  overdue: 'paiements',
  steps: 'fin',
};

/** One programme: what is left to give out, what waits, and the way to everything else. */
export function programmePage(
  view: View,
  {
    programme,
    base,
    standing,
    todos,
    pages,
    said,
  }: {
    programme: Programme;
    base: string;
    standing: Standing;
    todos: Todos;
    /** Pages of the programme, in order. */
    pages: readonly PageName[];
    said: 'created' | 'already' | null;
  },
): string {
  const say = PROGRAMMES[view.lang];
  const euros = (cents: bigint) => formatEuros(cents, view.lang);
  const inBooklets = standing.liveCents + standing.bonusCents;
  return moneyPage(view, {
    title: programme.name,
    back: { href: base.slice(0, base.lastIndexOf('/')), label: say.back },
    said: said && say[said],
    children: (
      <>
        <Answer
          kind={standing.provisionCents > 0n ? 'ok' : 'no'}
          icon="coin-euro"
          title={answerOf(view, standing)}
        />
        <Figures
          items={[
            { label: say.received, value: euros(standing.receivedCents) },
            { label: say.inBooklets, value: euros(inBooklets) },
            { label: say.owed, value: euros(standing.owedCents) },
            { label: say.paid, value: euros(standing.paidCents) },
            { label: say.returned, value: euros(standing.returnedCents) },
          ]}
        />
        {programme.endsOn && <p>{nb(say.ends(formatDate(programme.endsOn, view.lang)))}</p>}
        <section class="m-group">
          <h2>{nb(say.todo)}</h2>
          <TodoList view={view} base={base} todos={todos} />
        </section>
        <section class="m-group">
          <h2>{nb(say.rooms)}</h2>
          <Doors
            items={pages.map((page) => ({
              href: `${base}/${page}`,
              icon: ICON_OF[page],
              ...say.pages[page],
            }))}
          />
        </section>
      </>
    ),
  });
}

function answerOf(view: View, { receivedCents, provisionCents }: Standing): string {
  const say = PROGRAMMES[view.lang];
  if (receivedCents === 0n) return say.answerNothing;
  return provisionCents === 0n ? say.answerEmpty : say.answer(formatEuros(provisionCents, view.lang));
}

function TodoList({ view, base, todos }: { view: View; base: string; todos: Todos }) {
  const say = PROGRAMMES[view.lang];
  const due = (Object.keys(PAGE_OF) as (keyof Todos)[]).filter((name) => todos[name] > 0);
  if (due.length === 0) return <p>{nb(say.todoNone)}</p>;
  return (
    <ul class="m-list">
      {due.map((name) => (
        <li key={name}>
          <a class="m-it" href={`${base}/${PAGE_OF[name]}`}>
            <Icon name={name === 'overdue' ? 'alert-triangle' : 'arrow-right'} />
            <span>{nb(say.todos[name](todos[name]))}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
