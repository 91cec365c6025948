import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../src/kernel/dates.ts';
import type { Result } from '../../src/kernel/result.ts';
import { resolvePayment } from '../../src/modules/vouchers/actions/bank-answers.ts';
import { approveBatch, cancelBatch, prepareBatch } from '../../src/modules/vouchers/actions/batches.ts';
import type { Hand, VoucherDeps } from '../../src/modules/vouchers/actions/deps.ts';
import { handOver } from '../../src/modules/vouchers/actions/hand-over.ts';
import { issueBooklets, sendBooklets } from '../../src/modules/vouchers/actions/issue-booklets.ts';
import { orderBooklets } from '../../src/modules/vouchers/actions/order-booklets.ts';
import { receiveFunding } from '../../src/modules/vouchers/actions/receive-funding.ts';
import { redeem } from '../../src/modules/vouchers/actions/redeem.ts';
import { replaceBooklet, reportLoss } from '../../src/modules/vouchers/actions/replace-booklet.ts';
import { cancelBooklet, returnExpired } from '../../src/modules/vouchers/actions/return-value.ts';
import { undoRedemption } from '../../src/modules/vouchers/actions/undo-redemption.ts';
import { bookletsOfOrder } from '../../src/modules/vouchers/store/booklets.ts';
import { listPayments } from '../../src/modules/vouchers/store/payments.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { Crash, crashingDatabase } from './crashing-database.ts';
import { addBankAccount, createScheme, MIMOSA, REGION, SOCIAL_DESK, TULIPE, withEscrow } from './scheme.ts';
import {
  apply,
  emptyModel,
  isConserved,
  type Model,
  type Operation,
  pictureOf,
  TERMS,
} from './voucher-model.ts';
import { nextOperation } from './voucher-operations.ts';

const START = '2026-11-24T09:00:00Z';
const APPROVER: Hand = { ...REGION, person: 'p-approbation' };
const HANDS: Readonly<Record<string, Hand>> = {
  [MIMOSA.organisation]: MIMOSA,
  [TULIPE.organisation]: TULIPE,
  'o-sans-convention': { person: 'p-sans-convention', organisation: 'o-sans-convention' },
};

/** Seeded: the same number plays the same story. */
export function createDice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}

/** One programme in the database, and what the model does not know: the identifiers that were drawn. */
interface World {
  programme: string;
  deps: VoucherDeps;
  model: Model;
  orders: string[];
  booklets: string[];
  codes: Map<string, string>;
  /** The code that was read for each redemption. */
  read: Map<string, string>;
  redemptions: string[];
  batches: string[];
  payments: string[];
}

export interface Story {
  seed: number;
  steps: number;
  crashes: number;
  refusals: number;
}

/**
 * Plays a story of so many steps and compares, after each, the answer and the whole of what the database holds with the
 * model. Throws with the seed and the step at the first difference.
 */
export async function playStory(
  real: Database,
  { seed, steps }: { seed: number; steps: number },
): Promise<Story> {
  const roll = createDice(seed);
  const { db, arm } = crashingDatabase(real);
  const world = await openWorld(db, roll);
  const story: Story = { seed, steps, crashes: 0, refusals: 0 };
  for (let step = 0; step < steps; step += 1) {
    const operation = nextOperation(world.model, roll);
    try {
      const answer = await playStep(world, operation, { real, arm, roll, story });
      if (answer !== 'ok') story.refusals += 1;
    } catch (error) {
      const what = `seed ${seed}, step ${step}: ${JSON.stringify(operation, (_, value) => (typeof value === 'bigint' ? String(value) : value))}`;
      throw new Error(`${what}\n${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
  return story;
}

interface Stage {
  real: Database;
  arm: (statementsLeft: number | null) => void;
  roll: (sides: number) => number;
  story: Story;
}

async function playStep(
  world: World,
  operation: Operation,
  { real, arm, roll, story }: Stage,
): Promise<string> {
  // Most crash somewhere in the first statements; those that outlive the operation never happen.
  if (roll(5) === 0) arm(roll(14));
  let answer: string;
  const before = structuredClone(world.model);
  try {
    answer = await perform(world, operation);
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    story.crashes += 1;
    arm(null);
    await recover(world, operation, { real, before });
    answer = await perform(world, operation);
  }
  arm(null);
  const expected = apply(world.model, operation);
  if (answer !== expected) throw new Error(`answered « ${answer} », the model expected « ${expected} »`);
  await learn(world, operation, real);
  await compare(world.model, real, world.programme);
  return answer;
}

/** After a crash, an operation was done or was not: never half. The model goes where the database is. */
async function recover(
  world: World,
  operation: Operation,
  { real, before }: { real: Database; before: Model },
): Promise<void> {
  const picture = await readPicture(real, world.programme, Object.keys(world.model.payable));
  if (picture === pictureOf(before)) return;
  const after = structuredClone(before);
  apply(after, operation);
  if (picture !== pictureOf(after))
    throw new Error(`half done:\n${picture}\ninstead of\n${pictureOf(after)}`);
  world.model = after;
  await learn(world, operation, real);
}

async function compare(model: Model, real: Database, programme: string): Promise<void> {
  if (!isConserved(model)) throw new Error('the model itself lost money');
  const picture = await readPicture(real, programme, Object.keys(model.payable));
  if (picture !== pictureOf(model))
    throw new Error(`the database says\n${picture}\nthe model says\n${pictureOf(model)}`);
}

async function openWorld(db: Database, roll: (sides: number) => number): Promise<World> {
  const scheme = await createScheme(db, {
    now: START,
    fundCents: 0n,
    places: [MIMOSA, TULIPE],
    terms: {
      passesPerBooklet: TERMS.passes,
      passCents: TERMS.passCents,
      bonusCents: TERMS.bonusCents,
      validity: { months: TERMS.months },
      graceDays: TERMS.graceDays,
      statementDays: TERMS.statementDays,
    },
  });
  await withEscrow(scheme);
  for (const hand of [MIMOSA, TULIPE]) await addBankAccount(hand, scheme.deps);
  const model = emptyModel(new Date(START), [MIMOSA.organisation, TULIPE.organisation]);
  const world: World = {
    programme: scheme.programme,
    deps: {
      db,
      clock: () => new Date(world.model.now),
      randomBytes: (count) => Uint8Array.from({ length: count }, () => roll(256)),
    },
    model,
    orders: [],
    booklets: [],
    codes: new Map(),
    read: new Map(),
    redemptions: [],
    batches: [],
    payments: [],
  };
  return world;
}

/** The kind of what an action answers. */
const said = (result: Result<unknown, { kind: string }>): string => (result.ok ? 'ok' : result.refusal.kind);

async function perform(world: World, operation: Operation): Promise<string> {
  const { programme, deps } = world;
  switch (operation.kind) {
    case 'advance':
      return 'ok';
    case 'nightly':
      await returnExpired({ by: 'nightly', programme }, deps);
      return 'ok';
    case 'fund': {
      const funding = {
        id: `${programme}:${operation.key}`,
        programme,
        funder: 'o-region-exemple',
        cents: operation.cents,
      };
      return said(
        await receiveFunding(
          { ...funding, receivedOn: '2026-11-20' as LocalDate, reference: operation.key },
          REGION,
          deps,
        ),
      );
    }
    case 'order': {
      const id = `${programme}:${world.model.orders.length}`;
      return said(
        await orderBooklets(
          { id, programme, prescriber: SOCIAL_DESK.organisation, quantity: operation.quantity },
          REGION,
          deps,
        ),
      );
    }
    case 'issue':
      return said(await issueBooklets(world.orders[operation.order]!, REGION, deps));
    case 'send':
      return said(await sendBooklets(world.orders[operation.order]!, REGION, deps));
    case 'hand-over':
    case 'redeem':
    case 'undo':
      return performAtDesk(world, operation);
    case 'lose':
      return said(await reportLoss(world.booklets[operation.booklet]!, SOCIAL_DESK, deps));
    case 'replace': {
      const result = await replaceBooklet(world.booklets[operation.booklet]!, SOCIAL_DESK, deps);
      if (result.ok) world.codes.set(result.value.booklet.id, result.value.code);
      return said(result);
    }
    case 'cancel':
      return said(
        await cancelBooklet({ booklet: world.booklets[operation.booklet]!, reason: 'essai' }, REGION, deps),
      );
    default:
      return performPayment(world, operation);
  }
}

async function performAtDesk(
  world: World,
  operation: Extract<Operation, { kind: 'hand-over' | 'redeem' | 'undo' }>,
): Promise<string> {
  const { programme, deps } = world;
  if (operation.kind === 'hand-over') {
    const key = `${programme}:${operation.key}`;
    const result = await handOver(
      { key, programme, personName: 'Personne Exemple', phone: null },
      SOCIAL_DESK,
      deps,
    );
    if (result.ok) world.codes.set(result.value.booklet.id, result.value.code);
    return said(result);
  }
  if (operation.kind === 'undo') {
    const id = world.redemptions[operation.redemption]!;
    return said(
      await undoRedemption(id, HANDS[world.model.redemptions[operation.redemption]!.structure]!, deps),
    );
  }
  const { key, booklet, count, structure } = operation;
  // A phone that asks again sends what it had read, even if another sheet was printed since.
  const code = world.read.get(key) ?? world.codes.get(world.booklets[booklet]!)!;
  world.read.set(key, code);
  const at = deps.clock();
  const asked = {
    key: `${programme}:${key}`,
    code,
    count,
    theme: null,
    hasAttended: true,
    channel: 'typed' as const,
    at,
  };
  return said(await redeem(asked, HANDS[structure]!, deps));
}

async function performPayment(
  world: World,
  operation: Extract<Operation, { kind: 'prepare' | 'approve' | 'give-up' | 'answer' }>,
): Promise<string> {
  const { programme, deps } = world;
  switch (operation.kind) {
    case 'prepare':
      return said(await prepareBatch({ programme, executeOn: '2027-01-04' as LocalDate }, REGION, deps));
    case 'approve':
      return said(await approveBatch(world.batches[operation.batch]!, APPROVER, deps));
    case 'give-up':
      return said(await cancelBatch(world.batches[operation.batch]!, REGION, deps));
    case 'answer': {
      const { payment, outcome } = operation;
      const resolution = { payment: world.payments[payment]!, outcome, reasonCode: null, saidCents: null };
      return said(await resolvePayment(resolution, REGION, deps));
    }
  }
}

/** Reads the identifiers of what the operation made. Booklets of one order are alike: which is which does not matter. */
async function learn(world: World, { kind }: Operation, real: Database): Promise<void> {
  const { programme, model } = world;
  if (kind === 'order' && world.orders.length < model.orders.length) {
    const id = `${programme}:${world.orders.push(`${programme}:${world.orders.length}`) - 1}`;
    world.booklets.push(...(await bookletsOfOrder(real, id, 'ordered')));
  }
  if (kind === 'hand-over') await learnHandOvers(world, real);
  if (kind === 'replace')
    for (let rank = world.booklets.length; rank < model.booklets.length; rank += 1) {
      const old = Number(model.booklets[rank]!.handOverKey!.split(' ')[1]);
      const [row] = await real.rows<{ id: string }>(
        sql`select id from vouchers.booklet where replaces = ${world.booklets[old]!}`,
      );
      world.booklets[rank] = row!.id;
    }
  if (kind === 'redeem')
    for (let rank = world.redemptions.length; rank < model.redemptions.length; rank += 1) {
      const { structure, key } = model.redemptions[rank]!;
      const [row] = await real.rows<{ id: string }>(
        sql`select id from vouchers.redemption where key = ${`${structure}:${programme}:${key}`}`,
      );
      world.redemptions[rank] = row!.id;
    }
  if (kind === 'prepare') await learnBatches(world, real);
}

async function learnHandOvers(world: World, real: Database): Promise<void> {
  for (const [rank, { handOverKey }] of world.model.booklets.entries()) {
    if (handOverKey === null || handOverKey.startsWith('replaces')) continue;
    const [row] = await real.rows<{ id: string }>(
      sql`select id from vouchers.booklet where hand_over_key = ${`${SOCIAL_DESK.organisation}:${world.programme}:${handOverKey}`}`,
    );
    const other = world.booklets.indexOf(row!.id);
    [world.booklets[rank], world.booklets[other]] = [world.booklets[other]!, world.booklets[rank]!];
  }
}

async function learnBatches(world: World, real: Database): Promise<void> {
  const rows = await real.rows<{ id: string }>(
    sql`select id from vouchers.batch where programme = ${world.programme} order by prepared_at, id`,
  );
  for (const { id } of rows) {
    if (world.batches.includes(id)) continue;
    world.batches.push(id);
    const payments = await listPayments(real, id);
    world.payments.push(
      ...payments.toSorted((a, b) => (a.structure < b.structure ? -1 : 1)).map((one) => one.id),
    );
  }
}

interface PictureRow {
  picture: {
    provision: string;
    returned: string;
    funded: string;
    places: { kind: string; structure: string; cents: string }[];
    live: string;
    orders: string[];
    batches: { state: string; payments: string[] }[];
    booklets: {
      states: string | null;
      bonus: string | null;
      isHandedOver: boolean;
      isLost: boolean;
      lastDay: string | null;
      setAside: string;
    }[];
  };
}

/** The same picture as the model's, from the tables and the ledger. */
async function readPicture(db: Database, programme: string, structures: readonly string[]): Promise<string> {
  const [row] = await db.rows<PictureRow>(sql`
    with own as (select * from vouchers.booklet where programme = ${programme})
    select jsonb_build_object(
      'provision', (select posted_cents::text from vouchers.ledger_account where id = ${`provision:${programme}`}),
      'returned', (select posted_cents::text from vouchers.ledger_account where id = ${`returned:${programme}:o-region-exemple`}),
      'funded', (select (-posted_cents)::text from vouchers.ledger_account where id = ${`funder:${programme}:o-region-exemple`}),
      'places', (select jsonb_agg(jsonb_build_object('kind', split_part(id, ':', 1), 'structure', split_part(id, ':', 3), 'cents', posted_cents::text))
        from vouchers.ledger_account where id in (select kind || ':' || ${programme} || ':' || structure
          from unnest(array['payable', 'reimbursed']) as kind, jsonb_array_elements_text(${JSON.stringify(structures)}::jsonb) as structure)),
      'live', (select coalesce(sum(posted_cents), 0)::text from own join vouchers.pass on booklet = own.id
        join vouchers.ledger_account on ledger_account.id = 'pass:' || booklet || ':' || rank),
      'orders', (select coalesce(jsonb_agg(concat_ws(',', quantity, (issued_at is not null)::text, (sent_at is not null)::text)), '[]')
        from vouchers.booklet_order where programme = ${programme}),
      'batches', (select coalesce(jsonb_agg(jsonb_build_object('state', state, 'payments',
        (select jsonb_agg(concat_ws(' ', structure, cents, outcome)) from vouchers.payment where payment.batch = batch.id))), '[]')
        from vouchers.batch where programme = ${programme}),
      'booklets', (select coalesce(jsonb_agg(jsonb_build_object(
        'states', (select string_agg(state, ',' order by rank) from vouchers.pass where booklet = own.id and not is_bonus),
        'bonus', (select string_agg(state, ',' order by rank) from vouchers.pass where booklet = own.id and is_bonus),
        'isHandedOver', handed_over_at is not null, 'isLost', lost_at is not null, 'lastDay', last_day,
        'setAside', coalesce((select posted_cents::text from vouchers.ledger_account where ledger_account.id = 'bonus:' || own.id), '0'))), '[]') from own)
    ) as picture`);
  const { picture } = row!;
  const booklets = picture.booklets.map(({ states, bonus, isHandedOver, isLost, lastDay, setAside }) =>
    [states ?? '', bonus ?? '', isHandedOver, isLost, lastDay, setAside].join('|'),
  );
  const sum = (kind: string) =>
    picture.places
      .filter((place) => place.kind === kind)
      .map(({ structure, cents }) => `${structure},${cents}`)
      .sort()
      .join(';');
  const setAside = picture.booklets.reduce((total, one) => total + BigInt(one.setAside), 0n);
  const held = picture.places.reduce((total, { cents }) => total + BigInt(cents), 0n);
  const whole = BigInt(picture.provision) + BigInt(picture.returned) + BigInt(picture.live) + setAside + held;
  // V5, in the ledger itself, at every step.
  if (whole !== BigInt(picture.funded))
    throw new Error(`${whole} cents are somewhere, ${picture.funded} were received`);
  return [
    `provision ${picture.provision}, returned ${picture.returned}, funded ${picture.funded}`,
    `payable ${sum('payable')}`,
    `reimbursed ${sum('reimbursed')}`,
    `orders ${picture.orders.sort().join(';')}`,
    `batches ${picture.batches
      .map(({ state, payments }) => [state, ...payments.sort()].join())
      .sort()
      .join(';')}`,
    ...booklets.sort(),
  ].join('\n');
}
