import { Button, Choices, Details, TextField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import type { Role } from '../../domain/organisation.ts';
import { ORGANISATIONS } from '../../organisation-messages.ts';

export interface InviteForm {
  email: string;
  roles: readonly string[];
  communes: string;
  departements: string;
  regions: string;
}

export interface InviteFault {
  field: string;
  message: string;
  form: InviteForm;
}

/** `roles`: what may be chosen; none, when the invitation is to run the whole service. */
export function InviteForm({
  view,
  action,
  roles,
  fault,
}: {
  view: View;
  action: string;
  roles: readonly Role[];
  fault: InviteFault | null;
}) {
  const say = ORGANISATIONS[view.lang];
  const form = fault?.form;
  const errorOf = (field: string) => (fault?.field === field ? fault.message : undefined);
  return (
    <form class="m-fields" method="post" action={action}>
      <TextField
        name="email"
        label={say.inviteEmail}
        error={errorOf('email')}
        value={form?.email}
        autocomplete="off"
        inputmode="email"
      />
      {roles.length > 0 && (
        <>
          <Choices
            type="checkbox"
            name="roles"
            legend={say.inviteRoles}
            options={roles.map((role) => ({ value: role, label: say.roles[role] }))}
            values={form?.roles ?? []}
          />
          {errorOf('roles') && <p class="ds-validation-message">{nb(say['role-needed'])}</p>}
          <Details
            summary={say.inviteTerritory}
            isOpen={Boolean(form?.communes || form?.departements || form?.regions)}
          >
            <div class="m-fields">
              <TextField
                name="communes"
                label={say.communes}
                description={say.communesHint}
                error={errorOf('communes')}
                value={form?.communes}
              />
              <TextField
                name="departements"
                label={say.departements}
                description={say.departementsHint}
                error={errorOf('departements')}
                value={form?.departements}
              />
              <TextField
                name="regions"
                label={say.regions}
                description={say.regionsHint}
                error={errorOf('regions')}
                value={form?.regions}
              />
            </div>
          </Details>
        </>
      )}
      <div>
        <Button icon="send">{say.inviteButton}</Button>
      </div>
    </form>
  );
}
