import { Button } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import { groupIban, type Iban, maskIban } from '../../domain/sepa/iban.ts';
import { PARTNERS } from '../../partner-messages.ts';
import type { BankAccount } from '../../store/places.ts';
import { Facts } from '../parts/facts.tsx';
import { type Fault, moneyPage } from './parts/frame.tsx';

export interface WaitingAccount extends BankAccount {
  replacedIban: string | null;
  /** Days between an agreement and the first transfer. */
  delayDays: number;
}

/** P5: the second person compares with the bank's document, and calls; nothing is paid meanwhile. */
export function accountsPage(
  view: View,
  {
    base,
    programme,
    accounts,
    nameOf,
    faults,
    said,
  }: {
    base: string;
    programme: string;
    accounts: readonly WaitingAccount[];
    nameOf: (id: string) => string;
    faults: readonly Fault[];
    said: string | null;
  },
): string {
  const say = PARTNERS[view.lang];
  return moneyPage(view, {
    title: say.accountsTitle,
    back: { href: base, label: programme },
    faults,
    said,
    children: (
      <>
        <p>{nb(say.accountsCall)}</p>
        {accounts.length === 0 && <p>{nb(say.accountsNone)}</p>}
        {accounts.map((account) => (
          <Account
            key={account.id}
            view={view}
            account={account}
            name={nameOf(account.structure)}
            action={`${base}/comptes`}
          />
        ))}
      </>
    ),
  });
}

function Account({
  view,
  account,
  name,
  action,
}: {
  view: View;
  account: WaitingAccount;
  name: string;
  action: string;
}) {
  const say = PARTNERS[view.lang];
  const facts = [
    { label: say.holder, value: account.holder },
    { label: say.iban, value: <span>{groupIban(account.iban as Iban)}</span> },
    ...(account.bic ? [{ label: say.bic, value: account.bic }] : []),
    { label: say.proposedOn, value: formatDate(account.proposedAt, view.lang) },
  ];
  return (
    <section class="m-group" id={account.id} tabIndex={-1}>
      <h2>{nb(name)}</h2>
      <Facts items={facts} />
      {account.replacedIban && <p>{nb(say.replaces(maskIban(account.replacedIban as Iban)))}</p>}
      <p class="m-small">{nb(say.accountsWhy(account.delayDays))}</p>
      <form class="m-row" method="post" action={action}>
        <input type="hidden" name="account" value={account.id} />
        <Button variant="secondary" name="verdict" value="agree" aria-label={nb(say.confirmOne(name))}>
          {say.confirm}
        </Button>
        <Button variant="tertiary" name="verdict" value="refuse" aria-label={nb(say.refuseAccountOne(name))}>
          {say.refuseAccount}
        </Button>
      </form>
    </section>
  );
}
