import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { EntryDraft, LedgerRefusal } from '../domain/ledger.ts';
import type { PassState } from '../domain/pass.ts';
import type { RedeemableBooklet, RedeemingPlace } from '../domain/redemption.ts';
import { type Answer, ledgerJson, toRefusal } from './ledger.ts';

export type Channel = 'typed' | 'camera' | 'offline';

export interface Redemption {
  id: string;
  key: string;
  requestHash: string;
  programme: string;
  booklet: string;
  structure: string;
  mediator: string;
  passCount: number;
  cents: bigint;
  theme: string | null;
  hasAttended: boolean;
  channel: Channel;
  at: Date;
  recordedAt: Date;
  payBy: LocalDate;
  entry: number;
  undoneAt: Date | null;
  payment: string | null;
}

/** A row of the table, as JSON writes it. */
interface RedemptionRow {
  id: string;
  key: string;
  request_hash: string;
  programme: string;
  booklet: string;
  structure: string;
  mediator: string;
  pass_count: number;
  cents: string;
  theme: string | null;
  has_attended: boolean;
  channel: Channel;
  at: string;
  recorded_at: string;
  pay_by: string;
  entry: number;
  undone_at: string | null;
  payment: string | null;
}

const toRedemption = (row: RedemptionRow): Redemption => ({
  id: row.id,
  key: row.key,
  requestHash: row.request_hash,
  programme: row.programme,
  booklet: row.booklet,
  structure: row.structure,
  mediator: row.mediator,
  passCount: row.pass_count,
  cents: BigInt(row.cents),
  theme: row.theme,
  hasAttended: row.has_attended,
  channel: row.channel,
  at: new Date(row.at),
  recordedAt: new Date(row.recorded_at),
  payBy: row.pay_by as LocalDate,
  entry: row.entry,
  undoneAt: row.undone_at === null ? null : new Date(row.undone_at),
  payment: row.payment,
});

/** Both drivers then give the same: amounts as texts, instants as texts. */
const AS_JSON = sql`to_jsonb(redemption) || jsonb_build_object('cents', cents::text)`;

/** Everything a redemption is decided on, but the terms. */
export interface Counter {
  /** What the same key already did. */
  earlier: Redemption | null;
  booklet:
    | (RedeemableBooklet & {
        programme: string;
        termsVersion: number;
        firstUsedAt: string | null;
        completedAt: string | null;
      })
    | null;
  agreement: RedeemingPlace['agreement'];
  territories: readonly string[];
}

interface CounterJson {
  earlier: RedemptionRow | null;
  booklet: {
    id: string;
    programme: string;
    terms_version: number;
    prescriber: string;
    handed_over_at: string | null;
    last_day: string | null;
    person_name: string | null;
    lost_at: string | null;
    first_used_at: string | null;
    completed_at: string | null;
  } | null;
  passes: [rank: number, state: PassState, cents: string, isBonus: boolean][] | null;
  agreement: {
    state: 'requested' | 'active' | 'refused' | 'ended';
    starts_on: string;
    ends_on: string | null;
    territories: string[];
  } | null;
}

export interface CounterQuestion {
  key: string;
  codeHash: string;
  structure: string;
}

/** All in one reading (`vouchers.read_counters`, in `migrations/`), in the order of the questions. */
export async function readCounters(db: Queries, questions: readonly CounterQuestion[]): Promise<Counter[]> {
  const rows = await db.rows<{ counter: CounterJson }>(
    sql`select vouchers.read_counters(${jsonParameter(questions)}) as counter`,
  );
  return rows.map(({ counter }) => toCounter(counter));
}

function toCounter({ earlier, booklet, passes, agreement }: CounterJson): Counter {
  return {
    earlier: earlier && toRedemption(earlier),
    booklet: booklet && {
      id: booklet.id,
      programme: booklet.programme,
      termsVersion: booklet.terms_version,
      prescriber: booklet.prescriber,
      isHandedOver: booklet.handed_over_at !== null,
      lastDay: booklet.last_day as LocalDate | null,
      personName: booklet.person_name,
      lostAt: booklet.lost_at === null ? null : new Date(booklet.lost_at),
      firstUsedAt: booklet.first_used_at,
      completedAt: booklet.completed_at,
      passes: (passes ?? []).map(([rank, state, cents, isBonus]) => ({
        rank,
        state,
        cents: BigInt(cents),
        isBonus,
      })),
    },
    agreement: agreement && {
      state: agreement.state,
      startsOn: agreement.starts_on as LocalDate,
      endsOn: agreement.ends_on as LocalDate | null,
    },
    territories: agreement?.territories ?? [],
  };
}

/** Until the transaction ends, nobody else redeems, loses or replaces the booklet of this code. */
export async function holdBooklet(db: Queries, codeHash: string): Promise<void> {
  await db.rows(sql`select id from vouchers.booklet where code_hash = ${codeHash} for update`);
}

/** A pass was used, or the booklet declared lost, since it was read: the caller looks again. */
export type WriteRefusal = LedgerRefusal | { kind: 'moved-meanwhile' };

export interface RedemptionDraft {
  redemption: Omit<Redemption, 'entry' | 'undoneAt' | 'payment'>;
  ranks: readonly number[];
  entry: EntryDraft;
  isFirst: boolean;
}

export type Written = Result<{ entry: number; unused: number }, WriteRefusal>;

/**
 * Writes redemptions, each with its entry and its passes, or not at all (`vouchers.redeem_each`, in `migrations/`). Says of
 * each how many ordinary passes of its booklet are left to use. Answers come in the order of the drafts.
 */
export async function writeRedemptions(db: Queries, drafts: readonly RedemptionDraft[]): Promise<Written[]> {
  const ordered = [...drafts.entries()].toSorted(([, a], [, b]) => (lockOrder(a) < lockOrder(b) ? -1 : 1));
  const given = ordered.map(([, draft]) => ({
    entry: ledgerJson(draft.entry),
    given: redemptionJson(draft),
    ranks: draft.ranks,
  }));
  const [row] = await db.rows<{ answers: (Answer & { unused: number })[] }>(
    sql`select vouchers.redeem_each(${jsonParameter(given)}) as answers`,
  );
  const written: Written[] = [];
  for (const [place, [rank]] of ordered.entries()) written[rank] = toWritten(row!.answers[place]!);
  return written;
}

/** Two processes that write the same places lock them in the same order. */
const lockOrder = ({ redemption: { programme, structure, booklet } }: RedemptionDraft): string =>
  `${programme} ${structure} ${booklet}`;

const redemptionJson = ({ redemption, isFirst }: RedemptionDraft) => ({
  id: redemption.id,
  key: redemption.key,
  request_hash: redemption.requestHash,
  programme: redemption.programme,
  booklet: redemption.booklet,
  structure: redemption.structure,
  mediator: redemption.mediator,
  cents: String(redemption.cents),
  theme: redemption.theme,
  has_attended: redemption.hasAttended,
  channel: redemption.channel,
  at: redemption.at,
  recorded_at: redemption.recordedAt,
  pay_by: redemption.payBy,
  is_first: isFirst,
});

/** A pass without money was used meanwhile; a key already written is this very request, come twice. */
const MOVED: readonly string[] = ['moved-meanwhile', 'insufficient-funds', 'key-reused'];

function toWritten(answer: Answer & { unused: number }): Written {
  if (!('refused' in answer)) return ok({ entry: answer.number, unused: answer.unused });
  return MOVED.includes(answer.refused) ? refuse({ kind: 'moved-meanwhile' }) : refuse(toRefusal(answer));
}

/** Begins the key of what pays help although it was refused: it takes no pass. */
export const PAID_ANYWAY = 'late-paid:';

/** Of how many passes, in the figures of a place or of a funder. */
export const PASSES_TAKEN = sql`case when starts_with(redemption.key, ${PAID_ANYWAY}) then 0 else pass_count end`;

/** One that takes no pass: its entry is written already. */
export async function insertRedemption(
  db: Queries,
  one: Omit<Redemption, 'undoneAt' | 'payment'>,
): Promise<void> {
  await db.rows(sql`
    insert into vouchers.redemption (id, key, request_hash, programme, booklet, structure, mediator, pass_count, cents, theme,
      has_attended, channel, at, recorded_at, pay_by, entry)
    values (${one.id}, ${one.key}, ${one.requestHash}, ${one.programme}, ${one.booklet}, ${one.structure}, ${one.mediator},
      ${one.passCount}, ${String(one.cents)}::bigint, ${one.theme}, ${one.hasAttended}, ${one.channel},
      ${one.at.toISOString()}, ${one.recordedAt.toISOString()}, ${one.payBy}, ${one.entry})`);
}

/** Held until the transaction ends: it is undone, or paid, once. */
export async function lockRedemption(db: Queries, id: string): Promise<Redemption | null> {
  const [row] = await db.rows<{ redemption: RedemptionRow }>(
    sql`select ${AS_JSON} as redemption from vouchers.redemption where id = ${id} for update`,
  );
  return row ? toRedemption(row.redemption) : null;
}

export async function readRedemption(db: Queries, id: string): Promise<Redemption | null> {
  const [row] = await db.rows<{ redemption: RedemptionRow }>(
    sql`select ${AS_JSON} as redemption from vouchers.redemption where id = ${id}`,
  );
  return row ? toRedemption(row.redemption) : null;
}

export async function saveUndone(db: Queries, id: string, at: Date): Promise<void> {
  await db.rows(sql`update vouchers.redemption set undone_at = ${at.toISOString()} where id = ${id}`);
}

/** The passes that a redemption took go back to the person. */
export async function giveBackPasses(
  db: Queries,
  redemption: string,
  { by, at }: { by: string; at: Date },
): Promise<number> {
  const rows = await db.rows<{ rank: number }>(sql`
    update vouchers.pass set state = 'handed_over', redemption = null, changed_by = ${by}, changed_at = ${at.toISOString()}
    where redemption = ${redemption} and state = 'redeemed' returning rank`);
  return rows.length;
}
