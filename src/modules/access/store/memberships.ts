import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';
import type { Actor, Organisation, OrganisationKind, Role } from '../domain/organisation.ts';
import { textArray } from './organisations.ts';

export interface NewMembership {
  organisationId: string;
  personId: string;
  roles: readonly string[];
  territories: readonly string[] | null;
  at: Date;
}

/** A second invitation adds its roles to those of the first. */
export async function insertMembership(tx: Queries, membership: NewMembership): Promise<void> {
  const { organisationId, personId, roles, territories, at } = membership;
  await tx.rows(sql`
    insert into access.membership (organisation_id, person_id, roles, territories, since)
    values (${organisationId}, ${personId}, ${textArray(roles)},
      ${territories === null ? sql`null` : textArray(territories)}, ${at.toISOString()})
    on conflict (organisation_id, person_id) do update set territories = excluded.territories,
      roles = array(select distinct unnest(access.membership.roles || excluded.roles) order by 1)`);
}

export async function deleteMembership(
  tx: Queries,
  { organisationId, personId }: { organisationId: string; personId: string },
): Promise<boolean> {
  const rows = await tx.rows<{ person_id: string }>(sql`
    delete from access.membership where organisation_id = ${organisationId} and person_id = ${personId}
    returning person_id`);
  return rows.length === 1;
}

interface ActorRow {
  person_id: string;
  person_name: string;
  id: string;
  kind: OrganisationKind;
  name: string;
  roles: Role[];
  territories: string[];
}

const ACTORS = sql`
  select membership.person_id, person.name as person_name, organisation.id, organisation.kind, organisation.name,
    membership.roles, coalesce(membership.territories, organisation.territories) as territories
  from access.membership
  join access.organisation on organisation.id = membership.organisation_id
  join access.person on person.id = membership.person_id
  where organisation.closed_at is null`;

const toActor = ({ person_id, person_name, id, kind, name, roles, territories }: ActorRow): Actor => ({
  personId: person_id,
  name: person_name,
  organisation: { id, kind, name },
  roles: new Set(roles),
  territories,
});

/** Null when the person is nobody there, or when there is no such organisation. */
export async function findActor(
  db: Queries,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<Actor | null> {
  const [row] = await db.rows<ActorRow>(
    sql`${ACTORS} and membership.person_id = ${personId} and organisation.id = ${organisationId}`,
  );
  return row ? toActor(row) : null;
}

/** Everything that one person is, by name of organisation. */
export async function findActors(db: Queries, personId: string): Promise<Actor[]> {
  const rows = await db.rows<ActorRow>(
    sql`${ACTORS} and membership.person_id = ${personId} order by organisation.name, organisation.id`,
  );
  return rows.map(toActor);
}

export interface Member {
  personId: string;
  name: string;
  email: string | null;
  roles: Role[];
  since: Date;
  hasSecondFactor: boolean;
}

type MemberRow = Omit<Member, 'personId' | 'since'> & { person_id: string; since: string };

export async function readMembers(db: Queries, organisationId: Organisation['id']): Promise<Member[]> {
  const rows = await db.rows<MemberRow>(sql`
    select membership.person_id, person.name, person.email, membership.roles, membership.since,
      exists (select from access.second_factor as factor where factor.person_id = person.id) as "hasSecondFactor"
    from access.membership join access.person on person.id = membership.person_id
    where membership.organisation_id = ${organisationId} order by person.name, person.id`);
  return rows.map(({ person_id, since, ...row }) => ({
    ...row,
    personId: person_id,
    since: new Date(since),
  }));
}

export interface Reachable {
  personId: string;
  name: string;
  email: string | null;
  lang: 'fr' | 'en';
}

/** Whom to write to when something waits for a role. */
export async function peopleWithRole(db: Queries, organisationId: string, role: Role): Promise<Reachable[]> {
  const rows = await db.rows<Omit<Reachable, 'personId'> & { person_id: string }>(sql`
    select membership.person_id, person.name, person.email, person.lang
    from access.membership join access.person on person.id = membership.person_id
    where membership.organisation_id = ${organisationId} and ${role} = any(membership.roles)
    order by person.id`);
  return rows.map(({ person_id, ...row }) => ({ personId: person_id, ...row }));
}
