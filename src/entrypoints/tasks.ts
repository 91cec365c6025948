import type { LiveCatalogue } from '../modules/directory/index.ts';
import { deliverMessages, type Transports } from '../modules/outbox/index.ts';
import { sendReminders } from '../modules/upkeep/index.ts';
import { followProgrammes } from '../modules/vouchers/index.ts';
import type { Context } from '../platform/context.ts';
import type { Logger } from '../platform/log.ts';
import { createSmtpTransport } from '../platform/mail/smtp.ts';
import { forgetWhatIsDue } from '../platform/personal-data.ts';
import type { Signer } from '../platform/signature.ts';
import { createSmsGateway } from '../platform/sms/gateway.ts';
import { REGISTER } from './personal-data.ts';

const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;

/** What the web process does between requests. Each one may run in several processes at once. */
export interface Task {
  everyMs: number;
  run(): Promise<unknown>;
}

export const openTransports = ({ config, http }: Context): Transports => ({
  ...(config.mail && { mail: createSmtpTransport(config.mail) }),
  ...(config.sms && { sms: createSmsGateway(config.sms, http) }),
});

interface TaskDeps {
  context: Context;
  catalogue: LiveCatalogue;
  transports: Transports;
  signer: Signer;
}

export const tasksOf = ({ context, catalogue, transports, signer }: TaskDeps): readonly Task[] => [
  // Another process may have changed the directory: one small query.
  { everyMs: 5 * SECOND_MS, run: catalogue.refresh },
  { everyMs: 5 * SECOND_MS, run: () => deliverMessages({ ...context, transports }) },
  // Each hour rather than each night: a machine that is switched off at night forgets too.
  {
    everyMs: HOUR_MS,
    run: () => forgetWhatIsDue(context.db, REGISTER, { now: context.clock(), isTrial: false }),
  },
  // Each hour too: what was told is kept, and text messages wait for the day.
  { everyMs: HOUR_MS, run: () => follow({ context, transports }) },
  // Without a mail server, a coordinator writes them by hand from /gestion/rappels.
  ...(transports.mail ? [{ everyMs: DAY_MS, run: () => remind({ context, catalogue, signer }) }] : []),
];

const follow = ({ context, transports }: Pick<TaskDeps, 'context' | 'transports'>): Promise<unknown> => {
  const { publicUrl = '' } = context.config;
  return followProgrammes({ ...context, publicUrl, canText: transports.sms !== undefined });
};

const remind = ({ context, catalogue, signer }: Omit<TaskDeps, 'transports'>): Promise<unknown> => {
  const { publicUrl = '', remindAfterMonths, territoryName } = context.config;
  const places = catalogue.current()?.places ?? [];
  const input = { places, months: remindAfterMonths, territory: territoryName };
  return sendReminders(input, { ...context, signer, publicUrl });
};

/** Runs each task now and then again, never twice at once; a failure is logged, and the next turn comes all the same. */
export function startTasks(tasks: readonly Task[], log: Logger): () => void {
  const timers = tasks.map(({ everyMs, run }) => {
    let isRunning = false;
    const turn = () => {
      if (isRunning) return;
      isRunning = true;
      run()
        .catch((error) => log.error(error))
        .finally(() => {
          isRunning = false;
        });
    };
    turn();
    return setInterval(turn, everyMs);
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
