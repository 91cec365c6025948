import { type LocalDate, localDateAt } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { readCode } from '../domain/code.ts';
import { deadlinesOf } from '../domain/programme.ts';
import { type Booklet, findBookletByCode, lockBooklet, readBooklet, saveLastDay } from '../store/booklets.ts';
import {
  type Extension,
  insertExtension,
  lockExtension,
  saveExtension,
  waitingExtension,
} from '../store/extensions.ts';
import { successorOf } from '../store/handed-over.ts';
import { readProgramme } from '../store/programmes.ts';
import { audit, byOf, type Hand, randomName, type VoucherDeps } from './deps.ts';
import { hashCode } from './hash-code.ts';

export type AskRefusal =
  | { kind: 'unknown-code' }
  | { kind: 'nothing-left' }
  | { kind: 'too-late-to-extend' }
  | { kind: 'already-asked' };

/** A place asks, for the person beside it, that a booklet past its date be put off. Possible until its value returns. */
export function askExtension(
  typedCode: string,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<{ id: string }, AskRefusal>> {
  return deps.db.inTransaction<{ id: string }, AskRefusal>(async (tx) => {
    const code = readCode(typedCode);
    const booklet = code.ok ? await findBookletByCode(tx, hashCode(code.value)) : null;
    if (!booklet?.lastDay) return refuse({ kind: 'unknown-code' });
    if (!booklet.passes.some(({ state }) => state === 'handed_over')) return refuse({ kind: 'nothing-left' });
    const at = deps.clock();
    if (at >= deadlinesOf(booklet.terms, booklet.lastDay).returnedFrom)
      return refuse({ kind: 'too-late-to-extend' });
    if (await waitingExtension(tx, booklet.id)) return refuse({ kind: 'already-asked' });
    const id = `X-${randomName(8, deps)}`;
    await insertExtension(tx, { id, booklet: booklet.id, structure: hand.organisation, by: byOf(hand), at });
    return ok({ id });
  });
}

export type ExtensionRefusal =
  | { kind: 'unknown-extension' }
  | { kind: 'already-decided' }
  | { kind: 'too-late-to-extend' }
  | { kind: 'not-later'; lastDay: LocalDate };

/** By whoever runs the programme; null refuses. What already returned to the funders cannot be given back. */
export function decideExtension(
  { id, newLastDay }: { id: string; newLastDay: LocalDate | null },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<Extension, ExtensionRefusal>> {
  return deps.db.inTransaction<Extension, ExtensionRefusal>(async (tx) => {
    const [by, at] = [byOf(hand), deps.clock()];
    const extension = await lockExtension(tx, id);
    const booklet = extension && (await readLiving(tx, extension.booklet, lockBooklet));
    const programme = booklet && (await readProgramme(tx, booklet.programme));
    if (!extension || !booklet || programme?.organisation !== hand.organisation)
      return refuse({ kind: 'unknown-extension' });
    if (extension.decidedAt) return refuse({ kind: 'already-decided' });
    const refusal = newLastDay === null ? null : extensionRefusal(newLastDay, booklet, at);
    if (refusal) return refuse(refusal);
    if (newLastDay !== null) await saveLastDay(tx, booklet.id, newLastDay);
    await saveExtension(tx, { id, newLastDay, by, at });
    const action = newLastDay === null ? 'extension-refused' : 'extension-agreed';
    await audit(tx, hand, { action, subjectKind: 'booklet', subjectId: booklet.id, at });
    return ok({ ...extension, decidedAt: at, newLastDay });
  });
}

/** A booklet, or the one that lives on in its place: a sheet may have been lost and replaced since something was asked for it. */
export async function readLiving(
  db: Queries,
  id: string,
  read: typeof readBooklet = readBooklet,
): Promise<Booklet | null> {
  const booklet = await read(db, id);
  const next = await successorOf(db, id);
  return next === null ? booklet : readLiving(db, next, read);
}

function extensionRefusal(
  newLastDay: LocalDate,
  { terms, lastDay }: Booklet,
  at: Date,
): ExtensionRefusal | null {
  if (at >= deadlinesOf(terms, lastDay!).returnedFrom) return { kind: 'too-late-to-extend' };
  return newLastDay <= lastDay! || newLastDay < localDateAt(at)
    ? { kind: 'not-later', lastDay: lastDay! }
    : null;
}
