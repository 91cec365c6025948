import { sql } from 'drizzle-orm';
import type { Check } from '../../platform/checks.ts';
import type { Queries } from '../../platform/db/database.ts';
import { MESSAGES } from './messages.ts';

const count = async (db: Queries, statement: ReturnType<typeof sql>): Promise<number> => {
  const [row] = await db.rows<{ count: number | string }>(statement);
  return Number(row?.count ?? 0);
};

type CheckName = 'checkProvenance' | 'checkRedirects' | 'checkRecords' | 'checkCorrections';

const check = (name: CheckName, statement: ReturnType<typeof sql>): Check => ({
  name: (lang) => MESSAGES[lang][name],
  countFaults: (db) => count(db, statement),
});

/** Invariants of the live data: each counts what breaks it. */
export const checks: readonly Check[] = [
  check(
    'checkProvenance',
    sql`select count(*) from directory.place, jsonb_object_keys(fields) as field where not provenance ? field`,
  ),
  check(
    'checkRedirects',
    sql`select count(*) from directory.place as merged left join directory.place as survivor on survivor.id = merged.merged_into
      where merged.status = 'merged' and (survivor.id is null or survivor.status = 'merged')`,
  ),
  check(
    'checkRecords',
    sql`select count(*) from sources.published_record left join directory.place_record using (source, record_key)
      left join directory.place on place.id = place_record.place_id
      where place.id is null or place.status = 'merged'`,
  ),
  check(
    'checkCorrections',
    sql`select count(*) from directory.place, jsonb_each(provenance) as given(field, origins),
        jsonb_array_elements(origins) as origin
      left join lateral (
        select coalesce((select verdict from directory.correction_ruling
            where correction_id = correction.id order by correction_ruling.id desc limit 1),
          case when jsonb_array_length(reasons) = 0 then 'accepted' end) as verdict
        from directory.correction where id = split_part(origin ->> 'recordKey', ':', 2)::bigint) as said on true
      where status = 'published' and origin ? 'saidBy' and said.verdict is distinct from 'accepted'`,
  ),
];
