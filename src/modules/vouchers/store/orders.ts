import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';

const instant = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));

export interface Order {
  id: string;
  programme: string;
  prescriber: string;
  quantity: number;
  orderedAt: Date;
  issuedAt: Date | null;
  sentAt: Date | null;
}

export async function insertOrder(
  db: Queries,
  { order, by }: { order: Omit<Order, 'issuedAt' | 'sentAt'>; by: string },
): Promise<boolean> {
  const rows = await db.rows<{ id: string }>(sql`
    insert into vouchers.booklet_order (id, programme, prescriber, quantity, ordered_by, ordered_at)
    values (${order.id}, ${order.programme}, ${order.prescriber}, ${order.quantity}, ${by}, ${order.orderedAt.toISOString()})
    on conflict (id) do nothing returning id`);
  return rows.length === 1;
}

interface OrderRow {
  id: string;
  programme: string;
  prescriber: string;
  quantity: number;
  ordered_at: Date | string;
  issued_at: Date | string | null;
  sent_at: Date | string | null;
}

const toOrder = (row: OrderRow): Order => ({
  id: row.id,
  programme: row.programme,
  prescriber: row.prescriber,
  quantity: row.quantity,
  orderedAt: new Date(row.ordered_at),
  issuedAt: instant(row.issued_at),
  sentAt: instant(row.sent_at),
});

/** Held until the transaction ends: an order is issued and sent once. */
export async function lockOrder(db: Queries, id: string): Promise<Order | null> {
  const [row] = await db.rows<OrderRow>(sql`
    select id, programme, prescriber, quantity, ordered_at, issued_at, sent_at
    from vouchers.booklet_order where id = ${id} for update`);
  return row ? toOrder(row) : null;
}

/** Of a programme or of a prescriber, newest first. */
export async function listOrders(
  db: Queries,
  { programme, prescriber }: { programme?: string; prescriber?: string },
): Promise<Order[]> {
  const rows = await db.rows<OrderRow>(sql`
    select id, programme, prescriber, quantity, ordered_at, issued_at, sent_at from vouchers.booklet_order
    where (${programme ?? null}::text is null or programme = ${programme ?? null})
      and (${prescriber ?? null}::text is null or prescriber = ${prescriber ?? null})
    order by ordered_at desc, id`);
  return rows.map(toOrder);
}

/** Version of the terms under which the booklets of each order were made, by order of the programme. */
export async function orderVersions(db: Queries, programme: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.rows<{ id: string; version: number }>(sql`
    select id, (select terms_version from vouchers.booklet where order_id = booklet_order.id limit 1) as version
    from vouchers.booklet_order where programme = ${programme}`);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

export async function markOrder(
  db: Queries,
  id: string,
  { issuedAt, sentAt }: { issuedAt?: Date; sentAt?: Date },
): Promise<void> {
  await db.rows(sql`
    update vouchers.booklet_order set issued_at = coalesce(${issuedAt?.toISOString() ?? null}::timestamptz, issued_at),
      sent_at = coalesce(${sentAt?.toISOString() ?? null}::timestamptz, sent_at) where id = ${id}`);
}
