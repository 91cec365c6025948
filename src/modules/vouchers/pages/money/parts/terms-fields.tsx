import type { ComponentChildren } from 'preact';
import { Choices, DateField, Details, LinesField, TextField } from '../../../../../platform/html/parts.tsx';
import type { View } from '../../../../../platform/html/view.ts';
import { nb } from '../../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../../platform/i18n/messages.ts';
import type { TermsFault, TermsForm } from '../../../domain/terms-form.ts';
import { AREA_KINDS } from '../../../domain/territory.ts';
import { TERMS } from '../../../terms-messages.ts';
import { type Fault, faultOf } from './frame.tsx';

export interface Partners {
  prescribers: readonly { id: string; name: string }[];
  structures: readonly { id: string; name: string }[];
}

/** What is wrong, in words, at the control that the person can correct. */
export function termsFaults(faults: readonly TermsFault[], lang: Lang): Fault[] {
  const words = TERMS[lang].faults;
  return faults.map((fault) => {
    const isGroup = ['unit', 'prescribers', 'structures'].includes(fault.field);
    const field = isGroup ? `${fault.field}-0` : fault.field;
    if (fault.kind === 'number-wrong') return { field, message: words[fault.kind](fault.least, fault.most) };
    if (fault.kind === 'area-unknown') return { field, message: words[fault.kind](fault.code) };
    return { field, message: words[fault.kind] };
  });
}

interface FieldsInput {
  view: View;
  form: TermsForm;
  faults: readonly Fault[];
  partners: Partners;
}

/** Every term of a programme, in five folds: those that hold a mistake are open. */
export function TermsFields(input: FieldsInput) {
  const say = TERMS[input.view.lang];
  return (
    <>
      <Group title={say.groups.value} fields={VALUE} input={input} isFirst>
        <ValueFields {...input} />
      </Group>
      <Group title={say.groups.time} fields={TIME} input={input}>
        <TimeFields {...input} />
      </Group>
      <Group title={say.groups.where} fields={WHERE} input={input}>
        <WhereFields {...input} />
      </Group>
      <Group title={say.groups.who} fields={WHO} input={input}>
        <WhoFields {...input} />
      </Group>
      <Group title={say.groups.delays} fields={DELAYS} input={input}>
        <Texts input={input} names={['payWithinDays', 'silenceDays', 'bankDelayDays']} />
      </Group>
    </>
  );
}

const VALUE = ['unit-0', 'passEuros', 'passMinutes', 'passesPerBooklet', 'bonusEuros'];
const TIME = ['months', 'until', 'graceDays', 'statementDays'];
const WHERE = [...AREA_KINDS, 'publics', 'themes'];
const WHO = ['prescribers-0', 'structures-0'];
const DELAYS = ['payWithinDays', 'silenceDays', 'bankDelayDays'];

function Group({
  title,
  fields,
  input,
  isFirst = false,
  children,
}: {
  title: string;
  fields: readonly string[];
  input: FieldsInput;
  isFirst?: boolean;
  children: ComponentChildren;
}) {
  const isWrong = input.faults.some(({ field }) => fields.includes(field));
  return (
    <Details summary={title} isOpen={isFirst || isWrong}>
      <div class="m-fields">{children}</div>
    </Details>
  );
}

type TextName = Exclude<keyof TermsForm, 'prescribers' | 'structures'> & keyof (typeof TERMS)['fr'];

function Texts({ input, names }: { input: FieldsInput; names: readonly TextName[] }) {
  const say: Readonly<Record<string, unknown>> = TERMS[input.view.lang];
  return (
    <>
      {names.map((name) => {
        const hint = say[`${name}Hint`];
        return (
          <TextField
            key={name}
            name={name}
            label={String(say[name])}
            {...(typeof hint === 'string' && { description: hint })}
            value={input.form[name]}
            error={faultOf(input.faults, name)}
            inputmode={name.endsWith('Euros') ? 'text' : 'numeric'}
            autocomplete="off"
          />
        );
      })}
    </>
  );
}

function ValueFields(input: FieldsInput) {
  const say = TERMS[input.view.lang];
  return (
    <>
      <Choices
        type="radio"
        name="unit"
        legend={say.unit}
        options={(['hours', 'euros'] as const).map((value) => ({ value, label: say.units[value] }))}
        values={[input.form.unit]}
      />
      <Texts input={input} names={['passEuros', 'passMinutes', 'passesPerBooklet', 'bonusEuros']} />
    </>
  );
}

function TimeFields(input: FieldsInput) {
  const say = TERMS[input.view.lang];
  return (
    <>
      <Choices
        type="radio"
        name="validity"
        legend={say.validity}
        options={(['months', 'until'] as const).map((value) => ({ value, label: say.validities[value] }))}
        values={[input.form.validity]}
      />
      <Texts input={input} names={['months']} />
      <DateField
        name="until"
        label={say.until}
        value={input.form.until}
        error={faultOf(input.faults, 'until')}
      />
      <Texts input={input} names={['graceDays', 'statementDays']} />
    </>
  );
}

function WhereFields({ view, form, faults }: FieldsInput) {
  const say = TERMS[view.lang];
  return (
    <>
      <p>{nb(say.areaHint)}</p>
      {AREA_KINDS.map((kind) => (
        <TextField
          key={kind}
          name={kind}
          label={say.areas[kind]}
          value={form[kind]}
          error={faultOf(faults, kind)}
          autocomplete="off"
        />
      ))}
      <LinesField name="publics" label={say.publics} description={say.publicsHint} value={form.publics} />
      <LinesField name="themes" label={say.themes} description={say.themesHint} value={form.themes} />
    </>
  );
}

function WhoFields({ view, form, faults, partners }: FieldsInput) {
  const say = TERMS[view.lang];
  return (
    <>
      {(['prescribers', 'structures'] as const).map((name) => (
        <div class="m-group" key={name}>
          {partners[name].length === 0 ? (
            <p>
              <strong>{nb(say[name])}</strong> {nb(say.noOrganisation)}
            </p>
          ) : (
            <>
              <Choices
                type="checkbox"
                name={name}
                legend={say[name]}
                options={partners[name].map(({ id, name: label }) => ({ value: id, label }))}
                values={form[name]}
              />
              <p class="m-small">{nb(say[`${name}Hint`])}</p>
            </>
          )}
          {faultOf(faults, `${name}-0`) && (
            <p class="ds-validation-message">{nb(faultOf(faults, `${name}-0`)!)}</p>
          )}
        </div>
      ))}
      <Choices
        type="checkbox"
        name="mayRedeemOwn"
        legend={say.groups.who}
        isLegendHidden
        options={[{ value: 'yes', label: say.mayRedeemOwn }]}
        values={[form.mayRedeemOwn]}
      />
    </>
  );
}
