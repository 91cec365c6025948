import { importSources } from '../../src/modules/directory/index.ts';
import { gatherInputs, loadCommunes } from '../../src/modules/sources/index.ts';
import type { CommuneReference } from '../../src/modules/standard/index.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { createHttpClient } from '../../src/platform/http-client.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';

/** Nobody watches this import. */
export const SILENT = { onSource: () => undefined, onRows: () => undefined, onRefresh: () => undefined };

let communes: Promise<CommuneReference> | null = null;

/** What an import needs of the outside: the communes shipped with the program, and no other site. */
export async function importWorld(db: Database, clock: () => Date = () => new Date()) {
  communes ??= loadCommunes(findProjectFolder(), null);
  const http = createHttpClient({ allowPrivateAddresses: true, maxAttempts: 1 });
  return { db, clock, communes: await communes, http };
}

/** Imports and publishes files as the command line does. */
export async function importFiles(
  db: Database,
  names: readonly string[],
  { folder, clock, sourceName }: { folder: string; clock?: () => Date; sourceName?: string },
) {
  const inputs = await gatherInputs(names, { folder, sourceName });
  if (!inputs.ok) throw new Error(inputs.refusal.kind);
  const options = { mode: 'publish', author: 'test', watcher: SILENT } as const;
  return importSources(inputs.value, options, await importWorld(db, clock));
}
