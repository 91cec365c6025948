import type { Actor } from '../../../access/index.ts';
import type { VoucherWebDeps } from '../deps.ts';

/**
 * V10: codes that nobody has, typed by one person or by a whole organisation. A mistyped code is seen before it is looked
 * for and does not count: what counts can only be an old sheet, or a guess.
 */
export function lockedMinutes({ personId, organisation }: Actor, { limits }: VoucherWebDeps): number {
  const seconds = Math.max(
    limits.codesOfPerson.lockedSecondsOf(personId),
    limits.codesOfPlace.lockedSecondsOf(organisation.id),
  );
  return Math.ceil(seconds / 60);
}

export function countUnknown({ personId, organisation }: Actor, { limits }: VoucherWebDeps): void {
  limits.codesOfPerson.waitSecondsOf(personId);
  limits.codesOfPlace.waitSecondsOf(organisation.id);
}
