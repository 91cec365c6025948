import type { WebApp } from '../../platform/html/view.ts';
import type { OpenDataDeps } from './actions/open-data-deps.ts';
import { exportCommand } from './cli.ts';
import { mountApi } from './routes.ts';

export const commands = [exportCommand];

/** The API, the files to download, the feed of changes, and the pages that explain them. */
export function mount(app: WebApp, deps: OpenDataDeps): void {
  mountApi(app, deps);
}
