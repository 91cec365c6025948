import type { Database } from '../../../platform/db/database.ts';
import type { Signer } from '../../../platform/signature.ts';

/** What every action of this room needs of the outside. */
export interface AccessDeps {
  db: Database;
  clock: () => Date;
  randomBytes: (count: number) => Uint8Array;
  signer: Signer;
}

/** Those that write to someone also say where they write from. */
export interface WritingDeps extends AccessDeps {
  /** Address of the instance as people type it, without final slash. */
  publicUrl: string;
  territory: string;
}
