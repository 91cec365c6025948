import { createOTP } from '@better-auth/utils/otp';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../../test/support/database.ts';
import type { Database } from '../../../platform/db/database.ts';
import { createSigner } from '../../../platform/signature.ts';
import { insertPerson } from '../store/people.ts';
import { findSecondFactor } from '../store/second-factors.ts';
import { openAuth } from './open-auth.ts';
import {
  confirmEnrolment,
  describeEnrolment,
  type FactorDeps,
  forgetSecondFactor,
  proveSecondFactor,
  renewBackupCodes,
  startEnrolment,
} from './second-factor.ts';

const secret = 'une clé de test, longue comme il faut et inutile ailleurs';

describe('the code of a telephone', () => {
  let db: Database;
  let deps: FactorDeps;
  let now = new Date('2026-11-28T09:00:00Z');
  let drawn = 0;
  const clock = () => now;
  const randomBytes = (count: number) => {
    drawn += 1;
    return new Uint8Array(count).map((_, rank) => (rank * 7 + drawn) % 256);
  };
  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  const who = { personId: 'ana', sessionId: 's1' };
  const say = (typed: string) => proveSecondFactor({ ...who, typed }, deps);

  /** What an application on the telephone shows, having read the square. */
  async function telephone(): Promise<string> {
    const factor = (await findSecondFactor(db, 'ana'))!;
    const { uri, typed } = await describeEnrolment(factor, 'ana@invente.example', deps);
    expect(new URL(uri).searchParams.get('secret')).toBe(typed.replaceAll(' ', ''));
    const bytes = Buffer.from(await (await deps.auth()).decrypt(factor.secret), 'hex');
    return createOTP(Uint8Array.from(bytes)).hotp(Math.floor(now.getTime() / 30_000));
  }

  async function enrol(): Promise<string[]> {
    await startEnrolment('ana', deps);
    const confirmed = await confirmEnrolment({ ...who, typed: await telephone() }, deps);
    return confirmed.ok ? confirmed.value.backupCodes : [];
  }

  beforeAll(async () => {
    db = await openTestDatabase();
    const auth = openAuth({ db, clock, secret, publicUrl: '', oidc: undefined });
    deps = {
      db,
      clock,
      randomBytes,
      signer: createSigner(secret),
      territory: 'Territoire',
      auth: () => auth,
    };
    const person = { id: 'ana', name: 'Ana', email: null, lang: 'fr', isAdministrator: false } as const;
    await insertPerson(db, { ...person, at: now });
  });
  beforeEach(async () => {
    await db.rows(sql`delete from access.second_factor`);
    later(3600);
  });
  afterAll(() => db.close());

  test('counts from its first right code on, and is not kept in clear', async () => {
    await startEnrolment('ana', deps);
    const code = await telephone();
    expect(await say(code)).toEqual({ ok: false, refusal: { kind: 'not-enrolled' } });
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await confirmEnrolment({ ...who, typed: wrong }, deps)).ok).toBe(false);
    expect(
      (await confirmEnrolment({ ...who, typed: ` ${code.slice(0, 3)} ${code.slice(3)}` }, deps)).ok,
    ).toBe(true);
    const bytes = Buffer.from(
      await (await deps.auth()).decrypt((await findSecondFactor(db, 'ana'))!.secret),
      'hex',
    );
    const [row] = await db.rows<{ text: string }>(
      sql`select second_factor::text as text from access.second_factor`,
    );
    expect(row!.text).not.toContain(bytes.toString('hex'));
  });

  test('serves once, even within its half minute', async () => {
    await enrol();
    later(60);
    const code = await telephone();
    expect((await say(code)).ok).toBe(true);
    expect((await say(code)).ok).toBe(false);
  });

  test('after five wrong ones even a right one waits', async () => {
    await enrol();
    later(60);
    for (let wrong = 0; wrong < 4; wrong += 1)
      expect(await say('abc')).toEqual({ ok: false, refusal: { kind: 'wrong-code' } });
    expect(await say('abc')).toMatchObject({ refusal: { kind: 'locked' } });
    expect(await say(await telephone())).toMatchObject({ refusal: { kind: 'locked' } });
    later(16 * 60);
    expect((await say(await telephone())).ok).toBe(true);
  });

  test('is replaced once by each code kept on paper, until they are drawn again', async () => {
    const [first = '', second = ''] = await enrol();
    expect((await say(first.toLowerCase())).ok).toBe(true);
    expect((await say(first)).ok).toBe(false);
    const [renewed = ''] = await renewBackupCodes('ana', deps);
    expect((await say(second)).ok).toBe(false);
    expect((await say(renewed)).ok).toBe(true);
  });

  test('is not replaced by starting again: that takes someone who forgets it, and it is written down', async () => {
    await enrol();
    later(60);
    const before = await findSecondFactor(db, 'ana');
    await startEnrolment('ana', deps);
    expect((await findSecondFactor(db, 'ana'))!.secret).toBe(before!.secret);
    await forgetSecondFactor({ doer: { personId: 'bao' }, personId: 'ana' }, deps);
    expect(await findSecondFactor(db, 'ana')).toBeNull();
    const [entry] = await db.rows(
      sql`select person_id, action, subject_id from access.audit_entry order by id desc limit 1`,
    );
    expect(entry).toEqual({ person_id: 'bao', action: 'second-factor-forgotten', subject_id: 'ana' });
  });
});
