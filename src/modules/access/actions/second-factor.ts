import { timingSafeEqual } from 'node:crypto';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import {
  afterFailure,
  BACKUP_CODES,
  backupCode,
  cleanCode,
  isLocked,
  openSteps,
} from '../domain/second-factor.ts';
import { type Doer, recordAudit } from '../store/audit.ts';
import {
  deleteSecondFactor,
  findSecondFactor,
  insertSecondFactor,
  type SecondFactor,
  updateSecondFactor,
} from '../store/second-factors.ts';
import { markProven, unproveSessions } from '../store/sessions.ts';
import type { AccessDeps } from './deps.ts';
import type { Auth } from './open-auth.ts';

export interface FactorDeps extends AccessDeps {
  auth: () => Promise<Auth>;
  territory: string;
}

/** Bytes: RFC 4226, 4, R6 recommends 160 bits. */
const SECRET_BYTES = 20;

export interface Enrolment {
  /** What the square holds: `otpauth://…`. */
  uri: string;
  /** What is typed where no camera is at hand. */
  typed: string;
}

/** Draws a secret that is worth nothing until a first code proves that the telephone holds it. */
export async function startEnrolment(personId: string, deps: FactorDeps): Promise<void> {
  const bytes = deps.randomBytes(SECRET_BYTES);
  const secret = await (await deps.auth()).encrypt(Buffer.from(bytes).toString('hex'));
  await insertSecondFactor(deps.db, { personId, secret, at: deps.clock() });
}

export async function describeEnrolment(
  { secret }: SecondFactor,
  account: string,
  deps: FactorDeps,
): Promise<Enrolment> {
  const bytes = await secretBytes(secret, deps);
  const letters = base32.encode(bytes, { padding: false });
  return {
    uri: createOTP(bytes).url(`Maillon ${deps.territory}`, account),
    typed: letters.replaceAll(/(.{4})(?=.)/g, '$1 '),
  };
}

export interface Typing {
  personId: string;
  sessionId: string;
  typed: string;
}

export type CodeRefusal = { kind: 'not-enrolled' } | { kind: 'wrong-code' } | { kind: 'locked'; until: Date };

/** The first code makes the telephone count; the codes to keep on paper are told this once. */
export async function confirmEnrolment(
  { personId, sessionId, typed }: Typing,
  deps: FactorDeps,
): Promise<Result<{ backupCodes: string[] }, CodeRefusal>> {
  const backupCodes = drawBackupCodes(deps);
  const backupDigests = backupCodes.map((code) => digestOf(personId, code, deps));
  const judged = await judgeCode({ personId, sessionId, typed }, deps, (factor) =>
    factor.confirmedAt ? null : { ...factor, confirmedAt: deps.clock(), backupDigests },
  );
  return judged.ok ? ok({ backupCodes }) : judged;
}

/** A code of the telephone, or one kept on paper, makes the session worth money for the day. */
export const proveSecondFactor = (typing: Typing, deps: FactorDeps): Promise<Result<null, CodeRefusal>> =>
  judgeCode(typing, deps, (factor) => (factor.confirmedAt ? factor : null));

/** Codes on paper drawn again: the old ones are worth nothing any more. */
export async function renewBackupCodes(personId: string, deps: FactorDeps): Promise<string[]> {
  const backupCodes = drawBackupCodes(deps);
  await deps.db.inTransaction(async (tx) => {
    const factor = await findSecondFactor(tx, personId, { locked: true });
    if (!factor?.confirmedAt) return refuse({ kind: 'not-enrolled' });
    const backupDigests = backupCodes.map((code) => digestOf(personId, code, deps));
    await updateSecondFactor(tx, personId, { ...factor, backupDigests });
    return ok(null);
  });
  return backupCodes;
}

/** For a telephone that was lost or replaced: whoever asks is written down. */
export function forgetSecondFactor(
  { doer, personId }: { doer: Doer; personId: string },
  { db, clock }: AccessDeps,
): Promise<Result<null, { kind: 'not-enrolled' }>> {
  return db.inTransaction<null, { kind: 'not-enrolled' }>(async (tx) => {
    if (!(await deleteSecondFactor(tx, personId))) return refuse({ kind: 'not-enrolled' });
    await unproveSessions(tx, personId);
    const subject = { subjectKind: 'person', subjectId: personId };
    await recordAudit(tx, { actor: doer, action: 'second-factor-forgotten', ...subject, at: clock() });
    return ok(null);
  });
}

/** A wrong code is counted: the transaction that counts it ends well, whatever it says. */
async function judgeCode(
  typing: Typing,
  deps: FactorDeps,
  accepted: (factor: SecondFactor) => SecondFactor | null,
): Promise<Result<null, CodeRefusal>> {
  const judged = await deps.db.inTransaction<CodeRefusal | null, never>(async (tx) => {
    const now = deps.clock();
    const factor = await findSecondFactor(tx, typing.personId, { locked: true });
    const next = factor && accepted(factor);
    if (!factor || !next) return ok({ kind: 'not-enrolled' });
    if (isLocked(factor, now)) return ok({ kind: 'locked', until: factor.lockedUntil! });
    const spent = await spendCode(factor, typing, deps);
    if (!spent) return ok(await countFailure(tx, typing.personId, { factor, now }));
    await updateSecondFactor(tx, typing.personId, { ...next, ...spent, failures: 0, lockedUntil: null });
    await markProven(tx, typing.sessionId, now);
    return ok(null);
  });
  return judged.ok && judged.value !== null ? refuse(judged.value) : ok(null);
}

async function countFailure(
  tx: Queries,
  personId: string,
  { factor, now }: { factor: SecondFactor; now: Date },
): Promise<CodeRefusal> {
  const counted = afterFailure(factor, now);
  await updateSecondFactor(tx, personId, { ...factor, ...counted });
  return counted.lockedUntil ? { kind: 'locked', until: counted.lockedUntil } : { kind: 'wrong-code' };
}

/** What changes when the code is right; null when it is not. */
async function spendCode(
  { secret, lastStep, confirmedAt, backupDigests }: SecondFactor,
  { personId, typed }: Typing,
  deps: FactorDeps,
): Promise<{ lastStep: number } | { backupDigests: string[] } | null> {
  const code = cleanCode(typed);
  const otp = createOTP(await secretBytes(secret, deps));
  for (const step of openSteps(deps.clock(), lastStep))
    if (isSame(await otp.hotp(step), code)) return { lastStep: step };
  const digest = digestOf(personId, code, deps);
  if (!confirmedAt || !backupDigests.includes(digest)) return null;
  return { backupDigests: backupDigests.filter((one) => one !== digest) };
}

const secretBytes = async (secret: string, { auth }: FactorDeps): Promise<Uint8Array<ArrayBuffer>> =>
  Uint8Array.from(Buffer.from(await (await auth()).decrypt(secret), 'hex'));

const drawBackupCodes = ({ randomBytes }: AccessDeps): string[] =>
  Array.from({ length: BACKUP_CODES }, () => backupCode(randomBytes(16)));

const digestOf = (personId: string, code: string, { signer }: AccessDeps): string => {
  const signed = signer.sign(`access-backup.${personId}.${cleanCode(code)}`);
  return signed.slice(signed.lastIndexOf('~') + 1);
};

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
