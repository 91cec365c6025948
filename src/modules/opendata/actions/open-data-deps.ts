import type { Catalogue, ChangeDay, DirectoryChange } from '../../directory/index.ts';
import type { CommuneReference } from '../../standard/index.ts';

/** What the open-data page says of each source: other modules may know more of it. */
export interface CitedSource {
  name: string;
  title: string;
  licence: string | null;
  url: string | null;
  lastImportAt: Date | null;
  records: number;
}

/** What the web part of this module is given by the entrypoint. */
export interface OpenDataDeps {
  /** Null until the first load. */
  catalogue: () => Catalogue | null;
  communes: CommuneReference;
  clock: () => Date;
  /** The latest changes of the directory, newest first. */
  changes: (limit: number) => Promise<DirectoryChange[]>;
  /** How many changes of each kind happened on each of the latest days, latest first. */
  changeDays: (limit: number) => Promise<ChangeDay[]>;
  sources: () => Promise<CitedSource[]>;
}
