import { localDateAt } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { CODE_BYTES, makeCode, type PassCode } from '../domain/code.ts';
import { lastDayOf } from '../domain/programme.ts';
import {
  type Booklet,
  findBookletByKey,
  lockBooklet,
  movePasses,
  readBooklet,
  saveCode,
  saveHandOver,
  takeFromStock,
} from '../store/booklets.ts';
import { readProgramme } from '../store/programmes.ts';
import { auditBooklet, byOf, type Hand, type VoucherDeps } from './deps.ts';
import { hashCode } from './hash-code.ts';
import { hasEnded } from './order-booklets.ts';

export type HandOverRefusal =
  | { kind: 'unknown-programme' }
  | { kind: 'programme-ended' }
  | { kind: 'stock-empty' }
  | { kind: 'validity-over' }
  | { kind: 'name-missing' }
  | { kind: 'name-too-long'; most: number }
  | { kind: 'key-reused' };

/** A first name or a pseudonym: nothing that identifies someone. */
const LONGEST_NAME = 40;

export interface HandOver {
  /** Chosen by the page when it is shown: a form sent twice hands over once. */
  key: string;
  programme: string;
  personName: string;
  /** In international form, when the person wants the code by text message. */
  phone: string | null;
}

/** What the person leaves with. The code is told once, here: only its hash is kept. */
export interface HandedOver {
  booklet: Booklet;
  code: PassCode;
}

export interface HandingDeps extends VoucherDeps {
  /** Writes the text message that carries the code: both are kept, or neither. */
  tell?: (tx: Queries, given: HandedOver) => Promise<void>;
}

/** V15: takes a booklet out of the stock, gives it a code and a date. Nothing is asked of the person but a name to be called by. */
export function handOver(
  { key, programme, personName, phone }: HandOver,
  hand: Hand,
  deps: HandingDeps,
): Promise<Result<HandedOver, HandOverRefusal>> {
  const name = personName.trim().replaceAll(/\s+/gu, ' ');
  return deps.db.inTransaction<HandedOver, HandOverRefusal>(async (tx) => {
    if (name === '') return refuse({ kind: 'name-missing' });
    if (Array.from(name).length > LONGEST_NAME) return refuse({ kind: 'name-too-long', most: LONGEST_NAME });
    const ownKey = ownKeyOf(key, hand);
    const earlier = await findBookletByKey(tx, ownKey);
    const code = makeCode(deps.randomBytes(CODE_BYTES));
    if (earlier) {
      if (earlier.personName !== name) return refuse({ kind: 'key-reused' });
      // The first answer was lost, and its code with it: this one replaces it.
      return giveCode(tx, { booklet: earlier, code }, { hand, deps });
    }
    const taken = await takeBooklet(
      tx,
      { key: ownKey, programme, personName: name, phone },
      { code, hand, at: deps.clock() },
    );
    if (!taken.ok) return taken;
    await auditBooklet(tx, taken.value.booklet.id, { action: 'booklet-handed-over', hand, deps });
    await deps.tell?.(tx, taken.value);
    return taken;
  });
}

const ownKeyOf = (key: string, { organisation }: Hand): string => `${organisation}:${key}`;

/** A press that bounced comes back within this time, before anyone saw the sheet of the first. */
const BOUNCE_MS = 10_000;

/** What this very page already handed over, long enough ago for its sheet to be in someone's hands. */
export async function handedOverBefore(key: string, hand: Hand, deps: VoucherDeps): Promise<Booklet | null> {
  const earlier = await findBookletByKey(deps.db, ownKeyOf(key, hand));
  const age = deps.clock().getTime() - (earlier?.handedOverAt?.getTime() ?? 0);
  return age > BOUNCE_MS ? earlier : null;
}

/** The earlier code dies. */
async function giveCode(
  tx: Queries,
  given: HandedOver,
  { hand, deps }: { hand: Hand; deps: HandingDeps },
): Promise<Result<HandedOver, never>> {
  await saveCode(tx, given.booklet.id, hashCode(given.code));
  await auditBooklet(tx, given.booklet.id, { action: 'code-renewed', hand, deps });
  await deps.tell?.(tx, given);
  return ok(given);
}

async function takeBooklet(
  tx: Queries,
  given: HandOver,
  { code, hand, at }: { code: PassCode; hand: Hand; at: Date },
): Promise<Result<HandedOver, HandOverRefusal>> {
  const programme = await readProgramme(tx, given.programme);
  if (!programme) return refuse({ kind: 'unknown-programme' });
  if (hasEnded(programme, at)) return refuse({ kind: 'programme-ended' });
  const today = localDateAt(at);
  const id = await takeFromStock(tx, { programme: programme.id, prescriber: hand.organisation, today });
  if (id === null) return refuse({ kind: 'stock-empty' });
  const { terms, passes } = (await readBooklet(tx, id))!;
  // Cancelled while it was being taken.
  if (!passes.some(({ state }) => state === 'in_stock')) return refuse({ kind: 'stock-empty' });
  const own = lastDayOf(terms, today);
  // Nobody leaves with a sheet that no place takes any more.
  if (own < today) return refuse({ kind: 'validity-over' });
  const lastDay = programme.endsOn !== null && programme.endsOn < own ? programme.endsOn : own;
  const by = byOf(hand);
  await saveHandOver(tx, id, { ...given, codeHash: hashCode(code), by, at, lastDay });
  await movePasses(tx, { booklets: [id], from: 'in_stock', to: 'handed_over' }, { by, at });
  return ok({ booklet: (await readBooklet(tx, id))!, code });
}

export type RenewRefusal =
  | { kind: 'unknown-booklet' }
  | { kind: 'not-handed-over' }
  | { kind: 'booklet-lost' };

/** V14: another sheet, or a text message instead of paper: the same passes under a new code, the earlier one dead. */
export function renewCode(
  bookletId: string,
  hand: Hand,
  deps: HandingDeps,
): Promise<Result<HandedOver, RenewRefusal>> {
  return deps.db.inTransaction<HandedOver, RenewRefusal>(async (tx) => {
    const booklet = await lockBooklet(tx, bookletId);
    if (!booklet || booklet.prescriber !== hand.organisation) return refuse({ kind: 'unknown-booklet' });
    if (!booklet.handedOverAt) return refuse({ kind: 'not-handed-over' });
    if (booklet.lostAt) return refuse({ kind: 'booklet-lost' });
    return giveCode(tx, { booklet, code: makeCode(deps.randomBytes(CODE_BYTES)) }, { hand, deps });
  });
}
