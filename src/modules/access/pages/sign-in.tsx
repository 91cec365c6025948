import { renderPage } from '../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink, TextField } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import { MESSAGES } from '../messages.ts';
import { KeyButton } from './parts/key-button.tsx';

export interface SignInView {
  back: string;
  typed: string;
  fault: 'email-malformed' | 'tooMany' | null;
  /** Of the identity provider; null when there is none. */
  provider: string | null;
}

export function signInPage(view: View, { back, typed, fault, provider }: SignInView): string {
  const say = MESSAGES[view.lang];
  const malformed = fault === 'email-malformed' ? say[fault] : undefined;
  return renderPage(view, {
    side: 'pro',
    title: say.signInTitle,
    active: 'sign-in',
    scripts: ['passkey.js'],
    errors: malformed ? [{ field: 'email', message: malformed }] : [],
    children: (
      <>
        <h1>{nb(say.signInTitle)}</h1>
        {fault === 'tooMany' && <p role="alert">{nb(say.tooMany)}</p>}
        <p>{nb(say.signInLead)}</p>
        <form class="m-fields" method="post" action="/connexion">
          <input type="hidden" name="retour" value={back} />
          <TextField
            name="email"
            label={say.email}
            description={say.emailExample}
            error={malformed}
            value={typed}
            autocomplete="email"
            inputmode="email"
            enterkeyhint="send"
          />
          <div>
            <Button icon="mail">{say.sendLink}</Button>
          </div>
        </form>
        <KeyButton purpose="enter" label={say.keyEnter} busy={say.keyBusy} fault={say.keyFault} back={back} />
        {provider !== null && (
          <div>
            <ButtonLink
              href={`/connexion/identite?${new URLSearchParams({ retour: back })}`}
              variant="secondary"
            >
              {say.identity(provider)}
            </ButtonLink>
          </div>
        )}
        <p>{nb(say.onlyInvited)}</p>
      </>
    ),
  });
}

/** The same whether the address is known or not. */
export function linkSentPage(view: View, back: string): string {
  const say = MESSAGES[view.lang];
  return renderPage(view, {
    side: 'pro',
    title: say.sentTitle,
    children: (
      <Answer kind="ok" icon="mail" title={say.sentTitle} titleAs="h1">
        <p>{nb(say.sentWhat)}</p>
        <p>{nb(say.sentElse)}</p>
        <ButtonLink href={`/connexion?${new URLSearchParams({ retour: back })}`} variant="secondary">
          {say.again}
        </ButtonLink>
      </Answer>
    ),
  });
}

/** A button, so that a program that follows links to preview them does not use this one up. */
export function linkPage(view: View, { token, back }: { token: string; back: string }): string {
  const say = MESSAGES[view.lang];
  return renderPage(view, {
    side: 'pro',
    title: say.linkTitle,
    children: (
      <>
        <h1>{say.linkTitle}</h1>
        <p>{nb(say.linkWhy)}</p>
        <form method="post" action="/connexion/lien">
          <input type="hidden" name="jeton" value={token} />
          <input type="hidden" name="retour" value={back} />
          <Button>{say.enter}</Button>
        </form>
      </>
    ),
  });
}

export function deadLinkPage(view: View, back: string): string {
  const say = MESSAGES[view.lang];
  return renderPage(view, {
    side: 'pro',
    title: say.linkDeadTitle,
    children: (
      <>
        <h1>{nb(say.linkDeadTitle)}</h1>
        <p>{nb(say.linkDead)}</p>
        <ButtonLink href={`/connexion?${new URLSearchParams({ retour: back })}`}>{say.again}</ButtonLink>
      </>
    ),
  });
}

export function identityRefusedPage(view: View, provider: string, why: 'refused' | 'absent'): string {
  const say = MESSAGES[view.lang];
  const words = why === 'absent' ? say.identityAbsent : say.identityRefused;
  return renderPage(view, {
    side: 'pro',
    title: say.identityRefusedTitle(provider),
    children: (
      <>
        <h1>{nb(say.identityRefusedTitle(provider))}</h1>
        <p>{nb(words)}</p>
        <ButtonLink href="/connexion">{say.signIn}</ButtonLink>
      </>
    ),
  });
}
