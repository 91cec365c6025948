import type { Queries } from '../../../platform/db/database.ts';
import { maskEmail } from '../domain/mask-email.ts';
import { sealPass } from '../domain/seal.ts';
import { insertLink, type SentLink } from '../store/links.ts';
import type { UpkeepDeps } from './deps.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Asked by someone who waits for it; a reminder is read when there is time. In days. */
const LIFE_DAYS: Record<SentLink['cause'], number> = { asked: 3, reminder: 30 };

/** A signed address that opens the correction of one place; kept, so that a correction can name it. */
export async function makeLink(
  tx: Queries,
  { placeId, email, cause, lang }: Pick<SentLink, 'placeId' | 'cause' | 'lang'> & { email: string },
  { clock, randomBytes, signer, publicUrl }: UpkeepDeps,
): Promise<string> {
  const sentAt = clock();
  const id = Buffer.from(randomBytes(9)).toString('base64url');
  const expiresAt = new Date(sentAt.getTime() + LIFE_DAYS[cause] * DAY_MS);
  await insertLink(tx, { id, placeId, cause, lang, sentTo: maskEmail(email), sentAt, expiresAt });
  const token = sealPass({ placeId, linkId: id, expiresAt }, signer.sign);
  return `${publicUrl}/lieux/${placeId}/corriger?lien=${encodeURIComponent(token)}`;
}
