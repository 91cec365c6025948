import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';

export interface Agreement {
  programme: string;
  structure: string;
  state: 'requested' | 'active' | 'refused' | 'ended';
  siret: string;
  codeInsee: string;
  territories: string[];
  label: string | null;
  requestedAt: Date;
  decidedAt: Date | null;
  reason: string | null;
  startsOn: LocalDate;
  endsOn: LocalDate | null;
}

interface AgreementRow {
  programme: string;
  structure: string;
  state: Agreement['state'];
  siret: string;
  code_insee: string;
  territories: string[];
  label: string | null;
  requested_at: Date | string;
  decided_at: Date | string | null;
  reason: string | null;
  starts_on: string;
  ends_on: string | null;
}

const toAgreement = (row: AgreementRow): Agreement => ({
  programme: row.programme,
  structure: row.structure,
  state: row.state,
  siret: row.siret,
  codeInsee: row.code_insee,
  territories: row.territories,
  label: row.label,
  requestedAt: new Date(row.requested_at),
  decidedAt: row.decided_at === null ? null : new Date(row.decided_at),
  reason: row.reason,
  startsOn: row.starts_on as LocalDate,
  endsOn: row.ends_on as LocalDate | null,
});

const WHOLE = sql`
  select programme, structure, state, siret, code_insee, territories, label, requested_at, decided_at, reason,
    starts_on::text, ends_on::text from vouchers.agreement`;

export async function readAgreement(
  db: Queries,
  { programme, structure }: { programme: string; structure: string },
): Promise<Agreement | null> {
  const [row] = await db.rows<AgreementRow>(
    sql`${WHOLE} where programme = ${programme} and structure = ${structure}`,
  );
  return row ? toAgreement(row) : null;
}

/** Held until the transaction ends: what one decides, another who decides at the same moment has seen. */
export async function lockAgreement(
  db: Queries,
  of: { programme: string; structure: string },
): Promise<Agreement | null> {
  await db.rows(sql`
    select state from vouchers.agreement where programme = ${of.programme} and structure = ${of.structure} for update`);
  return readAgreement(db, of);
}

/** Of a programme or of a structure; what waits for a decision first. */
export async function listAgreements(
  db: Queries,
  { programme, structure }: { programme?: string; structure?: string },
): Promise<Agreement[]> {
  const rows = await db.rows<AgreementRow>(sql`${WHOLE}
    where (${programme ?? null}::text is null or programme = ${programme ?? null})
      and (${structure ?? null}::text is null or structure = ${structure ?? null})
    order by state = 'requested' desc, requested_at desc`);
  return rows.map(toAgreement);
}

/** Places that accept the passes of some programme on this day, each once. */
export const listAcceptingPlaces = (
  db: Queries,
  today: LocalDate,
): Promise<{ structure: string; siret: string; codeInsee: string }[]> =>
  db.rows(sql`
    select distinct on (structure) structure, siret, code_insee as "codeInsee" from vouchers.agreement
    where state = 'active' and starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date)
    order by structure, requested_at desc`);

/**
 * False when the SIRET is already that of another structure (V13). A structure holds one while it waits for an answer, and
 * for ever once an agreement was made: one that was only ever refused, or that mistyped its own, keeps it from nobody.
 */
export async function qualify(
  db: Queries,
  { structure, siret, at }: { structure: string; siret: string; at: Date },
): Promise<boolean> {
  await db.rows(sql`
    delete from vouchers.qualified_structure as held where (structure = ${structure} or siret = ${siret}) and not exists (
      select from vouchers.agreement where agreement.structure = held.structure
        and (state in ('active', 'ended') or (state = 'requested' and held.structure <> ${structure})))`);
  await db.rows(sql`
    insert into vouchers.qualified_structure (structure, siret, qualified_at)
    values (${structure}, ${siret}, ${at.toISOString()}) on conflict do nothing`);
  const rows = await db.rows<{ structure: string }>(sql`
    select structure from vouchers.qualified_structure where structure = ${structure} and siret = ${siret}`);
  return rows.length === 1;
}

/** Asked again after a refusal or an end, it waits again. */
export async function saveRequest(
  db: Queries,
  asked: Pick<
    Agreement,
    'programme' | 'structure' | 'siret' | 'codeInsee' | 'territories' | 'label' | 'startsOn'
  > & {
    by: string;
    at: Date;
  },
): Promise<void> {
  const territories = sql`array(select jsonb_array_elements_text(${jsonParameter(asked.territories)}::jsonb))`;
  await db.rows(sql`
    insert into vouchers.agreement (programme, structure, state, siret, code_insee, territories, label, requested_by, requested_at, starts_on)
    values (${asked.programme}, ${asked.structure}, 'requested', ${asked.siret}, ${asked.codeInsee}, ${territories},
      ${asked.label}, ${asked.by}, ${asked.at.toISOString()}, ${asked.startsOn})
    on conflict (programme, structure) do update set state = 'requested', siret = excluded.siret,
      code_insee = excluded.code_insee, territories = excluded.territories, label = excluded.label,
      requested_by = excluded.requested_by, requested_at = excluded.requested_at, starts_on = excluded.starts_on,
      decided_by = null, decided_at = null, reason = null, ends_on = null`);
}

export async function saveDecision(
  db: Queries,
  decided: Pick<Agreement, 'programme' | 'structure' | 'state' | 'reason' | 'startsOn' | 'endsOn'> & {
    by: string;
    at: Date;
  },
): Promise<void> {
  await db.rows(sql`
    update vouchers.agreement set state = ${decided.state}, reason = ${decided.reason}, starts_on = ${decided.startsOn},
      ends_on = ${decided.endsOn}, decided_by = ${decided.by}, decided_at = ${decided.at.toISOString()}
    where programme = ${decided.programme} and structure = ${decided.structure}`);
}

export interface BankAccount {
  id: string;
  structure: string;
  holder: string;
  iban: string;
  bic: string | null;
  state: 'proposed' | 'confirmed' | 'refused' | 'replaced';
  proposedBy: string;
  proposedAt: Date;
  payableFrom: Date | null;
}

interface BankAccountRow {
  id: string;
  structure: string;
  holder: string;
  iban: string;
  bic: string | null;
  state: BankAccount['state'];
  proposed_by: string;
  proposed_at: Date | string;
  payable_from: Date | string | null;
}

const toBankAccount = (row: BankAccountRow): BankAccount => ({
  id: row.id,
  structure: row.structure,
  holder: row.holder,
  iban: row.iban,
  bic: row.bic,
  state: row.state,
  proposedBy: row.proposed_by,
  proposedAt: new Date(row.proposed_at),
  payableFrom: row.payable_from === null ? null : new Date(row.payable_from),
});

/** Newest first: what was, what is, what is asked for. */
export async function listBankAccounts(db: Queries, structure: string): Promise<BankAccount[]> {
  const rows = await db.rows<BankAccountRow>(sql`
    select id, structure, holder, iban, bic, state, proposed_by, proposed_at, payable_from
    from vouchers.bank_account where structure = ${structure} order by proposed_at desc`);
  return rows.map(toBankAccount);
}

/** Of a programme: the account that waits for a second person, and from when the one in force may pay. */
export async function readEscrowAccounts(
  db: Queries,
  programme: string,
): Promise<{ waiting: BankAccount | null; payableFrom: Date | null }> {
  const accounts = await listBankAccounts(db, programme);
  const inState = (wanted: BankAccount['state']) => accounts.find(({ state }) => state === wanted) ?? null;
  return { waiting: inState('proposed'), payableFrom: inState('confirmed')?.payableFrom ?? null };
}

/** Accounts of places that are or were under agreement, oldest first, which wait for a second person, with the one that each would replace. */
export async function listWaitingAccounts(
  db: Queries,
  programme: string,
): Promise<(BankAccount & { replacedIban: string | null })[]> {
  const rows = await db.rows<BankAccountRow & { replaced_iban: string | null }>(sql`
    select id, account.structure, holder, iban, bic, account.state, proposed_by, proposed_at, payable_from,
      (select iban from vouchers.bank_account as known
        where known.structure = account.structure and known.state = 'confirmed') as replaced_iban
    from vouchers.bank_account as account
    where account.state = 'proposed' and exists (select from vouchers.agreement
      where agreement.programme = ${programme} and agreement.structure = account.structure and agreement.state in ('active', 'ended'))
    order by proposed_at`);
  return rows.map((row) => ({ ...toBankAccount(row), replacedIban: row.replaced_iban }));
}

/**
 * P5: an account serves every programme in which its structure is, or was, since what was redeemed stays owed: the longest
 * of their delays protects them all. In days.
 */
export async function longestBankDelay(db: Queries, structure: string): Promise<number> {
  const [row] = await db.rows<{ days: number }>(sql`
    select coalesce(max((terms->>'bankDelayDays')::int), 0)::int as days from vouchers.agreement join lateral (
      select terms from vouchers.programme_terms as issued
      where issued.programme = agreement.programme order by version desc limit 1
    ) as latest on true where structure = ${structure} and state <> 'refused'`);
  return row!.days;
}

/** Held until the transaction ends: two people never decide at once. */
export async function lockBankAccount(db: Queries, id: string): Promise<BankAccount | null> {
  const [row] = await db.rows<BankAccountRow>(sql`
    select id, structure, holder, iban, bic, state, proposed_by, proposed_at, payable_from
    from vouchers.bank_account where id = ${id} for update`);
  return row ? toBankAccount(row) : null;
}

/** A new proposal takes the place of the one that waits. */
export async function insertBankAccount(
  db: Queries,
  {
    account,
    by,
    at,
  }: { account: Pick<BankAccount, 'id' | 'structure' | 'holder' | 'iban' | 'bic'>; by: string; at: Date },
): Promise<void> {
  await db.rows(sql`
    update vouchers.bank_account set state = 'replaced' where structure = ${account.structure} and state = 'proposed'`);
  await db.rows(sql`
    insert into vouchers.bank_account (id, structure, holder, iban, bic, state, proposed_by, proposed_at)
    values (${account.id}, ${account.structure}, ${account.holder}, ${account.iban}, ${account.bic}, 'proposed', ${by}, ${at.toISOString()})`);
}

export async function saveBankDecision(
  db: Queries,
  {
    id,
    structure,
    isAgreed,
    payableFrom,
    by,
    at,
  }: {
    id: string;
    structure: string;
    isAgreed: boolean;
    payableFrom: Date;
    by: string;
    at: Date;
  },
): Promise<void> {
  if (isAgreed)
    await db.rows(sql`
      update vouchers.bank_account set state = 'replaced' where structure = ${structure} and state = 'confirmed'`);
  await db.rows(sql`
    update vouchers.bank_account set state = ${isAgreed ? 'confirmed' : 'refused'}, decided_by = ${by}, decided_at = ${at.toISOString()},
      payable_from = ${isAgreed ? payableFrom.toISOString() : null}::timestamptz where id = ${id}`);
}
