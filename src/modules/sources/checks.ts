import { sql } from 'drizzle-orm';
import type { Check } from '../../platform/checks.ts';
import { MESSAGES } from './messages.ts';

export const checks: readonly Check[] = [
  {
    name: (lang) => MESSAGES[lang].checkRawKept,
    async countFaults(db) {
      const [row] = await db.rows<{ count: number | string }>(sql`
        select count(*) as count from sources.record left join sources.raw_record using (source, record_key, hash)
        where raw_record.hash is null`);
      return Number(row?.count ?? 0);
    },
  },
];
