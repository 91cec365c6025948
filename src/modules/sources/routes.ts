import type { Context } from 'hono';
import type { Result } from '../../kernel/result.ts';
import type { Database } from '../../platform/db/database.ts';
import type { WebApp, WebEnv } from '../../platform/html/view.ts';
import type { HttpClient } from '../../platform/http-client.ts';
import type { Logger } from '../../platform/log.ts';
import { answerError } from '../../platform/web/app.ts';
import type { CommuneReference } from '../standard/index.ts';
import {
  createWorkshop,
  type Task,
  type Work,
  type WorkReporter,
  type Workshop,
} from './actions/background-work.ts';
import { cancelImport } from './actions/cancel-import.ts';
import { correctMapping } from './actions/correct-mapping.ts';
import type { Geocoder } from './actions/locate-rows.ts';
import { publishImport } from './actions/publish-import.ts';
import { sha256 } from './actions/read-file.ts';
import { type ReadingRefusal, readSource, type SourceToRead } from './actions/read-source.ts';
import { serialiseMapping } from './domain/mapping-file.ts';
import { refusalSentence } from './messages.ts';
import { PAGES } from './page-messages.ts';
import { importOutcomePage } from './pages/import-outcome.tsx';
import { importProgressPage, workLostPage } from './pages/import-progress.tsx';
import { importReviewPage } from './pages/import-review.tsx';
import type { ImportRequest } from './pages/parts/import-form.tsx';
import { readImportForm, sourceToRead } from './pages/parts/import-request.ts';
import { readCorrection } from './pages/parts/mapping-controls.ts';
import {
  readHeldFacts,
  readImportView,
  readReport,
  readSourceView,
  type Said,
} from './pages/parts/read-views.ts';
import { type SourceListView, sourceListPage } from './pages/source-list.tsx';
import { sourceRecordPage } from './pages/source-record.tsx';
import { type ImportRun, readRun } from './store/imports.ts';
import { listSources, readMappingVersion } from './store/sources.ts';

interface ImportPagesDeps {
  db: Database;
  clock: () => Date;
  http: HttpClient;
  communes: CommuneReference;
  geocoder?: Geocoder | undefined;
  /** Called once places are published: the directory is computed again and its readers told. */
  onPublished: () => Promise<void>;
  workshop: Workshop<Ending>;
}

/** How work ends: on another page, or with the form of the sources page and what to correct in it. */
type Ending =
  | { kind: 'go'; href: string }
  | { kind: 'refused'; request: ImportRequest; cause: ReadingRefusal };

/** Most files are read in less: then no page of progress is shown. */
const PATIENCE_MS = 1_500;

const ID = ':id{[0-9]{1,15}}';

type SourcesWebDeps = Omit<ImportPagesDeps, 'workshop'> & { log: Pick<Logger, 'error'> };

/** The pages of sources and imports, under /gestion: closed to whoever has no session by the module of access. */
export function mount(app: WebApp, deps: SourcesWebDeps): void {
  const workshop = createWorkshop<Ending>({
    clock: deps.clock,
    onFailure: (error) => deps.log.error({ err: error }, 'work on a source failed'),
  });
  mountSources(app, { db: deps.db, workshop });
  mountImports(app, { ...deps, workshop });
}

function mountSources(app: WebApp, { db, workshop }: Pick<ImportPagesDeps, 'db' | 'workshop'>): void {
  app.get('/gestion/sources', async (c) =>
    c.html(sourceListPage(c.get('view'), { sources: await listSources(db), running: workshop.running() })),
  );
  app.get('/gestion/sources/:name', async (c) => {
    const shown = await readSourceView(db, c.req.param('name'), c.req.query('page'));
    return shown ? c.html(sourceRecordPage(c.get('view'), shown)) : answerError(c, 404, 'notFound');
  });
  app.get('/gestion/sources/:name/correspondances/:file{[0-9]{1,6}\\.json}', async (c) => {
    const { name, file } = c.req.param();
    const kept = await readMappingVersion(db, name, Number.parseInt(file, 10));
    if (!kept) return answerError(c, 404, 'notFound');
    c.header('content-disposition', `attachment; filename="correspondance-${kept.version}.json"`);
    return c.body(serialiseMapping(kept.content), 200, { 'content-type': 'application/json; charset=utf-8' });
  });
}

function mountImports(app: WebApp, deps: ImportPagesDeps): void {
  app.post('/gestion/imports', (c) => startReading(c, deps));
  app.get('/gestion/imports/en-cours/:work', (c) => {
    const work = deps.workshop.find(c.req.param('work'));
    if (!work) return c.html(workLostPage(c.get('view')), 404);
    if (work.ending) return conclude(c, work, deps);
    return c.html(importProgressPage(c.get('view'), { ...work, isStill: c.req.query('fixe') === 'oui' }));
  });
  app.get(`/gestion/imports/${ID}`, (c) => withRun(c, deps, (run) => showImport(c, run, deps)));
  app.get(`/gestion/imports/${ID}/rapport.csv`, (c) => withRun(c, deps, (run) => sendReport(c, run, deps)));
  app.post(`/gestion/imports/${ID}/correspondance`, (c) =>
    withRun(c, deps, (run) => saveCorrection(c, run, deps)),
  );
  app.post(`/gestion/imports/${ID}/publier`, (c) =>
    withRun(c, deps, (run) =>
      carryOut(
        c,
        heldTask(run, null, (reporter) => publishImport(run.id, deps, reporter)),
        deps,
      ),
    ),
  );
  app.post(`/gestion/imports/${ID}/annuler`, (c) =>
    withRun(c, deps, async (run) => {
      const result = await cancelImport(run.id, deps);
      return c.redirect(importHref(run.id, result.ok ? null : saidOf(result.refusal.kind)), 303);
    }),
  );
}

type Page = Context<WebEnv>;

async function withRun(
  c: Page,
  { db }: ImportPagesDeps,
  answer: (run: ImportRun) => Response | Promise<Response>,
): Promise<Response> {
  const run = await readRun(db, Number(c.req.param('id')));
  return run ? answer(run) : answerError(c, 404, 'notFound');
}

async function showImport(c: Page, run: ImportRun, { db }: ImportPagesDeps): Promise<Response> {
  const shown = await readImportView(db, run, { page: c.req.query('page'), said: c.req.query('fait') });
  const view = c.get('view');
  if (run.status !== 'held') return c.html(importOutcomePage(view, shown));
  return c.html(importReviewPage(view, { ...shown, ...(await readHeldFacts(db, run)) }));
}

async function sendReport(c: Page, run: ImportRun, { db }: ImportPagesDeps): Promise<Response> {
  c.header('content-disposition', `attachment; filename="rapport-${run.id}.csv"`);
  const text = await readReport(db, run.id, c.get('view').lang);
  return c.body(text, 200, { 'content-type': 'text/csv; charset=utf-8' });
}

async function startReading(c: Page, deps: ImportPagesDeps): Promise<Response> {
  const form = readImportForm(await c.req.parseBody());
  const source = await sourceToRead(form, await listSources(deps.db));
  if (source.ok) return carryOut(c, readingTask(source.value, form.request, deps), deps);
  const message = PAGES[c.get('view').lang][source.refusal];
  return refuseForm(c, { request: form.request, message }, deps);
}

function readingTask(source: SourceToRead, request: ImportRequest, deps: ImportPagesDeps): Task<Ending> {
  const { origin, card } = source;
  const isFile = origin.kind === 'upload';
  return {
    // Another file for the same source is other work; the same one sent twice is not.
    key: isFile ? `${card.name} ${sha256(origin.file.bytes)}` : origin.url,
    title: isFile ? origin.file.fileName : origin.url,
    firstStep: isFile ? 'reading' : 'download',
    run: async (reporter) => {
      const read = await readSource(source, deps, reporter);
      return read.ok
        ? { kind: 'go', href: importHref(read.value, null) }
        : { kind: 'refused', request, cause: read.refusal };
    },
  };
}

async function saveCorrection(c: Page, run: ImportRun, deps: ImportPagesDeps): Promise<Response> {
  const sent = Object.entries(await c.req.parseBody());
  const form = new Map(sent.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  const { review, mapping } = await readHeldFacts(deps.db, run);
  const version = Number(form.get('version'));
  const correction = readCorrection(form, { mapping: mapping.content, review, version });
  const task = heldTask(run, 'saved', (reporter) =>
    correctMapping({ id: run.id, correction }, deps, reporter),
  );
  return carryOut(c, task, deps);
}

/** Work on a held reading: one at a time, so that what is published is what was checked. */
const heldTask = (
  run: ImportRun,
  said: Said | null,
  work: (reporter: WorkReporter) => Promise<Result<number, { kind: string }>>,
): Task<Ending> => ({
  key: `import ${run.id}`,
  title: run.fileName,
  firstStep: 'reading',
  run: async (reporter) => {
    const result = await work(reporter);
    return { kind: 'go', href: importHref(run.id, result.ok ? said : saidOf(result.refusal.kind)) };
  },
});

const importHref = (id: number, said: Said | null): string =>
  `/gestion/imports/${id}${said ? `?fait=${said}` : ''}`;

const SAID: readonly Said[] = [
  'already-published',
  'cancelled',
  'out-of-date',
  'mapping-changed',
  'no-name-column',
];

const saidOf = (kind: string): Said | null => SAID.find((one) => one === kind) ?? null;

/** Starts work and answers at once: with its end when it is quick, with the page that follows it otherwise. */
async function carryOut(c: Page, task: Task<Ending>, deps: ImportPagesDeps): Promise<Response> {
  const work = deps.workshop.start(task);
  await deps.workshop.settle(work, PATIENCE_MS);
  return work.ending ? conclude(c, work, deps) : c.redirect(`/gestion/imports/en-cours/${work.id}`, 303);
}

async function conclude(c: Page, { ending }: Work<Ending>, deps: ImportPagesDeps): Promise<Response> {
  if (ending?.kind !== 'done') return answerError(c, 500, 'broken');
  if (ending.value.kind === 'go') return c.redirect(ending.value.href, 303);
  const { request, cause } = ending.value;
  const { lang } = c.get('view');
  const message = cause.kind === 'not-modified' ? PAGES[lang].notModified : refusalSentence(cause, lang);
  return refuseForm(c, { request, message }, deps);
}

/** The same page, with what was sent and what to correct. */
async function refuseForm(
  c: Page,
  refused: NonNullable<SourceListView['refused']>,
  { db, workshop }: ImportPagesDeps,
): Promise<Response> {
  const shown = { sources: await listSources(db), running: workshop.running(), refused };
  return c.html(sourceListPage(c.get('view'), shown), 422);
}
