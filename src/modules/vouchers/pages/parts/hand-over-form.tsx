import { Button, Choices, SelectField, TextField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import {
  LANGUAGE_FACTS,
  PUBLIC_LANGUAGES,
  type PublicLang,
} from '../../../../platform/i18n/public-languages.ts';
import { FIELD, type HandOverFault } from '../../field-messages.ts';
import type { Stock } from '../../store/handed-over.ts';

export interface HandOverForm {
  key: string;
  programme: string;
  name: string;
  phone: string;
  lang: PublicLang;
}

const FIELD_OF: Partial<Record<HandOverFault['kind'], string>> = {
  'name-missing': 'prenom',
  'name-too-long': 'prenom',
  'not-a-mobile': 'telephone',
};

/** Where the fault is and what to do; what concerns no field in particular stands at the first one. */
export function faultOf(view: View, fault: HandOverFault): { field: string; message: string } {
  const say = FIELD[view.lang];
  const message = fault.kind === 'name-too-long' ? say[fault.kind](fault.most) : say[fault.kind];
  return { field: FIELD_OF[fault.kind] ?? 'prenom', message };
}

export function HandOverFormPart({
  view,
  action,
  form,
  fault,
  stock,
  canText,
}: {
  view: View;
  action: string;
  form: HandOverForm;
  fault: HandOverFault | null;
  stock: readonly Stock[];
  canText: boolean;
}) {
  const say = FIELD[view.lang];
  const told = fault && faultOf(view, fault);
  const errorOf = (field: string) => (told?.field === field ? told.message : undefined);
  const [only] = stock;
  return (
    <form class="m-fields" method="post" action={action}>
      <input type="hidden" name="cle" value={form.key} />
      {stock.length === 1 ? (
        <input type="hidden" name="programme" value={only!.programme} />
      ) : (
        <Choices
          type="radio"
          name="programme"
          legend={say.programme}
          options={stock.map((one) => ({
            value: one.programme,
            label: one.name,
            hint: say.inStock(one.inStock),
          }))}
          values={[form.programme]}
        />
      )}
      <TextField
        name="prenom"
        label={say.name}
        description={say.nameHint}
        value={form.name}
        error={errorOf('prenom')}
        autocomplete="off"
        maxlength={60}
      />
      {canText && <PhoneField view={view} value={form.phone} error={errorOf('telephone')} />}
      <LanguageField view={view} value={form.lang} />
      <div>
        <Button icon="ticket">{say.give}</Button>
      </div>
      <p class="m-small">{nb(say.hasHad)}</p>
    </form>
  );
}

export function PhoneField({
  view,
  value,
  error,
}: {
  view: View;
  value: string;
  error?: string | undefined;
}) {
  const say = FIELD[view.lang];
  return (
    <TextField
      name="telephone"
      label={say.phone}
      description={say.phoneHint}
      value={value}
      error={error}
      inputmode="tel"
      dir="ltr"
      // Another person’s number: the browser would offer that of whoever types.
      autocomplete="off"
      maxlength={30}
    />
  );
}

export const LanguageField = ({ view, value }: { view: View; value: PublicLang }) => (
  <SelectField
    name="langue"
    label={FIELD[view.lang].sheetLang}
    value={value}
    options={PUBLIC_LANGUAGES.map((lang) => ({ value: lang, label: LANGUAGE_FACTS[lang].name }))}
  />
);
