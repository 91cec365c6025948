import type { Database } from '../../../../platform/db/database.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { issueReport } from '../../domain/issue-report.ts';
import type { Review } from '../../domain/review.ts';
import { IMPORTS } from '../../import-messages.ts';
import {
  countIssues,
  findLaterRun,
  type ImportRun,
  listRuns,
  readIssues,
  readReview,
} from '../../store/imports.ts';
import { listMissing, type MissingRecord } from '../../store/records.ts';
import {
  type KeptMapping,
  listMappingVersions,
  listSources,
  type MappingVersion,
  readMappingVersion,
  type SourceSummary,
} from '../../store/sources.ts';
import type { IssuePage } from './issue-list.tsx';

const PAGE_SIZE = 50;
/** A source read every day for half a year. */
const RUNS_SHOWN = 200;

/** A sentence about what was just asked, told once. */
export type Said = keyof (typeof IMPORTS)['fr']['said'];

export interface ImportView {
  run: ImportRun;
  sourceTitle: string;
  issues: IssuePage;
  said: Said | null;
}

export async function readImportView(
  db: Database,
  run: ImportRun,
  asked: { page: string | undefined; said: string | undefined },
): Promise<ImportView> {
  const sources = await listSources(db);
  const total = await countIssues(db, run.id);
  const page = pageOf(asked.page, total);
  const { offset } = windowOf(page);
  const isSaid = asked.said !== undefined && Object.hasOwn(IMPORTS.fr.said, asked.said);
  return {
    run,
    sourceTitle: sources.find(({ name }) => name === run.source)?.title ?? run.source,
    issues: { ...page, total, first: offset + 1, issues: await readIssues(db, run.id, windowOf(page)) },
    said: isSaid ? (asked.said as Said) : null,
  };
}

export interface HeldFacts {
  review: Review;
  mapping: KeptMapping;
  /** A later reading of the same source: this one can only be cancelled. */
  laterId: number | null;
}

export async function readHeldFacts(db: Database, run: ImportRun): Promise<HeldFacts> {
  const review = await readReview(db, run.id);
  const mapping = await readMappingVersion(db, run.source, run.mappingVersion);
  if (!mapping) throw new Error(`Import ${run.id} lost its mapping.`);
  const later = await findLaterRun(db, run);
  return { review: review ?? { columns: [], notices: [] }, mapping, laterId: later?.id ?? null };
}

export interface SourceView {
  source: SourceSummary;
  runs: readonly ImportRun[];
  versions: readonly MappingVersion[];
  missing: { records: readonly MissingRecord[]; page: number; pageCount: number };
}

export async function readSourceView(
  db: Database,
  name: string,
  askedPage: string | undefined,
): Promise<SourceView | null> {
  const source = (await listSources(db)).find((one) => one.name === name);
  if (!source) return null;
  const missingPage = pageOf(askedPage, source.missing);
  return {
    source,
    runs: await listRuns(db, { source: name, limit: RUNS_SHOWN }),
    versions: await listMappingVersions(db, name),
    missing: { ...missingPage, records: await listMissing(db, name, windowOf(missingPage)) },
  };
}

/** Every issue of a reading, as a file. */
export async function readReport(db: Database, importId: number, lang: Lang): Promise<string> {
  const issues = await readIssues(db, importId, { limit: await countIssues(db, importId), offset: 0 });
  const { report, refused, repaired } = IMPORTS[lang];
  return issueReport(issues, { ...report, refused, repaired }, lang);
}

function pageOf(asked: string | undefined, total: number): { page: number; pageCount: number } {
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const wanted = Number(asked);
  return { pageCount, page: Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pageCount) : 1 };
}

const windowOf = ({ page }: { page: number }) => ({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
