import type { Context } from 'hono';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import { answerError } from '../../../platform/web/app.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { leaveNoTrace, restartHref } from '../../finder/index.ts';
import { type ReminderInput, readDueReminders, sendReminders } from '../actions/send-reminders.ts';
import { textPlace } from '../actions/text-place.ts';
import { openOptOut } from '../domain/seal.ts';
import { remindersPage } from '../pages/reminders.tsx';
import { kioskSmsPage, type SmsView, smsPage } from '../pages/sms.tsx';
import { stopRemindersPage } from '../pages/stop-reminders.tsx';
import { insertOptOut, readOptOuts, readReminders } from '../store/links.ts';
import { type UpkeepWebDeps, withPlace } from './deps.ts';

const LATEST = 100;

export function mountMessages(app: WebApp, deps: UpkeepWebDeps): void {
  app.get('/lieux/:id/sms', (c) =>
    withPlace(c, deps, (place) => showSms(c, deps, { sms: asked(place), page: smsPage })),
  );
  app.post('/lieux/:id/sms', (c) =>
    withPlace(c, deps, async (place) => {
      if (!deps.canText) return answerError(c, 404, 'notFound');
      return showSms(c, deps, { sms: await sendSms(c, deps, place), page: smsPage });
    }),
  );
  mountKioskSms(app, deps);
  app.get('/rappels/:token', (c) => stopReminders(c, deps, false));
  app.post('/rappels/:token', (c) => stopReminders(c, deps, true));
  mountReminders(app, deps);
}

/** At a reception desk, where another page than the desk's own would be a way out. */
function mountKioskSms(app: WebApp, deps: UpkeepWebDeps): void {
  const atDesk = (c: Context<WebEnv>, read: (place: PublishedPlace) => Sms | Promise<Sms>) => {
    const found = deps.catalogue()?.find(c.req.param('id') ?? '');
    if (!deps.canText || found?.kind !== 'published') return c.redirect(restartHref(c.get('view')), 303);
    return Promise.resolve(read(found.place)).then((sms) => showSms(c, deps, { sms, page: kioskSmsPage }));
  };
  app.use('/borne/lieux/:id/sms', leaveNoTrace);
  app.get('/borne/lieux/:id/sms', (c) => atDesk(c, asked));
  app.post('/borne/lieux/:id/sms', (c) => atDesk(c, (place) => sendSms(c, deps, place)));
}

type Sms = Omit<SmsView, 'canText'>;

const asked = (place: PublishedPlace): Sms => ({ place, number: '', state: 'asked', waitSeconds: 0 });

async function sendSms(c: Context<WebEnv>, deps: UpkeepWebDeps, place: PublishedPlace): Promise<Sms> {
  const number = String((await c.req.parseBody()).portable ?? '');
  const waitSeconds = deps.limits.texts.waitSeconds(c);
  if (waitSeconds > 0) return { place, number, state: 'too-many', waitSeconds };
  const result = await textPlace({ place, number }, deps);
  const state = result.ok ? 'sent' : result.refusal.kind;
  return { place, number: result.ok ? '' : number, state, waitSeconds: 0 };
}

const SMS_STATUS = { asked: 200, sent: 200, 'not-a-mobile': 422, 'too-many': 429 } as const satisfies Record<
  SmsView['state'],
  number
>;

function showSms(
  c: Context<WebEnv>,
  { canText }: UpkeepWebDeps,
  { sms, page }: { sms: Sms; page: typeof smsPage },
): Response | Promise<Response> {
  if (sms.waitSeconds > 0) c.header('retry-after', String(sms.waitSeconds));
  return c.html(page(c.get('view'), { ...sms, canText }), SMS_STATUS[sms.state]);
}

async function stopReminders(c: Context<WebEnv>, deps: UpkeepWebDeps, isDone: boolean): Promise<Response> {
  const digest = openOptOut(c.req.param('token') ?? '', deps.signer.open);
  if (digest === null) return answerError(c, 404, 'notFound');
  if (isDone) await insertOptOut(deps.db, digest, deps.clock());
  return c.html(stopRemindersPage(c.get('view'), { isDone }));
}

function mountReminders(app: WebApp, deps: UpkeepWebDeps): void {
  const inputOf = (c: Context<WebEnv>): ReminderInput => ({
    places: deps.catalogue()?.places ?? [],
    months: deps.remindAfterMonths,
    territory: c.get('view').territoryName,
  });
  app.get('/gestion/rappels', async (c) => {
    const due = await readDueReminders(deps.db, inputOf(c), deps);
    const latest = (await readReminders(deps.db, LATEST)).map((link) => {
      const found = deps.catalogue()?.find(link.placeId);
      return { ...link, placeName: (found?.kind === 'published' && found.place.fields.name) || link.placeId };
    });
    const sent = Number(c.req.query('fait') ?? Number.NaN);
    return c.html(
      remindersPage(c.get('view'), {
        months: deps.remindAfterMonths,
        due: { letters: due.length, places: due.reduce((sum, { places }) => sum + places.length, 0) },
        optOuts: (await readOptOuts(deps.db)).size,
        latest,
        sent: Number.isInteger(sent) ? sent : null,
      }),
    );
  });
  app.post('/gestion/rappels', async (c) => {
    const { letters } = await sendReminders(inputOf(c), deps);
    return c.redirect(`/gestion/rappels?fait=${letters}`, 303);
  });
}
