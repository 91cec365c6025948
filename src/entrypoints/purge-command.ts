import { type Command, EXIT } from '../platform/cli.ts';
import { forgetWhatIsDue } from '../platform/personal-data.ts';
import { MESSAGES } from './messages.ts';
import type { World } from './open-world.ts';
import { REGISTER } from './personal-data.ts';

export const purgeCommand: Command<World> = {
  name: 'purge',
  usage: {
    call: 'purge [--dry-run] [--json]',
    fr: 'Efface les données personnelles dont le temps est passé, comme le registre le dit.',
    en: 'Erases personal data whose time is past, as the register says.',
  },
  options: { 'dry-run': { kind: 'flag' } },
  async run({ flags, terminal }, world) {
    const { db, clock } = await world.openContext();
    const say = MESSAGES[terminal.lang];
    const isTrial = flags.has('dry-run');
    const forgotten = await forgetWhatIsDue(db, REGISTER, { now: clock(), isTrial });
    if (flags.has('json')) {
      const erased = forgotten.map(({ table, rows }) => ({ table, rows }));
      terminal.print(JSON.stringify({ dryRun: isTrial, erased }));
      return EXIT.done;
    }
    for (const { what, rows } of forgotten) terminal.print(`${rows}\t${what[terminal.lang]}`);
    terminal.note(isTrial ? say.purgeTrial : say.purgeDone);
    return EXIT.done;
  },
};
