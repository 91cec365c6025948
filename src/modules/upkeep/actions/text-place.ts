import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { postMessage } from '../../outbox/index.ts';
import { parseMobile } from '../../standard/index.ts';
import { placeText } from '../domain/place-text.ts';
import type { UpkeepDeps } from './deps.ts';

export type TextRefusal = { kind: 'not-a-mobile' };

/** Sends a place to a telephone; the number is forgotten once the message has left. */
export function textPlace(
  { place, number }: { place: PublishedPlace; number: string },
  deps: UpkeepDeps,
): Promise<Result<null, TextRefusal>> {
  return deps.db.inTransaction<null, TextRefusal>(async (tx) => {
    const to = parseMobile(number);
    if (to === null) return refuse({ kind: 'not-a-mobile' });
    const text = placeText(place.fields, `${deps.publicUrl}/lieux/${place.id}`);
    await postMessage(tx, { channel: 'sms', purpose: 'place', to, text }, deps);
    return ok(null);
  });
}
