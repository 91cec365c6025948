import { type Command, EXIT } from '../../platform/cli.ts';
import type { Context } from '../../platform/context.ts';
import { createSigner, loadSecret } from '../../platform/signature.ts';
import { Stop } from '../../platform/stop.ts';
import type { Catalogue } from '../directory/index.ts';
import { readDueReminders, sendReminders } from './actions/send-reminders.ts';
import { REMINDER } from './reminder-messages.ts';

export interface UpkeepWorld {
  openContext(): Promise<Context>;
  catalogue(): Promise<Catalogue>;
}

const remindersSend: Command<UpkeepWorld> = {
  name: 'reminders send',
  usage: {
    call: 'reminders send [--dry-run] [--json]',
    fr: 'Écrit aux lieux dont les informations sont anciennes : un lien pour les confirmer ou les corriger.',
    en: 'Writes to places whose information is old: a link to confirm or correct it.',
  },
  options: { 'dry-run': { kind: 'flag' } },
  async run({ flags, terminal }, world) {
    const say = REMINDER[terminal.lang];
    const context = await world.openContext();
    const { config } = context;
    const isTrial = flags.has('dry-run');
    if (!isTrial && !config.publicUrl) throw new Stop(EXIT.usage, say.needsPublicUrl);
    const { places } = await world.catalogue();
    const input = { places, months: config.remindAfterMonths, territory: config.territoryName };
    const signer = createSigner(loadSecret(config.secretKey, config.dataFolder, context.randomBytes));
    const deps = { ...context, signer, publicUrl: config.publicUrl ?? '' };
    const report = isTrial
      ? countDue(await readDueReminders(context.db, input, deps))
      : await sendReminders(input, deps);
    const sentence = (isTrial ? say.cliDue : say.cliSent)(report.letters, report.places);
    const toSay = flags.has('json') ? terminal.note : terminal.print;
    toSay(config.remindAfterMonths === 0 ? say.cliOff : sentence);
    if (flags.has('json')) terminal.print(JSON.stringify({ ...report, dryRun: isTrial }));
    return EXIT.done;
  },
};

const countDue = (due: Awaited<ReturnType<typeof readDueReminders>>) => ({
  letters: due.length,
  places: due.reduce((sum, { places }) => sum + places.length, 0),
});

export const commands = [remindersSend];
