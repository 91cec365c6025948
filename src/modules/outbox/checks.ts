import { sql } from 'drizzle-orm';
import type { Check } from '../../platform/checks.ts';
import { MESSAGES } from './messages.ts';

export const checks: readonly Check[] = [
  {
    name: (lang) => MESSAGES[lang].checkEmptied,
    // One day more than the thirty that are promised: erasing runs once an hour while the program is on.
    countFaults: async (db) => {
      const [row] = await db.rows<{ count: number | string }>(sql`
        select count(*) as count from outbox.message
        where settled_at < now() - interval '31 days' and (body is not null or recipient is not null)`);
      return Number(row?.count ?? 0);
    },
  },
];
