import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Catalogue } from '../../src/modules/directory/index.ts';
import { type MapGround, mount } from '../../src/modules/finder/index.ts';
import { readAsset } from '../../src/platform/html/assets.ts';
import type { WebApp } from '../../src/platform/html/view.ts';
import { createLogger } from '../../src/platform/log.ts';
import { createWebApp, type WebAppDeps } from '../../src/platform/web/app.ts';
import { allCommunes, TUESDAY } from './catalogue.ts';
import { demoCatalogue } from './demo-places.ts';

/** The public pages over the fictitious places, at a fixed instant. */
export function publicApp(deps: Partial<WebAppDeps> = {}, mapGround: MapGround = null): WebApp {
  const catalogue = demoCatalogue();
  return createWebApp({
    config: { publicUrl: undefined, territoryName: 'Territoire fictif', helpPhone: '+33465710010' },
    clock: () => TUESDAY,
    log: createLogger('silent'),
    isAdmin: () => false,
    isReady: () => true,
    shell: { pro: [], footer: [] },
    mounts: [finderMount(catalogue, { mapGround })],
    ...deps,
  });
}

/** The pages of the finder over these places. */
export const finderMount =
  (catalogue: Catalogue, more: Partial<Parameters<typeof mount>[1]> = {}) =>
  (app: WebApp): void =>
    mount(app, {
      catalogue: () => catalogue,
      communes: allCommunes,
      mapGround: null,
      embedScript: () => readAsset('embed.js'),
      ...more,
    });

export interface Listening {
  origin: string;
  close: () => Promise<void>;
}

/** Serves an application on a free port of this machine. */
export function listen(app: WebApp): Promise<Listening> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
      resolve({
        origin: `http://127.0.0.1:${info.port}`,
        close: () => new Promise((done) => server.close(() => done())),
      }),
    );
  });
}
