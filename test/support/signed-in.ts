import { randomBytes } from 'node:crypto';
import type { Access, OrganisationKind, Role } from '../../src/modules/access/index.ts';
import { insertMembership } from '../../src/modules/access/store/memberships.ts';
import { insertOrganisation } from '../../src/modules/access/store/organisations.ts';
import { insertPerson } from '../../src/modules/access/store/people.ts';
import type { Database } from '../../src/platform/db/database.ts';

export interface SignedIn {
  /** The `Cookie` header of their requests. */
  cookie: string;
  personId: string;
  organisationId: string;
}

const newId = () => randomBytes(12).toString('hex');

/** An organisation that exists already, or one made for the test. */
type Where =
  | string
  | { kind: OrganisationKind; name: string; siret?: string; territories?: readonly string[] };

export interface Arrival {
  organisation: Where;
  roles: readonly Role[];
  name: string;
  email?: string;
}

/** Someone who entered: in the true tables and with a true session, without writing to a mailbox. */
export async function signedIn(
  { db, access }: { db: Database; access: Access },
  { organisation, roles, name, email }: Arrival,
): Promise<SignedIn> {
  const at = new Date();
  const organisationId = typeof organisation === 'string' ? organisation : newId();
  if (typeof organisation !== 'string') {
    const { kind, siret = null, territories = [] } = organisation;
    await insertOrganisation(db, {
      id: organisationId,
      name: organisation.name,
      kind,
      siret,
      territories,
      at,
    });
  }
  const personId = newId();
  const mailbox = email ?? `${personId}@invente.example`;
  await insertPerson(db, { id: personId, name, email: mailbox, lang: 'fr', isAdministrator: false, at });
  await insertMembership(db, { organisationId, personId, roles, territories: null, at });
  return { cookie: await cookieOf(access, personId), personId, organisationId };
}

async function cookieOf(access: Access, personId: string): Promise<string> {
  const cookies = await (await access.auth()).openSession(personId, 3600, new Headers());
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

/** Someone who runs the instance: the link of the server, pressed. */
export async function administrator(whole: {
  app: { request: (path: string, init?: RequestInit) => Response | Promise<Response> };
  adminLink: () => string;
}): Promise<string> {
  const token = new URLSearchParams(whole.adminLink().split('?')[1]).get('jeton') ?? '';
  const answer = await whole.app.request('/gestion/entrer', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ jeton: token }),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
