import { sql } from 'drizzle-orm';
import { type RecordRef, recordRef, splitRef } from '../../../kernel/record-ref.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { PlaceFields } from '../../standard/index.ts';

/** One record as its page shows it. */
export interface ShownRecord {
  ref: RecordRef;
  source: string;
  recordKey: string;
  fields: PlaceFields;
  seenAt: Date;
}

/** The records that still give a place, of those asked. */
export async function readShownRecords(
  db: Queries,
  refs: readonly RecordRef[],
): Promise<Map<RecordRef, ShownRecord>> {
  const rows = await db.rows<{
    source: string;
    record_key: string;
    fields: PlaceFields;
    first_seen_at: string;
  }>(sql`
    select source, record_key, fields, first_seen_at from sources.published_record
    join jsonb_to_recordset(${jsonParameter(refs.map(splitRef))}::jsonb) as asked(source text, "recordKey" text)
      using (source) where record_key = "recordKey"`);
  return new Map(
    rows.map(({ source, record_key, fields, first_seen_at }) => {
      const ref = recordRef(source, record_key);
      return [ref, { ref, source, recordKey: record_key, fields, seenAt: new Date(first_seen_at) }];
    }),
  );
}
