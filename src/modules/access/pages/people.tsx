import { renderPage } from '../../../platform/html/page.tsx';
import { Button, ButtonLink, Details } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import { type Organisation, ROLES_OF } from '../domain/organisation.ts';
import { ORGANISATIONS } from '../organisation-messages.ts';
import { type InviteFault, InviteForm } from './parts/invite-form.tsx';
import { type FieldFault, OrganisationFields, type OrganisationForm } from './parts/organisation-fields.tsx';
import { PeopleTable, type PersonRow } from './parts/people-table.tsx';
import { type WaitingInvitation, WaitingTable } from './parts/waiting-table.tsx';

export interface PeopleView {
  organisation: Organisation;
  people: readonly PersonRow[];
  invitations: readonly WaitingInvitation[];
  inviteFault: InviteFault | null;
  said: 'invited' | 'removed' | 'withdrawn' | 'forgotten' | 'corrected' | null;
  /** What the organisation is, to correct; null for its owners, who did not say it. */
  correction: { form: OrganisationForm; faults: readonly FieldFault[] } | null;
  /** Where this page stands: among all access, or in the space of the organisation. */
  base: string;
  canClose: boolean;
}

/** Who enters one organisation: shown to those who run the service, and to its owners. */
export function peoplePage(view: View, people: PeopleView): string {
  const say = ORGANISATIONS[view.lang];
  const { organisation, base, canClose } = people;
  return renderPage(view, {
    title: say.peopleTitle(organisation.name),
    errors: [...(people.inviteFault ? [people.inviteFault] : []), ...(people.correction?.faults ?? [])],
    side: 'pro',
    active: canClose ? 'access' : 'space',
    back: canClose
      ? { href: '/gestion/acces', label: say.all }
      : { href: `/espace/${organisation.id}`, label: organisation.name },
    children: (
      <>
        <h1>{nb(say.peopleTitle(organisation.name))}</h1>
        {people.said && <p role="status">{nb(say[people.said])}</p>}
        <Facts view={view} organisation={organisation} />
        {people.people.length === 0 ? (
          <p>{nb(say.noPeople)}</p>
        ) : (
          <PeopleTable
            view={view}
            caption={say.people}
            people={people.people}
            base={base}
            canForget={canClose}
          />
        )}
        {people.invitations.length > 0 && (
          <WaitingTable view={view} invitations={people.invitations} base={base} />
        )}
        {canClose && <YourPlace view={view} people={people} />}
        <section class="m-group">
          <h2>{nb(say.invite)}</h2>
          <InviteForm
            view={view}
            action={`${base}/inviter`}
            roles={ROLES_OF[organisation.kind]}
            fault={people.inviteFault}
          />
        </section>
        {people.correction && (
          <Details summary={say.correct} isOpen={people.correction.faults.length > 0}>
            <form class="m-fields" method="post" action={`${base}/corriger`}>
              <OrganisationFields view={view} {...people.correction} />
              <div>
                <Button variant="secondary">{say.correctButton}</Button>
              </div>
            </form>
          </Details>
        )}
        {canClose && (
          <Details summary={say.close}>
            <p>{nb(say.closeWhy)}</p>
            <form method="post" action={`${base}/fermer`}>
              <Button variant="secondary">{say.closeButton}</Button>
            </form>
          </Details>
        )}
      </>
    ),
  });
}

function Facts({ view, organisation }: { view: View; organisation: Organisation }) {
  const say = ORGANISATIONS[view.lang];
  const facts = [
    say.kinds[organisation.kind],
    organisation.siret && `${say.siret} ${organisation.siret}`,
    ...organisation.territories.map((code) => code.replace(':', ' ')),
  ];
  return <p class="m-small">{nb(facts.filter(Boolean).join(', '))}</p>;
}

/** Those who run the service are in no organisation, unless they take a place in it. */
function YourPlace({ view, people: { organisation, people, base } }: { view: View; people: PeopleView }) {
  const say = ORGANISATIONS[view.lang];
  if (people.some(({ isYou }) => isYou))
    return (
      <p>
        <ButtonLink href={`/espace/${organisation.id}`} variant="secondary">
          {say.openSpace}
        </ButtonLink>
      </p>
    );
  return (
    <Details summary={say.join}>
      <p>{nb(say.joinWhy)}</p>
      <form method="post" action={`${base}/entrer`}>
        <Button variant="secondary">{say.joinButton}</Button>
      </form>
    </Details>
  );
}
