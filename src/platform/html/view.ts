import type { Hono } from 'hono';
import type { Lang } from '../i18n/messages.ts';
import type { PublicLang } from '../i18n/public-languages.ts';
import type { IconName } from './icons.ts';

export interface NavLink<Spoken extends PublicLang = Lang> {
  /** What `page.active` names to mark it as the present page. */
  key: string;
  href: string;
  label: Record<Spoken, string>;
  icon?: IconName;
  /** Of the bar of professionals: to whom it is shown, when it is not only to those who run the instance. */
  audience?: 'everyone' | 'signed-in' | 'signed-out' | 'members';
}

/** Links that exist on this instance: one that would lead nowhere is never shown. */
export interface Shell {
  /** The bar of the professional part. */
  pro: readonly NavLink[];
  /** After the accessibility statement and the data notice. */
  footer: readonly NavLink<PublicLang>[];
}

/** What every page knows about the request and the instance that answers it. */
export interface View {
  /** Of the words of management pages. */
  lang: Lang;
  /** Of the words of public pages. */
  publicLang: PublicLang;
  url: URL;
  /** The instant of the request. */
  now: Date;
  territoryName: string;
  /** E.164; absent when the instance has no help line. */
  helpPhone: string | undefined;
  /** Address of the instance as people type it, without final slash. */
  publicUrl: string;
  isAdmin: boolean;
  /** Whoever is signed in, those who run the instance included. */
  isSignedIn?: boolean;
  /** Set on pages that a phone makes alone: since when it keeps the places, and which. */
  kept?: { on: Date; what: string };
  shell: Shell;
}

/** A public page whose words exist in the two languages of management only: its shell then speaks one of them too. */
export const inTwoLanguages = (view: View): View => ({ ...view, publicLang: view.lang });

export type WebEnv = {
  Variables: { view: View; requestId: string };
  /** Of a page that the program asks itself for, as it will be then: no request from the network can say it. */
  Bindings: { at?: Date };
};
export type WebApp = Hono<WebEnv>;
