import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { localDateAt } from '../../../../kernel/dates.ts';
import { decimalEuros } from '../../../../kernel/money.ts';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { answerError } from '../../../../platform/web/app.ts';
import type { Actor, Space } from '../../../access/index.ts';
import { accountOf } from '../../domain/accounts.ts';
import { ownShare } from '../../domain/own-share.ts';
import { tableFile, tableLines } from '../../domain/table-file.ts';
import { FUNDER } from '../../funder-messages.ts';
import { fundingsPage } from '../../pages/money/fundings.tsx';
import { oneEuroPage } from '../../pages/money/one-euro.tsx';
import { type ChainLink, listChain, sampleChain } from '../../store/chain.ts';
import { readPathCounts } from '../../store/figures.ts';
import { readBalance } from '../../store/ledger.ts';
import {
  type Funder,
  listProgrammes,
  type Programme,
  readFunders,
  readProgramme,
} from '../../store/programmes.ts';
import { readStanding } from '../../store/standing.ts';
import type { VoucherWebDeps } from '../deps.ts';
import { nameBook } from './desk.ts';

const FUNDERS = ['funder'] as const;

/** What becomes of the money of a funder, programme by programme. */
export function mountFunder(space: Space, deps: VoucherWebDeps): void {
  space.addEntry({
    roles: FUNDERS,
    icon: 'coin-euro',
    label: (lang) => FUNDER[lang].entry,
    path: '/pass/financements',
  });
  space.get('/pass/financements', FUNDERS, (c, actor) => showFunded(c, actor, deps));
  space.get('/pass/financements/:programme', FUNDERS, (c, actor) =>
    withOwn(c, actor, { deps, answer: (own) => showOneEuro(c, actor, { deps, own }) }),
  );
  space.get('/pass/financements/:programme/chemins.csv', FUNDERS, (c, actor) =>
    withOwn(c, actor, { deps, answer: (own) => sendChain(c, actor, { deps, own }) }),
  );
}

interface Own {
  programme: Programme;
  own: Funder;
}

/** A programme that the organisation does not fund does not exist for it. */
async function withOwn(
  c: Context<WebEnv>,
  { organisation }: Actor,
  { deps, answer }: { deps: VoucherWebDeps; answer: (own: Own) => Promise<Response> },
): Promise<Response> {
  const programme = await readProgramme(deps.db, c.req.param('programme') ?? '');
  const own = programme && (await ownIn(programme, organisation.id, deps));
  return own ? answer({ programme, own }) : answerError(c, 404, 'notFound');
}

async function ownIn(
  programme: Programme,
  organisation: string,
  { db }: VoucherWebDeps,
): Promise<Funder | undefined> {
  return (await readFunders(db, programme.id)).find(({ funder }) => funder === organisation);
}

async function showFunded(
  c: Context<WebEnv>,
  { organisation }: Actor,
  deps: VoucherWebDeps,
): Promise<Response> {
  const funded: Own[] = [];
  for (const programme of await listProgrammes(deps.db, { organisation: organisation.id })) {
    const own = await ownIn(programme, organisation.id, deps);
    if (own) funded.push({ programme, own });
  }
  const page = fundingsPage(c.get('view'), {
    base: `/espace/${organisation.id}/pass/financements`,
    back: { href: `/espace/${organisation.id}`, label: organisation.name },
    funded,
    nameOf: await nameBook(
      deps,
      funded.map(({ programme }) => programme.organisation),
    ),
  });
  return c.html(page);
}

/** Ways shown on the page: the file has them all. */
const SAMPLE_SIZE = 6;

async function showOneEuro(
  c: Context<WebEnv>,
  { organisation }: Actor,
  { deps, own: { programme, own } }: { deps: VoucherWebDeps; own: Own },
): Promise<Response> {
  const { db } = deps;
  const standing = await readStanding(db, programme.id);
  const returnedCents = await readBalance(db, accountOf.returned(programme.id, own.funder));
  const mine = { receivedCents: own.receivedCents, returnedCents };
  const sample = await sampleChain(db, { programme: programme.id, funder: own.funder }, SAMPLE_SIZE);
  const nameOf = await nameBook(deps, [programme.organisation, ...sample.map(({ structure }) => structure)]);
  const page = oneEuroPage(c.get('view'), {
    base: `/espace/${organisation.id}/pass/financements`,
    programme,
    manager: nameOf(programme.organisation),
    own: mine,
    allReceivedCents: standing.receivedCents,
    share: ownShare(mine, {
      provision: standing.provisionCents,
      live: standing.liveCents,
      bonus: standing.bonusCents,
      owed: standing.owedCents,
      paid: standing.paidCents,
    }),
    paths: await readPathCounts(db, programme.id),
    sample,
    nameOf,
  });
  return c.html(page);
}

/** Read at a time: a programme of a million passes never stands in memory. */
const PAGE_SIZE = 2000;

function sendChain(
  c: Context<WebEnv>,
  { organisation }: Actor,
  { deps, own: { programme } }: { deps: VoucherWebDeps; own: Own },
): Promise<Response> {
  const { head } = FUNDER[c.get('view').lang];
  const pages = chainPages({ programme: programme.id, funder: organisation.id }, Object.values(head), deps);
  c.header('content-disposition', `attachment; filename="chemins-${programme.id}.csv"`);
  c.header('content-type', 'text/csv; charset=utf-8');
  return Promise.resolve(c.body(Readable.toWeb(Readable.from(pages)) as ReadableStream));
}

async function* chainPages(
  of: { programme: string; funder: string },
  head: readonly string[],
  deps: VoucherWebDeps,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(tableFile(head, []));
  let after = '';
  for (;;) {
    const links = await listChain(deps.db, of, { after, limit: PAGE_SIZE });
    const nameOf = await nameBook(
      deps,
      links.map(({ structure }) => structure),
    );
    yield encoder.encode(tableLines(links.map((link) => cellsOf(link, nameOf(link.structure)))));
    if (links.length < PAGE_SIZE) return;
    after = links.at(-1)!.redemption;
  }
}

/** In the order of `FUNDER.head`. */
const cellsOf = (link: ChainLink, place: string): string[] => [
  link.redemption,
  link.booklet,
  link.issuedAt ? localDateAt(link.issuedAt) : '',
  localDateAt(link.handedOverAt),
  localDateAt(link.helpedAt),
  place,
  String(link.passCount),
  decimalEuros(link.cents).replace('.', ','),
  link.payBy,
  link.paidAt ? localDateAt(link.paidAt) : '',
  link.payment ?? '',
];
