import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Field, openField } from '../../../test/support/field.ts';
import { createScheme, MIMOSA, must, SOCIAL_DESK } from '../../../test/support/scheme.ts';
import type { SignedIn } from '../../../test/support/signed-in.ts';
import { ok } from '../../kernel/result.ts';
import { deliverMessages } from '../outbox/index.ts';
import { readStock } from './store/handed-over.ts';

const texts: { to: string; text: string }[] = [];
const transports = {
  sms: {
    send: async (message: { to: string; text: string }) => {
      texts.push(message);
      return ok(null);
    },
  },
};

let field: Field;
beforeAll(async () => {
  field = await openField({ transports });
});
afterAll(() => field.db.close());

/** What a person reads of an answer. */
async function read(answer: Response): Promise<{ status: number; text: string }> {
  const html = await answer.text();
  const text = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
  return { status: answer.status, text };
}

const get = async (path: string, { cookie }: SignedIn) =>
  read(await field.app.request(path, { headers: { cookie } }));

const post = async (path: string, { cookie }: SignedIn, form: Record<string, string>) =>
  read(
    await field.app.request(path, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(form),
    }),
  );

const CODE = /(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]/;
const codeIn = ({ text }: { text: string }): string => CODE.exec(text)?.[0] ?? '';

describe('whoever hands booklets over', () => {
  const DESK = `/espace/${SOCIAL_DESK.organisation}/pass`;
  let ana: SignedIn;
  beforeAll(async () => {
    ana = await field.enter(SOCIAL_DESK.organisation, ['referrer'], 'Ana');
    await field.scheme.stock(5);
  });

  const give = (form: Record<string, string>) =>
    post(`${DESK}/remettre`, ana, { programme: field.scheme.programme, ...form });
  const stampOf = async (booklet: string): Promise<string> => {
    const [row] = await field.db.rows<{ stamp: string }>(
      sql`select left(code_hash, 12) as stamp from vouchers.booklet where id = ${booklet}`,
    );
    return row!.stamp;
  };

  test('V10 a text message carries the code, in one piece, and once it left the code is kept nowhere', async () => {
    const answer = await give({ cle: 'sms', prenom: 'Karima', telephone: '06 39 98 00 11' });
    expect(answer.text).toContain('Un SMS part au 06 39 98 00 11');
    await deliverMessages({ db: field.db, clock: () => new Date(), transports });
    expect(texts.map(({ to, text }) => [to, text.includes(codeIn(answer)), text.length <= 160])).toEqual([
      ['+33639980011', true, true],
    ]);
    const rows = await field.db.rows(sql`select body, recipient from outbox.message where channel = 'sms'`);
    expect(rows).toEqual([{ body: null, recipient: null }]);
    const wrong = await give({ cle: 'sms-2', prenom: 'Karima', telephone: '01 99 00 11 22' });
    expect([wrong.status, wrong.text.includes('pas un numéro de portable')]).toEqual([422, true]);
  });

  test('a page sent again later hands nothing over, and the sheet in the pocket keeps working', async () => {
    const first = await give({ cle: 'again', prenom: 'Lucie' });
    // A press that bounced: the answer to the first was never seen.
    const bounced = await give({ cle: 'again', prenom: 'Lucie' });
    expect(await field.scheme.redeem(codeIn(first), 1)).toMatchObject({ refusal: { kind: 'unknown-code' } });
    const [before] = await readStock(field.db, SOCIAL_DESK.organisation);
    await field.db.rows(sql`
      update vouchers.booklet set handed_over_at = handed_over_at - interval '11 seconds' where person_name = 'Lucie'`);
    const reloaded = await give({ cle: 'again', prenom: 'Lucie' });
    expect([reloaded.text.includes('est déjà remis'), codeIn(reloaded)]).toEqual([true, '']);
    expect(must(await field.scheme.redeem(codeIn(bounced), 1)).left).toBe(9);
    const [after] = await readStock(field.db, SOCIAL_DESK.organisation);
    expect(after!.inStock).toBe(before!.inStock);
  });

  test('V9 V14 another sheet kills the one before, from a fresh page only; a lost one is replaced in one press', async () => {
    const { booklet, code } = await field.scheme.give('Zoé');
    const path = `${DESK}/carnets/${booklet.id}`;
    const stamp = await stampOf(booklet.id);
    const renewed = await post(`${path}/feuille`, ana, { etat: stamp, langue: 'ar' });
    expect(await field.scheme.redeem(code, 1)).toMatchObject({ refusal: { kind: 'unknown-code' } });
    const stale = await post(`${path}/feuille`, ana, { etat: stamp });
    expect(stale.text).toContain('Une feuille a été faite depuis');
    expect(must(await field.scheme.redeem(codeIn(renewed), 4)).left).toBe(6);

    const replaced = await post(`${path}/perdue`, ana, {});
    expect(await field.scheme.redeem(codeIn(renewed), 1)).toMatchObject({
      refusal: { kind: 'booklet-replaced' },
    });
    expect(must(await field.scheme.redeem(codeIn(replaced), 1)).left).toBe(5);
    const again = await post(`${path}/perdue`, ana, {});
    expect([again.text.includes('a déjà été remplacée'), codeIn(again)]).toEqual([true, '']);
  });

  test('V16 a person whose sheet was replaced counts once, with numerator and denominator', async () => {
    const scheme = await createScheme(field.db, { now: new Date().toISOString() });
    const used = await scheme.give('Elia');
    await scheme.give('Sasha');
    await scheme.stock(1);
    must(await scheme.redeem(used.code, 3));
    await post(`${DESK}/carnets/${used.booklet.id}/perdue`, ana, {});
    const stock = (await readStock(field.db, SOCIAL_DESK.organisation)).find(
      ({ programme }) => programme === scheme.programme,
    );
    expect(stock).toMatchObject({ received: 3, inStock: 1, handedOver: 2, firstUsed: 1, completed: 0 });
    const desk = await get(`${DESK}?prenom=eLIA`, ana);
    expect(desk.text).toContain('1 carnet pour « eLIA »');
    expect(desk.text).toMatch(/Elia.*Pas encore utilisé.*7 heures sur 7 heures/);
    expect(desk.text).toMatch(
      /Remis 2 sur 3 Utilisés une première fois 1 sur 2 Entièrement utilisés 0 sur 2/,
    );
  });

  test('M6 M10 another organisation’s booklet does not exist, and what was done or read is written down', async () => {
    const { booklet } = await field.scheme.give('Noa');
    const bao = await field.enter(MIMOSA.organisation, ['mediator'], 'Bao');
    const chloe = await field.enter(SOCIAL_DESK.organisation, ['referrer'], 'Chloé');
    const path = `${DESK}/carnets/${booklet.id}`;
    expect((await get(path, chloe)).status).toBe(200);
    expect([
      (await get(path, bao)).status,
      (await get(`${DESK}/carnets/C-0000000000`, chloe)).status,
    ]).toEqual([404, 404]);
    await post(`${path}/feuille`, chloe, { etat: await stampOf(booklet.id) });
    await post(`${path}/perdue`, chloe, {});
    const rows = await field.db.rows<{ action: string }>(
      sql`select action from access.audit_entry
        where person_id = ${chloe.personId} and subject_kind <> 'session' order by id`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'booklets-read',
      'code-renewed',
      'booklet-lost',
      'booklet-replaced',
    ]);
  });
});
