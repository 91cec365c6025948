import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { View, WebApp, WebEnv } from '../../platform/html/view.ts';
import { formatDate } from '../../platform/i18n/french-form.ts';
import { answerError } from '../../platform/web/app.ts';
import { openToEverySite, problem, versioned } from './actions/answer.ts';
import { changesFeed, FEED_LENGTH, FEED_PATH } from './actions/changes-feed.ts';
import { describeApi, LIST_DESCRIPTION, READ_DESCRIPTION } from './actions/describe-api.ts';
import { bytesOf, exportPlaces, pageLinks, versionOf } from './actions/export-places.ts';
import { createFileMeasurer } from './actions/measure-files.ts';
import type { OpenDataDeps } from './actions/open-data-deps.ts';
import { createHistoryReader } from './actions/read-history.ts';
import { type ParameterFault, readListQuery } from './actions/read-list-query.ts';
import { type LieuxPage, type LieuxRefusal, searchLieux } from './actions/search-lieux.ts';
import { type ListQuery, PARAMETER_NAMES } from './contract/api-schemas.ts';
import { FORMAT_NAMES, FORMATS, type FormatName } from './contract/formats.ts';
import { describeInStandard } from './contract/national-standard.ts';
import { atomFeed } from './domain/atom-feed.ts';
import { isKnownVersion } from './domain/etag.ts';
import { API_ERRORS } from './messages.ts';
import { apiPage } from './pages/api.tsx';
import { openDataPage } from './pages/open-data.tsx';

type Web = Context<WebEnv>;

const JSON_TYPE = 'application/json; charset=utf-8';

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

function mountApi(app: WebApp, deps: OpenDataDeps): void {
  app.use('/api/v1/*', openToEverySite);
  app.get('/api/v1/lieux', describeRoute(LIST_DESCRIPTION), (c) => answerList(c, deps));
  app.get('/api/v1/lieux/:id', describeRoute(READ_DESCRIPTION), (c) =>
    answerPlace(c, c.req.param('id'), deps),
  );
  app.get('/api/v1/openapi.json', async (c) => {
    const document = await describeApi(app, c.get('view').publicUrl);
    return versioned(c, JSON.stringify(document), JSON_TYPE);
  });
}

/** The whole directory as files, and the feed of its changes. */
function mountFiles(app: WebApp, deps: OpenDataDeps): void {
  for (const format of FORMAT_NAMES) {
    const path = `/donnees-ouvertes/${FORMATS[format].fileName}`;
    app.use(path, openToEverySite);
    app.get(path, (c) => answerFile(c, format, deps));
  }
  app.use(FEED_PATH, openToEverySite);
  app.get(FEED_PATH, async (c) => {
    const current = deps.catalogue();
    if (!current) return starting(c);
    const feed = changesFeed(c.get('view'), await deps.changes(FEED_LENGTH), current.refreshedAt);
    c.header('last-modified', feed.updatedAt.toUTCString());
    return versioned(c, atomFeed(feed), 'application/atom+xml; charset=utf-8');
  });
}

function answerFile(c: Web, format: FormatName, { catalogue, communes }: OpenDataDeps): Response {
  const current = catalogue();
  if (!current) return starting(c);
  const { fileName, mediaType } = FORMATS[format];
  const { etag, lastModified } = versionOf(current);
  c.header('etag', etag);
  c.header('last-modified', lastModified);
  if (isKnownVersion(c.req.header('if-none-match'), etag)) return c.body(null, 304);
  const { publicUrl } = c.get('view');
  const { pieces } = exportPlaces(current.places, format, pageLinks(communes, publicUrl));
  return c.body(Readable.toWeb(Readable.from(bytesOf(pieces))) as ReadableStream, 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${fileName}"`,
  });
}

function answerList(c: Web, { catalogue, communes }: OpenDataDeps): Response {
  const current = catalogue();
  if (!current) return starting(c);
  const query = readListQuery(c.req.queries());
  if (!query.ok) return wrongParameters(c, query.refusal);
  const result = searchLieux(query.value, { catalogue: current, communes });
  if (!result.ok) return misunderstood(c, result.refusal);
  const { lieux, total } = result.value;
  const suivant = nextPage(c.get('view'), query.value, result.value);
  if (suivant) c.header('link', `<${suivant}>; rel="next"`);
  return versioned(c, JSON.stringify({ lieux, total, suivant }), JSON_TYPE);
}

function nextPage(view: View, { page }: ListQuery, { hasNext }: LieuxPage): string | null {
  if (!hasNext) return null;
  const query = new URLSearchParams(view.url.search);
  query.set('page', String(page + 1));
  return `${view.publicUrl}/api/v1/lieux?${query}`;
}

function answerPlace(c: Web, id: string, { catalogue, communes }: OpenDataDeps): Response {
  const words = API_ERRORS[c.get('view').lang];
  const answer = catalogue()?.find(id);
  switch (answer?.kind) {
    case undefined:
      return starting(c);
    case 'published':
      return versioned(c, JSON.stringify(describeInStandard(answer.place, communes).record), JSON_TYPE);
    case 'merged':
      return c.redirect(`/api/v1/lieux/${encodeURIComponent(answer.into)}`, 301);
    case 'removed': {
      const detail = words.removedPlaceDetail(formatDate(answer.removedAt, c.get('view').lang));
      return problem(c, { status: 410, kind: 'lieu-ferme', title: words.removedPlace, detail });
    }
    case 'unknown': {
      const detail = words.unknownPlaceDetail(id);
      return problem(c, { status: 404, kind: 'lieu-inconnu', title: words.unknownPlace, detail });
    }
  }
}

function wrongParameters(c: Web, faults: readonly ParameterFault[]): Response {
  const parametres = faults.map((fault) => ({ nom: fault.name, detail: explain(c, fault) }));
  const detail = parametres.map((one) => one.detail).join(' ');
  const title = API_ERRORS[c.get('view').lang].badRequest;
  return problem(c, { status: 400, kind: 'parametre', title, detail, parametres });
}

function explain(c: Web, fault: ParameterFault): string {
  const words = API_ERRORS[c.get('view').lang];
  if (fault.kind === 'unknown') return words.unknownParameter(fault.name, PARAMETER_NAMES.join(', '));
  if (fault.kind === 'repeated') return words.repeated(fault.name);
  return words.wrongValue(fault.name, words.rules[fault.name], fault.value);
}

function misunderstood(c: Web, { kind, parameter, value }: LieuxRefusal): Response {
  const words = API_ERRORS[c.get('view').lang];
  const detail = words.refusals[kind](value);
  const parametres = [{ nom: parameter, detail }];
  return problem(c, { status: 400, kind: 'parametre', title: words.badRequest, detail, parametres });
}

function starting(c: Web): Response {
  const words = API_ERRORS[c.get('view').lang];
  c.header('retry-after', '5');
  return problem(c, { status: 503, kind: 'demarrage', title: words.starting, detail: words.startingDetail });
}

function openDataHandler(deps: OpenDataDeps) {
  const measureFiles = createFileMeasurer();
  const readHistory = createHistoryReader(deps);
  return async (c: Web): Promise<Response> => {
    const catalogue = deps.catalogue();
    if (!catalogue) return answerError(c, 503, 'starting');
    const view = c.get('view');
    const files = await measureFiles(catalogue, pageLinks(deps.communes, view.publicUrl));
    const history = await readHistory(catalogue);
    const sources = await deps.sources();
    return c.html(openDataPage(view, { placeCount: catalogue.places.length, files, history, sources }));
  };
}
