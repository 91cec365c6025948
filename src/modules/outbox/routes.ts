import type { Database } from '../../platform/db/database.ts';
import type { WebApp } from '../../platform/html/view.ts';
import { answerError } from '../../platform/web/app.ts';
import type { Transports } from './actions/deliver-messages.ts';
import { outboxPage } from './pages/outbox.tsx';
import { readMessages, requeueMessage } from './store.ts';

export interface OutboxWebDeps {
  db: Database;
  clock: () => Date;
  transports: Transports;
}

const LATEST = 100;

export function mount(app: WebApp, { db, clock, transports }: OutboxWebDeps): void {
  app.get('/gestion/envois', async (c) =>
    c.html(
      outboxPage(c.get('view'), {
        messages: await readMessages(db, LATEST),
        sends: { mail: transports.mail !== undefined, sms: transports.sms !== undefined },
        isRequeued: c.req.query('fait') === 'renvoi',
      }),
    ),
  );
  app.post('/gestion/envois/:id/renvoyer', async (c) =>
    (await requeueMessage(db, c.req.param('id'), clock()))
      ? c.redirect('/gestion/envois?fait=renvoi', 303)
      : answerError(c, 404, 'notFound'),
  );
}
