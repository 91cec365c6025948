import type { Hono } from 'hono';
import type { Lang } from '../i18n/messages.ts';

/** What every page knows about the request and the instance that answers it. */
export interface View {
  lang: Lang;
  url: URL;
  /** The instant of the request. */
  now: Date;
  territoryName: string;
  /** E.164; absent when the instance has no help line. */
  helpPhone: string | undefined;
  /** Address of the instance as people type it, without final slash. */
  publicUrl: string;
  isAdmin: boolean;
}

export type WebEnv = { Variables: { view: View; requestId: string } };
export type WebApp = Hono<WebEnv>;
