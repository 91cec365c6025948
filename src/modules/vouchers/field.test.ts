import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeIn, type Field, openField } from '../../../test/support/field.ts';
import {
  addBankAccount,
  createScheme,
  MIMOSA,
  must,
  REGION,
  SOCIAL_DESK,
  siretOf,
  TULIPE,
  withEscrow,
} from '../../../test/support/scheme.ts';
import type { SignedIn } from '../../../test/support/signed-in.ts';
import type { LocalDate } from '../../kernel/dates.ts';
import { ok } from '../../kernel/result.ts';
import { deliverMessages } from '../outbox/index.ts';
import { resolvePayment } from './actions/bank-answers.ts';
import { approveBatch, prepareBatch } from './actions/batches.ts';
import { readStock } from './store/handed-over.ts';
import { listPayments } from './store/payments.ts';
import { listBankAccounts, readAgreement } from './store/places.ts';

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

const get: Field['get'] = (...asked) => field.get(...asked);
const post: Field['post'] = (...asked) => field.post(...asked);

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

describe('whoever manages a place', () => {
  const PLACE = `/espace/${TULIPE.organisation}/pass/lieu`;
  const RIB = { holder: 'Association Tulipe', iban: 'FR14 2004 1010 0505 0001 3M02 606', bic: '' };
  let chloe: SignedIn;
  let dan: SignedIn;
  beforeAll(async () => {
    chloe = await field.enter(TULIPE.organisation, ['place-manager', 'mediator'], 'Chloé');
    dan = await field.enter(TULIPE.organisation, ['place-manager'], 'Dan');
    // The code of a telephone was typed in each session.
    await field.db.rows(sql`update access.session set second_factor_at = now()`);
  });

  test('V13 an agreement is asked for by SIRET and town; each mistake says what to do', async () => {
    const scheme = await createScheme(field.db, {
      now: new Date().toISOString(),
      terms: { territory: ['departement:69'] },
      places: [],
    });
    const ask = (form: Record<string, string>) =>
      post(`${PLACE}/conventions`, chloe, { programme: scheme.programme, siret: siretOf(TULIPE), ...form });
    expect((await ask({ siret: '73282932000075', ou: 'Bron' })).text).toContain('Ce n’est pas un SIRET');
    expect((await ask({ siret: siretOf(MIMOSA), ou: 'Bron' })).text).toContain(
      'déjà celui d’une autre structure',
    );
    expect((await ask({ ou: 'Nullepart' })).text).toContain('Nous ne connaissons pas cette commune');
    expect((await ask({ ou: '75001' })).text).toContain('hors du territoire');
    const several = await ask({ ou: '69380' });
    expect(several.text).toMatch(/Plusieurs communes .* Laquelle \?/);
    const asked = await field.app.request(`${PLACE}/conventions`, {
      method: 'POST',
      headers: { cookie: chloe.cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ programme: scheme.programme, siret: siretOf(TULIPE), ou: '69500' }),
    });
    expect(asked.status).toBe(303);
    const shown = await get(`${PLACE}/conventions?fait=demande`, chloe);
    expect(shown.text).toMatch(/Votre demande est partie.* Région Exemple Attend une réponse demandée le/);
    const agreement = await readAgreement(field.db, {
      programme: scheme.programme,
      structure: TULIPE.organisation,
    });
    expect(agreement).toMatchObject({ state: 'requested', codeInsee: '69029' });
    expect(agreement!.territories).toContain('departement:69');
  });

  test('P5 an account is given by one, confirmed by another who sees it whole, and waits', async () => {
    const wrong = await post(`${PLACE}/compte`, chloe, { ...RIB, iban: 'FR14 2004 1010 0505 0001 3M02 607' });
    expect([wrong.status, wrong.text.includes('Un caractère est faux')]).toEqual([422, true]);
    await post(`${PLACE}/compte`, chloe, RIB);
    const [account] = await listBankAccounts(field.db, TULIPE.organisation);
    const own = await get(`${PLACE}/compte`, chloe);
    expect(own.text).toContain('une autre personne doit le confirmer');
    expect([own.text.includes('2004 1010'), own.text.includes('FR14 ••••')]).toEqual([false, true]);
    expect((await post(`${PLACE}/compte/${account!.id}`, chloe, { avis: 'oui' })).text).toContain(
      'Vous l’avez donné vous-même',
    );
    expect((await get(`${PLACE}/compte`, dan)).text).toContain('FR14 2004 1010 0505 0001 3M02 606');
    const elsewhere = await field.enter(MIMOSA.organisation, ['place-manager'], 'Eva');
    await field.db.rows(sql`update access.session set second_factor_at = now()`);
    const foreign = await post(
      `${PLACE.replace(TULIPE.organisation, MIMOSA.organisation)}/compte/${account!.id}`,
      elsewhere,
      { avis: 'oui' },
    );
    expect(foreign.status).toBe(404);
    await post(`${PLACE}/compte/${account!.id}`, dan, { avis: 'oui' });
    const after = await get(`${PLACE}/compte`, dan);
    expect(after.text).toContain('Compte actuel Titulaire Association Tulipe IBAN FR14 ••••');
    expect((await listBankAccounts(field.db, TULIPE.organisation))[0]!.state).toBe('confirmed');
  });

  test('V11 each pass and the day it is paid: waiting, late, in a batch, refused by the bank, paid', async () => {
    const mimosa = `/espace/${MIMOSA.organisation}/pass/lieu/paiements`;
    const eva = await field.enter(MIMOSA.organisation, ['place-manager'], 'Eva');
    const scheme = await createScheme(field.db, { now: '2026-10-01T08:00:00Z' });
    await withEscrow(scheme);
    await addBankAccount(MIMOSA, scheme.deps);
    const { code } = await scheme.give('Karima');
    const { redemption } = must(await scheme.redeem(code, 2));
    const executeOn = '2026-10-06' as LocalDate;
    const stateOf = async () => (await csvRow(mimosa, eva, redemption.id))[7];
    expect(await stateOf()).toBe('En retard');
    expect((await get(mimosa, eva)).text).toMatch(
      /en retard La date promise est passée. Appelez Région Exemple/,
    );
    expect((await get(mimosa, eva)).text).toMatch(
      /1er octobre 2026 2 heures 30 € En retard promis avant le 31 octobre/,
    );
    await field.db.rows(
      sql`update vouchers.redemption set pay_by = '2100-01-01' where id = ${redemption.id}`,
    );
    expect(await stateOf()).toBe('À payer');
    scheme.setNow('2026-10-03T08:00:00Z');
    const prepared = must(
      await prepareBatch({ programme: scheme.programme, executeOn }, REGION, scheme.deps),
    );
    must(await approveBatch(prepared.batch, { ...REGION, person: 'p-autre' }, scheme.deps));
    expect(await stateOf()).toBe('Dans un lot');
    const [payment] = await listPayments(field.db, prepared.batch);
    const resolve = (outcome: 'rejected' | 'paid', id: string, reasonCode: string | null) =>
      resolvePayment({ payment: id, outcome, reasonCode, saidCents: null }, REGION, scheme.deps);
    must(await resolve('rejected', payment!.id, 'AC04'));
    expect((await get(mimosa, eva)).text).toMatch(
      /Refusé par la banque .* compte de la structure est fermé. La somme vous reste due/,
    );
    expect(await stateOf()).toBe('À payer');
    const again = must(await prepareBatch({ programme: scheme.programme, executeOn }, REGION, scheme.deps));
    must(await approveBatch(again.batch, { ...REGION, person: 'p-autre' }, scheme.deps));
    must(await resolve('paid', (await listPayments(field.db, again.batch))[0]!.id, null));
    expect((await csvRow(mimosa, eva, redemption.id)).slice(6, 10)).toEqual([
      '30,00',
      'Payé',
      '2100-01-01',
      '2026-10-03',
    ]);
  });

  async function csvRow(path: string, who: SignedIn, id: string): Promise<string[]> {
    const answer = await field.app.request(`${path}.csv`, { headers: { cookie: who.cookie } });
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const line = (await answer.text()).split('\r\n').find((one) => one.startsWith(id));
    return line?.split(';') ?? [];
  }
});
