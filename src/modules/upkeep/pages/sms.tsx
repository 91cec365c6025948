import { renderPage } from '../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink, TextField } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatNumber, nb } from '../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { placeText } from '../domain/place-text.ts';
import { PUBLIC } from '../public-messages.ts';

export interface SmsView {
  place: PublishedPlace;
  canText: boolean;
  number: string;
  state: 'asked' | 'not-a-mobile' | 'too-many' | 'sent';
  waitSeconds: number;
}

/** A place on a telephone: sent by us when a gateway is there, else by the telephone that shows the page. */
export function smsPage(view: View, sms: SmsView): string {
  const { place, canText, state } = sms;
  const say = PUBLIC[view.publicLang];
  const text = placeText(place.fields, `${view.publicUrl}/lieux/${place.id}`);
  const error = state === 'not-a-mobile' ? say[state] : undefined;
  return renderPage(view, {
    title: state === 'sent' ? say.smsSent : say.smsTitle,
    errors: error ? [{ field: 'portable', message: error }] : [],
    back: { href: `/lieux/${place.id}`, label: say.backToPlace },
    children: (
      <>
        {state === 'sent' ? (
          <Answer kind="ok" title={say.smsSent} titleAs="h1">
            <p>{nb(say.smsSentWhy)}</p>
          </Answer>
        ) : (
          <h1>{nb(say.smsTitle)}</h1>
        )}
        <section>
          <h2>{nb(say.smsText)}</h2>
          <p class="m-lines" lang="fr" dir="ltr">
            {text}
          </p>
        </section>
        {state !== 'sent' &&
          (canText ? <SmsForm view={view} sms={sms} error={error} /> : <OwnPhone view={view} text={text} />)}
      </>
    ),
  });
}

function SmsForm({ view, sms, error }: { view: View; sms: SmsView; error: string | undefined }) {
  const say = PUBLIC[view.publicLang];
  const minutes = formatNumber(Math.ceil(sms.waitSeconds / 60), view.publicLang);
  return (
    <form method="post">
      {sms.state === 'too-many' && <p role="alert">{nb(say.tooMany(minutes))}</p>}
      <TextField
        name="portable"
        label={say.mobile}
        description={say.mobileHint}
        value={sms.number}
        error={error}
        inputmode="tel"
        dir="ltr"
        autocomplete="tel"
        maxlength={30}
      />
      <Button>{say.send}</Button>
    </form>
  );
}

function OwnPhone({ view, text }: { view: View; text: string }) {
  const say = PUBLIC[view.publicLang];
  return (
    <>
      <p>{nb(say.openPhoneWhy)}</p>
      {/* `?&` is what both families of telephones read. */}
      <ButtonLink href={`sms:?&body=${encodeURIComponent(text)}`}>{say.openPhone}</ButtonLink>
      <p>{nb(say.noPhone)}</p>
    </>
  );
}
