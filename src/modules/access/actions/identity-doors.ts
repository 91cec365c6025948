import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Cookies, cookiesOf, withoutParameters } from './auth-answers.ts';
import { PROVIDER } from './identity-provider.ts';
import type { LoadedAuth } from './load-auth.ts';

export interface IdentityDoors {
  /** Where to send someone whom the identity provider is to name. */
  askIdentity(
    back: string,
    headers: Headers,
  ): Promise<Result<{ url: string; cookies: Cookies }, { kind: 'identity-absent' }>>;
  /** They come back from it, with what it added to our address. */
  enterWithIdentity(
    query: Record<string, string>,
    headers: Headers,
  ): Promise<Result<{ back: string; cookies: Cookies }, { kind: 'identity-refused' }>>;
}

/** Never shown: a sign that the library sends people to, and that is answered by a page of ours. */
const REFUSED = '/connexion/identite/refus';

export const identityDoors = (load: () => Promise<LoadedAuth>): IdentityDoors => ({
  askIdentity: (back, headers) =>
    withoutParameters(async () => {
      const { api } = await load();
      const body = { provider: PROVIDER, callbackURL: back, errorCallbackURL: REFUSED };
      const asked = await api.signInSocial({ headers, body, returnHeaders: true }).catch(unlessAbsent);
      if (asked === null) return refuse({ kind: 'identity-absent' });
      return ok({ url: String(asked.response.url), cookies: cookiesOf(asked.headers) });
    }),
  enterWithIdentity: (query, headers) =>
    withoutParameters(async () => {
      const { api } = await load();
      const call = { params: { id: PROVIDER }, query, headers, method: 'GET', asResponse: true } as const;
      const answer: Response = await api.callbackOAuth(call);
      const back = answer.headers.get('location');
      const cookies = cookiesOf(answer.headers);
      const isIn = cookies.some((cookie) => cookie.includes('.session_token='));
      return back !== null && isIn ? ok({ back, cookies }) : refuse({ kind: 'identity-refused' });
    }),
});

/** A provider that did not give its addresses is, for the library, one that nobody configured. */
function unlessAbsent(error: unknown): null {
  if ((error as { statusCode?: number }).statusCode === 404) return null;
  throw error;
}
