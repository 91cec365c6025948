import { sql } from 'drizzle-orm';
import { takeBooklets } from '../../src/modules/vouchers/store/booklets.ts';
import { listPayments } from '../../src/modules/vouchers/store/payments.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { Crash, crashingDatabase } from './crashing-database.ts';
import { addBankAccount, createScheme, MIMOSA, SOCIAL_DESK, TULIPE, withEscrow } from './scheme.ts';
import { FUNDERS, perform, type World } from './voucher-actions.ts';
import { apply, isConserved, pictureOf } from './voucher-model.ts';
import { emptyModel, type Model, type Operation, TERMS } from './voucher-model-state.ts';
import { nextOperation } from './voucher-operations.ts';
import { readPicture } from './voucher-picture.ts';

const START = '2026-11-24T09:00:00Z';
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
  const isArmed = roll(5) === 0;
  if (isArmed) arm(roll(14));
  let answer: string;
  const before = isArmed ? structuredClone(world.model) : world.model;
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
    funders: FUNDERS,
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
    extensions: [],
    batches: [],
    payments: [],
  };
  return world;
}

/** Reads the identifiers of what the operation made. Booklets of one order are alike: which is which does not matter. */
async function learn(world: World, { kind }: Operation, real: Database): Promise<void> {
  const { programme, model } = world;
  if (kind === 'order' && world.orders.length < model.orders.length) {
    const id = `${programme}:${world.orders.push(`${programme}:${world.orders.length}`) - 1}`;
    world.booklets.push(...(await takeBooklets(real, id, 'ordered')));
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
  if (kind === 'ask-extension') await learnExtensions(world, real);
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

async function learnExtensions(world: World, real: Database): Promise<void> {
  const rows = await real.rows<{ id: string }>(
    sql`select extension.id from vouchers.extension join vouchers.booklet on booklet.id = booklet
      where programme = ${world.programme}`,
  );
  world.extensions.push(...rows.map(({ id }) => id).filter((id) => !world.extensions.includes(id)));
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
