import { z } from 'zod';
import type { OidcConfig } from '../../../platform/config.ts';

/** Its name among the accounts that are linked. */
export const PROVIDER = 'oidc';

/** Where the provider sends people back: the address to declare there. */
export const IDENTITY_RETURN = '/connexion/identite/retour';

/** OpenID Connect Discovery 1.0, as far as it serves here. */
const DISCOVERY = z.object({ issuer: z.url(), jwks_uri: z.url(), userinfo_endpoint: z.url() });

/** ProConnect gives the address in the user information alone; whether it was verified, it does not say. */
const CLAIMS = z.object({ sub: z.string().min(1), email: z.email(), name: z.string().optional() });

/** No one registers by it: it opens the account of someone who was invited, and whose mailbox was proven. */
export async function loadIdentityProvider({
  oidc,
  publicUrl,
}: {
  oidc: OidcConfig | undefined;
  publicUrl: string;
}) {
  if (!oidc) return [];
  const { genericOAuth } = await import('better-auth/plugins/generic-oauth');
  return [
    genericOAuth({
      config: [
        {
          providerId: PROVIDER,
          name: oidc.name,
          discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
          requireIdTokenVerification: true,
          clientId: oidc.clientId,
          clientSecret: oidc.clientSecret,
          scopes: ['openid', 'email'],
          pkce: true,
          disableSignUp: true,
          redirectURI: publicUrl + IDENTITY_RETURN,
          getUserInfo: ({ accessToken }) => readUserInfo(accessToken ?? '', oidc),
        },
      ],
    }),
  ];
}

/** JSON, or a signed statement (ProConnect), whose signature, issuer and addressee are then checked. */
async function readUserInfo(accessToken: string, { issuer, clientId }: OidcConfig) {
  const discovery = await ask(`${issuer}/.well-known/openid-configuration`);
  const { issuer: signedBy, jwks_uri, userinfo_endpoint } = DISCOVERY.parse(await discovery.json());
  const answer = await ask(userinfo_endpoint, { authorization: `Bearer ${accessToken}` });
  const isSigned = answer.headers.get('content-type')?.startsWith('application/jwt');
  const said = isSigned
    ? await openStatement(await answer.text(), { jwks: jwks_uri, issuer: signedBy, audience: clientId })
    : await answer.json();
  const { sub, email, name = '' } = CLAIMS.parse(said);
  return { sub, id: sub, email, name, emailVerified: true };
}

async function openStatement(
  statement: string,
  { jwks, issuer, audience }: { jwks: string; issuer: string; audience: string },
) {
  const { createRemoteJWKSet, jwtVerify } = await import('jose');
  return (await jwtVerify(statement, createRemoteJWKSet(new URL(jwks)), { issuer, audience })).payload;
}

const TIMEOUT_MS = 10_000;

async function ask(url: string, headers: Record<string, string> = {}): Promise<Response> {
  const answer = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`The identity provider answered ${answer.status}.`);
  return answer;
}
