import { renderPage } from '../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink, Choices, Published } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { ASK } from '../ask-messages.ts';
import { maskEmail } from '../domain/mask-email.ts';

export interface AskView {
  place: PublishedPlace;
  state: { kind: 'asked' | 'expired' | 'too-many' } | { kind: 'sent'; to: string };
}

/** Who holds the published mailbox of a place may correct it: the page never takes another address. */
export function askLinkPage(view: View, { place, state }: AskView): string {
  const say = ASK[view.publicLang];
  const emails = place.fields.emails ?? [];
  return renderPage(view, {
    title: state.kind === 'sent' ? say.sentTitle : say.title,
    back: { href: `/lieux/${place.id}`, label: say.backToPlace },
    children: (
      <>
        {state.kind === 'sent' ? (
          <Answer kind="ok" icon="mail" title={say.sentTitle} titleAs="h1">
            <p>{nb(say.sent(maskEmail(state.to)))}</p>
            <p>{nb(say.sentElse)}</p>
          </Answer>
        ) : (
          <div class="m-group">
            <h1>{nb(say.title)}</h1>
            <p>
              <Published view={view}>{place.fields.name ?? place.id}</Published>
            </p>
            {state.kind === 'expired' && <p role="alert">{nb(say.expired)}</p>}
            {state.kind === 'too-many' && <p role="alert">{nb(say.tooMany)}</p>}
            <p>{nb(say.lead)}</p>
          </div>
        )}
        {emails.length === 0 ? (
          <>
            <p>{nb(say.noEmail)}</p>
            <ButtonLink href={`/lieux/${place.id}/signaler`}>{say.report}</ButtonLink>
          </>
        ) : (
          state.kind !== 'sent' && <AskForm view={view} emails={emails} />
        )}
      </>
    ),
  });
}

function AskForm({ view, emails }: { view: View; emails: readonly string[] }) {
  const say = ASK[view.publicLang];
  const [first] = emails.map(maskEmail);
  return (
    <form method="post">
      {emails.length > 1 ? (
        <Choices
          type="radio"
          name="rang"
          legend={say.which}
          options={emails.map((email, rank) => ({ value: String(rank), label: maskEmail(email) }))}
          values={['0']}
        />
      ) : (
        <p>{nb(say.how(first!))}</p>
      )}
      <p>{nb(say.why)}</p>
      <Button>{say.ask}</Button>
    </form>
  );
}
