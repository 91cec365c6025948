import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';
import type { Invitation } from '../domain/invitation.ts';
import { textArray } from './organisations.ts';

type Row = Pick<Invitation, 'id' | 'email' | 'roles' | 'territories'> & {
  organisation_id: string | null;
  expires_at: string;
};

const COLUMNS = sql`id, organisation_id, email, roles, territories, expires_at`;

const toInvitation = ({ organisation_id, expires_at, email, ...row }: Row): Invitation => ({
  ...row,
  email: email ?? '',
  organisationId: organisation_id,
  expiresAt: new Date(expires_at),
});

export async function insertInvitation(
  tx: Queries,
  invitation: Invitation & { invitedBy: string; at: Date },
): Promise<void> {
  const { id, organisationId, email, roles, territories, invitedBy, at, expiresAt } = invitation;
  await tx.rows(sql`
    insert into access.invitation (id, organisation_id, email, roles, territories, invited_by, created_at, expires_at)
    values (${id}, ${organisationId}, ${email}, ${textArray(roles)},
      ${territories === null ? sql`null` : textArray(territories)}, ${invitedBy}, ${at.toISOString()},
      ${expiresAt.toISOString()})`);
}

const OPEN = sql`accepted_at is null and withdrawn_at is null and email is not null`;

/** Null once it was accepted, withdrawn or too late. */
export async function findOpenInvitation(db: Queries, id: string, now: Date): Promise<Invitation | null> {
  const [row] = await db.rows<Row>(
    sql`select ${COLUMNS} from access.invitation where id = ${id} and ${OPEN} and expires_at > ${now.toISOString()}`,
  );
  return row ? toInvitation(row) : null;
}

/** Those that still wait, oldest first; null: to run the instance. */
export async function readOpenInvitations(
  db: Queries,
  organisationId: string | null,
  now: Date,
): Promise<Invitation[]> {
  const rows = await db.rows<Row>(sql`
    select ${COLUMNS} from access.invitation
    where organisation_id is not distinct from ${organisationId} and ${OPEN} and expires_at > ${now.toISOString()}
    order by created_at, id`);
  return rows.map(toInvitation);
}

export interface Settlement {
  id: string;
  organisationId: string | null;
  how: 'accepted' | 'withdrawn';
  at: Date;
}

/** True for the first caller only: an invitation opens once. */
export async function settleInvitation(
  tx: Queries,
  { id, organisationId, how, at }: Settlement,
): Promise<boolean> {
  const column = how === 'accepted' ? sql`accepted_at` : sql`withdrawn_at`;
  const rows = await tx.rows<{ id: string }>(sql`
    update access.invitation set ${column} = ${at.toISOString()}
    where id = ${id} and organisation_id is not distinct from ${organisationId} and ${OPEN} returning id`);
  return rows.length === 1;
}
