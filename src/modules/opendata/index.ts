import type { Context } from 'hono';
import type { WebApp, WebEnv } from '../../platform/html/view.ts';
import { answerError } from '../../platform/web/app.ts';
import { describeApi } from './actions/describe-api.ts';
import { pageLinks } from './actions/export-places.ts';
import { createFileMeasurer } from './actions/measure-files.ts';
import type { OpenDataDeps } from './actions/open-data-deps.ts';
import { createHistoryReader } from './actions/read-history.ts';
import { exportCommand } from './cli.ts';
import { apiPage } from './pages/api.tsx';
import { openDataPage } from './pages/open-data.tsx';
import { mountApi, mountFiles } from './routes.ts';

export const commands = [exportCommand];

/** The API, the files to download, the feed of changes, and the pages that explain them. */
export function mount(app: WebApp, deps: OpenDataDeps): void {
  mountApi(app, deps);
  mountFiles(app, deps);
  app.get('/donnees-ouvertes', openDataHandler(deps));
  app.get('/api', async (c) => {
    const view = c.get('view');
    return c.html(apiPage(view, await describeApi(app, view.publicUrl), deps.catalogue()?.places[0]));
  });
}

function openDataHandler(deps: OpenDataDeps) {
  const measureFiles = createFileMeasurer();
  const readHistory = createHistoryReader(deps);
  return async (c: Context<WebEnv>): Promise<Response> => {
    const catalogue = deps.catalogue();
    if (!catalogue) return answerError(c, 503, 'starting');
    const view = c.get('view');
    const files = await measureFiles(catalogue, pageLinks(deps.communes, view.publicUrl));
    const history = await readHistory(catalogue);
    const sources = await deps.sources();
    return c.html(openDataPage(view, { placeCount: catalogue.places.length, files, history, sources }));
  };
}
