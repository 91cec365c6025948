import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { EntryDraft, LedgerRefusal } from '../domain/ledger.ts';
import type { PassState } from '../domain/pass.ts';
import { type ProgrammeTerms, programmeTermsSchema } from '../domain/programme.ts';
import type { RedeemableBooklet, RedeemingPlace } from '../domain/redemption.ts';
import { type Answer, ledgerParameter, toRefusal } from './ledger.ts';

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

interface RedemptionJson extends Omit<Redemption, 'cents' | 'at' | 'recordedAt' | 'undoneAt'> {
  cents: string;
  at: string;
  recordedAt: string;
  undoneAt: string | null;
}

const toRedemption = (row: RedemptionJson): Redemption => ({
  ...row,
  cents: BigInt(row.cents),
  at: new Date(row.at),
  recordedAt: new Date(row.recordedAt),
  undoneAt: row.undoneAt === null ? null : new Date(row.undoneAt),
});

const JSON_OF_REDEMPTION = sql`jsonb_build_object('id', redemption.id, 'key', redemption.key, 'requestHash', request_hash,
  'programme', redemption.programme, 'booklet', redemption.booklet, 'structure', redemption.structure, 'mediator', mediator,
  'passCount', pass_count, 'cents', redemption.cents::text, 'theme', theme, 'hasAttended', has_attended, 'channel', channel,
  'at', redemption.at, 'recordedAt', recorded_at, 'payBy', pay_by, 'entry', entry, 'undoneAt', undone_at, 'payment', payment)`;

/** Everything a redemption is decided on, read in one statement. */
export interface Counter {
  /** What the same key already did. */
  earlier: Redemption | null;
  booklet:
    | (RedeemableBooklet & { programme: string; firstUsedAt: string | null; completedAt: string | null })
    | null;
  terms: ProgrammeTerms | null;
  agreement: RedeemingPlace['agreement'];
  territories: readonly string[];
}

interface CounterRow {
  earlier: RedemptionJson | null;
  booklet: {
    id: string;
    programme: string;
    prescriber: string;
    isHandedOver: boolean;
    lastDay: string | null;
    personName: string | null;
    lostAt: string | null;
    firstUsedAt: string | null;
    completedAt: string | null;
  } | null;
  passes: { rank: number; state: PassState; cents: string; isBonus: boolean }[] | null;
  terms: unknown;
  agreement: {
    state: 'requested' | 'active' | 'refused' | 'ended';
    startsOn: string;
    endsOn: string | null;
    territories: string[];
  } | null;
}

export async function readCounter(
  db: Queries,
  { key, codeHash, structure }: { key: string; codeHash: string; structure: string },
): Promise<Counter> {
  const [row] = await db.rows<CounterRow>(sql`
    select (select ${JSON_OF_REDEMPTION} from vouchers.redemption where redemption.key = ${key}) as earlier,
      case when booklet.id is not null then jsonb_build_object('id', booklet.id, 'programme', booklet.programme,
        'prescriber', prescriber, 'isHandedOver', handed_over_at is not null, 'lastDay', last_day, 'personName', person_name,
        'lostAt', lost_at, 'firstUsedAt', first_used_at, 'completedAt', completed_at) end as booklet,
      (select jsonb_agg(jsonb_build_object('rank', rank, 'state', state, 'cents', cents::text, 'isBonus', is_bonus) order by rank)
        from vouchers.pass where pass.booklet = booklet.id) as passes,
      (select terms from vouchers.programme_terms as issued
        where issued.programme = booklet.programme and issued.version = terms_version) as terms,
      (select jsonb_build_object('state', state, 'startsOn', starts_on, 'endsOn', ends_on, 'territories', to_jsonb(territories))
        from vouchers.agreement where agreement.programme = booklet.programme and agreement.structure = ${structure}) as agreement
    from (select) as always left join vouchers.booklet on code_hash = ${codeHash}`);
  return toCounter(row!);
}

const toCounter = ({ earlier, booklet, passes, terms, agreement }: CounterRow): Counter => ({
  earlier: earlier && toRedemption(earlier),
  booklet: booklet && {
    ...booklet,
    lastDay: booklet.lastDay as LocalDate | null,
    lostAt: booklet.lostAt === null ? null : new Date(booklet.lostAt),
    passes: (passes ?? []).map((pass) => ({ ...pass, cents: BigInt(pass.cents) })),
  },
  terms: terms === null ? null : programmeTermsSchema.parse(terms),
  agreement: agreement && {
    state: agreement.state,
    startsOn: agreement.startsOn as LocalDate,
    endsOn: agreement.endsOn as LocalDate | null,
  },
  territories: agreement?.territories ?? [],
});

export type WriteRefusal = LedgerRefusal | { kind: 'moved-meanwhile' };

/**
 * Writes a redemption in one statement: its entry, its passes, its row. Nothing was locked while it was decided: a pass
 * used or a booklet declared lost since then makes it refuse, and the caller rolls back.
 */
export async function writeRedemption(
  db: Queries,
  {
    redemption,
    ranks,
    draft,
    by,
  }: {
    redemption: Omit<Redemption, 'entry' | 'undoneAt' | 'payment'>;
    ranks: readonly number[];
    draft: EntryDraft;
    by: string;
  },
): Promise<Result<{ entry: number }, WriteRefusal>> {
  const [at, recordedAt] = [redemption.at.toISOString(), redemption.recordedAt.toISOString()];
  const [row] = await db.rows<{ answer: Answer | null; spent: number; recorded: number }>(sql`
    with held as (
      select id from vouchers.booklet where id = ${redemption.booklet} and lost_at is null for update
    ), appended as materialized (
      select vouchers.ledger_append(${ledgerParameter(draft)}) as answer from held
    ), accepted as (
      select (answer->>'number')::bigint as entry from appended where answer ? 'number'
    ), spent as (
      update vouchers.pass set state = 'redeemed', redemption = ${redemption.id}, changed_by = ${by}, changed_at = ${recordedAt}
      from accepted where booklet = ${redemption.booklet} and state = 'handed_over'
        and rank in (select value::int from jsonb_array_elements_text(${jsonParameter(ranks)}::jsonb)) returning rank
    ), recorded as (
      insert into vouchers.redemption (id, key, request_hash, programme, booklet, structure, mediator, pass_count, cents,
        theme, has_attended, channel, at, recorded_at, pay_by, entry)
      select ${redemption.id}, ${redemption.key}, ${redemption.requestHash}, ${redemption.programme}, ${redemption.booklet},
        ${redemption.structure}, ${redemption.mediator}, ${redemption.passCount}, ${String(redemption.cents)}::bigint,
        ${redemption.theme}, ${redemption.hasAttended}, ${redemption.channel}, ${at}, ${recordedAt}, ${redemption.payBy}, entry
      from accepted on conflict (key) do nothing returning id
    ), used as (
      update vouchers.booklet set first_used_at = ${at} from accepted where id = ${redemption.booklet} and first_used_at is null
    )
    select (select answer from appended) as answer, (select count(*)::int from spent) as spent, (select count(*)::int from recorded) as recorded`);
  const { answer, spent, recorded } = row!;
  if (answer === null) return refuse({ kind: 'moved-meanwhile' });
  if ('refused' in answer)
    return refuse(answer.refused === 'insufficient-funds' ? { kind: 'moved-meanwhile' } : toRefusal(answer));
  if (spent !== ranks.length || recorded !== 1) return refuse({ kind: 'moved-meanwhile' });
  return ok({ entry: answer.number });
}

/** Held until the transaction ends: it is undone, or paid, once. */
export async function lockRedemption(db: Queries, id: string): Promise<Redemption | null> {
  const [row] = await db.rows<{ redemption: RedemptionJson }>(
    sql`select ${JSON_OF_REDEMPTION} as redemption from vouchers.redemption where id = ${id} for update`,
  );
  return row ? toRedemption(row.redemption) : null;
}

export async function readRedemption(db: Queries, id: string): Promise<Redemption | null> {
  const [row] = await db.rows<{ redemption: RedemptionJson }>(
    sql`select ${JSON_OF_REDEMPTION} as redemption from vouchers.redemption where id = ${id}`,
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

/** What one structure redeemed, newest first. */
export async function listRedemptions(
  db: Queries,
  { structure, limit }: { structure: string; limit: number },
): Promise<Redemption[]> {
  const rows = await db.rows<{ redemption: RedemptionJson }>(sql`
    select ${JSON_OF_REDEMPTION} as redemption from vouchers.redemption
    where structure = ${structure} order by at desc, id limit ${limit}`);
  return rows.map(({ redemption }) => toRedemption(redemption));
}
