export { correctPlace } from './actions/correct-place.ts';
export { importSources } from './actions/import-sources.ts';
export { type LiveCatalogue, loadCatalogue, openCatalogue } from './actions/open-catalogue.ts';
export { refreshDecided } from './actions/refresh-decided.ts';
export { isDirectoryStale, refreshDirectory } from './actions/refresh-directory.ts';
export { checks } from './checks.ts';
export { commands } from './cli.ts';
export { buildCatalogue } from './domain/catalogue.ts';
export type { Unit } from './domain/correction.ts';
export type {
  Catalogue,
  ChangeKind,
  FieldOrigin,
  PublishedPlace,
} from './domain/place.ts';
export { fieldWordsOfUnit } from './domain/unit-words.ts';
export { personalData } from './personal-data.ts';
export { mount } from './routes.ts';
export {
  type ChangeDay,
  type DirectoryChange,
  readChangeDays,
  readChanges,
  readLastChange,
} from './store/history.ts';
export { UNIT_WORDS } from './unit-messages.ts';
