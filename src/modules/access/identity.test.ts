import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type Claims,
  type IdentityProvider,
  openIdentityProvider,
} from '../../../test/support/identity-provider.ts';
import { signedIn } from '../../../test/support/signed-in.ts';
import { openWholeApp, type WholeApp } from '../../../test/support/whole-app.ts';
import { openAuth } from './actions/open-auth.ts';

const publicUrl = 'http://maillon.example';

/** What a browser keeps, by name. */
class Jar {
  readonly cookies = new Map<string, string>();
  keep(answer: Response): Response {
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      this.cookies.set(pair.split('=')[0]!, pair);
    }
    return answer;
  }
  header = () => ({ cookie: [...this.cookies.values()].join('; ') });
}

const locationOf = (answer: Response): string => answer.headers.get('location') ?? '';

describe('an identity provider', () => {
  let provider: IdentityProvider;
  let whole: WholeApp;
  let claims: Claims = { sub: '', email: '' };
  beforeAll(async () => {
    provider = await openIdentityProvider(`${publicUrl}/connexion/identite/retour`, () => claims);
    const secret = { clientId: 'maillon', clientSecret: 'un secret de test, inutile ailleurs' };
    whole = await openWholeApp(
      {},
      { publicUrl, oidc: { issuer: provider.issuer, ...secret, name: 'ProConnect' } },
    );
  });
  afterEach(() => whole.db.rows(sql`delete from access.person`));
  afterAll(async () => {
    await provider.close();
    await whole.db.close();
  });

  const invited = async (email: string) => {
    const organisation = { kind: 'financeur', name: 'Caisse inventée' } as const;
    return signedIn(whole, { organisation, roles: ['funder'], name: 'Ana', email });
  };
  const prove = (email: string) =>
    whole.db.rows(sql`update access.person set email_verified = true where email = ${email}`);

  /** From our page to theirs and back, as a browser that follows each redirection. */
  async function enter(): Promise<{ answer: Response; jar: Jar }> {
    const [ours, theirs] = [new Jar(), new Jar()];
    const ask = async (path: string) =>
      ours.keep(await whole.app.request(publicUrl + path, { headers: ours.header() }));
    let address = locationOf(await ask('/connexion/identite?retour=/compte'));
    while (address.startsWith(provider.issuer)) {
      const answer = theirs.keep(await fetch(address, { headers: theirs.header(), redirect: 'manual' }));
      address = new URL(locationOf(answer), provider.issuer).href;
    }
    return { answer: await ask(address.replace(publicUrl, '')), jar: ours };
  }

  test.each([
    { form: 'in a signed statement, as ProConnect does', isSigned: true },
    { form: 'in plain JSON', isSigned: false },
  ])(
    'that answers $form opens the account of someone invited, and lends nothing to keep',
    async ({ isSigned }) => {
      provider.sign(isSigned);
      claims = { sub: 'agent-7', email: 'ana@invente.example' };
      await invited(claims.email);
      await prove(claims.email);
      const { answer, jar } = await enter();
      expect([answer.status, locationOf(answer)]).toEqual([303, '/compte']);
      const page = await whole.app.request(`${publicUrl}/compte`, { headers: jar.header() });
      expect(await page.text()).toContain('ana@invente.example');
      const linked = await whole.db.rows(sql`select account_id, provider_id from access.linked_account`);
      expect(linked).toEqual([{ account_id: 'agent-7', provider_id: 'oidc' }]);
    },
  );

  test('finds the same person by its own number when their address changed there', async () => {
    claims = { sub: 'agent-8', email: 'bao@invente.example' };
    await invited(claims.email);
    await prove(claims.email);
    await enter();
    claims = { sub: 'agent-8', email: 'bao.nouveau@invente.example' };
    expect((await enter()).answer.status).toBe(303);
  });

  test('makes no account: a stranger stays outside', async () => {
    claims = { sub: 'agent-9', email: 'inconnue@invente.example' };
    expect((await enter()).answer.status).toBe(403);
    expect(await whole.db.rows(sql`select id from access.person`)).toEqual([]);
  });

  test('joins no account whose mailbox nobody proved', async () => {
    claims = { sub: 'agent-10', email: 'chloe@invente.example' };
    await invited(claims.email);
    expect((await enter()).answer.status).toBe(403);
  });

  test('an answer that nobody asked for opens nothing', async () => {
    for (const query of ['', '?code=x', '?code=x&state=y'])
      expect((await whole.app.request(`${publicUrl}/connexion/identite/retour${query}`)).status).toBe(403);
  });

  test('that does not answer is said to be absent, and keeps nobody else waiting', async () => {
    const oidc = { issuer: 'http://127.0.0.1:9', clientId: 'maillon', clientSecret: 'x', name: 'ProConnect' };
    const secret = 'une clé de test, longue comme il faut et inutile ailleurs';
    const auth = await openAuth({ db: whole.db, clock: () => new Date(), secret, publicUrl, oidc });
    expect(await auth.readVisitor(new Headers())).toBeNull();
    const asked = await auth.askIdentity('/espace', new Headers());
    expect(asked).toEqual({ ok: false, refusal: { kind: 'identity-absent' } });
  });
});
