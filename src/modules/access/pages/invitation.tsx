import { renderPage } from '../../../platform/html/page.tsx';
import { Button, ButtonLink, TextField } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import type { Role } from '../domain/organisation.ts';
import { LONGEST_NAME } from '../domain/stated-name.ts';
import { MESSAGES } from '../messages.ts';
import { ORGANISATIONS } from '../organisation-messages.ts';

export interface InvitationView {
  /** Of the organisation, or of the whole service. */
  joins: string;
  /** Empty: to run the whole service. */
  roles: readonly Role[];
  /** The person has a name here already. */
  isKnown: boolean;
  isNameMissing: boolean;
}

export function invitationPage(view: View, { joins, roles, isKnown, isNameMissing }: InvitationView): string {
  const say = MESSAGES[view.lang];
  const fault = isNameMissing ? say['name-needed'] : undefined;
  return renderPage(view, {
    side: 'pro',
    title: say.invitedTitle(joins),
    errors: fault ? [{ field: 'nom', message: fault }] : [],
    children: (
      <>
        <h1>{nb(say.invitedTitle(joins))}</h1>
        {roles.length === 0 ? (
          <p>{nb(say.invitedRun)}</p>
        ) : (
          <div>
            <p>{nb(say.invitedRoles)}</p>
            <ul>
              {roles.map((role) => (
                <li key={role}>{nb(ORGANISATIONS[view.lang].roles[role])}</li>
              ))}
            </ul>
          </div>
        )}
        <form class="m-fields" method="post">
          {!isKnown && (
            <TextField
              name="nom"
              label={say.yourName}
              description={say.yourNameWhy}
              error={fault}
              maxlength={LONGEST_NAME}
              autocomplete="name"
            />
          )}
          <div>
            <Button>{say.accept}</Button>
          </div>
        </form>
      </>
    ),
  });
}

export function deadInvitationPage(view: View): string {
  const say = MESSAGES[view.lang];
  return renderPage(view, {
    side: 'pro',
    title: say.invitationDeadTitle,
    children: (
      <>
        <h1>{nb(say.invitationDeadTitle)}</h1>
        <p>{nb(say.invitationDead)}</p>
        <ButtonLink href="/connexion" variant="secondary">
          {say.signIn}
        </ButtonLink>
      </>
    ),
  });
}

export function signInFirstPage(view: View): string {
  const say = MESSAGES[view.lang];
  return renderPage(view, {
    side: 'pro',
    title: say.signInFirstTitle,
    children: (
      <>
        <h1>{nb(say.signInFirstTitle)}</h1>
        <p>{nb(say.signInFirst)}</p>
        <ButtonLink href={`/connexion?${new URLSearchParams({ retour: view.url.pathname })}`}>
          {say.signIn}
        </ButtonLink>
      </>
    ),
  });
}
