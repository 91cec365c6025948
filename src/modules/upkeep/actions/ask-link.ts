import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { PublicLang } from '../../../platform/i18n/public-languages.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { postMessage } from '../../outbox/index.ts';
import { ASK } from '../ask-messages.ts';
import { countAskedSince } from '../store/links.ts';
import type { UpkeepDeps } from './deps.ts';
import { makeLink } from './send-link.ts';

export type AskRefusal = { kind: 'no-published-email' } | { kind: 'too-many-links' };

const DAY_MS = 24 * 60 * 60_000;
/** Whoever asks, a mailbox receives no more than this in a day. */
const DAILY_LINKS = 3;

/** Writes to an address that the place publishes, never to one that the asker gives: holding it is what proves who they are. */
export function askLink(
  {
    place,
    rank,
    lang,
    territory,
  }: { place: PublishedPlace; rank: number; lang: PublicLang; territory: string },
  deps: UpkeepDeps,
): Promise<Result<{ email: string }, AskRefusal>> {
  return deps.db.inTransaction<{ email: string }, AskRefusal>(async (tx) => {
    const email = place.fields.emails?.[rank];
    if (email === undefined) return refuse({ kind: 'no-published-email' });
    const since = new Date(deps.clock().getTime() - DAY_MS);
    if ((await countAskedSince(tx, place.id, since)) >= DAILY_LINKS)
      return refuse({ kind: 'too-many-links' });
    const link = await makeLink(tx, { placeId: place.id, email, cause: 'asked', lang }, deps);
    const say = ASK[lang];
    const name = place.fields.name ?? place.id;
    const letter = { subject: say.mailSubject(name), text: say.mailText(name, link, territory) };
    await postMessage(tx, { channel: 'mail', purpose: 'correction-link', to: email, ...letter }, deps);
    return ok({ email });
  });
}
