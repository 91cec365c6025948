import type { Context } from 'hono';
import type { Result } from '../../../kernel/result.ts';
import type { WebEnv } from '../../../platform/html/view.ts';
import { answerError } from '../../../platform/web/app.ts';
import { invitationLink, invitePerson } from '../actions/invite-person.ts';
import { removePerson, withdrawInvitation } from '../actions/manage-people.ts';
import type { Invitation } from '../domain/invitation.ts';
import type { Organisation } from '../domain/organisation.ts';
import { parseTerritories } from '../domain/territory.ts';
import { ORGANISATIONS } from '../organisation-messages.ts';
import type { InviteFault, InviteForm } from '../pages/parts/invite-form.tsx';
import type { FieldFault, OrganisationForm } from '../pages/parts/organisation-fields.tsx';
import type { WaitingInvitation } from '../pages/parts/waiting-table.tsx';
import { peoplePage } from '../pages/people.tsx';
import { type Doer, recordAudit } from '../store/audit.ts';
import { readOpenInvitations } from '../store/invitations.ts';
import { readMembers } from '../store/memberships.ts';
import { FIELD_OF, formOf } from './organisation-form.ts';
import type { Access } from './visitors.ts';

/** Who enters one organisation, and who looks at it: someone who runs the service, or one of its owners. */
export interface PeopleDesk {
  organisation: Organisation;
  doer: Doer & { name: string };
  /** Address of the page. */
  base: string;
  canClose: boolean;
}

type Answer = (c: Context<WebEnv>, desk: PeopleDesk) => Promise<Response>;

/** The same pages stand behind two doors. */
export interface DeskDoor {
  get(path: string, answer: Answer): void;
  post(path: string, answer: Answer): void;
}

export function mountDesk(door: DeskDoor, access: Access): void {
  door.get('', (c, desk) => showPeople(c, access, { desk }));
  door.post('/inviter', async (c, desk) => {
    const invited = await invite(c, access, desk);
    if (!invited.ok) return showPeople(c, access, { desk, inviteFault: invited.refusal });
    return c.redirect(`${desk.base}?fait=invited&invitation=${invited.value.id}`, 303);
  });
  door.post('/retirer', async (c, { doer, organisation, base }) => {
    const id = String((await c.req.parseBody()).personne ?? '');
    const removal = { doer, id, organisationId: organisation.id };
    // Nobody closes the door behind themselves: whoever removes is still there.
    const isDone = id !== doer.personId && (await removePerson(removal, access)).ok;
    return isDone ? c.redirect(`${base}?fait=removed`, 303) : answerError(c, 404, 'notFound');
  });
  door.post('/annuler', async (c, { doer, organisation, base }) => {
    const id = String((await c.req.parseBody()).invitation ?? '');
    const { ok } = await withdrawInvitation({ doer, id, organisationId: organisation.id }, access);
    return ok ? c.redirect(`${base}?fait=withdrawn`, 303) : answerError(c, 404, 'notFound');
  });
}

const SAID = ['invited', 'removed', 'withdrawn', 'forgotten', 'corrected'] as const;

interface PeopleFaults {
  desk: PeopleDesk;
  inviteFault?: InviteFault;
  /** What was typed to correct the organisation, and what is wrong with it. */
  correction?: { form: OrganisationForm; faults: readonly FieldFault[] };
}

export async function showPeople(
  c: Context<WebEnv>,
  access: Access,
  { desk, inviteFault, correction }: PeopleFaults,
): Promise<Response> {
  const { organisation, doer, base, canClose } = desk;
  const at = access.clock();
  const people = await readMembers(access.db, organisation.id);
  const invitations = await readOpenInvitations(access.db, organisation.id, at);
  await recordAudit(access.db, {
    actor: doer,
    action: 'people-read',
    subjectKind: 'organisation',
    subjectId: organisation.id,
    at,
  });
  const page = peoplePage(c.get('view'), {
    organisation,
    people: people.map((person) => ({ ...person, isYou: person.personId === doer.personId })),
    invitations: waitingOf(c, access, invitations),
    inviteFault: inviteFault ?? null,
    correction: canClose ? (correction ?? { form: formOf(organisation), faults: [] }) : null,
    said: SAID.find((one) => one === c.req.query('fait')) ?? null,
    base,
    canClose,
  });
  return c.html(page, inviteFault || correction ? 422 : 200);
}

export const waitingOf = (
  c: Context<WebEnv>,
  access: Access,
  invitations: readonly Invitation[],
): WaitingInvitation[] =>
  invitations.map(({ id, email, expiresAt }) => ({
    id,
    email,
    expiresAt,
    link: invitationLink(id, access),
    isNew: id === c.req.query('invitation'),
  }));

export async function invite(
  c: Context<WebEnv>,
  access: Access,
  { organisation, doer }: { organisation: Organisation | null; doer: PeopleDesk['doer'] },
): Promise<Result<{ id: string }, InviteFault>> {
  const { lang } = c.get('view');
  const form = await readInviteForm(c);
  const { communes: commune, departements: departement, regions: region } = form;
  const territories = parseTerritories({ commune, departement, region });
  const say = ORGANISATIONS[lang];
  const fault = (field: string, message: string) =>
    ({ ok: false, refusal: { field, message, form } }) as const;
  if (!territories.ok)
    return fault(FIELD_OF[territories.refusal.kind], say['code-invalid'](territories.refusal.code));
  const narrowed = territories.value.length > 0 ? territories.value : null;
  const invited = await invitePerson(
    { organisation, email: form.email, roles: form.roles, territories: narrowed, inviter: doer, lang },
    access,
  );
  if (invited.ok) return invited;
  return fault(invited.refusal.kind === 'role-needed' ? 'roles' : 'email', say[invited.refusal.kind]);
}

async function readInviteForm(c: Context<WebEnv>): Promise<InviteForm> {
  const body = await c.req.parseBody({ all: true });
  const text = (name: string) => String(body[name] ?? '');
  return {
    email: text('email'),
    roles: [body.roles ?? []].flat().map(String),
    communes: text('communes'),
    departements: text('departements'),
    regions: text('regions'),
  };
}
