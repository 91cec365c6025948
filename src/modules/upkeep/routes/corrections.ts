import type { Context } from 'hono';
import { localDateAt } from '../../../kernel/dates.ts';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import { answerError } from '../../../platform/web/app.ts';
import { signedBy } from '../../access/index.ts';
import { correctPlace, type PublishedPlace } from '../../directory/index.ts';
import { DAYS } from '../../standard/index.ts';
import { askLink } from '../actions/ask-link.ts';
import { type CorrectionForm, emptyDays, formOf, readForm, type Said } from '../domain/correction-form.ts';
import { openPass } from '../domain/seal.ts';
import { askLinkPage } from '../pages/ask-link.tsx';
import { correctionPage } from '../pages/correction.tsx';
import { correctionDonePage, correctionPreviewPage } from '../pages/correction-steps.tsx';
import type { CorrectionFrame } from '../pages/parts/correction-frame.tsx';
import { type UpkeepWebDeps, withPlace } from './deps.ts';

export function mountCorrections(app: WebApp, deps: UpkeepWebDeps): void {
  app.get('/lieux/:id/corriger', (c) =>
    withPlace(c, deps, (place) => {
      const link = linkOf(c, deps, place);
      if (link) return openForm(c, { place, saidBy: 'place-manager' });
      const kind = c.req.query('lien') === undefined ? 'asked' : 'expired';
      return c.html(askLinkPage(c.get('view'), { place, state: { kind } }), kind === 'expired' ? 403 : 200);
    }),
  );
  app.post('/lieux/:id/corriger', (c) =>
    withPlace(c, deps, (place) => {
      const link = linkOf(c, deps, place);
      if (link) return step(c, deps, { place, saidBy: 'place-manager', link });
      if (c.req.query('lien') !== undefined)
        return c.html(askLinkPage(c.get('view'), { place, state: { kind: 'expired' } }), 403);
      return sendLink(c, deps, place);
    }),
  );
  app.get('/gestion/lieux/:id/corriger', (c) =>
    withPlace(c, deps, (place) => openForm(c, { place, saidBy: 'coordinator', who: deps.who(c) })),
  );
  app.post('/gestion/lieux/:id/corriger', (c) =>
    withPlace(c, deps, (place) =>
      step(c, deps, { place, saidBy: 'coordinator', who: deps.who(c), link: null }),
    ),
  );
}

/** The link of the address when it opens this place, or one that was joined with it since. */
function linkOf(c: Context<WebEnv>, deps: UpkeepWebDeps, place: PublishedPlace): string | null {
  c.header('cache-control', 'no-store');
  const pass = openPass(c.req.query('lien') ?? '', deps.signer.open, deps.clock());
  if (!pass) return null;
  const found = deps.catalogue()?.find(pass.placeId);
  const id = found?.kind === 'merged' ? found.into : pass.placeId;
  return id === place.id ? pass.linkId : null;
}

async function sendLink(c: Context<WebEnv>, deps: UpkeepWebDeps, place: PublishedPlace): Promise<Response> {
  const view = c.get('view');
  const tooMany = () => c.html(askLinkPage(view, { place, state: { kind: 'too-many' } }), 429);
  if (deps.limits.links.waitSeconds(c) > 0) return tooMany();
  const { rang } = await c.req.parseBody();
  const asked = { place, rank: Number(rang ?? 0), lang: view.publicLang, territory: view.territoryName };
  const result = await askLink(asked, deps);
  if (result.ok) return c.html(askLinkPage(view, { place, state: { kind: 'sent', to: result.value.email } }));
  switch (result.refusal.kind) {
    case 'too-many-links':
      return tooMany();
    case 'no-published-email':
      return c.html(askLinkPage(view, { place, state: { kind: 'asked' } }), 422);
  }
}

const openForm = (c: Context<WebEnv>, frame: CorrectionFrame): Response | Promise<Response> =>
  c.html(correctionPage(c.get('view'), { ...frame, form: formOf(frame.place.fields), faults: {} }));

/** One press of a button of the form: see, change again, save, or « all is right ». */
async function step(
  c: Context<WebEnv>,
  deps: UpkeepWebDeps,
  { link, ...frame }: CorrectionFrame & { link: string | null },
): Promise<Response> {
  const view = c.get('view');
  const body = await c.req.parseBody({ all: true });
  const today = localDateAt(deps.clock());
  if (body.etape === 'juste')
    return save(c, deps, { ...frame, link, said: { checked: { updatedOn: today } } });
  const form = toForm(body);
  const read = readForm(form, frame.place.fields, today);
  if (!read.ok) return c.html(correctionPage(view, { ...frame, form, faults: read.refusal }), 422);
  switch (body.etape) {
    case 'enregistrer':
      return save(c, deps, { ...frame, link, said: read.value });
    case 'changer':
      return c.html(correctionPage(view, { ...frame, form, faults: {} }));
    default:
      return c.html(correctionPreviewPage(view, { ...frame, form, said: read.value }));
  }
}

async function save(
  c: Context<WebEnv>,
  deps: UpkeepWebDeps,
  { said, link, ...frame }: CorrectionFrame & { said: Said; link: string | null },
): Promise<Response> {
  const { place, saidBy, who } = frame;
  const author = who ? signedBy(who) : null;
  const result = await correctPlace({ placeId: place.id, said, saidBy, link, author }, deps);
  if (!result.ok) return answerError(c, 404, 'notFound');
  await deps.onCorrected();
  const { published, waiting } = result.value;
  return c.html(
    correctionDonePage(c.get('view'), { ...frame, published, waiting: waiting.map(({ unit }) => unit) }),
  );
}

function toForm(body: Record<string, unknown>): CorrectionForm {
  const all = (name: string) => [body[name] ?? []].flat().map(String);
  const text = (name: string) => all(name)[0] ?? '';
  const days = emptyDays();
  for (const day of DAYS) days[day] = text(`day-${day}`);
  return {
    name: text('name'),
    address: text('address'),
    addressDetail: text('addressDetail'),
    phones: text('phones'),
    emails: text('emails'),
    websites: text('websites'),
    days,
    services: all('services'),
    fees: all('fees'),
    accessModes: all('accessModes'),
    summary: text('summary'),
    isClosed: text('isClosed') === 'oui',
  };
}
