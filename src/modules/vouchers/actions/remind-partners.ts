import { daysBetween } from '../../../kernel/calendar.ts';
import { type LocalDate, localDateAt } from '../../../kernel/dates.ts';
import { gsmText } from '../../../kernel/gsm-text.ts';
import { ok } from '../../../kernel/result.ts';
import { toWallMs } from '../../../kernel/wall-clock.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { postMessage } from '../../outbox/index.ts';
import { amountWords } from '../amount-messages.ts';
import { amountOf } from '../domain/amount.ts';
import { mayText, type Reminder, reminderDue, reminderKey } from '../domain/reminder.ts';
import { NIGHTLY } from '../nightly-messages.ts';
import { listFunnel } from '../store/figures.ts';
import { listQuietBooklets, listRunning, markTold, type QuietBooklet, readTold } from '../store/nightly.ts';
import { type NightlyDeps, writeToRoles } from './write-to-roles.ts';

/** Booklets reminded of in one run: a server that texts ten thousand people at once is taken for a nuisance. */
const MOST_REMINDERS = 300;

/** V16: booklets that wait in a drawer, told to whoever holds them, again each time the same silence has passed. */
export async function remindStocks(deps: NightlyDeps): Promise<number> {
  const at = deps.clock();
  let letters = 0;
  const programmes = await listRunning(deps.db);
  // Past its last day, nothing more can be handed over.
  for (const programme of programmes.filter(({ endsOn }) => endsOn === null || endsOn >= localDateAt(at)))
    for (const { prescriber, inStock, silentSince } of await listFunnel(deps.db, programme.id)) {
      if (!silentSince) continue;
      const days = daysBetween(localDateAt(silentSince), localDateAt(at));
      const times = Math.floor(days / programme.silenceDays);
      if (times < 1) continue;
      const key = `stock:${programme.id}:${prescriber}:${localDateAt(silentSince)}:${times}`;
      await deps.db.inTransaction<null, never>(async (tx) => {
        if ((await markTold(tx, [key], at)).size === 0) return ok(null);
        letters += 1;
        await writeToRoles(
          tx,
          {
            organisation: prescriber,
            roles: ['referrer'],
            path: '/pass',
            words: (lang) => ({
              subject: NIGHTLY[lang].stockSubject(inStock),
              text: NIGHTLY[lang].stock(inStock, programme.name, days),
            }),
          },
          deps,
        );
        return ok(null);
      });
    }
  return letters;
}

interface Due {
  booklet: QuietBooklet;
  reminder: Reminder;
}

const keyOf = ({ booklet, reminder }: Due): string => reminderKey(booklet, reminder);

/** Not told yet, the nearest loss first; the next run tells the others. */
async function readDue({ db }: NightlyDeps, today: LocalDate): Promise<Due[]> {
  const due = (await listQuietBooklets(db, today)).flatMap((booklet) => {
    const reminder = reminderDue(booklet, { silenceDays: booklet.silenceDays, today });
    return reminder ? [{ booklet, reminder }] : [];
  });
  const told = await readTold(db, due.map(keyOf));
  return due.filter((one) => !told.has(keyOf(one))).slice(0, MOST_REMINDERS);
}

/** V16: before a loss, to whoever handed the booklets over, and to the person who gave a telephone for that. */
export async function remindHolders(deps: NightlyDeps): Promise<number> {
  const at = deps.clock();
  const wall = new Date(toWallMs(at.getTime(), 'Europe/Paris'));
  // Both leave together: at night, everything waits for the morning.
  if (!mayText(wall.getUTCHours(), wall.getUTCDay())) return 0;
  const due = await readDue(deps, localDateAt(at));
  let reminded = 0;
  for (const prescriber of new Set(due.map(({ booklet }) => booklet.prescriber))) {
    const theirs = due.filter(({ booklet }) => booklet.prescriber === prescriber);
    await deps.db.inTransaction<null, never>(async (tx) => {
      const fresh = await markTold(tx, theirs.map(keyOf), at);
      const told = theirs.filter((one) => fresh.has(keyOf(one)));
      reminded += told.length;
      await writeAboutHeld(tx, { prescriber, told }, deps);
      if (deps.canText) for (const one of told) await textHolder(tx, one, deps);
      return ok(null);
    });
  }
  return reminded;
}

const KINDS: readonly Reminder[] = ['week-left', 'month-left', 'unused'];

async function writeAboutHeld(
  tx: Queries,
  { prescriber, told }: { prescriber: string; told: readonly Due[] },
  deps: NightlyDeps,
): Promise<void> {
  if (told.length === 0) return;
  await writeToRoles(
    tx,
    {
      organisation: prescriber,
      roles: ['referrer'],
      path: '/pass',
      words: (lang) => {
        const say = NIGHTLY[lang];
        const lines = KINDS.map((kind) => ({
          kind,
          count: told.filter(({ reminder }) => reminder === kind).length,
        })).filter(({ count }) => count > 0);
        return {
          subject: say.heldSubject(told.length),
          text: [...lines.map(({ kind, count }) => say.held[kind](count)), say.heldWhy].join('\n'),
        };
      },
    },
    deps,
  );
}

/** Nothing but what is left, until when, and where: whoever reads over the shoulder learns no name. */
async function textHolder(tx: Queries, { booklet }: Due, deps: NightlyDeps): Promise<void> {
  if (booklet.phone === null) return;
  const left = amountWords(amountOf(booklet, booklet.left), 'fr');
  const text = gsmText(NIGHTLY.fr.text(left, booklet.lastDay, `${deps.publicUrl}/pass`));
  await postMessage(tx, { channel: 'sms', purpose: 'pass-reminder', to: booklet.phone, text }, deps);
}
