import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { createScheme, MIMOSA, must, REGION, SOCIAL_DESK } from '../../../test/support/scheme.ts';
import { addDays } from '../../kernel/calendar.ts';
import type { LocalDate } from '../../kernel/dates.ts';
import type { Database } from '../../platform/db/database.ts';
import { endProgramme } from './actions/end-programme.ts';
import { followProgrammes } from './actions/follow-programmes.ts';
import { handOver } from './actions/hand-over.ts';
import { checks } from './checks.ts';
import { accountOf } from './domain/accounts.ts';
import { movePasses, readBooklet } from './store/booklets.ts';
import { appendEntry } from './store/ledger.ts';

const FUNDER = 'o-fonds-exemple';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
  await arrive(REGION.organisation, 'collectivite', ['programme-manager', 'payment-approver']);
  await arrive(SOCIAL_DESK.organisation, 'prescripteur', ['referrer']);
  await arrive(MIMOSA.organisation, 'structure', ['place-manager']);
  await arrive(FUNDER, 'financeur', ['funder']);
});
afterAll(async () => {
  for (const check of checks)
    expect([check.name('fr'), await check.countFaults(db)]).toEqual([check.name('fr'), 0]);
  await db.close();
});

/** An invented organisation with one invented person who holds all these roles, and an address that says which. */
async function arrive(id: string, kind: string, roles: readonly string[]): Promise<void> {
  const at = '2026-01-01T00:00:00Z';
  const person = randomBytes(8).toString('hex');
  await db.rows(sql`
    insert into access.organisation (id, kind, name, territories, created_at) values (${id}, ${kind}, ${id}, '{}', ${at})`);
  await db.rows(sql`
    insert into access.person (id, name, email, email_verified, lang, created_at, updated_at)
    values (${person}, 'Ana', ${`${kind}@invente.example`}, true, 'fr', ${at}, ${at})`);
  await db.rows(sql`
    insert into access.membership (organisation_id, person_id, roles, since)
    values (${id}, ${person}, ${`{${roles.join(',')}}`}, ${at})`);
}

type Scheme = Awaited<ReturnType<typeof createScheme>>;

const night = ({ deps }: Scheme, { canText = true } = {}) =>
  followProgrammes({ ...deps, publicUrl: 'https://maillon.example', canText });

/** What was written since it was last looked at: to whom, and what. */
async function letters(): Promise<{ to: string; text: string }[]> {
  const rows = await db.rows<{ to: string; text: string }>(sql`
    select recipient as to, coalesce(subject || ' / ', '') || body as text from outbox.message order by created_at, recipient`);
  await db.rows(sql`delete from outbox.message`);
  return rows;
}

/** Alone in its database: what the tests before it left behind has nothing more to say. */
async function openScheme(given: Parameters<typeof createScheme>[1] = {}): Promise<Scheme> {
  const scheme = await createScheme(db, { now: '2026-11-24T09:00:00Z', ...given });
  await night(scheme);
  await letters();
  return scheme;
}

describe('each hour', () => {
  test('V7 V18 value past its statement goes back, missed bonuses are granted, and again nothing', async () => {
    const scheme = await openScheme();
    const late = await scheme.give();
    const whole = await scheme.give();
    must(await scheme.redeem(whole.code, 10));
    await forgetBonus(scheme, whole.booklet.id);
    expect(await night(scheme)).toMatchObject({ returned: { booklets: 0 }, bonuses: 1 });
    expect((await readBooklet(db, whole.booklet.id))!.passes.at(-1)).toMatchObject({
      isBonus: true,
      state: 'handed_over',
    });
    scheme.setNow('2028-01-02T09:00:00Z');
    expect((await night(scheme)).returned.booklets).toBeGreaterThanOrEqual(2);
    expect((await readBooklet(db, late.booklet.id))!.passes.every(({ state }) => state === 'expired')).toBe(
      true,
    );
    expect(await night(scheme)).toMatchObject({ returned: { booklets: 0, cents: 0n }, bonuses: 0 });
  });

  /** As if the process had stopped between the last redemption and its bonus. */
  async function forgetBonus({ deps: { clock } }: Scheme, id: string): Promise<void> {
    const [by, at] = ['test', clock()];
    const bonus = (await readBooklet(db, id))!.passes.find(({ isBonus }) => isBonus)!;
    const legs = { [accountOf.pass(id, bonus.rank)]: -bonus.cents, [accountOf.bonus(id)]: bonus.cents };
    must(
      await appendEntry(db, {
        key: `forget:${id}`,
        kind: 'post',
        legs,
        actor: by,
        eventAt: at,
        createdAt: at,
      }),
    );
    const pass = { booklets: [id], ranks: [bonus.rank], from: 'handed_over', to: 'cancelled' } as const;
    await movePasses(db, pass, { by, at });
  }

  test('V16 a stock that sleeps is told to its desk, once for each silence', async () => {
    const scheme = await openScheme();
    await scheme.stock(3);
    scheme.setNow('2027-01-22T22:30:00Z');
    await night(scheme);
    expect(await letters()).toEqual([]);
    scheme.setNow('2027-01-23T23:30:00Z');
    await night(scheme);
    await night(scheme);
    const told = (await letters()).filter(({ text }) => text.includes('en stock'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ to: 'prescripteur@invente.example' });
    expect(told[0]!.text).toContain('3 carnets à remettre');
    expect(told[0]!.text).toContain('https://maillon.example/espace/o-maison-exemple/pass');
    scheme.setNow('2027-03-25T12:00:00Z');
    await night(scheme);
    expect((await letters()).filter(({ text }) => text.includes('en stock'))).toHaveLength(1);
  });

  test('V16 before a loss: the desk by e-mail, the person by text if they gave a number, by day only', async () => {
    const scheme = await openScheme();
    const { programme } = scheme;
    await scheme.stock(2);
    for (const [personName, phone] of [
      ['Karima', '+33639980011'],
      ['Lucie', null],
    ] as const)
      must(
        await handOver({ key: scheme.next('give'), programme, personName, phone }, SOCIAL_DESK, scheme.deps),
      );
    scheme.setNow('2027-01-23T21:00:00Z');
    expect((await night(scheme)).reminded).toBe(0);
    scheme.setNow('2027-01-25T10:00:00Z');
    expect((await night(scheme)).reminded).toBe(2);
    expect((await night(scheme)).reminded).toBe(0);
    const told = await letters();
    expect(told.map(({ to }) => to).sort()).toEqual(['+33639980011', 'prescripteur@invente.example']);
    const [text] = told.filter(({ to }) => to.startsWith('+'));
    expect(text!.text).toBe(
      "Pass numérique : il vous reste 10 heures d'aide, jusqu'au 24 novembre 2027. Où aller : https://maillon.example/pass",
    );
    expect(text!.text.length).toBeLessThanOrEqual(160);
    expect(told.map((one) => one.text).join()).not.toMatch(/Karima|Lucie/);
    scheme.setNow('2027-10-26T10:00:00Z');
    expect((await night(scheme, { canText: false })).reminded).toBe(2);
    expect((await letters()).map(({ to }) => to)).toEqual(['prescripteur@invente.example']);
  });

  test('V8 the end of a programme is told step by step, and what waits is asked again every three days', async () => {
    const scheme = await openScheme({ funders: [FUNDER] });
    await scheme.give();
    const endsOn = '2027-03-31' as LocalDate;
    must(await endProgramme({ programme: scheme.programme, endsOn }, REGION, scheme.deps));
    const on = async (day: string) => {
      scheme.setNow(`${day}T03:00:00Z`);
      await night(scheme);
      await night(scheme);
      return (await letters())
        .filter(({ text }) => text.startsWith('Fin du programme'))
        .map(({ to }) => to.split('@')[0]);
    };
    expect(await on(addDays(endsOn, -31))).toEqual([]);
    expect(await on(addDays(endsOn, -30))).toEqual(['collectivite', 'financeur', 'prescripteur']);
    expect(await on(addDays(endsOn, -15))).toEqual(['collectivite']);
    expect(await on(addDays(endsOn, -14))).toEqual([]);
    expect(await on(addDays(endsOn, -12))).toEqual(['collectivite']);
    expect(await on(endsOn)).toContain('prescripteur');
    expect(await on(addDays(endsOn, 30))).toContain('structure');
    expect(await on(addDays(endsOn, 37))).toContain('financeur');
  });

  test('V11 a promise that is past is told each week to those who pay', async () => {
    const scheme = await openScheme({ name: 'Promesse' });
    const { code } = await scheme.give();
    must(await scheme.redeem(code, 1));
    const late = async (day: string) => {
      scheme.setNow(`${day}T12:00:00Z`);
      await night(scheme);
      await night(scheme);
      return (await letters()).filter(({ text }) => text.includes('« Promesse »')).map(({ to }) => to);
    };
    expect(await late('2026-12-24')).toEqual([]);
    // Who prepares and approves is told once.
    expect(await late('2026-12-25')).toEqual(['collectivite@invente.example']);
    expect(await late('2027-01-04')).toEqual(['collectivite@invente.example']);
  });
});
