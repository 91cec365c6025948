import { sql } from 'drizzle-orm';
import type { Check } from '../../platform/checks.ts';
import { ROLES_OF } from './domain/organisation.ts';
import { ORGANISATIONS } from './organisation-messages.ts';

export const checks: readonly Check[] = [
  {
    name: (lang) => ORGANISATIONS[lang].checkRoles,
    countFaults: async (db) => {
      const [row] = await db.rows<{ count: number | string }>(sql`
        select count(*) as count from access.membership
        join access.organisation on organisation.id = membership.organisation_id
        where cardinality(roles) = 0 or not to_jsonb(roles) <@ (${JSON.stringify(ROLES_OF)}::jsonb -> kind)`);
      return Number(row?.count ?? 0);
    },
  },
  {
    name: (lang) => ORGANISATIONS[lang].checkForgotten,
    // One day more than the year that is promised: forgetting runs once an hour while the program is on.
    countFaults: async (db) => {
      const [row] = await db.rows<{ count: number | string }>(
        sql`select count(*) as count from access.audit_entry where at < now() - interval '366 days'`,
      );
      return Number(row?.count ?? 0);
    },
  },
];
