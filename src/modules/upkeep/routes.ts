import type { WebApp } from '../../platform/html/view.ts';
import { mountCorrections } from './routes/corrections.ts';
import type { UpkeepWebDeps } from './routes/deps.ts';
import { mountMessages } from './routes/messages.ts';
import { mountReports } from './routes/reports.ts';

export function mount(app: WebApp, deps: UpkeepWebDeps): void {
  mountReports(app, deps);
  mountCorrections(app, deps);
  mountMessages(app, deps);
}
