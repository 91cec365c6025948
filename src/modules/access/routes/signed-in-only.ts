import type { Context } from 'hono';
import type { WebEnv } from '../../../platform/html/view.ts';
import type { Visitor } from '../domain/visitor.ts';
import { keepPrivate, visitorOf } from './visitors.ts';

/** For pages of anyone who is signed in; others are led to sign in, and come back. */
export const signedInOnly =
  (answer: (c: Context<WebEnv>, visitor: Visitor) => Response | Promise<Response>) =>
  (c: Context<WebEnv>): Response | Promise<Response> => {
    keepPrivate(c);
    const visitor = visitorOf(c);
    return visitor ? answer(c, visitor) : leadToSignIn(c);
  };

/** A form that was being sent is lost: the page is opened again once signed in. */
export function leadToSignIn(c: Context<WebEnv>): Response {
  const { pathname, search } = c.get('view').url;
  return c.redirect(`/connexion?${new URLSearchParams({ retour: pathname + search })}`, 303);
}
