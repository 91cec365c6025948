import type { Context } from 'hono';
import { foldKey } from '../../kernel/text.ts';
import type { Database } from '../../platform/db/database.ts';
import type { WebApp, WebEnv } from '../../platform/html/view.ts';
import { answerError } from '../../platform/web/app.ts';
import type { Who } from '../access/index.ts';
import type { ReviewDesk } from '../matching/index.ts';
import type { LiveCatalogue } from './actions/open-catalogue.ts';
import { changePlaceStatus, type RemovalRefusal } from './actions/remove-place.ts';
import { separateRecord } from './actions/separate-record.ts';
import type { PublishedPlace } from './domain/place.ts';
import { dashboardPage } from './pages/dashboard.tsx';
import { type PlaceList, placeListPage } from './pages/place-list.tsx';
import { DONE, placeRecordPage } from './pages/place-record.tsx';
import { mountCorrections } from './routes/corrections.ts';
import { countWaiting } from './store/corrections.ts';
import { readChanges, readFigures } from './store/history.ts';
import { readPlace } from './store/places.ts';
import { readPlaceRecords } from './store/records.ts';

export interface DirectoryWebDeps {
  db: Database;
  clock: () => Date;
  randomBytes: (count: number) => Uint8Array;
  catalogue: LiveCatalogue;
  desk: ReviewDesk;
  /** Under which name decisions are kept. */
  who: (c: Context<WebEnv>) => Who;
  /** Called once a change is written, so that readers see it at once. */
  onChanged: () => Promise<void>;
  /** Called once a decision about records is written, so that the directory takes it into account. */
  onDecided: () => Promise<void>;
}

const PAGE_SIZE = 50;
const LATEST_CHANGES = 10;

// Asking twice for the same state is no mistake: the person sees the place as they wanted it.
const STATUS = { 'unknown-place': 404, 'already-so': 303 } as const satisfies Record<
  RemovalRefusal['kind'],
  number
>;

export function mount(app: WebApp, deps: DirectoryWebDeps): void {
  mountCorrections(app, deps);
  app.get('/gestion', async (c) =>
    c.html(
      dashboardPage(
        c.get('view'),
        { ...(await readFigures(deps.db)), waiting: await countWaiting(deps.db) },
        await readChanges(deps.db, LATEST_CHANGES),
      ),
    ),
  );
  app.get('/gestion/lieux', (c) => {
    const places = deps.catalogue.current()?.places ?? [];
    return c.html(
      placeListPage(c.get('view'), listPlaces(places, c.req.query('q') ?? '', Number(c.req.query('page')))),
    );
  });
  app.get('/gestion/lieux/:id', async (c) => {
    const place = await readPlace(deps.db, c.req.param('id'));
    if (!place) return answerError(c, 404, 'notFound');
    if (place.mergedInto) return c.redirect(`/gestion/lieux/${place.mergedInto}`, 301);
    const records = await readPlaceRecords(deps.db, place.id);
    const done = DONE.find((said) => said === c.req.query('fait')) ?? null;
    return c.html(placeRecordPage(c.get('view'), { place, records, done, who: deps.who(c) }));
  });
  app.post('/gestion/lieux/:id/separer', async (c) => {
    const id = c.req.param('id');
    const { source, fiche } = await c.req.parseBody();
    const { author } = deps.who(c);
    const asked = { placeId: id, source: String(source ?? ''), recordKey: String(fiche ?? ''), author };
    if (!(await separateRecord(asked, deps)).ok) return answerError(c, 404, 'notFound');
    await deps.onDecided();
    return c.redirect(`/gestion/lieux/${id}?fait=separated`, 303);
  });
  for (const [verb, status] of [
    ['retirer', 'removed'],
    ['retablir', 'published'],
  ] as const)
    app.post(`/gestion/lieux/:id/${verb}`, async (c) => {
      const id = c.req.param('id');
      const result = await changePlaceStatus({ id, status, author: deps.who(c).author }, deps);
      if (!result.ok && STATUS[result.refusal.kind] === 404) return answerError(c, 404, 'notFound');
      await deps.onChanged();
      return c.redirect(`/gestion/lieux/${id}?fait=${status === 'removed' ? 'removed' : 'restored'}`, 303);
    });
}

/** Places whose name, commune or postal code holds every word asked. */
function listPlaces(places: readonly PublishedPlace[], asked: string, wantedPage: number): PlaceList {
  const terms = foldKey(asked).split(' ');
  const found = places.filter(({ fields }) => {
    const text = foldKey(`${fields.name} ${fields.commune} ${fields.postalCode}`);
    return terms.every((term) => text.includes(term));
  });
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Number.isInteger(wantedPage) ? Math.min(Math.max(wantedPage, 1), pageCount) : 1;
  return {
    asked,
    places: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    total: found.length,
    page,
    pageCount,
  };
}
