import { renderPage } from '../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink, TextField } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatNumber, nb } from '../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { kioskHref, renderKiosk } from '../../finder/index.ts';
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
  const { backToPlace } = PUBLIC[view.publicLang];
  return renderPage(view, {
    ...headOf(view, sms),
    back: { href: `/lieux/${sms.place.id}`, label: backToPlace },
    children: <Content view={view} sms={sms} autocomplete="tel" />,
  });
}

/** The same at a reception desk, whose screen remembers no number and proposes none. */
export function kioskSmsPage(view: View, sms: SmsView): string {
  const besoin = view.url.searchParams.get('besoin') ?? 'tout';
  return renderKiosk(view, {
    ...headOf(view, sms),
    children: (
      <>
        <Content view={view} sms={sms} autocomplete="off" />
        <div class="m-row">
          <ButtonLink
            variant="secondary"
            icon="arrow-left"
            href={kioskHref(view, `/borne/lieux/${sms.place.id}`, { besoin })}
          >
            {PUBLIC[view.publicLang].backToPlace}
          </ButtonLink>
        </div>
      </>
    ),
  });
}

function headOf(view: View, { state }: SmsView) {
  const say = PUBLIC[view.publicLang];
  return {
    title: state === 'sent' ? say.smsSent : say.smsTitle,
    errors: state === 'not-a-mobile' ? [{ field: 'portable', message: say[state] }] : [],
  };
}

interface Shown {
  view: View;
  sms: SmsView;
  autocomplete: 'tel' | 'off';
}

function Content({ view, sms, autocomplete }: Shown) {
  const { place, canText, state } = sms;
  const say = PUBLIC[view.publicLang];
  const text = placeText(place.fields, `${view.publicUrl}/lieux/${place.id}`);
  return (
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
        (canText ? (
          <SmsForm view={view} sms={sms} autocomplete={autocomplete} />
        ) : (
          <OwnPhone view={view} text={text} />
        ))}
    </>
  );
}

function SmsForm({ view, sms, autocomplete }: Shown) {
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
        error={sms.state === 'not-a-mobile' ? say[sms.state] : undefined}
        inputmode="tel"
        dir="ltr"
        autocomplete={autocomplete}
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
