import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { nb } from '../i18n/french-form.ts';
import type { PublicLang } from '../i18n/public-languages.ts';
import { Icon, type IconName } from './icon.tsx';
import { PARTS } from './messages.ts';
import { Remembered } from './remembered.ts';

type Variant = 'secondary' | 'tertiary';

interface ActionLook {
  /** One filled button per screen: the others are secondary (outlined) or tertiary (underlined). */
  variant?: Variant;
  icon?: IconName;
  children: ComponentChildren;
}

/** A link that acts: calls, downloads, goes on. */
export function ButtonLink({
  variant,
  icon,
  children,
  ...rest
}: ActionLook & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a class="ds-button" data-variant={variant} {...rest}>
      {icon && <Icon name={icon} />}
      <span>{typeof children === 'string' ? nb(children) : children}</span>
    </a>
  );
}

export function Button({
  variant,
  icon,
  children,
  ...rest
}: ActionLook & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button class="ds-button" data-variant={variant} type="submit" {...rest}>
      {icon && <Icon name={icon} />}
      <span>{typeof children === 'string' ? nb(children) : children}</span>
    </button>
  );
}

interface Labelled {
  /** Also the identifier of the control: errors link to it. */
  name: string;
  /** When several controls of a page bear the same name. */
  id?: string;
  label: string;
  /** The example goes here: a field has no placeholder. */
  description?: string;
  error?: string | undefined;
}

/** Label above, example, control, error: `children` receives the attributes that tie the control to them. */
export function Field({
  name,
  id = name,
  label,
  description,
  error,
  children,
}: Labelled & {
  children: (tied: {
    id: string;
    name: string;
    'aria-describedby'?: string | undefined;
    'aria-invalid'?: 'true' | undefined;
  }) => ComponentChildren;
}) {
  const about = [description && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(' ');
  const invalid = error ? ('true' as const) : undefined;
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {nb(label)}
      </label>
      {description && (
        <p data-field="description" id={`${id}-aide`}>
          {nb(description)}
        </p>
      )}
      {children({ id, name, 'aria-describedby': about || undefined, 'aria-invalid': invalid })}
      {error && (
        <p class="ds-validation-message" id={`${id}-erreur`}>
          {nb(error)}
        </p>
      )}
    </div>
  );
}

interface TextInput {
  value?: string | undefined;
  autocomplete?: string;
  inputmode?: 'text' | 'numeric' | 'tel' | 'email' | 'url' | 'search';
  enterkeyhint?: 'search' | 'send' | 'next';
  maxlength?: number;
  /** Of what is written in it, when it is not that of the page. */
  lang?: string;
  /** Numbers and addresses keep their order in a page that reads from right to left. */
  dir?: 'ltr';
}

export function TextField({ name, id, label, description, error, ...rest }: Labelled & TextInput) {
  return (
    <Field {...{ name, label }} {...(id && { id })} {...(description && { description })} error={error}>
      {(tied) => <input class="ds-input" type="text" {...rest} {...tied} />}
    </Field>
  );
}

/** `YYYY-MM-DD`: browsers that draw no calendar take it as a text. */
export function DateField({ value, ...labelled }: Labelled & { value?: string | undefined }) {
  return (
    <Field {...labelled}>{(tied) => <input class="ds-input" type="date" value={value} {...tied} />}</Field>
  );
}

/** A list, one line for each, or a few sentences. */
export function LinesField({
  value,
  rows = 4,
  ...labelled
}: Labelled & { value?: string | undefined; rows?: number }) {
  return (
    <Field {...labelled}>
      {(tied) => (
        <textarea class="ds-input" rows={rows} {...tied}>
          {value}
        </textarea>
      )}
    </Field>
  );
}

export interface Choice {
  value: string;
  label: string;
}

export function SelectField({
  name,
  id,
  label,
  description,
  error,
  options,
  value,
}: Labelled & { options: readonly Choice[]; value?: string }) {
  return (
    <Field {...{ name, label }} {...(id && { id })} {...(description && { description })} error={error}>
      {(tied) => (
        <select class="ds-input" {...tied}>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {nb(option.label)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Radio buttons or checkboxes under one legend; rows at least 44 px high. */
export function Choices({
  type,
  name,
  id = name,
  legend,
  isLegendHidden = false,
  options,
  values,
}: {
  type: 'radio' | 'checkbox';
  name: string;
  /** When several groups of a page bear the same name. */
  id?: string;
  legend: string;
  /** When the same words stand just above. */
  isLegendHidden?: boolean;
  options: readonly (Choice & { hint?: string })[];
  values: readonly string[];
}) {
  return (
    <fieldset class="ds-fieldset">
      <legend class={isLegendHidden ? 'ds-sr-only' : 'ds-label'}>{nb(legend)}</legend>
      {options.map(({ value, ...option }, rank) => (
        <OneChoice
          key={value}
          {...option}
          {...{ type, name, value }}
          id={`${id}-${rank}`}
          isChosen={values.includes(value)}
        />
      ))}
    </fieldset>
  );
}

interface ChoiceLook extends Choice {
  type: 'radio' | 'checkbox';
  name: string;
  id: string;
  hint?: string;
  isChosen: boolean;
}

/** Lists of places show forty of them, the same in every town but for a count. */
function OneChoice(look: ChoiceLook) {
  const { type, name, id, value, label, hint = '', isChosen } = look;
  return (
    <Remembered of={OneChoice} as={[type, name, id, value, label, hint, isChosen].join('\n')}>
      {() => <DrawnChoice {...look} />}
    </Remembered>
  );
}

function DrawnChoice({ type, name, id, value, label, hint, isChosen }: ChoiceLook) {
  return (
    <div class="ds-field m-choice">
      <input class="ds-input" {...{ type, id, name, value }} checked={isChosen} />
      <label for={id}>
        {nb(label)}
        {hint && <span class="m-choice-hint">{nb(hint)}</span>}
      </label>
    </div>
  );
}

export interface FieldError {
  /** Identifier of the control. */
  field: string;
  message: string;
}

/** Stands before the h1 and takes the focus, without script, through `autofocus`. */
export function ErrorSummary({ lang, errors }: { lang: PublicLang; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <section class="ds-error-summary" tabIndex={-1} autofocus aria-labelledby="erreurs">
      <h2 id="erreurs">{PARTS[lang].toCorrect(errors.length)}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a class="ds-link" href={`#${field}`}>
              {nb(message)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
