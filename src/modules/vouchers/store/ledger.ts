import { sql } from 'drizzle-orm';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { JournalAccount, JournalEntry } from '../domain/journal.ts';
import type { Appended, EntryDraft, LedgerRefusal } from '../domain/ledger.ts';

/** Opens what does not exist yet: an account keeps the floor it was opened with. */
export async function openAccounts(
  db: Queries,
  floors: Readonly<Record<string, bigint | null>>,
  openedAt: Date,
): Promise<void> {
  const rows = Object.entries(floors).map(([id, floorCents]) => ({
    id,
    floor: floorCents?.toString() ?? null,
  }));
  await db.rows(sql`
    insert into vouchers.ledger_account (id, floor_cents, opened_at)
    select id, floor::bigint, ${openedAt.toISOString()} from jsonb_to_recordset(${jsonParameter(rows)}) as row(id text, floor text)
    on conflict do nothing`);
}

/** What the database says of an entry that it was asked to write. */
export type Answer =
  | { number: number; replayed: boolean }
  | { refused: LedgerRefusal['kind']; number?: number; account?: string; shortCents?: string };

/** Writes one entry, in the transaction of the caller: it must roll back when this refuses and it wrote more. */
export async function appendEntry(db: Queries, draft: EntryDraft): Promise<Result<Appended, LedgerRefusal>> {
  const [row] = await db.rows<{ answer: Answer }>(
    sql`select vouchers.ledger_append(${jsonParameter(ledgerJson(draft))}) as answer`,
  );
  const { answer } = row!;
  return 'refused' in answer
    ? refuse(toRefusal(answer))
    : ok({ number: answer.number, isReplayed: answer.replayed });
}

/** An entry as the database reads it: amounts are texts. */
export function ledgerJson(draft: EntryDraft) {
  const legs =
    draft.legs && Object.fromEntries(Object.entries(draft.legs).map(([id, cents]) => [id, String(cents)]));
  return { ...draft, legs };
}

export function toRefusal({
  refused,
  number,
  account,
  shortCents,
}: Extract<Answer, { refused: string }>): LedgerRefusal {
  switch (refused) {
    case 'key-reused':
      return { kind: refused, number: number! };
    case 'unknown-account':
      return { kind: refused, account: account! };
    case 'insufficient-funds':
      return { kind: refused, account: account!, shortCents: BigInt(shortCents!) };
    default:
      return { kind: refused };
  }
}

/** False when a later instant is already closed. */
export async function closePeriod(
  db: Queries,
  { until, actor, at }: { until: Date; actor: string; at: Date },
): Promise<boolean> {
  const [row] = await db.rows<{ closed: boolean }>(
    sql`select vouchers.ledger_close(${until.toISOString()}, ${actor}, ${at.toISOString()}) as closed`,
  );
  return row!.closed;
}

export interface Balance {
  postedCents: bigint;
  heldCents: bigint;
}

export async function readBalances(db: Queries): Promise<Map<string, Balance>> {
  const rows = await db.rows<{ id: string; posted: string; held: string }>(
    sql`select id, posted_cents::text as posted, held_cents::text as held from vouchers.ledger_account order by id`,
  );
  return new Map(
    rows.map(({ id, posted, held }) => [id, { postedCents: BigInt(posted), heldCents: BigInt(held) }]),
  );
}

/** Cents on one account; zero when it was never opened. */
export async function readBalance(db: Queries, account: string): Promise<bigint> {
  const [row] = await db.rows<{ posted: string }>(
    sql`select posted_cents::text as posted from vouchers.ledger_account where id = ${account}`,
  );
  return BigInt(row?.posted ?? 0);
}

/** What the entry of this key moved on one account; null when there is none. */
export async function findPosted(
  db: Queries,
  { key, account }: { key: string; account: string },
): Promise<{ number: number; cents: bigint } | null> {
  const [row] = await db.rows<{ number: string; cents: string }>(sql`
    select number::text, posted_cents::text as cents from vouchers.ledger_entry
      join vouchers.ledger_leg on ledger_leg.entry = number and account = ${account} where key = ${key}`);
  return row ? { number: Number(row.number), cents: BigInt(row.cents) } : null;
}

/** The driver of the server would return dates: they are asked for as the texts that were hashed. */
const instantText = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Entries after this number, in order, with their legs. */
export async function readEntries(
  db: Queries,
  page: { after: string; limit: number },
): Promise<JournalEntry[]> {
  const rows = await db.rows<{ entry: JournalEntry }>(sql`
    select jsonb_build_object(
      'number', number::text, 'key', key, 'kind', kind, 'target', coalesce(resolves, reverses)::text,
      'actor', actor, 'reason', reason, 'eventAt', ${instantText('event_at')}, 'createdAt', ${instantText('created_at')},
      'expiresAt', ${instantText('expires_at')},
      'legs', (select coalesce(jsonb_agg(jsonb_build_object('account', account, 'rank', rank,
          'postedCents', posted_cents::text, 'pendingCents', pending_cents::text, 'hash', hash) order by account collate "C"), '[]')
        from vouchers.ledger_leg where entry = number)) as entry
    from vouchers.ledger_entry where number > ${page.after}::bigint order by number limit ${page.limit}`);
  return rows.map(({ entry }) => entry);
}

export async function readAccounts(
  db: Queries,
  page: { after: string; limit: number },
): Promise<JournalAccount[]> {
  const rows = await db.rows<{ account: JournalAccount }>(sql`
    select jsonb_build_object('id', id, 'floorCents', floor_cents::text, 'postedCents', posted_cents::text,
      'heldCents', held_cents::text, 'legCount', leg_count, 'headHash', head_hash) as account
    from vouchers.ledger_account where id collate "C" > ${page.after} order by id collate "C" limit ${page.limit}`);
  return rows.map(({ account }) => account);
}
