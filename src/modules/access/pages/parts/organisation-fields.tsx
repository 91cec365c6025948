import { SelectField, TextField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { ORGANISATION_KINDS } from '../../domain/organisation.ts';
import { ORGANISATIONS } from '../../organisation-messages.ts';

export interface OrganisationForm {
  nom: string;
  genre: string;
  siret: string;
  communes: string;
  departements: string;
  regions: string;
}

export interface FieldFault {
  field: string;
  message: string;
}

/** What an organisation is; its kind is said once, since roles follow from it. */
export function OrganisationFields({
  view,
  form,
  faults,
  canChooseKind = false,
}: {
  view: View;
  form: OrganisationForm;
  faults: readonly FieldFault[];
  canChooseKind?: boolean;
}) {
  const say = ORGANISATIONS[view.lang];
  const field = (name: keyof OrganisationForm) => ({
    name,
    error: faults.find((fault) => fault.field === name)?.message,
    value: form[name],
  });
  return (
    <>
      <TextField label={say.nameLabel} autocomplete="off" maxlength={120} {...field('nom')} />
      {canChooseKind && (
        <SelectField
          label={say.kindLabel}
          options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
          {...field('genre')}
        />
      )}
      <TextField label={say.siret} description={say.siretHint} inputmode="numeric" {...field('siret')} />
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{nb(say.territory)}</legend>
        <div class="m-fields">
          <TextField label={say.communes} description={say.communesHint} {...field('communes')} />
          <TextField label={say.departements} description={say.departementsHint} {...field('departements')} />
          <TextField label={say.regions} description={say.regionsHint} {...field('regions')} />
        </div>
      </fieldset>
    </>
  );
}
