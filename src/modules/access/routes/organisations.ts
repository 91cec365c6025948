import type { Context } from 'hono';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import { answerError } from '../../../platform/web/app.ts';
import { joinOrganisation } from '../actions/join-organisation.ts';
import { removePerson, shutOrganisation, withdrawInvitation } from '../actions/manage-people.ts';
import { addOrganisation, correctOrganisation } from '../actions/save-organisation.ts';
import { forgetSecondFactor } from '../actions/second-factor.ts';
import { type OrganisationsView, organisationsPage } from '../pages/organisations.tsx';
import { recordAudit } from '../store/audit.ts';
import { readOpenInvitations } from '../store/invitations.ts';
import { findOpenOrganisation, readOrganisations } from '../store/organisations.ts';
import { readAdministrators } from '../store/people.ts';
import { EMPTY, faultOf, readForm, typedIn } from './organisation-form.ts';
import { type DeskDoor, invite, mountDesk, showPeople, waitingOf } from './people.ts';
import { createSpace } from './space.ts';
import { type Access, visitorOf } from './visitors.ts';

/** Every organisation, and everyone who enters: for those who run the service, then for owners, each in their own. */
export function mountOrganisations(app: WebApp, access: Access): void {
  mountService(app, access);
  mountDesk(managementDoor(app, access), access);
  mountDesk(ownersDoor(app, access), access);
  // Only those who run the service: an owner could otherwise take away the code that watches over their own payments.
  for (const base of ['/gestion/acces', '/gestion/acces/:id'])
    app.post(`${base}/telephone`, async (c) => {
      const personId = String((await c.req.parseBody()).personne ?? '');
      const { ok } = await forgetSecondFactor({ doer: visitorOf(c)!, personId }, access);
      const page = c.req.path.replace(/\/telephone$/, '');
      return ok ? c.redirect(`${page}?fait=forgotten`, 303) : answerError(c, 404, 'notFound');
    });
  app.post('/gestion/acces/:id/fermer', async (c) => {
    const closed = await shutOrganisation({ doer: visitorOf(c)!, id: c.req.param('id') }, access);
    return closed.ok ? c.redirect('/gestion/acces?fait=closed', 303) : answerError(c, 404, 'notFound');
  });
}

function managementDoor(app: WebApp, access: Access): DeskDoor {
  const { db } = access;
  const behind =
    (answer: Parameters<DeskDoor['get']>[1]) =>
    async (c: Context<WebEnv>): Promise<Response> => {
      const organisation = await findOpenOrganisation(db, c.req.param('id') ?? '');
      if (!organisation) return answerError(c, 404, 'notFound');
      const base = `/gestion/acces/${organisation.id}`;
      return answer(c, { organisation, doer: visitorOf(c)!, base, canClose: true });
    };
  app.post(
    '/gestion/acces/:id/corriger',
    behind(async (c, desk) => {
      const { id, kind } = desk.organisation;
      const form = { ...(await readForm(c)), genre: kind };
      const saved = await correctOrganisation({ id, typed: typedIn(form), doer: desk.doer }, access);
      if (saved.ok) return c.redirect(`${desk.base}?fait=corrected`, 303);
      return showPeople(c, access, { desk, correction: { form, faults: [faultOf(c, saved.refusal)] } });
    }),
  );
  app.post(
    '/gestion/acces/:id/entrer',
    behind(async (c, { organisation, doer }) => {
      await joinOrganisation({ organisation, doer }, access);
      return c.redirect(`/espace/${organisation.id}`, 303);
    }),
  );
  return {
    get: (path, answer) => app.get(`/gestion/acces/:id${path}`, behind(answer)),
    post: (path, answer) => app.post(`/gestion/acces/:id${path}`, behind(answer)),
  };
}

function ownersDoor(app: WebApp, access: Access): DeskDoor {
  const space = createSpace(app, access);
  const behind =
    (answer: Parameters<DeskDoor['get']>[1]): Parameters<typeof space.get>[2] =>
    async (c, actor) => {
      const organisation = await findOpenOrganisation(access.db, actor.organisation.id);
      if (!organisation) return answerError(c, 404, 'notFound');
      const base = `/espace/${organisation.id}/personnes`;
      return answer(c, { organisation, doer: actor, base, canClose: false });
    };
  return {
    get: (path, answer) => space.get(`/personnes${path}`, ['owner'], behind(answer)),
    post: (path, answer) => space.post(`/personnes${path}`, ['owner'], behind(answer)),
  };
}

function mountService(app: WebApp, access: Access): void {
  app.get('/gestion/acces', (c) => showService(c, access, {}));
  app.post('/gestion/acces', async (c) => {
    const form = await readForm(c);
    const added = await addOrganisation({ typed: typedIn(form), doer: visitorOf(c)! }, access);
    if (added.ok) return c.redirect(`/gestion/acces/${added.value.id}`, 303);
    return showService(c, access, { form, faults: [faultOf(c, added.refusal)] });
  });
  app.post('/gestion/acces/inviter', async (c) => {
    const invited = await invite(c, access, { organisation: null, doer: visitorOf(c)! });
    if (!invited.ok) return showService(c, access, { inviteFault: invited.refusal });
    return c.redirect(`/gestion/acces?fait=invited&invitation=${invited.value.id}`, 303);
  });
  app.post('/gestion/acces/retirer', async (c) => {
    const id = String((await c.req.parseBody()).personne ?? '');
    const doer = visitorOf(c)!;
    const isDone =
      id !== doer.personId && (await removePerson({ doer, id, organisationId: null }, access)).ok;
    return isDone ? c.redirect('/gestion/acces?fait=removed', 303) : answerError(c, 404, 'notFound');
  });
  app.post('/gestion/acces/annuler', async (c) => {
    const id = String((await c.req.parseBody()).invitation ?? '');
    const { ok } = await withdrawInvitation({ doer: visitorOf(c)!, id, organisationId: null }, access);
    return ok ? c.redirect('/gestion/acces?fait=withdrawn', 303) : answerError(c, 404, 'notFound');
  });
}

const SAID = ['invited', 'removed', 'withdrawn', 'closed', 'forgotten'] as const;

async function showService(
  c: Context<WebEnv>,
  access: Access,
  { form = EMPTY, faults = [], inviteFault = null }: Partial<OrganisationsView>,
): Promise<Response> {
  const { db } = access;
  const at = access.clock();
  const you = visitorOf(c)!;
  const administrators = await readAdministrators(db, at);
  const invitations = await readOpenInvitations(db, null, at);
  await recordAudit(db, {
    actor: you,
    action: 'people-read',
    subjectKind: 'organisation',
    subjectId: 'service',
    at,
  });
  const page = organisationsPage(c.get('view'), {
    organisations: await readOrganisations(db),
    administrators: administrators.map((one) => ({
      ...one,
      roles: [],
      isYou: one.personId === you.personId,
    })),
    invitations: waitingOf(c, access, invitations),
    form,
    faults,
    inviteFault,
    said: SAID.find((one) => one === c.req.query('fait')) ?? null,
  });
  return c.html(page, faults.length > 0 || inviteFault ? 422 : 200);
}
