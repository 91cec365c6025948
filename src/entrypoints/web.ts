import type { MiddlewareHandler } from 'hono';
import {
  createAdminLink,
  hasAdminSession,
  mount as mountAccess,
  whoDecides,
} from '../modules/access/index.ts';
import {
  type LiveCatalogue,
  mount as mountDirectory,
  readChangeDays,
  readChanges,
  refreshDecided,
  refreshDirectory,
} from '../modules/directory/index.ts';
import { mount as mountFinder } from '../modules/finder/index.ts';
import { mount as mountMatching, openReviewDesk } from '../modules/matching/index.ts';
import { mount as mountOpendata } from '../modules/opendata/index.ts';
import { geocoderOf, listSources, mount as mountSources } from '../modules/sources/index.ts';
import type { CommuneReference } from '../modules/standard/index.ts';
import type { Context } from '../platform/context.ts';
import type { WebApp, WebEnv } from '../platform/html/view.ts';
import { createSigner, loadSecret } from '../platform/signature.ts';
import { createWebApp } from '../platform/web/app.ts';
import { SHELL } from './shell.ts';

export interface WebDeps {
  context: Context;
  communes: CommuneReference;
  catalogue: LiveCatalogue;
}

/** Files of sources: the largest of the shared ones weighs 4 MB. */
const UPLOAD_BYTES = 50 * 1024 * 1024;

/** Builds every dependency of the web part and mounts the modules, in the order of the journey. */
export function createWeb({ context, communes, catalogue }: WebDeps): {
  app: WebApp;
  adminLink: () => string;
} {
  const secret = loadSecret(context.config.secretKey, context.config.dataFolder, context.randomBytes);
  const access = { ...context, signer: createSigner(secret) };
  const refresh = async () => {
    await refreshDirectory(context);
    await catalogue.refresh();
  };
  const desk = openReviewDesk();
  const onDecided = async () => {
    await refreshDecided({ ...context, desk });
    await catalogue.refresh();
  };
  const reviewing = { ...context, desk, who: whoDecides(access), onDecided };
  const prepareAhead: MiddlewareHandler<WebEnv> = async (c, next) => {
    await next();
    if (c.get('view').isAdmin) void desk.prepare(context.db).catch((error) => context.log.error(error));
  };
  const reading = { clock: context.clock, communes, catalogue: catalogue.current };
  const app = createWebApp({
    config: context.config,
    clock: context.clock,
    log: context.log,
    shell: SHELL,
    isAdmin: hasAdminSession(access),
    isReady: () => catalogue.current() !== null,
    limits: { usualBytes: 256 * 1024, paths: [{ prefix: '/gestion/imports', bytes: UPLOAD_BYTES }] },
    mounts: [
      (to) => mountAccess(to, access),
      // Whoever manages the directory may come to its duplicates: they are compared ahead, and only there.
      (to) => to.use('/gestion/*', prepareAhead),
      (to) => mountSources(to, { ...context, communes, geocoder: geocoderOf(context), onPublished: refresh }),
      (to) => mountMatching(to, reviewing),
      (to) => mountDirectory(to, { ...reviewing, catalogue, onChanged: catalogue.refresh }),
      (to) =>
        mountOpendata(to, {
          ...reading,
          changes: (limit) => readChanges(context.db, limit),
          changeDays: (limit) => readChangeDays(context.db, limit),
          sources: () => listSources(context.db),
        }),
      (to) =>
        mountFinder(to, {
          ...reading,
          communes: () => communes,
          mapGround: mapGroundOf(context.config),
          kioskTown: context.config.kioskTown,
        }),
    ],
  });
  return { app, adminLink: () => createAdminLink(access) };
}

const mapGroundOf = ({ mapTilesUrl, mapAttribution }: Context['config']) =>
  mapTilesUrl === null ? null : { tileUrl: mapTilesUrl, attribution: mapAttribution };
