import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Field, openField } from '../../../test/support/field.ts';
import { createScheme, MIMOSA, must, REGION, TULIPE } from '../../../test/support/scheme.ts';
import type { SignedIn } from '../../../test/support/signed-in.ts';
import type { LocalDate } from '../../kernel/dates.ts';
import { registerDevice } from './actions/devices.ts';
import { endProgramme } from './actions/end-programme.ts';
import { redeemLate } from './actions/redeem-late.ts';
import { returnExpired } from './actions/return-value.ts';
import { type Given, makeLateItem, makeSigningKey } from './client/parts/late-item.ts';
import { CODE_BYTES, makeCode, printedCode } from './domain/code.ts';
import type { LateItem } from './domain/late-signature.ts';
import { deadlinesOf } from './domain/programme.ts';

let field: Field;
beforeAll(async () => {
  field = await openField();
});
afterAll(() => field.db.close());

const get: Field['get'] = (...asked) => field.get(...asked);
const post: Field['post'] = (...asked) => field.post(...asked);

describe('help given without network', () => {
  const DESK = `/espace/${MIMOSA.organisation}/pass/utiliser`;
  const TULIPE_DESK = `/espace/${TULIPE.organisation}/pass/utiliser`;
  const DAY_MS = 24 * 60 * 60_000;
  let bao: SignedIn;
  let chloe: SignedIn;
  beforeAll(async () => {
    bao = await field.enter(MIMOSA.organisation, ['mediator'], 'Bao');
    chloe = await field.enter(TULIPE.organisation, ['mediator'], 'Chloé');
  });

  const json = async (path: string, who: SignedIn, body: unknown) => {
    const answer = await field.app.request(path, {
      method: 'POST',
      headers: { cookie: who.cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: answer.ok ? await answer.json() : null };
  };

  type Kept = Partial<Given> & { code: string };
  const whole = (kept: Kept, at = new Date()): Given => ({
    count: 1,
    theme: null,
    hasAttended: true,
    at: at.toISOString(),
    ...kept,
  });

  /** A device as the browser makes one, prepared on the page. */
  async function prepare({ who = bao, desk = DESK, structure = MIMOSA.organisation } = {}) {
    const { privateKey, publicKey } = await makeSigningKey();
    const { device, sealingKey } = (await json(`${desk}/appareils`, who, publicKey)).body;
    const keep = (kept: Kept) => makeLateItem({ structure, device, privateKey, sealingKey }, whole(kept));
    const sendAs = async (sender: SignedIn, items: readonly LateItem[]): Promise<string[]> => {
      const { body } = await json(`${desk}/differes`, sender, { device, items });
      return body.answers.map(({ outcome }: { outcome: string }) => outcome);
    };
    return { device, keep, sendAs, send: (items: readonly LateItem[]) => sendAs(who, items) };
  }

  /** A device of Bao in a programme of its own, whose time is set by hand. */
  async function prepareIn(scheme: Awaited<ReturnType<typeof createScheme>>) {
    const hand = { person: bao.personId, organisation: MIMOSA.organisation };
    const { privateKey, publicKey } = await makeSigningKey();
    const { id: device, sealingKey } = await registerDevice(publicKey, hand, scheme.deps);
    const keys = { structure: MIMOSA.organisation, device, privateKey, sealingKey };
    return {
      keep: (kept: Kept) => makeLateItem(keys, whole(kept, scheme.deps.clock())),
      send: async (item: LateItem) => (await redeemLate(item, { device, hand }, scheme.deps)).outcome,
    };
  }

  /** As what the page names this device to the browser that opens it. */
  const counting = async ({ cookie }: SignedIn, device: string): Promise<string[]> => {
    const html = await (await field.app.request(DESK, { headers: { cookie } })).text();
    return [...html.matchAll(/data-(live|own)="([^"]*)"/g)]
      .filter(([, , numbers]) => numbers!.split(' ').includes(device))
      .map(([, kind]) => kind!);
  };

  const leftOn = async (code: string): Promise<number> => must(await field.scheme.redeem(code, 1)).left + 1;

  test('V3 L4 a queue sent twice, even at the same time, is redeemed once, in the name of whoever helped', async () => {
    const { code, booklet } = await field.scheme.give('Karima');
    const phone = await prepare();
    const colleague = await field.enter(MIMOSA.organisation, ['mediator'], 'Noa');
    const queue = [
      await phone.keep({ code, count: 2 }),
      await phone.keep({ code: printedCode(code), count: 1 }),
    ];
    expect(JSON.stringify(queue)).not.toContain(code.slice(0, 4));
    const both = ['redeemed', 'redeemed'];
    expect(await Promise.all([phone.send(queue), phone.sendAs(colleague, queue)])).toEqual([both, both]);
    expect(await phone.send(queue)).toEqual(both);
    const rows = await field.db.rows(sql`
      select channel, mediator, pass_count from vouchers.redemption where booklet = ${booklet.id} order by pass_count`);
    expect(rows).toEqual([
      { channel: 'offline', mediator: bao.personId, pass_count: 1 },
      { channel: 'offline', mediator: bao.personId, pass_count: 2 },
    ]);
    expect((await get(`${DESK}/differes`, bao)).text).toMatch(/2 heures Enregistré .* Appareils préparés/);
  });

  test('L4 changed on the way or signed by another device, it is refused and kept, and the true one still counts', async () => {
    const { code } = await field.scheme.give();
    const [phone, other] = [await prepare(), await prepare()];
    const item = await phone.keep({ code, count: 1 });
    expect(await phone.send([{ ...item, count: 3 }])).toEqual(['wrong-signature']);
    expect(await other.send([item])).toEqual(['wrong-signature']);
    const elsewhere = await other.keep({ code });
    expect(await phone.send([{ ...item, sealed: elsewhere.sealed }])).toEqual(['wrong-signature']);
    expect((await get(`${DESK}/differes`, bao)).text).toMatch(
      /la signature n’est pas celle de l’appareil\. Le contenu a pu être changé\. Vous seul voyez ce refus/,
    );
    expect(await phone.send([item])).toEqual(['redeemed']);
    expect(await leftOn(code)).toBe(9);
  });

  test('a device that was withdrawn, of another place, or of someone who left, counts for nothing', async () => {
    const { code } = await field.scheme.give();
    const lost = await prepare();
    const [before, after] = [await lost.keep({ code }), await lost.keep({ code })];
    const colleague = await field.enter(MIMOSA.organisation, ['mediator'], 'Noa');
    expect(await Promise.all([counting(bao, lost.device), counting(colleague, lost.device)])).toEqual([
      ['live', 'own'],
      ['live'],
    ]);
    expect(await lost.send([before])).toEqual(['redeemed']);
    await post(`${DESK}/appareils/${lost.device}/retirer`, bao, {});
    expect(await counting(bao, lost.device)).toEqual([]);
    // What was paid while the device counted stays paid, and is told so again.
    expect(await lost.send([before, after])).toEqual(['redeemed', 'revoked-device']);

    const foreign = await prepare({ who: chloe, desk: TULIPE_DESK, structure: TULIPE.organisation });
    const crossed = await json(`${DESK}/differes`, bao, {
      device: foreign.device,
      items: [await foreign.keep({ code })],
    });
    expect(crossed.body.answers[0].outcome).toBe('unknown-device');

    const eva = await field.enter(MIMOSA.organisation, ['mediator'], 'Eva');
    const left = await prepare({ who: eva });
    const given = await left.keep({ code });
    await field.db.rows(sql`delete from access.membership where person_id = ${eva.personId}`);
    expect(await left.sendAs(bao, [given])).toEqual(['person-left']);
    expect(await leftOn(code)).toBe(9);
  });

  test('L13 stopped between the ledger and the record, nothing is paid: a device withdrawn since is told the truth', async () => {
    const { code } = await field.scheme.give();
    const phone = await prepare();
    const item = await phone.keep({ code });
    await field.db.rows(sql`
      create function vouchers.stop_here() returns trigger language plpgsql as $$ begin raise 'stopped'; end $$`);
    await field.db.rows(sql`
      create trigger stop_here before insert on vouchers.late_redemption execute function vouchers.stop_here()`);
    expect((await json(`${DESK}/differes`, bao, { device: phone.device, items: [item] })).status).toBe(500);
    await field.db.rows(sql`drop function vouchers.stop_here() cascade`);
    await post(`${DESK}/appareils/${phone.device}/retirer`, bao, {});
    expect(await phone.send([item])).toEqual(['revoked-device']);
    expect(await leftOn(code)).toBe(10);
  });

  test('a clock that is wrong by a day: ahead, or from before the device was prepared, is refused in words', async () => {
    const { code } = await field.scheme.give();
    const phone = await prepare();
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    expect(await phone.send([await phone.keep({ code, at: at(DAY_MS) })])).toEqual(['in-the-future']);
    expect(await phone.send([await phone.keep({ code, at: at(-DAY_MS) })])).toEqual(['before-the-device']);
    for (const minutes of [4, -4])
      expect(await phone.send([await phone.keep({ code, at: at(minutes * 60_000) })])).toEqual(['redeemed']);
    expect((await get(`${DESK}/differes`, bao)).text).toMatch(
      /l’horloge de l’appareil était en avance\. Réglez-la\. La collectivité voit aussi ce refus/,
    );
  });

  test('V4 V8 L11 after the end of a programme, the day of help decides, not that of sending, until the value has gone back', async () => {
    const scheme = await createScheme(field.db, { now: '2026-11-24T09:00:00Z' });
    const endsOn = '2026-12-18' as LocalDate;
    must(await endProgramme({ programme: scheme.programme, endsOn }, REGION, scheme.deps));
    const [kept, tooLate, afterGrace] = [await scheme.give(), await scheme.give(), await scheme.give()];
    const tablet = await prepareIn(scheme);
    // No pass outlives its programme.
    const { acceptedUntil, returnedFrom } = deadlinesOf(scheme.terms, endsOn);
    scheme.setNow(new Date(acceptedUntil.getTime() - 1000).toISOString());
    const inTime = await tablet.keep({ code: kept.code });
    const forgotten = await tablet.keep({ code: tooLate.code });
    scheme.setNow(new Date(acceptedUntil.getTime() + DAY_MS).toISOString());
    expect(await tablet.send(inTime)).toBe('redeemed');
    expect(await tablet.send(await tablet.keep({ code: afterGrace.code }))).toBe('not-valid-any-more');
    const [row] = await field.db.rows<{ days: number }>(sql`
      select extract(day from entry.created_at - entry.event_at)::int as days from vouchers.redemption
        join vouchers.ledger_entry as entry on entry.number = redemption.entry where booklet = ${kept.booklet.id}`);
    expect(row).toEqual({ days: 1 });
    scheme.setNow(new Date(returnedFrom.getTime() + 1000).toISOString());
    await returnExpired({ by: 'nightly', programme: scheme.programme }, scheme.deps);
    expect(await tablet.send(forgotten)).toBe('value-returned');
    expect(await tablet.send(inTime)).toBe('redeemed');
  });

  test('V3 two devices, one booklet: the first to reach the ledger wins; the other is refused, and its place reads why', async () => {
    const scheme = await createScheme(field.db, { now: new Date().toISOString(), places: [MIMOSA, TULIPE] });
    const { code } = await scheme.give('Zoé');
    must(await scheme.redeem(code, 9));
    const first = await prepare();
    const second = await prepare({ who: chloe, desk: TULIPE_DESK, structure: TULIPE.organisation });
    // Help was given at the second place first; its truck came back later.
    const late = await second.keep({ code, count: 2 });
    expect(await first.send([await first.keep({ code })])).toEqual(['redeemed']);
    expect(await second.send([late])).toEqual(['not-enough-left']);

    const shown = await get(`${TULIPE_DESK}/differes`, chloe);
    expect(shown.text).toMatch(
      /à l’envoi, il ne restait pas assez sur ce pass. Utilisé avant : \d.*, Espace numérique Mimosa/,
    );
  });

  test('V10 codes that nobody has stop the sending; what is left stays in the device', async () => {
    const zed = await field.enter(MIMOSA.organisation, ['mediator'], 'Zed');
    const phone = await prepare({ who: zed });
    const items = await Promise.all(
      Array.from({ length: 12 }, () =>
        phone.keep({ code: makeCode(field.scheme.deps.randomBytes(CODE_BYTES)) }),
      ),
    );
    const { body } = await json(`${DESK}/differes`, zed, { device: phone.device, items });
    expect(body.answers).toHaveLength(10);
    expect(body.waitMinutes).toBeGreaterThan(0);
  });

  test('more than fifty at once are for another sending', async () => {
    const phone = await prepare();
    const item = await phone.keep({ code: makeCode(field.scheme.deps.randomBytes(CODE_BYTES)) });
    const items = Array.from({ length: 51 }, () => item);
    expect((await json(`${DESK}/differes`, bao, { device: phone.device, items })).status).toBe(400);
  });
});
