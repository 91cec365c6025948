import { Button, Choices, Details, TextField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { PRESETS, type PresetName } from '../../domain/programme.ts';
import type { TermsForm } from '../../domain/terms-form.ts';
import { PROGRAMMES } from '../../programme-messages.ts';
import { TERMS } from '../../terms-messages.ts';
import { type Fault, faultOf, moneyPage } from './parts/frame.tsx';
import { type Partners, TermsFields } from './parts/terms-fields.tsx';

export interface NewProgrammeForm {
  /** Chosen when the page is shown: the same form sent twice creates one programme. */
  key: string;
  preset: PresetName;
  name: string;
  terms: TermsForm;
  /** Euros as typed, by funder. */
  promises: Readonly<Record<string, string>>;
}

/** Identifier of the field of what a funder promises. */
export const promiseField = (funder: string): string => `promise-${funder}`;

/** From a preset: which one is a question of its own, asked by the address, so that all fields follow it. */
export function newProgrammePage(
  view: View,
  {
    base,
    form,
    faults,
    partners,
    funders,
  }: {
    base: string;
    form: NewProgrammeForm;
    faults: readonly Fault[];
    partners: Partners;
    funders: readonly { id: string; name: string }[];
  },
): string {
  const say = PROGRAMMES[view.lang];
  return moneyPage(view, {
    title: say.newTitle,
    back: { href: base, label: say.back },
    faults,
    children: (
      <>
        <p>{nb(say.newLead)}</p>
        <PresetLinks view={view} base={base} current={form.preset} />
        <form class="m-fields" method="post" action={base}>
          <input type="hidden" name="key" value={form.key} />
          <input type="hidden" name="modele" value={form.preset} />
          <TextField
            name="name"
            label={say.nameLabel}
            description={say.nameHint}
            value={form.name}
            error={faultOf(faults, 'name')}
            maxlength={80}
            autocomplete="off"
          />
          <TermsFields view={view} form={form.terms} faults={faults} partners={partners} />
          <Details summary={say.funders} isOpen>
            <div class="m-fields">
              <p>{nb(say.fundersHint)}</p>
              {funders.map(({ id, name }) => (
                <TextField
                  key={id}
                  name={promiseField(id)}
                  label={name}
                  value={form.promises[id] ?? ''}
                  error={faultOf(faults, promiseField(id))}
                  autocomplete="off"
                />
              ))}
            </div>
          </Details>
          <p>{nb(say.createNote)}</p>
          <div>
            <Button icon="check">{say.createButton}</Button>
          </div>
        </form>
      </>
    ),
  });
}

function PresetLinks({ view, base, current }: { view: View; base: string; current: PresetName }) {
  const say = PROGRAMMES[view.lang];
  const presets = TERMS[view.lang].presets;
  return (
    <form class="m-fields" method="get" action={`${base}/nouveau`}>
      <Choices
        type="radio"
        name="modele"
        legend={say.preset}
        options={(Object.keys(PRESETS) as PresetName[]).map((value) => ({
          value,
          label: presets[value].name,
          hint: presets[value].what,
        }))}
        values={[current]}
      />
      <div>
        <Button variant="secondary">{say.usePreset}</Button>
      </div>
    </form>
  );
}
