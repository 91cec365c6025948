import { ok, refuse } from '../kernel/result.ts';
import type { Database, Queries } from './db/database.ts';
import type { Lang } from './i18n/messages.ts';

type Said = Readonly<Record<Lang, string>>;

/** Regulation (EU) 2016/679, article 6.1: a consent, e public interest, c legal obligation. */
export type LegalBasis = 'consent' | 'public-interest' | 'legal-obligation';

/** What some columns of a table say of someone. */
export interface PersonalData {
  columns: readonly string[];
  what: Said;
  /** What it is for. */
  purpose: Said;
  basis: LegalBasis;
  kept: Said;
  seenBy: Said;
  /** Erases what is past its time, and says how many rows that is. Absent: nothing has an end of its own. */
  forget?: (tx: Queries, now: Date) => Promise<number>;
}

/** One table, whole: a column that is neither personal nor said not to be makes test/house/personal-data.test.ts fail. */
export interface TableRegister {
  /** With its schema. */
  table: string;
  personal: readonly PersonalData[];
  /** Every other column. */
  impersonal: readonly string[];
}

/** Columns of a table that says nothing of anyone. */
export const saysNothing = (table: string, columns: string): TableRegister => ({
  table,
  personal: [],
  impersonal: columns.split(' '),
});

export interface Forgotten {
  table: string;
  what: Said;
  rows: number;
}

/** Runs every end that the register states, each in a transaction of its own. A trial run does the same, then undoes it. */
export async function forgetWhatIsDue(
  db: Database,
  register: readonly TableRegister[],
  { now, isTrial }: { now: Date; isTrial: boolean },
): Promise<Forgotten[]> {
  const forgotten: Forgotten[] = [];
  for (const { table, personal } of register)
    for (const { what, forget } of personal) {
      if (!forget) continue;
      const outcome = await db.inTransaction<number, number>(async (tx) => {
        const rows = await forget(tx, now);
        return isTrial ? refuse(rows) : ok(rows);
      });
      forgotten.push({ table, what, rows: outcome.ok ? outcome.value : outcome.refusal });
    }
  return forgotten;
}
