import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { build } from 'esbuild';
import { checks } from '../../src/modules/vouchers/checks.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { openDatabase } from '../../src/platform/db/open-database.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { createScheme, type DeskLocation, must, redeemFrom } from './scheme.ts';

const ROOT = findProjectFolder();
const CHILD = join(ROOT, 'node_modules/.cache/maillon/redeem-until-killed.mjs');
const DESKS = 4;
const PASSES = 100;

export interface KillReport {
  kills: number;
  /** Redemptions that a process said were done before it died. */
  acknowledged: number;
  /** Asked, and not answered when it died. */
  unanswered: number;
  /** Said done, and not found afterwards. */
  lost: number;
  /** Done more than once, or passes that no redemption explains. */
  twice: number;
  /** What `maillon check` finds afterwards. */
  faults: number;
}

/** Kills, without warning, processes in the middle of redemptions; then asks again what had no answer, and counts. */
export async function killRedemptions(location: DeskLocation, kills: number): Promise<KillReport> {
  await bundleChild();
  const report: KillReport = { kills, acknowledged: 0, unanswered: 0, lost: 0, twice: 0, faults: 0 };
  for (let round = 0; round < kills; round += 1) {
    const codes = await withDatabase(location, giveBooklets);
    const { asked, done } = await redeemAndKill({ ...location, codes }, 8 + ((round * 7) % 23));
    report.acknowledged += done.size;
    report.unanswered += asked.size - done.size;
    await withDatabase(location, (db) => count(db, { asked, done }, report));
  }
  await withDatabase(location, async (db) => {
    for (const check of checks) report.faults += await check.countFaults(db);
  });
  return report;
}

/** Node alone reads no TSX, which modules hold beside their actions. */
const bundleChild = () =>
  build({
    entryPoints: [join(ROOT, 'test/support/redeem-until-killed.ts')],
    outfile: CHILD,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });

async function withDatabase<Value>(
  location: DeskLocation,
  work: (db: Database) => Promise<Value>,
): Promise<Value> {
  const db = must(await openDatabase({ ...location, command: 'test' }));
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

async function giveBooklets(db: Database): Promise<string[]> {
  const scheme = await createScheme(db, {
    terms: { passesPerBooklet: PASSES, passCents: 100n, bonusCents: 0n },
  });
  const codes: string[] = [];
  for (let desk = 0; desk < DESKS; desk += 1) codes.push((await scheme.give()).code);
  return codes;
}

/** Lets it say that so many are done, then kills it: the next ones are under way. */
function redeemAndKill(desks: DeskLocation & { codes: string[] }, after: number) {
  const asked = new Map<string, string>();
  const done = new Set<string>();
  const child = spawn(process.execPath, [CHILD, JSON.stringify(desks)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
    const lines = said.split('\n');
    said = lines.pop()!;
    for (const line of lines) {
      const [what, key, code] = line.split(' ');
      if (what === 'ask') asked.set(key!, code!);
      else done.add(key!);
    }
    if (done.size >= after) child.kill('SIGKILL');
  });
  return new Promise<{ asked: Map<string, string>; done: Set<string> }>((ended, failed) =>
    child.on('close', (_, signal) =>
      signal === 'SIGKILL' ? ended({ asked, done }) : failed(new Error('It was meant to be killed.')),
    ),
  );
}

async function count(
  db: Database,
  { asked, done }: { asked: ReadonlyMap<string, string>; done: ReadonlySet<string> },
  report: KillReport,
): Promise<void> {
  const before = await keysIn(db, asked);
  report.lost += [...done].filter((key) => !before.includes(key)).length;
  for (const [key, code] of asked) if (!done.has(key)) must(await redeemFrom(db, { key, code }));
  const after = await keysIn(db, asked);
  report.twice += after.length - new Set(after).size + Math.abs(after.length - asked.size);
}

async function keysIn(db: Database, asked: ReadonlyMap<string, string>): Promise<string[]> {
  const rows = await db.rows<{ key: string; passes: number }>(sql`
    select split_part(key, ':', 2) as key, (select count(*)::int from vouchers.pass where pass.redemption = redemption.id) as passes
    from vouchers.redemption`);
  return rows.flatMap(({ key, passes }) => (asked.has(key) ? Array<string>(passes).fill(key) : []));
}
