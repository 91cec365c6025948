import type { ComponentChildren } from 'preact';
import { groupIban, type Iban, maskIban } from '../../domain/sepa/iban.ts';
import type { BankAccount } from '../../store/places.ts';
import { Facts } from './facts.tsx';

/** `isOwn`: proposed by whoever looks at it. */
export type WaitingAccount = BankAccount & { isOwn: boolean };

/** P5: the whole number of an account that waits is shown to the second person only, who compares it. */
export function WaitingFacts({
  waiting: { holder, iban, bic, isOwn },
  labels,
  others = [],
}: {
  waiting: WaitingAccount;
  labels: { holder: string; iban: string; bic: string };
  others?: readonly { label: string; value: ComponentChildren }[];
}) {
  return (
    <Facts
      items={[
        { label: labels.holder, value: holder },
        {
          label: labels.iban,
          value: isOwn ? maskIban(iban as Iban) : <span>{groupIban(iban as Iban)}</span>,
        },
        ...(bic && !isOwn ? [{ label: labels.bic, value: bic }] : []),
        ...others,
      ]}
    />
  );
}
