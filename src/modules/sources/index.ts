export { type ImportDeps, type ImportInput, type ImportReport, importFile } from './actions/import-file.ts';
export { latestPublishedImport } from './store/imports.ts';
export { type DirectoryRecord, readDirectoryRecords } from './store/records.ts';
export { listSources, type SourceSummary } from './store/sources.ts';
