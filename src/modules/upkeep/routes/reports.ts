import type { Context } from 'hono';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import { isPublicLang } from '../../../platform/i18n/public-languages.ts';
import { answerError } from '../../../platform/web/app.ts';
import { answerReport } from '../actions/answer-report.ts';
import { fileReport } from '../actions/file-report.ts';
import type { Report } from '../domain/report.ts';
import { parseReport, type ReportFaults, type ReportForm } from '../domain/report.ts';
import { openReport } from '../domain/seal.ts';
import { answerPage } from '../pages/answer.tsx';
import { followUpPage } from '../pages/follow-up.tsx';
import type { NamedReport } from '../pages/parts/named-report.ts';
import { queuePage } from '../pages/queue.tsx';
import { reportPage } from '../pages/report.tsx';
import { READY, REPORT } from '../report-messages.ts';
import { markRead, readReport, readReports } from '../store/reports.ts';
import { type UpkeepWebDeps, withPlace } from './deps.ts';

const EMPTY: ReportForm = { kind: '', words: '', contact: '', trap: '' };
const SAID = ['sent', 'already-answered'] as const;

export function mountReports(app: WebApp, deps: UpkeepWebDeps): void {
  app.get('/lieux/:id/signaler', (c) =>
    withPlace(c, deps, (place) =>
      c.html(reportPage(c.get('view'), { place, form: EMPTY, faults: {}, waitSeconds: 0 })),
    ),
  );
  app.post('/lieux/:id/signaler', (c) =>
    withPlace(c, deps, async (place) => {
      const form = await readForm(c);
      const again = (status: 422 | 429, faults: ReportFaults, waitSeconds: number) =>
        c.html(reportPage(c.get('view'), { place, form, faults, waitSeconds }), status);
      const said = parseReport(form);
      if (!said.ok) return again(422, said.refusal, 0);
      const waitSeconds = deps.limits.reports.waitSeconds(c);
      if (waitSeconds > 0) {
        c.header('retry-after', String(waitSeconds));
        return again(429, {}, waitSeconds);
      }
      const lang = c.get('view').publicLang;
      const { token } = await fileReport({ placeId: place.id, said: said.value, lang }, deps);
      return c.redirect(`/signalements/${token}`, 303);
    }),
  );
  app.get('/signalements/:token', async (c) => {
    const id = openReport(c.req.param('token'), deps.signer.open);
    const report = id === null ? null : await readReport(deps.db, id);
    c.header('cache-control', 'no-store');
    c.header('referrer-policy', 'no-referrer');
    return report ? c.html(followUpPage(c.get('view'), report)) : answerError(c, 404, 'notFound');
  });
  mountQueue(app, deps);
}

function mountQueue(app: WebApp, deps: UpkeepWebDeps): void {
  app.get('/gestion/signalements', async (c) => {
    const [waiting, answered] = await Promise.all(
      [false, true].map((one) => readReports(deps.db, { answered: one })),
    );
    const named = (reports: readonly Report[] = []) => reports.map((report) => nameReport(report, deps));
    return c.html(queuePage(c.get('view'), { waiting: named(waiting), answered: named(answered) }));
  });
  app.get('/gestion/signalements/:id', (c) => showReport(c, deps, null));
  app.post('/gestion/signalements/:id', async (c) => {
    const report = await readReport(deps.db, Number(c.req.param('id')));
    if (!report) return answerError(c, 404, 'notFound');
    const { phrase, reponse } = await c.req.parseBody();
    const ready = READY.find((key) => key === phrase);
    const lang = isPublicLang(report.lang) ? report.lang : 'fr';
    const answer = ready ? REPORT[lang].ready[ready] : String(reponse ?? '');
    const result = await answerReport({ id: report.id, answer, canText: deps.canText }, deps);
    if (result.ok) return c.redirect(`/gestion/signalements/${report.id}?fait=sent`, 303);
    switch (result.refusal.kind) {
      case 'unknown-report':
        return answerError(c, 404, 'notFound');
      case 'answer-empty':
        return showReport(c, deps, 'answer-empty');
      case 'already-answered':
        return c.redirect(`/gestion/signalements/${report.id}?fait=already-answered`, 303);
    }
  });
}

async function showReport(
  c: Context<WebEnv>,
  deps: UpkeepWebDeps,
  fault: 'answer-empty' | null,
): Promise<Response> {
  const id = Number(c.req.param('id'));
  const report = Number.isSafeInteger(id) ? await readReport(deps.db, id) : null;
  if (!report) return answerError(c, 404, 'notFound');
  // Opening it is reading it: the person's own page says so from then on.
  await markRead(deps.db, id, deps.clock());
  const named = nameReport(report, deps);
  const said = fault ?? SAID.find((one) => one === c.req.query('fait')) ?? null;
  const isPublished = deps.catalogue()?.find(named.placeId).kind === 'published';
  const page = answerPage(c.get('view'), { report: named, isPublished, canText: deps.canText, said });
  return c.html(page, fault ? 422 : 200);
}

/** The report with the name of its place, which may have been joined with another one since. */
function nameReport(report: Report, { catalogue }: UpkeepWebDeps): NamedReport {
  const answer = catalogue()?.find(report.placeId);
  const id = answer?.kind === 'merged' ? answer.into : report.placeId;
  const found = catalogue()?.find(id);
  const fields =
    found?.kind === 'published' ? found.place.fields : found?.kind === 'removed' ? found.fields : {};
  return {
    ...report,
    placeId: id,
    placeName: [fields.name ?? id, fields.commune].filter(Boolean).join(', '),
  };
}

async function readForm(c: Context<WebEnv>): Promise<ReportForm> {
  const body = await c.req.parseBody();
  const text = (name: string) => String(body[name] ?? '');
  return { kind: text('probleme'), words: text('message'), contact: text('contact'), trap: text('site') };
}
