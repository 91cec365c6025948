import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Database, Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import { type ProgrammeTerms, programmeTermsSchema, termsToJson } from '../domain/programme.ts';

export interface Programme {
  id: string;
  organisation: string;
  name: string;
  endsOn: LocalDate | null;
  termsVersion: number;
  terms: ProgrammeTerms;
  escrow: { holder: string; iban: string; bic: string | null } | null;
}

interface ProgrammeRow {
  id: string;
  organisation: string;
  name: string;
  ends_on: string | null;
  version: number;
  terms: unknown;
  escrow_holder: string | null;
  escrow_iban: string | null;
  escrow_bic: string | null;
}

const toProgramme = (row: ProgrammeRow): Programme => ({
  id: row.id,
  organisation: row.organisation,
  name: row.name,
  endsOn: row.ends_on as LocalDate | null,
  termsVersion: row.version,
  terms: programmeTermsSchema.parse(row.terms),
  escrow:
    row.escrow_iban === null
      ? null
      : { holder: row.escrow_holder!, iban: row.escrow_iban, bic: row.escrow_bic },
});

const CURRENT = sql`
  select programme.id, organisation, name, ends_on::text, version, terms, escrow_holder, escrow_iban, escrow_bic
  from vouchers.programme join lateral (
    select version, terms from vouchers.programme_terms where programme = programme.id order by version desc limit 1
  ) as latest on true`;

export async function readProgramme(db: Queries, id: string): Promise<Programme | null> {
  const [row] = await db.rows<ProgrammeRow>(sql`${CURRENT} where programme.id = ${id}`);
  return row ? toProgramme(row) : null;
}

/** Held until the transaction ends: two people never change it at once. */
export async function lockProgramme(db: Queries, id: string): Promise<Programme | null> {
  await db.rows(sql`select id from vouchers.programme where id = ${id} for update`);
  return readProgramme(db, id);
}

/** Those that an organisation runs, or funds: newest first. */
export async function listProgrammes(
  db: Queries,
  { organisation }: { organisation: string },
): Promise<Programme[]> {
  const rows = await db.rows<ProgrammeRow>(sql`${CURRENT}
    where organisation = ${organisation}
      or exists (select from vouchers.programme_funder where programme = programme.id and funder = ${organisation})
    order by created_at desc`);
  return rows.map(toProgramme);
}

/** False when it was there already. */
export async function insertProgramme(
  db: Queries,
  programme: { id: string; organisation: string; name: string; by: string; at: Date },
): Promise<boolean> {
  const rows = await db.rows<{ id: string }>(sql`
    insert into vouchers.programme (id, organisation, name, created_by, created_at)
    values (${programme.id}, ${programme.organisation}, ${programme.name}, ${programme.by}, ${programme.at.toISOString()})
    on conflict (id) do nothing returning id`);
  return rows.length === 1;
}

/** The next version, that booklets issued from now on will follow. */
export async function insertTerms(
  db: Queries,
  { programme, terms, by, at }: { programme: string; terms: ProgrammeTerms; by: string; at: Date },
): Promise<void> {
  await db.rows(sql`
    insert into vouchers.programme_terms (programme, version, terms, decided_by, decided_at)
    select ${programme}, coalesce(max(version), 0) + 1, ${jsonParameter(termsToJson(terms))}::jsonb, ${by}, ${at.toISOString()}
    from vouchers.programme_terms where programme = ${programme}`);
}

/** Every version, newest first: what was decided, when, by whom. */
export async function listTerms(
  db: Queries,
  programme: string,
): Promise<{ version: number; terms: ProgrammeTerms; decidedBy: string; decidedAt: Date }[]> {
  const rows = await db.rows<{ version: number; terms: unknown; decided_by: string; decided_at: string }>(sql`
    select version, terms, decided_by, decided_at from vouchers.programme_terms
    where programme = ${programme} order by version desc`);
  return rows.map((row) => ({
    version: row.version,
    terms: programmeTermsSchema.parse(row.terms),
    decidedBy: row.decided_by,
    decidedAt: new Date(row.decided_at),
  }));
}

/** Terms never change once written: each version is read once by a process. Bounded by the number of versions ever decided. */
const knownTerms = new WeakMap<Database, Map<string, ProgrammeTerms>>();

export async function readTerms(
  { db, tx }: { db: Database; tx: Queries | null },
  { programme, version }: { programme: string; version: number },
): Promise<ProgrammeTerms> {
  const known = knownTerms.get(db) ?? new Map<string, ProgrammeTerms>();
  knownTerms.set(db, known);
  const key = `${programme} ${version}`;
  const found = known.get(key);
  if (found) return found;
  const [row] = await (tx ?? db).rows<{ terms: unknown }>(sql`
    select terms from vouchers.programme_terms where programme = ${programme} and version = ${version}`);
  const terms = programmeTermsSchema.parse(row?.terms);
  known.set(key, terms);
  return terms;
}

export async function saveEndDay(db: Queries, programme: string, endsOn: LocalDate | null): Promise<void> {
  await db.rows(sql`update vouchers.programme set ends_on = ${endsOn} where id = ${programme}`);
}

/** Those whose last day is decided. */
export async function listEndingProgrammes(db: Queries): Promise<Programme[]> {
  const rows = await db.rows<ProgrammeRow>(sql`${CURRENT} where ends_on is not null order by ends_on`);
  return rows.map(toProgramme);
}

/** Steps of the end of a programme that were done. */
export async function readSteps(db: Queries, programme: string): Promise<Set<string>> {
  const rows = await db.rows<{ step: string }>(
    sql`select step from vouchers.programme_step where programme = ${programme}`,
  );
  return new Set(rows.map(({ step }) => step));
}

export async function saveStep(
  db: Queries,
  { programme, step, by, at }: { programme: string; step: string; by: string; at: Date },
): Promise<void> {
  await db.rows(sql`
    insert into vouchers.programme_step (programme, step, done_at, done_by)
    values (${programme}, ${step}, ${at.toISOString()}, ${by}) on conflict do nothing`);
}

export async function saveEscrow(
  db: Queries,
  programme: string,
  { holder, iban, bic }: { holder: string; iban: string; bic: string | null },
): Promise<void> {
  await db.rows(sql`
    update vouchers.programme set escrow_holder = ${holder}, escrow_iban = ${iban}, escrow_bic = ${bic} where id = ${programme}`);
}

export interface Funder {
  funder: string;
  promisedCents: bigint;
  receivedCents: bigint;
}

export async function saveFunder(
  db: Queries,
  { programme, funder, promisedCents }: { programme: string; funder: string; promisedCents: bigint },
): Promise<void> {
  await db.rows(sql`
    insert into vouchers.programme_funder (programme, funder, promised_cents)
    values (${programme}, ${funder}, ${String(promisedCents)}::bigint)
    on conflict (programme, funder) do update set promised_cents = excluded.promised_cents`);
}

export async function readFunders(db: Queries, programme: string): Promise<Funder[]> {
  const rows = await db.rows<{ funder: string; promised: string; received: string }>(sql`
    select funder, promised_cents::text as promised,
      (select coalesce(sum(cents), 0)::text from vouchers.funding
        where funding.programme = programme_funder.programme and funding.funder = programme_funder.funder) as received
    from vouchers.programme_funder where programme = ${programme} order by funder`);
  return rows.map(({ funder, promised, received }) => ({
    funder,
    promisedCents: BigInt(promised),
    receivedCents: BigInt(received),
  }));
}

export interface Funding {
  id: string;
  programme: string;
  funder: string;
  cents: bigint;
  receivedOn: LocalDate;
  reference: string;
}

export async function insertFunding(
  db: Queries,
  { funding, entry, by, at }: { funding: Funding; entry: number; by: string; at: Date },
): Promise<void> {
  await db.rows(sql`
    insert into vouchers.funding (id, programme, funder, cents, received_on, reference, entry, recorded_by, recorded_at)
    values (${funding.id}, ${funding.programme}, ${funding.funder}, ${String(funding.cents)}::bigint, ${funding.receivedOn},
      ${funding.reference}, ${entry}, ${by}, ${at.toISOString()}) on conflict (id) do nothing`);
}

/** Newest first. */
export async function listFundings(db: Queries, programme: string): Promise<Funding[]> {
  const rows = await db.rows<{
    id: string;
    funder: string;
    cents: string;
    received_on: string;
    reference: string;
  }>(sql`
    select id, funder, cents::text, received_on::text, reference from vouchers.funding
    where programme = ${programme} order by received_on desc, recorded_at desc`);
  return rows.map((row) => ({
    id: row.id,
    programme,
    funder: row.funder,
    cents: BigInt(row.cents),
    receivedOn: row.received_on as LocalDate,
    reference: row.reference,
  }));
}

/** Those that a place may still ask to join, newest first. */
export async function listOpenProgrammes(db: Queries, today: LocalDate): Promise<Programme[]> {
  const rows = await db.rows<ProgrammeRow>(
    sql`${CURRENT} where ends_on is null or ends_on >= ${today}::date order by created_at desc`,
  );
  return rows.map(toProgramme);
}
