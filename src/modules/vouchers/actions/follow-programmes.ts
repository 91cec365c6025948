import { localDateAt } from '../../../kernel/dates.ts';
import { ok } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import type { Role } from '../../access/index.ts';
import type { EndStep } from '../domain/programme-end.ts';
import { NIGHTLY } from '../nightly-messages.ts';
import { listRunning, listTouched, listUnrewarded, markTold } from '../store/nightly.ts';
import { readWaiting } from '../store/standing.ts';
import { grantBonus } from './bonus.ts';
import { type DueStep, followEnds } from './end-programme.ts';
import { remindHolders, remindStocks } from './remind-partners.ts';
import { returnExpired } from './return-value.ts';
import { type NightlyDeps, writeToRoles } from './write-to-roles.ts';

/** Written in the ledger and the history of passes where a person would stand. */
const BY = 'nightly';

export interface NightReport {
  returned: { booklets: number; cents: bigint };
  bonuses: number;
  steps: number;
  letters: number;
  reminded: number;
}

/** Everything that time decides about programmes. Run again at once, it finds nothing to do. */
export async function followProgrammes(deps: NightlyDeps): Promise<NightReport> {
  // First: what a path earned must not go back to the funders because it was granted too late.
  const bonuses = await grantMissedBonuses(deps);
  return {
    bonuses,
    returned: await returnExpired({ by: BY }, deps),
    steps: await followEnds({ by: BY, tell: (tx, due) => tellStep(tx, due, deps) }, deps),
    letters: (await remindStocks(deps)) + (await tellOverdue(deps)),
    reminded: await remindHolders(deps),
  };
}

/** V18: at most so many at a time; the next run does the others. */
const MOST_BONUSES = 500;

async function grantMissedBonuses(deps: NightlyDeps): Promise<number> {
  let granted = 0;
  for (const id of await listUnrewarded(deps.db, MOST_BONUSES)) {
    const bonus = await deps.db.inTransaction((tx) => grantBonus(tx, id, { by: BY, at: deps.clock() }));
    if (!bonus.ok) throw new Error(`Booklet ${id} cannot receive its bonus: ${bonus.refusal.kind}`);
    if (bonus.value !== null) granted += 1;
  }
  return granted;
}

type Audience = 'managers' | 'funders' | 'referrers' | 'places';

/** Whom each step concerns. Decisions concern those who run the programme alone. */
const AUDIENCES: Readonly<Record<EndStep, readonly Audience[]>> = {
  'alert-funders': ['managers', 'funders', 'referrers'],
  'confirm-blocking': ['managers'],
  'confirm-late-hand-overs': ['managers'],
  'last-day': ['managers', 'referrers'],
  'end-of-grace': ['managers', 'places'],
  statement: ['managers', 'funders'],
};

/** A decision that nobody takes is asked for again, not every night. Days. */
const ASKED_AGAIN_DAYS = 3;

async function tellStep(tx: Queries, due: DueStep, deps: NightlyDeps): Promise<void> {
  const times = due.waitsForSomeone ? Math.floor(due.daysLate / ASKED_AGAIN_DAYS) : 0;
  const key = `end:${due.programme}:${due.step}:${due.endsOn}:${times}`;
  if ((await markTold(tx, [key], deps.clock())).size === 0) return;
  const touched = await listTouched(tx, due.programme);
  const readers: Readonly<
    Record<Audience, { roles: readonly Role[]; path: string; organisations: readonly string[] }>
  > = {
    managers: {
      roles: ['programme-manager'],
      path: `/pass/programmes/${due.programme}/fin`,
      organisations: [due.organisation],
    },
    funders: {
      roles: ['funder'],
      path: `/pass/financements/${due.programme}`,
      organisations: touched.funders,
    },
    referrers: { roles: ['referrer'], path: '/pass', organisations: touched.prescribers },
    places: { roles: ['place-manager'], path: '', organisations: touched.structures },
  };
  for (const audience of AUDIENCES[due.step]) {
    const { organisations, ...reader } = readers[audience];
    for (const organisation of organisations)
      await writeToRoles(
        tx,
        {
          ...reader,
          organisation,
          words: (lang) => ({
            subject: NIGHTLY[lang].endSubject(due.name),
            text: NIGHTLY[lang].end[due.step](due.name, due.endsOn),
          }),
        },
        deps,
      );
  }
}

const DAY_MS = 86_400_000;

/** V11: promises to places that are past, to those who prepare and approve payments, each week until they are kept. */
async function tellOverdue(deps: NightlyDeps): Promise<number> {
  const at = deps.clock();
  const week = Math.floor(at.getTime() / (7 * DAY_MS));
  let told = 0;
  for (const { id, organisation, name } of await listRunning(deps.db)) {
    const { overdue } = await readWaiting(deps.db, { programme: id, today: localDateAt(at) });
    if (overdue === 0) continue;
    await deps.db.inTransaction<null, never>(async (tx) => {
      if ((await markTold(tx, [`overdue:${id}:${week}`], at)).size === 0) return ok(null);
      told += 1;
      await writeToRoles(
        tx,
        {
          organisation,
          roles: ['programme-manager', 'payment-approver'],
          path: `/pass/programmes/${id}/paiements`,
          words: (lang) => ({
            subject: NIGHTLY[lang].overdueSubject(overdue),
            text: NIGHTLY[lang].overdue(overdue, name),
          }),
        },
        deps,
      );
      return ok(null);
    });
  }
  return told;
}
