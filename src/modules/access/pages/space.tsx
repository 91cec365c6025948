import { renderPage } from '../../../platform/html/page.tsx';
import { ButtonLink, type Door, Doors } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import { ORGANISATIONS } from '../organisation-messages.ts';

export interface SpaceOrganisation {
  id: string;
  name: string;
  kind: string;
  doors: readonly Door[];
}

/** What one person may do, organisation by organisation. */
export function spacePage(view: View, organisations: readonly SpaceOrganisation[]): string {
  const say = ORGANISATIONS[view.lang];
  return renderPage(view, {
    title: say.mySpace,
    side: 'pro',
    active: 'space',
    children: (
      <>
        <h1>{say.mySpace}</h1>
        {organisations.length === 0 ? (
          <>
            <p>{nb(say.mySpaceNone)}</p>
            <p>{nb(view.isAdmin ? say.mySpaceJoin : say.mySpaceNoneWhy)}</p>
          </>
        ) : (
          <p>{nb(say.mySpaceLead)}</p>
        )}
        {view.isAdmin && (
          <p class="m-row">
            {organisations.length === 0 && (
              <ButtonLink href="/gestion/acces" icon="lock">
                {say.mySpaceChoose}
              </ButtonLink>
            )}
            <ButtonLink href="/gestion" variant="secondary">
              {say.manage}
            </ButtonLink>
          </p>
        )}
        {organisations.map((organisation) => (
          <section class="m-group" key={organisation.id} aria-labelledby={`o-${organisation.id}`}>
            <h2 id={`o-${organisation.id}`}>{nb(organisation.name)}</h2>
            <p class="m-small">{nb(organisation.kind)}</p>
            <OwnDoors view={view} doors={organisation.doors} />
          </section>
        ))}
      </>
    ),
  });
}

/** One organisation alone: where links of messages and of the browser's history lead. */
export function organisationPage(view: View, { name, kind, doors }: SpaceOrganisation): string {
  const say = ORGANISATIONS[view.lang];
  return renderPage(view, {
    title: name,
    side: 'pro',
    active: 'space',
    back: { href: '/espace', label: say.mySpace },
    children: (
      <>
        <h1>{nb(name)}</h1>
        <p class="m-small">{nb(kind)}</p>
        <OwnDoors view={view} doors={doors} />
      </>
    ),
  });
}

function OwnDoors({ view, doors }: { view: View; doors: readonly Door[] }) {
  if (doors.length === 0) return <p>{nb(ORGANISATIONS[view.lang].nothingYet)}</p>;
  return <Doors items={doors} />;
}
