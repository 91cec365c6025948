import { randomBytes } from 'node:crypto';
import type { OrganisationKind, Role } from '../../src/modules/access/index.ts';
import { insertOrganisation } from '../../src/modules/access/store/organisations.ts';
import type { Transports } from '../../src/modules/outbox/index.ts';
import { type Answer, answerOf } from './answers.ts';
import { createScheme, MIMOSA, REGION, SOCIAL_DESK, TULIPE } from './scheme.ts';
import { type SignedIn, signedIn } from './signed-in.ts';
import { openWholeApp, type WholeApp } from './whole-app.ts';

/** Invented organisations, as people read them. */
const ORGANISATIONS: readonly { id: string; kind: OrganisationKind; name: string }[] = [
  { id: REGION.organisation, kind: 'collectivite', name: 'Région Exemple' },
  { id: SOCIAL_DESK.organisation, kind: 'prescripteur', name: 'Maison des Solidarités Exemple' },
  { id: MIMOSA.organisation, kind: 'structure', name: 'Espace numérique Mimosa' },
  { id: TULIPE.organisation, kind: 'structure', name: 'Atelier Tulipe' },
];

export interface Field extends WholeApp {
  scheme: Awaited<ReturnType<typeof createScheme>>;
  enter: (organisation: string, roles: readonly Role[], name: string) => Promise<SignedIn>;
  get: (path: string, who: SignedIn) => Promise<Answer>;
  post: (path: string, who: SignedIn, form: Record<string, string>) => Promise<Answer>;
}

const CODE = /(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]/;
export const codeIn = ({ text }: Pick<Answer, 'text'>): string => CODE.exec(text)?.[0] ?? '';

/** The whole program with a scheme that runs in it: someone funds, someone hands over, places redeem. */
export async function openField({
  transports = {},
  ...given
}: Parameters<typeof createScheme>[1] & { transports?: Transports } = {}): Promise<Field> {
  const whole = await openWholeApp(transports);
  const at = new Date();
  for (const one of ORGANISATIONS)
    await insertOrganisation(whole.db, { ...one, siret: null, territories: [], at });
  const scheme = await createScheme(whole.db, { now: at.toISOString(), ...given });
  return {
    ...whole,
    scheme,
    get: (path, { cookie }) => answerOf(whole, path, { cookie }),
    post: (path, { cookie }, form) => answerOf(whole, path, { cookie, form }),
    enter: (organisation, roles, name) =>
      signedIn(whole, {
        organisation,
        roles,
        name,
        email: `${randomBytes(6).toString('hex')}@invente.example`,
      }),
  };
}

/** The cookies of a session, as a browser keeps them. */
export const cookiesOf = ({ cookie }: SignedIn, url: string) =>
  cookie.split('; ').map((pair) => {
    const [name, ...value] = pair.split('=');
    return { name: name!, value: value.join('='), url };
  });
