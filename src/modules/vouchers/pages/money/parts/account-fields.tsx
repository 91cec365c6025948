import { TextField } from '../../../../../platform/html/parts.tsx';
import type { View } from '../../../../../platform/html/view.ts';
import type { AccountRefusal } from '../../../actions/bank-accounts.ts';
import { PROVISION } from '../../../provision-messages.ts';
import { SEPA_MESSAGES } from '../../../sepa-messages.ts';
import { type Fault, faultOf } from './frame.tsx';

export interface AccountForm {
  holder: string;
  iban: string;
  bic: string;
}

const FIELD_OF: Readonly<Partial<Record<AccountRefusal['kind'], keyof AccountForm>>> = {
  'holder-missing': 'holder',
  'name-unwritable': 'holder',
  'bic-wrong': 'bic',
};

/** The same words for whoever pays and for whoever is paid. */
export const accountFault = ({ lang }: View, { kind }: AccountRefusal): Fault => ({
  field: FIELD_OF[kind] ?? 'iban',
  message: SEPA_MESSAGES[lang].account[kind],
});

/** The details of an account, in the order of a RIB. */
export function AccountFields({
  view,
  form,
  faults,
}: {
  view: View;
  form: AccountForm;
  faults: readonly Fault[];
}) {
  const say = PROVISION[view.lang];
  return (
    <>
      <TextField
        name="holder"
        label={say.holder}
        value={form.holder}
        error={faultOf(faults, 'holder')}
        maxlength={140}
        autocomplete="off"
      />
      <TextField
        name="iban"
        label={say.iban}
        description={say.ibanHint}
        value={form.iban}
        error={faultOf(faults, 'iban')}
        maxlength={60}
        autocomplete="off"
      />
      <TextField
        name="bic"
        label={say.bic}
        description={say.bicHint}
        value={form.bic}
        error={faultOf(faults, 'bic')}
        maxlength={20}
        autocomplete="off"
      />
    </>
  );
}
