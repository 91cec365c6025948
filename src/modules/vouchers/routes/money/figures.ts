import type { Context } from 'hono';
import { addMonths, daysBetween, startOfDay } from '../../../../kernel/calendar.ts';
import { localDateAt } from '../../../../kernel/dates.ts';
import { decimalEuros } from '../../../../kernel/money.ts';
import type { WebEnv } from '../../../../platform/html/view.ts';
import type { Space } from '../../../access/index.ts';
import { type ClosedAt, findSignals } from '../../domain/signals.ts';
import { tableFile } from '../../domain/table-file.ts';
import { FIGURES } from '../../figure-messages.ts';
import { type FiguresView, figuresPage } from '../../pages/money/figures.tsx';
import { signalWords } from '../../pages/money/parts/signal-words.ts';
import { signalsPage } from '../../pages/money/signals.tsx';
import {
  listFunnel,
  listPlaceFigures,
  readPaidSince,
  readPassCounts,
  readPathCounts,
  readPaymentDelays,
} from '../../store/figures.ts';
import { listAgreements } from '../../store/places.ts';
import { listSeenRedemptions } from '../../store/seen-redemptions.ts';
import { readStanding } from '../../store/standing.ts';
import type { VoucherWebDeps } from '../deps.ts';
import { type Desk, nameBook, openDesk, sendTable } from './desk.ts';

/** Figures, each table as a file, and what a person should look at. */
export function mountFigures(space: Space, deps: VoucherWebDeps): void {
  const door = openDesk(space, deps);
  door.page('/chiffres', async (c, desk) => c.html(figuresPage(desk.view, await readFigures(desk, deps))));
  for (const [name, rowsOf] of Object.entries(TABLES))
    door.page(`/chiffres/${name}.csv`, async (c, desk) => {
      const [head, ...rows] = rowsOf(await readFigures(desk, deps), desk);
      return sendTable(c, `${name}.csv`, tableFile(head!, rows));
    });
  door.page('/reperes', (c, desk) => showSignals(c, desk, deps));
  door.page('/reperes.csv', (c, desk) => sendSignals(c, desk, deps));
}

async function readFigures({ programme, view, base }: Desk, deps: VoucherWebDeps): Promise<FiguresView> {
  const { db } = deps;
  const { id, organisation, name, terms } = programme;
  const today = localDateAt(deps.clock());
  const funnel = await listFunnel(db, id);
  const places = await listPlaceFigures(db, id);
  return {
    base,
    programme: name,
    standing: await readStanding(db, id),
    paths: await readPathCounts(db, id),
    passes: await readPassCounts(db, id),
    delays: await readPaymentDelays(db, { programme: id, today }),
    yearCents: await readPaidSince(db, { organisation, since: startOfDay(addMonths(today, -12)) }),
    funnel: funnel.map((row) => ({
      ...row,
      silentDays: row.silentSince && daysBetween(localDateAt(row.silentSince), localDateAt(view.now)),
    })),
    silenceDays: terms.silenceDays,
    places,
    nameOf: await nameBook(deps, [
      ...funnel.map(({ prescriber }) => prescriber),
      ...places.map(({ structure }) => structure),
    ]),
  };
}

type Rows = readonly (readonly string[])[];

/** With the comma of French spreadsheets, which add such cells up. */
const euros = (cents: bigint): string => decimalEuros(cents).replace('.', ',');

const TABLES: Readonly<Record<string, (figures: FiguresView, desk: Desk) => Rows>> = {
  chiffres: ({ standing, paths, passes, delays, yearCents }, { view }) => {
    const say = FIGURES[view.lang];
    const share = (label: string, part: number, whole: number) => [label, '', String(part), String(whole)];
    const sum = (label: string, cents: bigint) => [label, euros(cents), '', ''];
    return [
      [say.figure, say.value, say.numerator, say.denominator],
      sum(say.funded, standing.receivedCents),
      sum(say.provision, standing.provisionCents),
      sum(say.inBooklets, standing.liveCents),
      sum(say.bonus, standing.bonusCents),
      sum(say.owed, standing.owedCents),
      sum(say.paid, standing.paidCents),
      sum(say.returned, standing.returnedCents),
      [say.issued, String(paths.issued), '', ''],
      share(say.handedOver, paths.handedOver, paths.issued),
      share(say.firstUse, paths.used, paths.handedOver),
      share(say.completed, paths.completed, paths.handedOver),
      share(say.expired, passes.expired, passes.issued),
      [
        say.median,
        delays.medianDays === null ? say.none : delays.medianDays.toFixed(1).replace('.', ','),
        '',
        '',
      ],
      share(say.onTime, delays.onTime, delays.paid),
      share(say.late, delays.late, delays.owed),
      sum(say.volume, yearCents),
    ];
  },
  prescripteurs: ({ funnel, nameOf }, { view }) => {
    const say = FIGURES[view.lang];
    return [
      [say.partner, say.inStock, say.handedOver, say.used, say.completed, say.silent],
      ...funnel.map((row) => [
        nameOf(row.prescriber),
        ...[row.inStock, row.handedOver, row.used, row.completed].map(String),
        row.silentSince ? localDateAt(row.silentSince) : '',
      ]),
    ];
  },
  lieux: ({ places, nameOf }, { view }) => {
    const say = FIGURES[view.lang];
    return [
      [say.place, say.uses, say.passes, say.people, say.owed, say.paid],
      ...places.map((row) => [
        nameOf(row.structure),
        ...[row.redemptions, row.passes, row.people].map(String),
        euros(row.owedCents),
        euros(row.paidCents),
      ]),
    ];
  },
};

/** Long enough to see a habit, short enough to still ask about it. */
const LOOKED_AT_MONTHS = 3;

async function readSignals({ programme }: Desk, deps: VoucherWebDeps) {
  const since = startOfDay(addMonths(localDateAt(deps.clock()), -LOOKED_AT_MONTHS));
  const seen = await listSeenRedemptions(deps.db, { programme: programme.id, since });
  const signals = findSignals(seen, await readClosedAt(programme.id, deps));
  const named = signals.flatMap((signal) => [
    signal.structure,
    ...(signal.kind === 'same-pair' ? [signal.prescriber] : []),
  ]);
  return { since, signals, nameOf: await nameBook(deps, named) };
}

/** By the hours of the directory, which knows a place by its SIRET. */
async function readClosedAt(programme: string, { db, closedAt }: VoucherWebDeps): Promise<ClosedAt> {
  const agreements = await listAgreements(db, { programme });
  const closed = new Map<string, (at: Date) => boolean>();
  for (const { structure, siret } of agreements) closed.set(structure, await closedAt(siret));
  return (structure, at) => closed.get(structure)?.(at) ?? false;
}

async function showSignals(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const { programme, view, base } = desk;
  return c.html(signalsPage(view, { base, programme: programme.name, ...(await readSignals(desk, deps)) }));
}

async function sendSignals(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const { lang } = desk.view;
  const { signals, nameOf } = await readSignals(desk, deps);
  const rows = signals.map((signal) => [nameOf(signal.structure), signalWords(signal, { lang, nameOf })]);
  return sendTable(c, 'reperes.csv', tableFile([FIGURES[lang].place, FIGURES[lang].signal], rows));
}
