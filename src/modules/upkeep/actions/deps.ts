import type { Database } from '../../../platform/db/database.ts';
import type { Signer } from '../../../platform/signature.ts';

/** What every action of this room needs of the outside. */
export interface UpkeepDeps {
  db: Database;
  clock: () => Date;
  randomBytes: (count: number) => Uint8Array;
  signer: Signer;
  /** Address of the instance as people type it, without final slash. */
  publicUrl: string;
}
