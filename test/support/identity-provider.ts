import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type ClientMetadata } from 'oidc-provider';

export interface IdentityProvider {
  issuer: string;
  /** Whether its user information is a signed statement, as ProConnect’s, or plain JSON. */
  sign: (isSigned: boolean) => void;
  close: () => Promise<void>;
}

/** Who the provider says is in front of it: one person per test, who never has to type. */
export interface Claims {
  sub: string;
  email: string;
}

/** A true OpenID Connect provider on this machine. */
export async function openIdentityProvider(
  redirectUri: string,
  claims: () => Claims,
): Promise<IdentityProvider> {
  let isSigned = true;
  const server = createServer((request, response) => (isSigned ? signed : plain)(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const facts = { issuer, redirectUri, claims };
  const [signed, plain] = [
    callbackOf(facts, { userinfo_signed_response_alg: 'RS256' }),
    callbackOf(facts, {}),
  ];
  return {
    issuer,
    sign: (wanted) => {
      isSigned = wanted;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}

const SIGNING_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

interface Facts {
  issuer: string;
  redirectUri: string;
  claims: () => Claims;
}

/** Whoever comes is the person that the test says, who agrees to everything. */
function callbackOf({ issuer, redirectUri, claims }: Facts, more: Partial<ClientMetadata>) {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'maillon',
        client_secret: 'un secret de test, inutile ailleurs',
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
        ...more,
      },
    ],
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
    claims: { openid: ['sub'], email: ['email'] },
    cookies: { keys: ['une clé de test'] },
    jwks: { keys: [SIGNING_KEY] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    findAccount: () => ({ accountId: claims().sub, claims: () => ({ ...claims() }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: 'maillon', accountId: claims().sub });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
    interactions: { url: () => '/qui' },
  });
  provider.use(async (ctx, next) => {
    if (ctx.path !== '/qui') return next();
    const result = { login: { accountId: claims().sub } };
    await provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
    ctx.respond = false;
  });
  return provider.callback();
}
