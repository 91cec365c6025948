import { Button, Details } from '../../../../../platform/html/parts.tsx';
import type { View } from '../../../../../platform/html/view.ts';
import { formatDate, formatInstant, nb } from '../../../../../platform/i18n/french-form.ts';
import { groupIban, type Iban } from '../../../domain/sepa/iban.ts';
import { ESCROW } from '../../../escrow-messages.ts';
import { PROVISION } from '../../../provision-messages.ts';
import type { Programme } from '../../../store/programmes.ts';
import { type WaitingAccount, WaitingFacts } from '../../parts/waiting-account.tsx';
import { AccountFields, type AccountForm } from './account-fields.tsx';
import { type Fault, faultOf } from './frame.tsx';

export interface EscrowView {
  /** Address of the page, without final slash. */
  action: string;
  programme: Programme;
  /** From when the account in force may pay; null when it never changed. */
  payableFrom: Date | null;
  waiting: WaitingAccount | null;
  /** Null for those who only read. */
  form: AccountForm | null;
  faults: readonly Fault[];
}

/** Identifier of what a refused decision points at. */
export const ESCROW_WAITING = 'compte-a-confirmer';

/** P5 and V6: the account that pays, the one that waits for a second person, and the form of another. */
export function Escrow({ view, escrow }: { view: View; escrow: EscrowView }) {
  const say = ESCROW[view.lang];
  const { programme, payableFrom, waiting, form, faults, action } = escrow;
  const isWrong = ['holder', 'iban', 'bic'].some((field) => faultOf(faults, field) !== undefined);
  return (
    <section class="m-group">
      <h2>{nb(say.title)}</h2>
      {programme.escrow ? (
        <p>{say.now(nb(programme.escrow.holder), groupIban(programme.escrow.iban as Iban))}</p>
      ) : (
        <p>{nb(say.none)}</p>
      )}
      {payableFrom !== null && payableFrom > view.now && (
        <p>{nb(say.until(formatInstant(payableFrom, view.lang)))}</p>
      )}
      <p class="m-small">{nb(say.why)}</p>
      {waiting && <Waiting view={view} action={action} waiting={waiting} />}
      {form && (
        <Details
          summary={programme.escrow || waiting ? say.change : say.propose}
          isOpen={isWrong || !(programme.escrow || waiting)}
        >
          <form class="m-fields" method="post" action={action}>
            <p>{nb(say.changeWhy(programme.terms.bankDelayDays))}</p>
            <AccountFields view={view} form={form} faults={faults} />
            <div>
              <Button variant="secondary">{say.button}</Button>
            </div>
          </form>
        </Details>
      )}
    </section>
  );
}

function Waiting({ view, action, waiting }: { view: View; action: string; waiting: WaitingAccount }) {
  const say = ESCROW[view.lang];
  const words = PROVISION[view.lang];
  return (
    <section class="m-group" id={ESCROW_WAITING} tabIndex={-1}>
      <h3>{nb(say.waits)}</h3>
      <WaitingFacts
        waiting={waiting}
        labels={{ holder: say.holder, iban: words.iban, bic: words.bic }}
        others={[{ label: say.proposedOn, value: formatDate(waiting.proposedAt, view.lang) }]}
      />
      {waiting.isOwn ? (
        <p>{nb(say.waitsForOther)}</p>
      ) : (
        <>
          <p>{nb(say.compare)}</p>
          <form class="m-row" method="post" action={`${action}/decision`}>
            <input type="hidden" name="account" value={waiting.id} />
            <Button variant="secondary" name="verdict" value="agree">
              {say.confirm}
            </Button>
            <Button variant="tertiary" name="verdict" value="refuse">
              {say.refuse}
            </Button>
          </form>
        </>
      )}
    </section>
  );
}
