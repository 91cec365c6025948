import type { Queries } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/messages.ts';
import { peopleWithRole, type Role } from '../../access/index.ts';
import { postMessage } from '../../outbox/index.ts';
import { NIGHTLY } from '../nightly-messages.ts';
import type { VoucherDeps } from './deps.ts';

export interface NightlyDeps extends VoucherDeps {
  /** Address of this instance, without final slash. */
  publicUrl: string;
  /** Whether text messages have a way out. */
  canText: boolean;
}

export interface Letter {
  organisation: string;
  roles: readonly Role[];
  /** Page where the person can act, from the space of the organisation. */
  path: string;
  /** In the language of each person. */
  words: (lang: Lang) => { subject: string; text: string };
}

/** One e-mail to everyone who holds one of these roles; who has no address reads it on the page it leads to. */
export async function writeToRoles(
  tx: Queries,
  { organisation, roles, path, words }: Letter,
  deps: NightlyDeps,
): Promise<void> {
  const readers = new Map<string, Lang>();
  for (const role of roles)
    for (const { email, lang } of await peopleWithRole(tx, organisation, role))
      if (email !== null) readers.set(email, lang);
  for (const [email, lang] of readers) {
    const { subject, text } = words(lang);
    const link = `${deps.publicUrl}/espace/${organisation}${path}`;
    const letter = NIGHTLY[lang].letter(text, link);
    await postMessage(
      tx,
      { channel: 'mail', purpose: 'pass-follow-up', to: email, subject, text: letter },
      deps,
    );
  }
}
