import type { Context } from 'hono';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import { type AcceptRefusal, acceptInvitation, readInvitation } from '../actions/accept-invitation.ts';
import { SESSION_SECONDS } from '../actions/load-auth.ts';
import { isRoleOf } from '../domain/organisation.ts';
import { deadInvitationPage, invitationPage, signInFirstPage } from '../pages/invitation.tsx';
import { signInPage } from '../pages/sign-in.tsx';
import { findOrganisation } from '../store/organisations.ts';
import { type Access, keepPrivate, sendCookies, visitorOf } from './visitors.ts';

export function mountInvitations(app: WebApp, access: Access): void {
  app.get('/invitations/:token', (c) => {
    keepPrivate(c);
    return showInvitation(c, access, false);
  });
  app.post('/invitations/:token', async (c) => {
    keepPrivate(c);
    if (access.limits.tries.waitSeconds(c) > 0)
      return c.html(
        signInPage(c.get('view'), { back: '/espace', typed: '', fault: 'tooMany', provider: null }),
        429,
      );
    const { nom } = await c.req.parseBody();
    const answering = {
      token: c.req.param('token'),
      visitor: visitorOf(c),
      name: String(nom ?? ''),
      lang: c.get('view').lang,
    };
    const accepted = await acceptInvitation(answering, access);
    if (!accepted.ok) return answerRefusal(c, access, accepted.refusal);
    const { personId, isNew } = accepted.value;
    if (isNew)
      sendCookies(c, await (await access.auth()).openSession(personId, SESSION_SECONDS, c.req.raw.headers));
    return c.redirect('/espace', 303);
  });
}

async function showInvitation(c: Context<WebEnv>, access: Access, isNameMissing: boolean): Promise<Response> {
  const answering = { token: c.req.param('token') ?? '', visitor: visitorOf(c) };
  const found = await readInvitation(access.db, answering, access);
  if (!found.ok) return answerRefusal(c, access, found.refusal);
  const { invitation, known } = found.value;
  const { organisationId } = invitation;
  const organisation = organisationId === null ? null : await findOrganisation(access.db, organisationId);
  const page = invitationPage(c.get('view'), {
    joins: organisation?.name ?? access.territory,
    roles: organisation ? invitation.roles.filter((role) => isRoleOf(organisation.kind, role)) : [],
    isKnown: known !== null,
    isNameMissing,
  });
  return c.html(page, isNameMissing ? 422 : 200);
}

function answerRefusal(
  c: Context<WebEnv>,
  access: Access,
  refusal: AcceptRefusal,
): Response | Promise<Response> {
  switch (refusal.kind) {
    case 'invitation-invalid':
      return c.html(deadInvitationPage(c.get('view')), 404);
    case 'sign-in-first':
      return c.html(signInFirstPage(c.get('view')), 403);
    case 'name-needed':
      return showInvitation(c, access, true);
  }
}
