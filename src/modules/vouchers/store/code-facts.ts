import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';

/** What explains to a place why a booklet is refused: who handed it over, and where it was last used. */
export interface CodeFacts {
  booklet: string;
  personName: string | null;
  prescriber: string;
  /** Name of the programme, and the collectivité that runs it. */
  programme: string;
  organisation: string;
  lastUse: { at: Date; structure: string } | null;
  isExtensionAsked: boolean;
  passMinutes: number | null;
  passCents: bigint;
}

interface Row extends Omit<CodeFacts, 'lastUse' | 'passCents'> {
  pass_cents: string;
  used_at: Date | string | null;
  used_by: string | null;
}

export async function readCodeFacts(db: Queries, codeHash: string): Promise<CodeFacts | null> {
  const [row] = await db.rows<Row>(sql`
    select booklet.id as booklet, person_name as "personName", prescriber, programme.name as programme, organisation,
      (terms->>'passMinutes')::int as "passMinutes", terms->>'passCents' as pass_cents, last_use.at as used_at, last_use.structure as used_by,
      exists (select from vouchers.extension where extension.booklet = booklet.id and decided_at is null) as "isExtensionAsked"
    from vouchers.booklet join vouchers.programme on programme.id = booklet.programme
      join vouchers.programme_terms as issued on issued.programme = booklet.programme and issued.version = terms_version
      left join lateral (
        select at, structure from vouchers.redemption
        where redemption.booklet = booklet.id and undone_at is null order by at desc limit 1
      ) as last_use on true
    where code_hash = ${codeHash}`);
  if (!row) return null;
  const { used_at, used_by, pass_cents, ...facts } = row;
  const lastUse = used_at && used_by ? { at: new Date(used_at), structure: used_by } : null;
  return { ...facts, passCents: BigInt(pass_cents), lastUse };
}
