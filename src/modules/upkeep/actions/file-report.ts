import { ok } from '../../../kernel/result.ts';
import type { SaidReport } from '../domain/report.ts';
import { sealReport } from '../domain/seal.ts';
import { insertReport } from '../store/reports.ts';
import type { UpkeepDeps } from './deps.ts';

/** Keeps what someone says is wrong; the token opens the page that follows it to its answer. */
export async function fileReport(
  report: { placeId: string; said: SaidReport; lang: string },
  { db, clock, signer }: UpkeepDeps,
): Promise<{ token: string }> {
  const filed = await db.inTransaction<number, never>(async (tx) =>
    ok(await insertReport(tx, { ...report, at: clock() })),
  );
  if (!filed.ok) throw new Error('Filing never refuses.');
  return { token: sealReport(filed.value, signer.sign) };
}
