import { sql } from 'drizzle-orm';
import type { Database } from '../../src/platform/db/database.ts';

interface Row {
  [column: string]: string | number | boolean | Date | null;
}

/** Every row that speaks of a programme, as it stands: what figures are counted from, one by one. */
async function readAll(db: Database, programme: string) {
  const booklets = await db.rows<Row>(sql`select * from vouchers.booklet where programme = ${programme}`);
  const ids = new Set(booklets.map(({ id }) => id));
  const inProgramme = (row: Row) => ids.has(row.booklet as string);
  return {
    booklets,
    orders: await db.rows<Row>(sql`select * from vouchers.booklet_order where programme = ${programme}`),
    passes: (await db.rows<Row>(sql`select * from vouchers.pass`)).filter(inProgramme),
    redemptions: (await db.rows<Row>(sql`select * from vouchers.redemption`)).filter(
      (row) => inProgramme(row) && row.undone_at === null,
    ),
    payments: await db.rows<Row>(sql`select * from vouchers.payment`),
    accounts: await db.rows<Row>(sql`select id, posted_cents from vouchers.ledger_account`),
  };
}

const LIVE = ['issued', 'in_stock', 'handed_over'];
const UNISSUED = ['ordered', 'cancelled', 'replaced'];

const sum = (rows: readonly Row[], column: string): bigint =>
  rows.reduce((total, row) => total + BigInt(row[column] as string), 0n);

/** What the dashboards of a programme say, counted naively. */
export async function recount(db: Database, programme: string, today: string) {
  const all = await readAll(db, programme);
  const ordinary = all.passes.filter(({ is_bonus }) => !is_bonus);
  const inStates = (states: readonly string[]) =>
    ordinary.filter(({ state }) => states.includes(state as string));
  const paths = all.booklets.filter(({ replaces }) => replaces === null).map((root) => pathOf(root, all));
  const issued = paths.filter(({ order }) => order?.issued_at != null);
  const sent = paths.filter(({ order }) => order?.sent_at != null);
  const outcomeOf = ({ payment }: Row) => all.payments.find(({ id }) => id === payment)?.outcome ?? null;
  const paid = all.redemptions.filter((row) => outcomeOf(row) === 'paid');
  const owed = all.redemptions.filter((row) => outcomeOf(row) !== 'paid');
  const isLate = ({ pay_by }: Row) => String(pay_by) < today;
  const setAside = all.accounts.filter(({ id }) => all.booklets.some((one) => id === `bonus:${one.id}`));
  return {
    liveCents: sum(
      all.passes.filter(({ state }) => LIVE.includes(state as string)),
      'cents',
    ),
    bonusCents: sum(setAside, 'posted_cents'),
    paths: countPaths(issued),
    passes: {
      issued: ordinary.length - inStates(UNISSUED).length,
      used: inStates(['redeemed', 'reimbursed']).length,
      expired: inStates(['expired']).length,
    },
    delays: { paid: paid.length, owed: owed.length, late: owed.filter(isLate).length },
    overdue: owed.filter((row) => isLate(row) && (outcomeOf(row) ?? 'pending') === 'pending').length,
    funnel: namesOf(sent, ({ root }) => root.prescriber).map((prescriber) => {
      const own = sent.filter(({ root }) => root.prescriber === prescriber);
      const { issued: _, ...counts } = countPaths(own);
      return { prescriber, inStock: own.filter(({ isInStock }) => isInStock).length, ...counts };
    }),
    places: namesOf(all.redemptions, ({ structure }) => structure).map((structure) => {
      const own = (rows: readonly Row[]) => rows.filter((row) => row.structure === structure);
      return {
        structure,
        redemptions: own(all.redemptions).length,
        passes: Number(sum(own(all.redemptions), 'pass_count')),
        people: new Set(own(all.redemptions).map(({ booklet }) => booklet)).size,
        owedCents: sum(own(owed), 'cents'),
        paidCents: sum(own(paid), 'cents'),
      };
    }),
  };
}

const namesOf = <Value>(values: readonly Value[], nameOf: (value: Value) => unknown): string[] =>
  [...new Set(values.map((value) => String(nameOf(value))))].sort();

function pathOf(root: Row, { booklets, orders, passes }: Awaited<ReturnType<typeof readAll>>) {
  const sheets = [root];
  for (let next = root; next; ) {
    next = booklets.find(({ replaces }) => replaces === next.id) as Row;
    if (next) sheets.push(next);
  }
  const has = (column: string) => sheets.some((sheet) => sheet[column] !== null);
  const isHandedOver = has('handed_over_at');
  return {
    root,
    order: orders.find(({ id }) => id === root.order_id),
    isHandedOver,
    isUsed: has('first_used_at'),
    isCompleted: has('completed_at'),
    isInStock:
      !isHandedOver && passes.some(({ booklet, state }) => booklet === root.id && state === 'in_stock'),
  };
}

const countPaths = (paths: readonly ReturnType<typeof pathOf>[]) => ({
  issued: paths.length,
  handedOver: paths.filter(({ isHandedOver }) => isHandedOver).length,
  used: paths.filter(({ isUsed }) => isUsed).length,
  completed: paths.filter(({ isCompleted }) => isCompleted).length,
});
