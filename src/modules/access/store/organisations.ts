import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';
import type { Organisation, OrganisationKind } from '../domain/organisation.ts';

const COLUMNS = sql`id, kind, name, siret, territories`;

/** False when an open organisation already has this SIRET. */
export async function insertOrganisation(
  tx: Queries,
  { id, kind, name, siret, territories, at }: Organisation & { at: Date },
): Promise<boolean> {
  const rows = await tx.rows<{ id: string }>(sql`
    insert into access.organisation (id, kind, name, siret, territories, created_at)
    values (${id}, ${kind}, ${name}, ${siret}, ${textArray(territories)}, ${at.toISOString()})
    on conflict (siret) where siret is not null and closed_at is null do nothing returning id`);
  return rows.length === 1;
}

/** False when another open organisation has this SIRET. */
export async function updateOrganisation(
  tx: Queries,
  { id, name, siret, territories }: Omit<Organisation, 'kind'>,
): Promise<boolean> {
  const rows = await tx.rows<{ id: string }>(sql`
    update access.organisation set name = ${name}, siret = ${siret}, territories = ${textArray(territories)}
    where id = ${id} and closed_at is null and not exists (
      select from access.organisation as other
      where other.siret = ${siret} and other.id <> ${id} and other.closed_at is null) returning id`);
  return rows.length === 1;
}

/** Open organisations of one kind, by name. */
export const findOrganisations = (
  db: Queries,
  { kind }: { kind: OrganisationKind },
): Promise<Organisation[]> =>
  db.rows<Organisation>(
    sql`select ${COLUMNS} from access.organisation where kind = ${kind} and closed_at is null order by name, id`,
  );

/** Closed ones too: what they did keeps their name. */
export async function findOrganisation(db: Queries, id: string): Promise<Organisation | null> {
  const [row] = await db.rows<Organisation>(sql`select ${COLUMNS} from access.organisation where id = ${id}`);
  return row ?? null;
}

/** Names of organisations, closed ones too, by number: one that does not exist is absent. */
export async function findOrganisationNames(
  db: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(sql`
    select id, name from access.organisation
    where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function findOpenOrganisation(db: Queries, id: string): Promise<Organisation | null> {
  const [row] = await db.rows<Organisation>(
    sql`select ${COLUMNS} from access.organisation where id = ${id} and closed_at is null`,
  );
  return row ?? null;
}

export type CountedOrganisation = Organisation & { people: number };

export const readOrganisations = (db: Queries): Promise<CountedOrganisation[]> =>
  db.rows<CountedOrganisation>(sql`
    select ${COLUMNS},
      (select count(*)::int from access.membership where membership.organisation_id = organisation.id) as people
    from access.organisation where closed_at is null order by kind, name, id`);

export async function closeOrganisation(tx: Queries, id: string, at: Date): Promise<boolean> {
  const rows = await tx.rows<{ id: string }>(
    sql`update access.organisation set closed_at = ${at.toISOString()} where id = ${id} and closed_at is null returning id`,
  );
  return rows.length === 1;
}

/** Drivers give lists their own meanings: as JSON, each means the same everywhere. */
export const textArray = (texts: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`;
