import { createHash, createPublicKey, verify } from 'node:crypto';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { peopleWithRole } from '../../access/index.ts';
import { readCode } from '../domain/code.ts';
import { CLOCK_SLACK_MS, type LateItem, signedText } from '../domain/late-signature.ts';
import { readCodeFacts } from '../store/code-facts.ts';
import { type Device, holdDevice, insertLate, type Late, readDevice, readLate } from '../store/devices.ts';
import type { Hand, VoucherDeps } from './deps.ts';
import { openSealed } from './devices.ts';
import { hashCode } from './hash-code.ts';
import { type RedeemRefusal, redeemWithin } from './redeem.ts';

export type LateRefusal =
  | 'unknown-device'
  | 'revoked-device'
  | 'wrong-signature'
  | 'unreadable'
  | 'before-the-device'
  | 'person-left'
  | RedeemRefusal['kind'];

export interface LateAnswer {
  /** Of the item, as the device chose it. */
  key: string;
  /** `redeemed`, or a `LateRefusal`. */
  outcome: string;
  redemption: string | null;
}

/**
 * What a device kept while there was no network. Whoever sends it is signed in for the same structure; the device says
 * who helped. The first that reaches the ledger wins: the other is refused and kept, for its place and for whoever runs
 * the programme. Sent again, it gets the answer that it had.
 */
export async function redeemLate(
  item: LateItem,
  { device: id, hand }: { device: string; hand: Hand },
  deps: VoucherDeps,
): Promise<LateAnswer> {
  const sent: Sent = {
    key: recordKey(item, { device: id, structure: hand.organisation }),
    device: id,
    structure: hand.organisation,
    passCount: item.count,
    at: new Date(item.at),
    receivedAt: deps.clock(),
  };
  const earlier = await readLate(deps.db, sent.key);
  if (earlier) return { key: item.key, ...earlier };
  const read = await readItem(item, await readDevice(deps.db, id), hand);
  const done = read.ok ? await redeemOnce({ item, sent, ...read.value }, deps) : read;
  if (!done.ok)
    await insertLate(deps.db, {
      ...sent,
      booklet: read.ok ? await bookletOf(read.value.code, deps) : null,
      outcome: done.refusal,
      redemption: null,
    });
  // Had it come twice at the same moment, what the first wrote is the answer of both.
  return { key: item.key, ...(await readLate(deps.db, sent.key))! };
}

type Sent = Omit<Late, 'booklet' | 'outcome' | 'redemption'>;

/** Of exactly this item: changed on the way, it does not take the place of the true one, which may come after it. */
function recordKey(item: LateItem, { device, structure }: { device: string; structure: string }): string {
  const whole = JSON.stringify([device, signedText(structure, item), item.signature]);
  return `${structure}:${createHash('sha256').update(whole).digest('base64url')}`;
}

interface Read {
  device: Device;
  /** As it was typed. */
  code: string;
}

async function readItem(
  item: LateItem,
  device: Device | null,
  hand: Hand,
): Promise<Result<Read, LateRefusal>> {
  if (device?.structure !== hand.organisation) return refuse('unknown-device');
  if (!isSigned(item, device)) return refuse('wrong-signature');
  const code = await openSealed(item.sealed, device.openingKey);
  if (code === null) return refuse('unreadable');
  return ok({ device, code });
}

function isSigned(item: LateItem, { publicKey, structure }: Device): boolean {
  const key = createPublicKey({ key: { ...publicKey }, format: 'jwk' });
  const text = Buffer.from(signedText(structure, item), 'utf8');
  const signature = Buffer.from(item.signature, 'base64url');
  return verify('sha256', text, { key, dsaEncoding: 'ieee-p1363' }, signature);
}

/**
 * The entry of the ledger and its record are written together, while nobody can withdraw the device: what is paid was
 * never told « refused », nor the other way round.
 */
function redeemOnce(
  { item, sent, device, code }: Read & { item: LateItem; sent: Sent },
  deps: VoucherDeps,
): Promise<Result<null, LateRefusal>> {
  const { person, structure: organisation, registeredAt } = device;
  const { count, theme, hasAttended } = item;
  return deps.db.inTransaction<null, LateRefusal>(async (tx) => {
    // A lost telephone says what time it wants: nothing it sends is believed, not even about yesterday.
    if ((await holdDevice(tx, device.id)) !== null) return refuse('revoked-device');
    if (sent.at.getTime() < registeredAt.getTime() - CLOCK_SLACK_MS) return refuse('before-the-device');
    const mediators = await peopleWithRole(tx, organisation, 'mediator');
    if (!mediators.some(({ personId }) => personId === person)) return refuse('person-left');
    const request = { code, count, theme, hasAttended, channel: 'offline' as const, at: sent.at };
    const redeemed = await redeemWithin(
      tx,
      { key: `late-${item.key}`, ...request },
      { hand: { person, organisation }, deps },
    );
    if (!redeemed.ok) return refuse(redeemed.refusal.kind);
    const { id, booklet } = redeemed.value.redemption;
    const isFirst = await insertLate(tx, { ...sent, booklet, outcome: 'redeemed', redemption: id });
    // The same item, answered meanwhile: that answer stands, and nothing of this is written.
    return isFirst ? ok(null) : refuse('key-reused');
  });
}

async function bookletOf(typed: string, { db }: VoucherDeps): Promise<string | null> {
  const code = readCode(typed);
  return code.ok ? ((await readCodeFacts(db, hashCode(code.value)))?.booklet ?? null) : null;
}
