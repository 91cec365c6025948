import { randomBytes } from 'node:crypto';
import { createWeb } from '../../src/entrypoints/web.ts';
import type { Access } from '../../src/modules/access/index.ts';
import { openCatalogue } from '../../src/modules/directory/index.ts';
import type { Transports } from '../../src/modules/outbox/index.ts';
import { loadCommunes } from '../../src/modules/sources/index.ts';
import type { Context } from '../../src/platform/context.ts';
import type { Database } from '../../src/platform/db/database.ts';
import type { WebApp } from '../../src/platform/html/view.ts';
import { createHttpClient } from '../../src/platform/http-client.ts';
import { createLogger } from '../../src/platform/log.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { openTestDatabase } from './database.ts';

export interface WholeApp {
  app: WebApp;
  db: Database;
  /** Path of a link that opens the management pages once. */
  adminLink: () => string;
  /** Opens sessions without a mailbox: test/support/signed-in.ts. */
  access: Access;
  /** Shows to readers what was written without the web pages. */
  refresh: () => Promise<void>;
}

/** Everything the process serves, access rules included, over an empty database in memory, or the one given. */
export async function openWholeApp(
  transports: Transports = {},
  config: Partial<Context['config']> = {},
  given?: Database,
): Promise<WholeApp> {
  const db = given ?? (await openTestDatabase());
  const clock = () => new Date();
  const context: Context = {
    config: {
      databaseUrl: undefined,
      dataFolder: '',
      host: '127.0.0.1',
      port: 0,
      publicUrl: undefined,
      territoryName: 'Territoire fictif',
      helpPhone: '+33465710010',
      secretKey: 'une clé de test, longue comme il faut et inutile ailleurs',
      allowPrivateAddresses: true,
      geoApiUrl: 'http://127.0.0.1:9',
      banUrl: 'http://127.0.0.1:9',
      mapTilesUrl: null,
      mapAttribution: '',
      kioskTown: undefined,
      geocode: false,
      mail: undefined,
      sms: undefined,
      trustedProxies: 0,
      remindAfterMonths: 6,
      oidc: undefined,
      logLevel: 'silent',
      ...config,
    },
    db,
    clock,
    randomBytes: (count) => randomBytes(count),
    http: createHttpClient({ allowPrivateAddresses: true, maxAttempts: 1 }),
    log: createLogger('silent'),
  };
  const communes = await loadCommunes(findProjectFolder(), null);
  const catalogue = openCatalogue(context);
  await catalogue.refresh();
  return { db, refresh: catalogue.refresh, ...createWeb({ context, communes, catalogue, transports }) };
}
