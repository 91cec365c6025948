import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import Papa from 'papaparse';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import { type AuditFilter, readFilter } from '../domain/audit-filter.ts';
import { JOURNAL } from '../journal-messages.ts';
import { journalPage } from '../pages/journal.tsx';
import { registerPage } from '../pages/register.tsx';
import { readActions, readAudit, recordAudit } from '../store/audit.ts';
import { type Access, visitorOf } from './visitors.ts';

const LINES = 200;
const EXPORT_LINES = 5000;

/** Who did or read what; and what is kept of whom. */
export function mountJournal(app: WebApp, access: Access): void {
  app.get('/gestion/journal', async (c) => {
    const filter = filterOf(c);
    const asked = c.req.query('avant') ?? '';
    const before = /^\d{1,15}$/.test(asked) ? Number(asked) : null;
    const read = await readAudit(access.db, filter, { before, limit: LINES + 1 });
    const wordsOf = wordsIn(c, access);
    const actions = await readActions(access.db);
    const page = journalPage(c.get('view'), {
      entries: read.slice(0, LINES),
      hasOlder: read.length > LINES,
      filter,
      query: queryOf(filter),
      wordsOf,
      actions: actions.map((value) => ({ value, label: wordsOf(value) })),
    });
    return c.html(page);
  });
  app.get('/gestion/journal.csv', (c) => {
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="journal.csv"');
    return stream(c, async (out) => {
      await out.write(`\ufeff${Papa.unparse([COLUMNS], CSV)}\r\n`);
      for await (const lines of linesOf(access, filterOf(c))) await out.write(`${lines}\r\n`);
    });
  });
  // It names no one: what is kept of whom is said to everyone, and to those who run the service where they work.
  for (const from of ['/vos-donnees', '/gestion'] as const) {
    app.get(`${from}/registre`, (c) => c.html(registerPage(c.get('view'), { from, ...access })));
    app.get(`${from}/registre.json`, (c) => {
      c.header('content-disposition', 'attachment; filename="registre.json"');
      return c.json(access.register);
    });
  }
}

/** Numbers only: a file travels further than a page. */
const COLUMNS = ['date', 'personne', 'organisation', 'action', 'objet', 'numero'];
const CSV = { delimiter: ';', newline: '\r\n', escapeFormulae: true };

async function* linesOf({ db }: Access, filter: AuditFilter): AsyncGenerator<string> {
  for (let before: number | null = null; ; ) {
    const entries = await readAudit(db, filter, { before, limit: EXPORT_LINES });
    if (entries.length === 0) return;
    before = entries.at(-1)!.id;
    const rows = entries.map(({ at, personId, organisationId, action, subjectKind, subjectId }) => [
      at.toISOString(),
      personId,
      organisationId ?? '',
      action,
      subjectKind,
      subjectId,
    ]);
    yield Papa.unparse(rows, CSV);
  }
}

const filterOf = (c: Context<WebEnv>): AuditFilter => readFilter((name) => c.req.query(name));

function queryOf({ personId, organisationId, action, subjectId, from, until }: AuditFilter): string {
  const said = {
    personne: personId,
    organisation: organisationId,
    action,
    objet: subjectId,
    du: from,
    au: until,
  };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value !== '')).toString();
}

/** The words of this room, then those that other rooms gave, then the code itself. */
const wordsIn =
  (c: Context<WebEnv>, { actionNames }: Access) =>
  (action: string): string => {
    const { lang } = c.get('view');
    return JOURNAL[lang].actions[action] ?? actionNames.get(action)?.[lang] ?? action;
  };

/** Writes down each reading of these pages, once it has been answered. */
export function logReadings(app: WebApp, { db, clock, readings }: Access): void {
  for (const { path, action, subjectKind } of readings)
    app.get(path, async (c, next) => {
      const [subjectId = 'all'] = Object.values<string>(c.req.param());
      await next();
      const visitor = visitorOf(c);
      if (!visitor || c.res.status !== 200) return;
      await recordAudit(db, { actor: visitor, action, subjectKind, subjectId, at: clock() });
    });
}
