import type { OidcConfig } from '../../../platform/config.ts';
import type { Database } from '../../../platform/db/database.ts';
import { deviceOf } from '../domain/device.ts';
import { linkedAccount, passkey, person, session, verification } from '../schema.ts';
import { recordAudit } from '../store/audit.ts';
import { markSeen } from '../store/people.ts';
import { loadIdentityProvider, PROVIDER } from './identity-provider.ts';

export interface AuthDeps {
  db: Database;
  clock: () => Date;
  /** Signs cookies. */
  secret: string;
  /** Address of the instance as people type it, without final slash. */
  publicUrl: string;
  /** An identity provider whose word is taken; absent: none. */
  oidc: OidcConfig | undefined;
}

/** Names of cookies begin so; behind https a prefix that browsers enforce stands before. */
export const COOKIE_PREFIX = 'maillon';

/** A week: whoever works every day signs in once a week, and a lost telephone is soon a stranger. */
export const SESSION_SECONDS = 7 * 24 * 3600;
export const SIGN_IN_LINK_SECONDS = 15 * 60;

/** Imported when someone signs in: half a second that neither a command nor a public page has to wait for. */
const importLibrary = () =>
  Promise.all([
    import('better-auth/minimal'),
    import('better-auth/adapters/drizzle'),
    import('better-auth/plugins/magic-link'),
    import('@better-auth/passkey'),
  ]);

export async function loadAuth(deps: AuthDeps, { withProvider = false } = {}) {
  const [{ betterAuth }, { drizzleAdapter }, { magicLink }, { passkey: passkeys }] = await importLibrary();
  const ownDoors = await loadOwnDoors();
  return betterAuth({
    appName: 'Maillon',
    secret: deps.secret,
    baseURL: deps.publicUrl || 'http://localhost',
    basePath: '/connexion',
    telemetry: { enabled: false },
    // Refusals are answered by our pages, failures reach our own log once.
    logger: { disabled: true },
    // Ours counts callers behind trusted proxies, and keeps no address.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      ipAddress: { disableIpTracking: true },
      // Our tables have no column for what is never kept: pictures, addresses of callers, passwords, providers' tokens.
      database: { validateSchema: false },
    },
    user: {
      additionalFields: {
        lang: { type: 'string', required: false, input: false },
        administratorSince: { type: 'date', required: false, input: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      // A session ends when it was said to end.
      disableSessionRefresh: true,
      additionalFields: { secondFactorAt: { type: 'date', required: false, input: false } },
    },
    account: {
      // The provider says who someone is, once: what it lends to ask it more is not kept.
      updateAccountOnSignIn: false,
      accountLinking: { trustedProviders: [PROVIDER] },
    },
    databaseHooks: {
      account: { create: { before: async () => ({ data: NO_TOKENS }) } },
      session: {
        create: {
          before: async (made) => ({
            // Neither the address of the caller nor the whole signature of their browser is kept.
            data: { ipAddress: undefined, userAgent: deviceOf(made.userAgent ?? '') },
          }),
          after: (made) => writeArrival(deps, { personId: made.userId, sessionId: made.id }),
        },
      },
    },
    database: drizzleAdapter(deps.db.orm, {
      provider: 'pg',
      schema: { user: person, session, account: linkedAccount, verification, passkey },
    }),
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: SIGN_IN_LINK_SECONDS,
        sendMagicLink: ({ token, metadata }) => metadata?.hand(token),
      }),
      // A page shown at another name than its own gets no answer from the device.
      passkeys({
        rpName: 'Maillon',
        rpID: deps.publicUrl ? new URL(deps.publicUrl).hostname : 'localhost',
        origin: deps.publicUrl ? new URL(deps.publicUrl).origin : null,
      }),
      ownDoors,
      ...(withProvider ? await loadIdentityProvider(deps) : []),
    ],
  });
}

const NO_TOKENS = {
  accessToken: undefined,
  refreshToken: undefined,
  idToken: undefined,
  accessTokenExpiresAt: undefined,
  refreshTokenExpiresAt: undefined,
  scope: undefined,
  password: undefined,
};

async function writeArrival(
  { db, clock }: AuthDeps,
  { personId, sessionId }: { personId: string; sessionId: string },
): Promise<void> {
  const at = clock();
  await markSeen(db, personId, at);
  const subject = { subjectKind: 'session', subjectId: sessionId };
  await recordAudit(db, { actor: { personId }, action: 'session-opened', ...subject, at });
}

/** For the link of the server and for invitations: who may enter was decided before. */
async function loadOwnDoors() {
  const [{ createAuthEndpoint }, { setSessionCookie }, { z }] = await Promise.all([
    import('better-auth/api'),
    import('better-auth/cookies'),
    import('zod'),
  ]);
  const body = z.object({ personId: z.string(), lifeSeconds: z.number(), expiresAt: z.date() });
  const enter = createAuthEndpoint.serverOnly({ method: 'POST', requireHeaders: true, body }, async (ctx) => {
    const { personId, lifeSeconds, expiresAt } = ctx.body;
    const user = await ctx.context.internalAdapter.findUserById(personId);
    if (!user) throw new Error('A session is opened for a person who exists.');
    const opened = await ctx.context.internalAdapter.createSession(personId, false, { expiresAt }, true);
    await setSessionCookie(ctx, { session: opened, user }, false, { maxAge: lifeSeconds });
    return ctx.json({});
  });
  return { id: 'own-doors', endpoints: { enter } };
}

export type LoadedAuth = Awaited<ReturnType<typeof loadAuth>>;
