import { sql } from 'drizzle-orm';
import { batchesOf } from '../../../platform/db/batches.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { Commune } from '../../standard/index.ts';

/** What `communes update` knows better than the shipped reference: centres above all. */
export async function readStoredCommunes(
  db: Queries,
): Promise<Map<string, Partial<Commune> & { codeInsee: string }>> {
  const rows = await db.rows<{ code_insee: string; content: Partial<Commune> }>(
    sql`select code_insee, content from sources.commune`,
  );
  return new Map(rows.map(({ code_insee, content }) => [code_insee, { ...content, codeInsee: code_insee }]));
}

export async function saveCommunes(tx: Queries, communes: readonly Commune[], at: Date): Promise<void> {
  for (const batch of batchesOf(communes)) {
    const rows = batch.map(({ codeInsee, former: _, ...commune }) => ({
      codeInsee,
      content: known(commune),
    }));
    await tx.rows(sql`
      insert into sources.commune (code_insee, content, updated_at)
      select "codeInsee", content, ${at.toISOString()}::timestamptz
      from jsonb_to_recordset(${jsonParameter(rows)}::jsonb) as new("codeInsee" text, content jsonb)
      on conflict (code_insee) do update set content = excluded.content, updated_at = excluded.updated_at`);
  }
}

/** What the list does not say leaves what the shipped reference says. */
const known = (commune: object): object =>
  Object.fromEntries(
    Object.entries(commune).filter(
      ([, fact]) => fact !== '' && fact !== 0 && !(Array.isArray(fact) && fact.length === 0),
    ),
  );
