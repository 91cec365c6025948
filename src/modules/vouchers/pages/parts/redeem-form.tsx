import { Button, Choices, Field } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { amountWords } from '../../amount-messages.ts';
import { amountOf, usualCounts } from '../../domain/amount.ts';
import type { ProgrammeTerms } from '../../domain/programme.ts';
import { REDEEM } from '../../redeem-messages.ts';

export type UnitTerms = Pick<ProgrammeTerms, 'passMinutes' | 'passCents' | 'passesPerBooklet'>;

export interface RedeemForm {
  code: string;
  count: number;
  /** How the code was read. */
  channel: 'typed' | 'camera';
}

export function CodeField({ view, value, error }: { view: View; value: string; error?: string | undefined }) {
  const say = REDEEM[view.lang];
  return (
    <Field name="code" label={say.code} description={say.codeHint} error={error}>
      {(tied) => (
        <input
          class="ds-input m-code"
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          dir="ltr"
          // The square holds a whole address: hand-held readers type it.
          maxlength={200}
          value={value}
          {...tied}
        />
      )}
    </Field>
  );
}

/** Times of help, or amounts. Where programmes count differently, the number of passes is all that can be asked before the code is known. */
export function CountChoices({
  view,
  programmes,
  count,
  id = 'combien',
}: {
  view: View;
  programmes: readonly UnitTerms[];
  count: number;
  id?: string;
}) {
  const say = REDEEM[view.lang];
  const [first, ...others] = programmes;
  if (!first) return null;
  const isOneUnit = others.every(
    ({ passMinutes, passCents }) => passMinutes === first.passMinutes && passCents === first.passCents,
  );
  const counts = [...new Set(programmes.flatMap(usualCounts))].sort((a, b) => a - b);
  const isTime = isOneUnit && first.passMinutes !== null;
  return (
    <div class="m-inline">
      <Choices
        type="radio"
        name="combien"
        id={id}
        legend={isTime ? say.howLong : say.howMuch}
        options={counts.map((one) => ({
          value: String(one),
          label: isOneUnit ? amountWords(amountOf(first, one), view.lang) : say.passes(one),
        }))}
        values={[String(count)]}
      />
    </div>
  );
}

/** The same code for another time of help, without typing it again. */
export function ChangeCount({
  view,
  base,
  form,
  terms,
}: {
  view: View;
  base: string;
  form: RedeemForm;
  terms: UnitTerms;
}) {
  const say = REDEEM[view.lang];
  return (
    <form class="m-fields" method="post" action={`${base}/verifier`}>
      <HiddenCode form={form} />
      <CountChoices view={view} programmes={[terms]} count={form.count} id="autre" />
      <div>
        <Button variant="secondary">{say.changeButton}</Button>
      </div>
    </form>
  );
}

/** Carried from one step to the next, in forms only. */
export const HiddenCode = ({ form: { code, channel } }: { form: RedeemForm }) => (
  <>
    <input type="hidden" name="code" value={code} />
    <input type="hidden" name="moyen" value={channel} />
  </>
);
