import { randomBytes } from 'node:crypto';
import type { OrganisationKind, Role } from '../../src/modules/access/index.ts';
import { insertOrganisation } from '../../src/modules/access/store/organisations.ts';
import type { Transports } from '../../src/modules/outbox/index.ts';
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
  get: (path: string, who: SignedIn) => Promise<Read>;
  post: (path: string, who: SignedIn, form: Record<string, string>) => Promise<Read>;
}

/** What a person reads of an answer. */
export interface Read {
  status: number;
  text: string;
}

export async function read(answer: Response): Promise<Read> {
  const html = await answer.text();
  const text = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
  return { status: answer.status, text };
}

const CODE = /(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]/;
export const codeIn = ({ text }: Read): string => CODE.exec(text)?.[0] ?? '';

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
    get: async (path, { cookie }) => read(await whole.app.request(path, { headers: { cookie } })),
    post: async (path, { cookie }, form) =>
      read(
        await whole.app.request(path, {
          method: 'POST',
          headers: { cookie, 'sec-fetch-site': 'same-origin' },
          body: new URLSearchParams(form),
        }),
      ),
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
