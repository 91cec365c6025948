import type { MiddlewareHandler } from 'hono';
import {
  type Access,
  createAdminLink,
  identify,
  mount as mountAccess,
  openAccess,
  visitorOf,
  whoDecides,
} from '../modules/access/index.ts';
import {
  type LiveCatalogue,
  mount as mountDirectory,
  readChangeDays,
  readChanges,
  readLastChange,
  refreshDecided,
  refreshDirectory,
} from '../modules/directory/index.ts';
import { mount as mountFinder, openness } from '../modules/finder/index.ts';
import { mount as mountMatching, openReviewDesk } from '../modules/matching/index.ts';
import { mount as mountOpendata } from '../modules/opendata/index.ts';
import { mount as mountOutbox, type Transports } from '../modules/outbox/index.ts';
import { geocoderOf, listSources, mount as mountSources } from '../modules/sources/index.ts';
import type { CommuneReference } from '../modules/standard/index.ts';
import { mount as mountUpkeep } from '../modules/upkeep/index.ts';
import { mount as mountVouchers } from '../modules/vouchers/index.ts';
import type { Context } from '../platform/context.ts';
import { readAsset } from '../platform/html/assets.ts';
import type { WebApp, WebEnv } from '../platform/html/view.ts';
import { createSigner, loadSecret, type Signer } from '../platform/signature.ts';
import { createWebApp } from '../platform/web/app.ts';
import { createRateLimiter } from '../platform/web/rate-limit.ts';
import { READINGS, REGISTER } from './personal-data.ts';
import { SHELL } from './shell.ts';

export interface WebDeps {
  context: Context;
  communes: CommuneReference;
  catalogue: LiveCatalogue;
  /** How messages leave, if they do. */
  transports: Transports;
}

/** Files of sources: the largest of the shared ones weighs 4 MB. */
const UPLOAD_BYTES = 50 * 1024 * 1024;
/** What a bank answers: over 4 MB it is refused, in words (docs/adr/0022). */
const BANK_FILE_BYTES = 5 * 1024 * 1024;
const BODY_LIMITS = {
  usualBytes: 256 * 1024,
  paths: [
    { prefix: '/gestion/imports', bytes: UPLOAD_BYTES },
    { prefix: '/espace/', bytes: BANK_FILE_BYTES },
  ],
};

/** Builds every dependency of the web part and mounts the modules, in the order of the journey. */
export function createWeb({ context, communes, catalogue, transports }: WebDeps): {
  app: WebApp;
  adminLink: () => string;
  signer: Signer;
  access: Access;
} {
  const secret = loadSecret(context.config.secretKey, context.config.dataFolder, context.randomBytes);
  const signer = createSigner(secret);
  const access = accessOf(context, { secret, signer });
  const whoAsks = identify(access);
  const refresh = async () => {
    await refreshDirectory(context);
    await catalogue.refresh();
  };
  const desk = openReviewDesk();
  const onDecided = async () => {
    await refreshDecided({ ...context, desk });
    await catalogue.refresh();
  };
  const reviewing = { ...context, desk, who: whoDecides, onDecided };
  const reading = { clock: context.clock, communes, catalogue: catalogue.current };
  const app = createWebApp({
    config: context.config,
    clock: context.clock,
    log: context.log,
    shell: SHELL,
    isAdmin: async (c) => (await whoAsks(c))?.isAdministrator ?? false,
    isSignedIn: (c) => visitorOf(c) !== null,
    isReady: () => catalogue.current() !== null,
    limits: BODY_LIMITS,
    mounts: [
      (to) => mountAccess(to, access),
      // Whoever manages the directory may come to its duplicates: they are compared ahead, and only there.
      (to) => to.use('/gestion/*', prepareAhead(desk, context)),
      (to) => mountSources(to, { ...context, communes, geocoder: geocoderOf(context), onPublished: refresh }),
      (to) => mountMatching(to, reviewing),
      (to) => mountDirectory(to, { ...reviewing, catalogue, onChanged: catalogue.refresh }),
      (to) => mountVouchers(to, vouchersOf(context, { access, communes, catalogue, transports })),
      (to) => mountOutbox(to, { ...context, transports }),
      (to) => mountOpendata(to, { ...reading, ...historyOf(context) }),
      (to) =>
        mountUpkeep(to, {
          ...context,
          who: reviewing.who,
          signer,
          publicUrl: context.config.publicUrl ?? '',
          catalogue: catalogue.current,
          onCorrected: catalogue.refresh,
          canText: transports.sms !== undefined,
          remindAfterMonths: context.config.remindAfterMonths,
          limits: limitsOf(context),
        }),
      (to) =>
        mountFinder(to, {
          ...reading,
          communes: () => communes,
          mapGround: mapGroundOf(context.config),
          kioskTown: context.config.kioskTown,
          canText: transports.sms !== undefined,
          embedScript: () => readAsset('embed.js'),
        }),
    ],
  });
  return { app, adminLink: () => createAdminLink(access), signer, access };
}

const prepareAhead =
  (desk: ReturnType<typeof openReviewDesk>, { db, log }: Context): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    await next();
    if (c.get('view').isAdmin) void desk.prepare(db).catch((error) => log.error(error));
  };

const accessOf = (context: Context, keys: { secret: string; signer: Signer }): Access =>
  openAccess({
    ...context,
    ...keys,
    publicUrl: context.config.publicUrl ?? '',
    territory: context.config.territoryName,
    oidc: context.config.oidc,
    register: REGISTER,
    readings: READINGS,
    limits: signInLimitsOf(context),
  });

/** Where the open data come from, and what changed in them. */
const historyOf = ({ db }: Context) => ({
  changes: (limit: number) => readChanges(db, limit),
  changeDays: (limit: number) => readChangeDays(db, limit),
  sources: () => listSources(db),
});

const HOUR_MS = 60 * 60 * 1000;

/** What one caller may send in an hour: a family, a library or a town hall behind one address stays under it. */
function limitsOf(context: Context) {
  const perHour = limiterOf(context);
  return { reports: perHour(10), links: perHour(5), texts: perHour(5) };
}

const publishedAs = (siret: string, catalogue: LiveCatalogue) =>
  catalogue.current()?.places.find(({ fields }) => fields.pivot === siret);

const vouchersOf = (
  context: Context,
  { access, communes, catalogue, transports }: Omit<WebDeps, 'context'> & { access: Access },
): Parameters<typeof mountVouchers>[1] => ({
  ...context,
  access,
  communes,
  placeOf: (siret) => publishedAs(siret, catalogue)?.id ?? null,
  closedAt: async (siret) => {
    const place = publishedAs(siret, catalogue);
    if (!place) return () => false;
    // Help given before the hours changed was given under others, which nothing keeps.
    const since = await readLastChange(context.db, place.id, 'openingHours');
    return (at) => (since === null || at >= since) && openness(place.fields, at).kind === 'closed';
  },
  canText: transports.sms !== undefined,
  // Old sheets happen; guesses of eighty bits need far more.
  limits: { codesOfPerson: limiterOf(context)(10), codesOfPlace: limiterOf(context)(30) },
});

/** A town hall signs in its agents in one morning, behind one address; a mailbox needs few links. */
function signInLimitsOf(context: Context) {
  const perHour = limiterOf(context);
  return { links: perHour(60), mailbox: perHour(6), tries: perHour(120) };
}

const limiterOf =
  ({ clock, randomBytes, config: { trustedProxies } }: Context) =>
  (limit: number) =>
    createRateLimiter({ limit, windowMs: HOUR_MS, clock, key: randomBytes(32), trustedProxies });

const mapGroundOf = ({ mapTilesUrl, mapAttribution }: Context['config']) =>
  mapTilesUrl === null ? null : { tileUrl: mapTilesUrl, attribution: mapAttribution };
