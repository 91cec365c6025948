import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { PASSES_TAKEN } from './redemptions.ts';

/** One way of money, from what a funder paid to help that was paid: numbers and days, no name of a person. */
export interface ChainLink {
  redemption: string;
  booklet: string;
  /** Last payment of the funder before the booklet was issued; null when others had paid for it. */
  fundedOn: LocalDate | null;
  issuedAt: Date | null;
  handedOverAt: Date;
  helpedAt: Date;
  structure: string;
  /** None when the help was refused and paid by decision, from what is left to give out. */
  passCount: number;
  cents: bigint;
  payBy: LocalDate;
  /** Null as long as the bank did not say that the money left. */
  paidAt: Date | null;
  payment: string | null;
}

interface ChainRow {
  id: string;
  booklet: string;
  funded_on: string | null;
  issued_at: Date | string | null;
  handed_over_at: Date | string;
  at: Date | string;
  structure: string;
  pass_count: number;
  cents: string;
  pay_by: string;
  paid_at: Date | string | null;
  payment: string | null;
}

const toLink = (row: ChainRow): ChainLink => ({
  redemption: row.id,
  booklet: row.booklet,
  fundedOn: row.funded_on as LocalDate | null,
  issuedAt: row.issued_at === null ? null : new Date(row.issued_at),
  handedOverAt: new Date(row.handed_over_at),
  helpedAt: new Date(row.at),
  structure: row.structure,
  passCount: row.pass_count,
  cents: BigInt(row.cents),
  payBy: row.pay_by as LocalDate,
  paidAt: row.paid_at === null ? null : new Date(row.paid_at),
  payment: row.payment,
});

interface Of {
  programme: string;
  funder: string;
}

/** A booklet that replaces another has no order of its own: it was paid for by then. */
const LINKS = ({ programme, funder }: Of, redemptions: SQL = sql`vouchers.redemption`): SQL => sql`
  select redemption.id, redemption.booklet, issued_at, handed_over_at, at, redemption.structure, ${PASSES_TAKEN} as pass_count,
    redemption.cents::text as cents, pay_by::text as pay_by, payment.id as payment,
    case when outcome = 'paid' then resolved_at end as paid_at,
    (select max(received_on)::text from vouchers.funding
      where funding.programme = ${programme} and funding.funder = ${funder}
        and received_on <= (coalesce(issued_at, handed_over_at) at time zone 'Europe/Paris')::date) as funded_on
  from ${redemptions} as redemption join vouchers.booklet on booklet.id = redemption.booklet
    left join vouchers.booklet_order on booklet_order.id = booklet.order_id
    left join vouchers.payment on payment.id = redemption.payment
  where redemption.programme = ${programme} and undone_at is null`;

/** Some, drawn among all: always the same ones, and nobody chose them. */
export async function sampleChain(db: Queries, of: Of, limit: number): Promise<ChainLink[]> {
  const drawn = sql`(select * from vouchers.redemption where programme = ${of.programme} and undone_at is null
    order by md5(id) limit ${limit})`;
  const rows = await db.rows<ChainRow>(sql`${LINKS(of, drawn)} order by md5(redemption.id)`);
  return rows.map(toLink);
}

/** All of them, a page at a time. */
export async function listChain(
  db: Queries,
  of: Of,
  { after, limit }: { after: string; limit: number },
): Promise<ChainLink[]> {
  const rows = await db.rows<ChainRow>(
    sql`${LINKS(of)} and redemption.id > ${after} order by redemption.id limit ${limit}`,
  );
  return rows.map(toLink);
}
