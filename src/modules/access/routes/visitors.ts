import type { Context } from 'hono';
import type { OidcConfig } from '../../../platform/config.ts';
import type { IconName } from '../../../platform/html/icons.ts';
import type { WebEnv } from '../../../platform/html/view.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import type { TableRegister } from '../../../platform/personal-data.ts';
import type { RateLimiter } from '../../../platform/web/rate-limit.ts';
import type { Cookies } from '../actions/auth-answers.ts';
import type { WritingDeps } from '../actions/deps.ts';
import { COOKIE_PREFIX } from '../actions/load-auth.ts';
import { type Auth, openAuth } from '../actions/open-auth.ts';
import type { Role } from '../domain/organisation.ts';
import type { Visitor } from '../domain/visitor.ts';

/** A link of `/espace`, shown to those who have one of its roles. */
export interface SpaceEntry {
  roles: readonly Role[];
  icon: IconName;
  label: (lang: Lang) => string;
  /** From `/espace/:organisation`: `/pass`. */
  path: string;
  /** What waits behind it, in a few words. */
  waiting?: (organisation: string, lang: Lang) => Promise<string | null>;
}

/** A page that shows personal data: each reading of it is written in the journal. */
export interface Reading {
  path: string;
  action: string;
  subjectKind: string;
}

export type ActionName = Readonly<Record<Lang, string>>;

interface AccessInput extends WritingDeps {
  /** Signs cookies of sessions. */
  secret: string;
  /** An identity provider of professionals. */
  oidc: OidcConfig | undefined;
  /** What every table of the program says of whom. */
  register: readonly TableRegister[];
  readings: readonly Reading[];
  limits: {
    /** How many links one caller may ask for. */
    links: RateLimiter;
    /** How many links one mailbox may receive, whoever asks. */
    mailbox: RateLimiter;
    /** How many links one caller may try. */
    tries: RateLimiter;
  };
}

/** What the doors of this room share: made once, where the program is put together. */
export interface Access extends AccessInput {
  auth: () => Promise<Auth>;
  /** What other rooms offer to those who enter, in the order in which they were mounted. */
  entries: SpaceEntry[];
  /** How other rooms call the acts that they write in the journal. */
  actionNames: Map<string, ActionName>;
}

export function openAccess(input: AccessInput): Access {
  let opening: Promise<Auth> | null = null;
  const auth = () => {
    opening ??= openAuth(input);
    return opening;
  };
  return { ...input, auth, entries: [], actionNames: new Map() };
}

const visitors = new WeakMap<Context, Visitor>();

/** Who asks, read once per request, and only from those who bear a cookie of ours. */
export const identify =
  (access: Access) =>
  async (c: Context<WebEnv>): Promise<Visitor | null> => {
    if (!c.req.header('cookie')?.includes(`${COOKIE_PREFIX}.session_token=`)) return null;
    const visitor = await (await access.auth()).readVisitor(c.req.raw.headers);
    if (visitor) visitors.set(c, visitor);
    return visitor;
  };

export const visitorOf = (c: Context<WebEnv>): Visitor | null => visitors.get(c) ?? null;

export function sendCookies(c: Context<WebEnv>, cookies: Cookies): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}

/** Pages behind a door, and addresses that open one: nobody keeps them on the way. */
export const keepPrivate = (c: Context<WebEnv>): void => c.header('cache-control', 'no-store');
