import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Result } from '../kernel/result.ts';
import { checks as accessChecks } from '../modules/access/index.ts';
import { checks as directoryChecks } from '../modules/directory/index.ts';
import { checks as outboxChecks } from '../modules/outbox/index.ts';
import { checks as sourcesChecks } from '../modules/sources/index.ts';
import { checks as vouchersChecks } from '../modules/vouchers/index.ts';
import { type Command, type CommandInput, EXIT, type ExitCode } from '../platform/cli.ts';
import { type BackupRefusal, backupFolder, restoreFolder, runServerProgram } from '../platform/db/backup.ts';
import { Stop } from '../platform/stop.ts';
import { isUnwritable } from '../platform/unwritable.ts';
import { MESSAGES } from './messages.ts';
import type { World } from './open-world.ts';

export const checkCommand: Command<World> = {
  name: 'check',
  usage: {
    call: 'check [--json]',
    fr: 'Contrôle que les données en place respectent leurs règles.',
    en: 'Checks that the live data keep their rules.',
  },
  options: {},
  async run({ flags, terminal }, world) {
    const { db } = await world.openContext();
    const say = MESSAGES[terminal.lang];
    const results: { name: string; faults: number }[] = [];
    for (const check of [
      ...accessChecks,
      ...sourcesChecks,
      ...directoryChecks,
      ...outboxChecks,
      ...vouchersChecks,
    ])
      results.push({ name: check.name(terminal.lang), faults: await check.countFaults(db) });
    const broken = results.filter(({ faults }) => faults > 0);
    for (const { name, faults } of broken) terminal.note(say.checkBroken(name, faults));
    if (flags.has('json')) terminal.print(JSON.stringify({ checks: results, holds: broken.length === 0 }));
    else if (broken.length === 0) terminal.print(say.checkOk(results.length));
    return broken.length === 0 ? EXIT.done : EXIT.shortfall;
  },
};

function requireFile({ words, terminal }: CommandInput): string {
  const [word] = words;
  if (word === undefined) throw new Stop(EXIT.usage, MESSAGES[terminal.lang].fileNeeded);
  return resolve(terminal.folder, word);
}

function conclude(result: Result<string, BackupRefusal>, path: string, { terminal }: CommandInput): void {
  if (result.ok) return;
  const say = MESSAGES[terminal.lang];
  switch (result.refusal.kind) {
    case 'data-in-use':
      throw new Stop(EXIT.dataInUse, say.dataInUse(result.refusal.holder.pid, result.refusal.holder.command));
    case 'not-empty':
      throw new Stop(EXIT.usage, say.restoreNotEmpty(result.refusal.folder));
    case 'no-data':
      throw new Stop(EXIT.usage, say.noDataYet(result.refusal.folder));
    case 'unreadable-backup':
      throw new Stop(EXIT.usage, say.backupUnreadable(path));
    case 'program-failed':
      throw new Stop(EXIT.unreachable, say.serverBackup(result.refusal.program));
  }
}

async function writing<Value>(
  path: string,
  { terminal }: CommandInput,
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    throw new Stop(EXIT.usage, MESSAGES[terminal.lang].unwritable(path));
  }
}

export const backupCommand: Command<World> = {
  name: 'backup',
  usage: {
    call: 'backup FICHIER',
    fr: 'Écrit toutes les données dans un fichier.',
    en: 'Writes all data into one file.',
  },
  options: {},
  async run(input, { config }): Promise<ExitCode> {
    const path = requireFile(input);
    const result = config.databaseUrl
      ? await runServerProgram('pg_dump', ['--format=custom', `--file=${path}`, config.databaseUrl])
      : await writing(path, input, () => backupFolder(config.dataFolder, path));
    conclude(result, path, input);
    input.terminal.print(MESSAGES[input.terminal.lang].backupDone(path));
    return EXIT.done;
  },
};

export const restoreCommand: Command<World> = {
  name: 'restore',
  usage: {
    call: 'restore FICHIER',
    fr: 'Rétablit une sauvegarde dans un dossier de données vide.',
    en: 'Restores a backup into an empty data folder.',
  },
  options: {},
  async run(input, { config }): Promise<ExitCode> {
    const path = requireFile(input);
    const say = MESSAGES[input.terminal.lang];
    if (!existsSync(path)) throw new Stop(EXIT.usage, say.fileUnreadable(path));
    const result = config.databaseUrl
      ? await runServerProgram('pg_restore', [
          '--exit-on-error',
          // All or nothing: half a backup would look like a directory.
          '--single-transaction',
          '--no-owner',
          `--dbname=${config.databaseUrl}`,
          path,
        ])
      : await writing(config.dataFolder, input, () => restoreFolder(path, config.dataFolder));
    conclude(result, path, input);
    input.terminal.print(say.restoreDone(config.databaseUrl ? 'DATABASE_URL' : config.dataFolder));
    return EXIT.done;
  },
};
