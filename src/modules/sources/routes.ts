import type { WebApp } from '../../platform/html/view.ts';
import type { Logger } from '../../platform/log.ts';
import { answerError } from '../../platform/web/app.ts';
import { createWorkshop } from './actions/background-work.ts';
import { serialiseMapping } from './domain/mapping-file.ts';
import { type Ending, type ImportPagesDeps, mountImports } from './pages/import-routes.ts';
import { readSourceView } from './pages/parts/read-views.ts';
import { sourceListPage } from './pages/source-list.tsx';
import { sourceRecordPage } from './pages/source-record.tsx';
import { listSources, readMappingVersion } from './store/sources.ts';

export type SourcesWebDeps = Omit<ImportPagesDeps, 'workshop'> & { log: Pick<Logger, 'error'> };

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
