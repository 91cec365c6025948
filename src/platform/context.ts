import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { HttpClient } from './http-client.ts';
import type { Logger } from './log.ts';

/** What entrypoints build once and hand to modules: nothing else of the outside world reaches them. */
export interface Context {
  config: Config;
  db: Database;
  /** The present instant. Domain code receives instants, never this function. */
  clock: () => Date;
  /** Unguessable bytes. */
  randomBytes: (count: number) => Uint8Array;
  http: HttpClient;
  log: Logger;
}
