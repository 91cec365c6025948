import { renderPage } from '../../../../platform/html/page.tsx';
import { Answer, Button } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatInstant, nb } from '../../../../platform/i18n/french-form.ts';
import { type Iban, maskIban } from '../../domain/sepa/iban.ts';
import { PLACE } from '../../place-messages.ts';
import type { BankAccount } from '../../store/places.ts';
import { AccountFields, type AccountForm } from '../money/parts/account-fields.tsx';
import type { Fault } from '../money/parts/frame.tsx';
import { Facts } from '../parts/facts.tsx';
import { type WaitingAccount, WaitingFacts } from '../parts/waiting-account.tsx';

export interface AccountView {
  base: string;
  confirmed: BankAccount | null;
  waiting: WaitingAccount | null;
  /** Nobody else manages this place here. */
  isAlone: boolean;
  delayDays: number;
  form: AccountForm;
  faults: readonly Fault[];
  said: string | null;
}

/** P5: who is paid is decided by two people. */
export function accountPage(view: View, account: AccountView): string {
  const say = PLACE[view.lang];
  const { confirmed, waiting } = account;
  return renderPage(view, {
    title: say.account,
    side: 'pro',
    active: 'space',
    back: { href: account.base, label: say.title },
    errors: account.faults,
    children: (
      <>
        <h1>{nb(say.account)}</h1>
        {account.said && <p role="status">{nb(account.said)}</p>}
        <p>{nb(say.accountWhy)}</p>
        {confirmed ? (
          <Confirmed view={view} confirmed={confirmed} isHeld={waiting !== null} />
        ) : (
          <None view={view} isWaiting={waiting !== null} />
        )}
        {waiting && <Waiting view={view} account={account} waiting={waiting} />}
        <section class="m-group" aria-labelledby="donner">
          <h2 id="donner">{nb(confirmed || waiting ? say.change : say.propose)}</h2>
          <p>{nb(say.delay(account.delayDays))}</p>
          <form class="m-fields" method="post" action={`${account.base}/compte`}>
            <AccountFields view={view} form={account.form} faults={account.faults} />
            <div>
              <Button {...(waiting && { variant: 'secondary' as const })}>{say.proposeButton}</Button>
            </div>
          </form>
        </section>
      </>
    ),
  });
}

function None({ view, isWaiting }: { view: View; isWaiting: boolean }) {
  const say = PLACE[view.lang];
  return <Answer kind="ask" icon="alert-circle" title={isWaiting ? say.accountNoneWaits : say.accountNone} />;
}

function Confirmed({ view, confirmed, isHeld }: { view: View; confirmed: BankAccount; isHeld: boolean }) {
  const say = PLACE[view.lang];
  const { payableFrom } = confirmed;
  const isPayable = payableFrom !== null && payableFrom <= view.now;
  return (
    <section class="m-group" aria-labelledby="actuel">
      <h2 id="actuel">{nb(say.accountNow)}</h2>
      <Facts
        items={[
          { label: say.holder, value: confirmed.holder },
          { label: 'IBAN', value: maskIban(confirmed.iban as Iban) },
        ]}
      />
      <p>
        {nb(
          isPayable || !payableFrom ? say.payableNow : say.payableFrom(formatInstant(payableFrom, view.lang)),
        )}
      </p>
      {isHeld && <p>{nb(say.heldBack)}</p>}
    </section>
  );
}

function Waiting({
  view,
  account: { base, isAlone },
  waiting,
}: {
  view: View;
  account: AccountView;
  waiting: WaitingAccount;
}) {
  const say = PLACE[view.lang];
  return (
    <section class="m-group" aria-labelledby="attend">
      <h2 id="attend">{nb(say.accountWaits)}</h2>
      <WaitingFacts waiting={waiting} labels={{ holder: say.holder, iban: 'IBAN', bic: 'BIC' }} />
      {waiting.isOwn ? (
        <p>{nb(isAlone ? say.waitsAlone : say.waitsForOther)}</p>
      ) : (
        <>
          <p>{nb(say.compare)}</p>
          <form class="m-row" method="post" action={`${base}/compte/${waiting.id}`}>
            <Button icon="check" name="avis" value="oui">
              {say.confirm}
            </Button>
            <Button icon="x" variant="secondary" name="avis" value="non">
              {say.refuse}
            </Button>
          </form>
        </>
      )}
    </section>
  );
}
