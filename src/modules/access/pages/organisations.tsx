import { renderPage } from '../../../platform/html/page.tsx';
import { Button, ButtonLink, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import { ORGANISATIONS } from '../organisation-messages.ts';
import type { CountedOrganisation } from '../store/organisations.ts';
import { type InviteFault, InviteForm } from './parts/invite-form.tsx';
import { OrganisationFields, type OrganisationForm } from './parts/organisation-fields.tsx';
import { PeopleTable, type PersonRow } from './parts/people-table.tsx';
import { type WaitingInvitation, WaitingTable } from './parts/waiting-table.tsx';

export interface OrganisationsView {
  organisations: readonly CountedOrganisation[];
  administrators: readonly PersonRow[];
  invitations: readonly WaitingInvitation[];
  form: OrganisationForm;
  /** Field at fault, and why. */
  faults: readonly { field: string; message: string }[];
  inviteFault: InviteFault | null;
  said: 'invited' | 'removed' | 'withdrawn' | 'closed' | 'forgotten' | null;
}

export function organisationsPage(view: View, access: OrganisationsView): string {
  const say = ORGANISATIONS[view.lang];
  return renderPage(view, {
    title: say.title,
    errors: [...access.faults, ...(access.inviteFault ? [access.inviteFault] : [])],
    side: 'pro',
    active: 'access',
    back: { href: '/gestion', label: say.dashboard },
    children: (
      <>
        <h1>{say.title}</h1>
        {access.said && <p role="status">{nb(say[access.said])}</p>}
        <p>{nb(say.lead)}</p>
        <div class="m-row">
          <ButtonLink href="/gestion/journal" variant="secondary">
            {say.journal}
          </ButtonLink>
          <ButtonLink href="/gestion/registre" variant="secondary">
            {say.register}
          </ButtonLink>
        </div>
        {access.organisations.length === 0 ? (
          <p>{nb(say.none)}</p>
        ) : (
          <OrganisationTable view={view} organisations={access.organisations} />
        )}
        <section class="m-group">
          <h2>{nb(say.create)}</h2>
          <CreateForm view={view} {...access} />
        </section>
        <PeopleTable
          view={view}
          caption={say.administrators}
          people={access.administrators}
          base="/gestion/acces"
          canForget
        />
        {access.invitations.length > 0 && (
          <WaitingTable view={view} invitations={access.invitations} base="/gestion/acces" />
        )}
        <section class="m-group">
          <h2>{nb(say.invite)}</h2>
          <InviteForm view={view} action="/gestion/acces/inviter" roles={[]} fault={access.inviteFault} />
        </section>
      </>
    ),
  });
}

function OrganisationTable({
  view,
  organisations,
}: {
  view: View;
  organisations: readonly CountedOrganisation[];
}) {
  const say = ORGANISATIONS[view.lang];
  return (
    <Table
      caption={say.organisations}
      columns={[{ label: say.name }, { label: say.kind }, { label: say.people, isNumber: true }]}
      rows={organisations.map(({ id, name, kind, people }) => ({
        key: id,
        cells: [
          <a class="ds-link" href={`/gestion/acces/${id}`}>
            {nb(name)}
          </a>,
          nb(say.kinds[kind]),
          String(people),
        ],
      }))}
    />
  );
}

function CreateForm({ view, form, faults }: { view: View } & Pick<OrganisationsView, 'form' | 'faults'>) {
  return (
    <form class="m-fields" method="post" action="/gestion/acces">
      <OrganisationFields view={view} form={form} faults={faults} canChooseKind />
      <div>
        <Button variant="secondary">{ORGANISATIONS[view.lang].createButton}</Button>
      </div>
    </form>
  );
}
