import { renderPage } from '../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink, SelectField, TextField } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import { LANGUAGES } from '../../../platform/i18n/messages.ts';
import { ACCOUNT } from '../account-messages.ts';
import type { ProofRefusal } from '../actions/prove-address.ts';
import { LONGEST_NAME } from '../domain/stated-name.ts';
import type { Visitor } from '../domain/visitor.ts';
import type { DeviceKey } from '../store/keys.ts';
import type { OpenSession } from '../store/sessions.ts';
import { KeySection } from './parts/key-table.tsx';
import { SessionTable } from './parts/session-table.tsx';

export interface AccountView {
  visitor: Visitor;
  /** What was typed and is no address. */
  wrongEmail: string | null;
  said: 'saved' | 'addressSent' | 'closed' | 'keySaid' | 'keyRemoved' | null;
  keys: readonly DeviceKey[];
  sessions: readonly OpenSession[];
}

export function accountPage(view: View, { visitor, wrongEmail, said, sessions, keys }: AccountView): string {
  const say = ACCOUNT[view.lang];
  const fault = wrongEmail === null ? undefined : say['email-malformed'];
  return renderPage(view, {
    title: say.title,
    scripts: ['passkey.js'],
    errors: fault ? [{ field: 'email', message: fault }] : [],
    side: 'pro',
    active: 'account',
    back: { href: '/espace', label: say.back },
    children: (
      <>
        <h1>{say.title}</h1>
        {said && <p role="status">{nb(say[said])}</p>}
        {visitor.email === null && <p>{nb(say.noAddress)}</p>}
        <form class="m-fields" method="post" action="/compte">
          <TextField
            name="nom"
            label={say.name}
            value={visitor.name}
            maxlength={LONGEST_NAME}
            autocomplete="name"
          />
          <SelectField
            name="langue"
            label={say.lang}
            value={visitor.lang}
            options={LANGUAGES.map((lang) => ({ value: lang, label: say.langs[lang] }))}
          />
          <div>
            <Button>{say.save}</Button>
          </div>
        </form>
        <section class="m-group">
          <h2>{nb(say.address)}</h2>
          {visitor.email !== null && <p>{nb(say.addressNow(visitor.email))}</p>}
          <form class="m-fields" method="post" action="/compte/adresse/nouvelle">
            <TextField
              name="email"
              label={say.newAddress}
              description={say.addressHow}
              error={fault}
              value={wrongEmail ?? ''}
              autocomplete="email"
              inputmode="email"
            />
            <div>
              <Button variant="secondary">{say.changeAddress}</Button>
            </div>
          </form>
        </section>
        <section class="m-group">
          <h2>{nb(say.codeTitle)}</h2>
          <p>{nb(say.codeWhy)}</p>
          <div>
            <ButtonLink href="/compte/code" variant="secondary">
              {say.code}
            </ButtonLink>
          </div>
        </section>
        <KeySection view={view} keys={keys} />
        <SessionTable view={view} sessions={sessions} current={visitor.sessionId} />
        <form method="post" action="/deconnexion">
          <Button variant="secondary">{say.leave}</Button>
        </form>
      </>
    ),
  });
}

/** A button, so that a program that previews links confirms nothing. */
export function proofPage(view: View, token: string): string {
  const say = ACCOUNT[view.lang];
  return renderPage(view, {
    side: 'pro',
    title: say.proofTitle,
    children: (
      <>
        <h1>{nb(say.proofTitle)}</h1>
        <p>{nb(say.proofWhy)}</p>
        <form method="post" action="/compte/adresse">
          <input type="hidden" name="jeton" value={token} />
          <Button>{say.proof}</Button>
        </form>
      </>
    ),
  });
}

export function provenPage(view: View, refusal: ProofRefusal['kind'] | null): string {
  const say = ACCOUNT[view.lang];
  const title = refusal ? say.unprovenTitle : say.provenTitle;
  return renderPage(view, {
    side: 'pro',
    title,
    children: (
      <Answer
        kind={refusal ? 'ask' : 'ok'}
        {...(refusal && { icon: 'mail' as const })}
        title={title}
        titleAs="h1"
      >
        <p>{nb(refusal ? say[refusal] : say.proven)}</p>
        <ButtonLink href="/compte" variant="secondary">
          {say.title}
        </ButtonLink>
      </Answer>
    ),
  });
}
