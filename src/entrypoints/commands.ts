import { commands as directoryCommands } from '../modules/directory/index.ts';
import { commands as matchingCommands } from '../modules/matching/index.ts';
import { commands as opendataCommands } from '../modules/opendata/index.ts';
import { commands as sourcesCommands } from '../modules/sources/index.ts';
import { commands as upkeepCommands } from '../modules/upkeep/index.ts';
import { commands as vouchersCommands } from '../modules/vouchers/index.ts';
import type { Command } from '../platform/cli.ts';
import { backupCommand, checkCommand, restoreCommand } from './house-commands.ts';
import type { World } from './open-world.ts';
import { purgeCommand } from './purge-command.ts';
import { serveCommand } from './serve.ts';

/** In the order in which a newcomer needs them. */
export const COMMANDS: readonly Command<World>[] = [
  serveCommand,
  ...directoryCommands,
  ...sourcesCommands,
  ...opendataCommands,
  ...matchingCommands,
  ...upkeepCommands,
  ...vouchersCommands,
  checkCommand,
  purgeCommand,
  backupCommand,
  restoreCommand,
];
