import { ok } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { formatDate } from '../../../platform/i18n/french-form.ts';
import { isPublicLang } from '../../../platform/i18n/public-languages.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { postMessage } from '../../outbox/index.ts';
import { monthsBefore, type Reminder, remindersDue } from '../domain/reminder.ts';
import { digestOf, sealOptOut } from '../domain/seal.ts';
import { REMINDER_LETTER } from '../reminder-letter-messages.ts';
import { lockReminders, readAskedLanguage, readOptOuts, readRemindedSince } from '../store/links.ts';
import type { UpkeepDeps } from './deps.ts';
import { makeLink } from './send-link.ts';

/** A mail server that meets a territory for the first time trusts it little by little. Letters per run. */
const MOST_LETTERS = 200;

export interface ReminderInput {
  places: readonly PublishedPlace[];
  /** 0: nobody is reminded. */
  months: number;
  territory: string;
}

/** Whom to remind today. */
export async function readDueReminders(
  db: Queries,
  { places, months }: ReminderInput,
  { clock, signer }: Pick<UpkeepDeps, 'clock' | 'signer'>,
): Promise<Reminder[]> {
  if (months === 0) return [];
  const since = monthsBefore(clock(), months);
  const [reminded, optOuts] = [await readRemindedSince(db, new Date(since)), await readOptOuts(db)];
  const hasOptedOut = (email: string) => optOuts.has(digestOf(email, signer.sign));
  return remindersDue(places, { since, reminded, hasOptedOut });
}

/** Writes to the managers of places whose information is old, in the language in which they last asked for a link. */
export async function sendReminders(
  input: ReminderInput,
  deps: UpkeepDeps,
): Promise<{ letters: number; places: number }> {
  const result = await deps.db.inTransaction<{ letters: number; places: number }, never>(async (tx) => {
    await lockReminders(tx);
    const due = (await readDueReminders(tx, input, deps)).slice(0, MOST_LETTERS);
    for (const reminder of due) await write(tx, { reminder, territory: input.territory }, deps);
    return ok({ letters: due.length, places: due.reduce((sum, { places }) => sum + places.length, 0) });
  });
  if (!result.ok) throw new Error('Reminding never refuses.');
  return result.value;
}

async function write(
  tx: Queries,
  { reminder: { email, places }, territory }: { reminder: Reminder; territory: string },
  deps: UpkeepDeps,
): Promise<void> {
  const asked = await readAskedLanguage(
    tx,
    places.map(({ id }) => id),
  );
  const lang = isPublicLang(asked) ? asked : 'fr';
  const say = REMINDER_LETTER[lang];
  const lines: string[] = [];
  for (const { id, fields } of places) {
    const link = await makeLink(tx, { placeId: id, email, cause: 'reminder', lang }, deps);
    lines.push(
      say.line(fields.name ?? id, fields.updatedOn ? formatDate(fields.updatedOn, lang) : '?', link),
    );
  }
  const stop = `${deps.publicUrl}/rappels/${sealOptOut(digestOf(email, deps.signer.sign), deps.signer.sign)}`;
  await postMessage(
    tx,
    {
      channel: 'mail',
      purpose: 'reminder',
      to: email,
      subject: say.subject(places.length),
      text: say.letter(lines.join('\n\n'), territory, stop),
      unsubscribeUrl: stop,
    },
    deps,
  );
}
