import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Field, openField } from '../../../test/support/field.ts';
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
import { registerDevice } from './actions/devices.ts';
import { endProgramme } from './actions/end-programme.ts';
import { redeemLate } from './actions/redeem-late.ts';
import { replaceBooklet, reportLoss } from './actions/replace-booklet.ts';
import { cancelBooklet, returnExpired } from './actions/return-value.ts';
import { type Given, makeLateItem, makeSigningKey } from './client/parts/late-item.ts';
import { CODE_BYTES, makeCode, printedCode } from './domain/code.ts';
import type { LateItem } from './domain/late-signature.ts';
import { deadlinesOf } from './domain/programme.ts';
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

describe('whoever receives people', () => {
  const DESK = `/espace/${MIMOSA.organisation}/pass/utiliser`;
  let bao: SignedIn;
  beforeAll(async () => {
    bao = await field.enter(MIMOSA.organisation, ['mediator'], 'Bao');
  });

  const check = (code: string, combien = '1', who = bao) => post(`${DESK}/verifier`, who, { code, combien });

  const record = (form: Record<string, string>, who = bao) =>
    field.app.request(`${DESK}/enregistrer`, {
      method: 'POST',
      headers: { cookie: who.cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ combien: '1', presence: 'oui', ...form }),
    });

  test('two steps: whose pass and what is left, then what was taken and when the place is paid; undone for a day', async () => {
    const { code } = await field.scheme.give('Karima');
    // A hand-held reader types the whole address of the square.
    const checked = await check(`http://maillon.example/pass#${code}`, '2');
    expect(checked.text).toContain('Pass de Karima');
    expect(checked.text).toContain('10 heures sur 10 heures');
    expect(checked.text).toContain('Enregistrer : 2 heures');
    expect(checked.text).toContain('Vous serez payé 30 €');
    const absent = await read(await record({ code, combien: '2', presence: '', cle: 'k1' }));
    expect([absent.status, absent.text.includes('Cochez la case')]).toEqual([422, true]);
    const done = await record({ code, combien: '2', cle: 'k1' });
    const there = done.headers.get('location')!;
    expect([done.status, (await record({ code, combien: '2', cle: 'k1' })).headers.get('location')]).toEqual([
      303,
      there,
    ]);
    const result = await get(there, bao);
    expect(result.text).toContain('Enregistré : 2 heures');
    expect(result.text).toContain('8 heures sur 10 heures');
    expect(result.text).toMatch(/30 €, au plus tard le \d/);
    const tulipe = await field.enter(TULIPE.organisation, ['mediator'], 'Chloé');
    expect((await get(there.replace(MIMOSA.organisation, TULIPE.organisation), tulipe)).status).toBe(404);
    await post(`${there}/annuler`, bao, {});
    expect((await get(there, bao)).text).toContain('Annulé : 2 heures');
    expect((await check(code)).text).toContain('10 heures sur 10 heures');
  });

  test('V10 a mistyped code is told apart: how many characters, which one; unknown ones in a row wait', async () => {
    const { code } = await field.scheme.give();
    const said = async (typed: string) => (await check(typed)).text;
    expect(await said(code.slice(0, -2))).toContain('17 lettres et chiffres. Vous en avez écrit 15');
    expect(await said(`${code.slice(0, -1)}%`)).toContain('« % » n’est jamais dans un code');
    expect(await said(`${code.slice(0, -1)}u`)).toContain('La lettre U n’est jamais');
    const swapped = code.replace(/^(.)(.)/, (_, a: string, b: string) =>
      a === b ? `${a}${a === 'A' ? 'B' : 'A'}` : b + a,
    );
    expect(await said(swapped)).toContain('groupe par groupe');
    const noa = await field.enter(MIMOSA.organisation, ['mediator'], 'Noa');
    for (let tries = 0; tries < 10; tries += 1) {
      const guess = printedCode(makeCode(field.scheme.deps.randomBytes(CODE_BYTES)));
      expect((await check(guess, '1', noa)).text).toContain('sur aucune feuille');
    }
    expect((await check(code, '1', noa)).text).toContain('Trop de codes inconnus');
    expect((await check(code)).status).toBe(200);
  });

  describe('V4 every refusal has its sentence, its reason and its next action', () => {
    const nothingLost = 'Rien n’a été retiré. La personne n’a rien fait de mal.';
    const refused = async (code: string, combien = '1', who = bao) => {
      const answer = await check(code, combien, who);
      expect([answer.status, answer.text.includes(nothingLost)]).toEqual([409, true]);
      expect(answer.text.toLowerCase()).not.toContain('invalide');
      return answer.text;
    };

    test('no agreement: ask for one, or show another place', async () => {
      const { code } = await field.scheme.give();
      const desk = DESK.replace(MIMOSA.organisation, TULIPE.organisation);
      const chloe = await field.enter(TULIPE.organisation, ['mediator', 'place-manager'], 'Chloé');
      const answer = await post(`${desk}/verifier`, chloe, { code, combien: '1' });
      expect(answer.text).toMatch(
        /Vous n’acceptez pas encore ce pass .* Sans convention avec Région Exemple/,
      );
      expect(answer.text).toContain('Demander une convention');
      expect((await get(desk, chloe)).text).toContain('Votre structure n’accepte encore aucun pass');
    });

    test.each([
      ['requested', 'Votre convention attend une réponse'],
      ['refused', 'Votre convention a été refusée'],
      ['ended', 'Votre convention est terminée'],
    ])('an agreement that is %s', async (state, title) => {
      const { code, scheme } = await another();
      await field.db.rows(
        sql`update vouchers.agreement set state = ${state} where programme = ${scheme.programme}`,
      );
      expect(await refused(code)).toContain(title);
    });

    test('an agreement of other days, another territory, places that are named', async () => {
      const { code, scheme } = await another();
      await field.db.rows(
        sql`update vouchers.agreement set starts_on = '2100-01-01' where programme = ${scheme.programme}`,
      );
      expect(await refused(code)).toContain('Votre convention ne couvre pas ce jour');
      const far = await another({ territory: ['departement:973'] }, { places: [] });
      await agree(far.scheme.programme);
      expect(await refused(far.code)).toContain('Ce pass sert sur un autre territoire');
      const named = await another({ structures: ['o-autre'] }, { places: [] });
      await agree(named.scheme.programme);
      expect(await refused(named.code)).toContain('Ce pass est réservé à d’autres lieux');
    });

    test('handed over by the place itself, or still in the stock', async () => {
      const own = await field.scheme.give();
      await field.db.rows(
        sql`update vouchers.booklet set prescriber = ${MIMOSA.organisation} where id = ${own.booklet.id}`,
      );
      expect(await refused(own.code)).toContain('Ce pass sert dans un autre lieu que le vôtre');
      const early = await field.scheme.give();
      await field.db.rows(
        sql`update vouchers.booklet set handed_over_at = null where id = ${early.booklet.id}`,
      );
      expect(await refused(early.code)).toMatch(
        /Ce pass n’est encore à personne .* stock de Maison des Solidarités/,
      );
    });

    test('lost, replaced, cancelled', async () => {
      const { code, booklet } = await field.scheme.give();
      must(await reportLoss(booklet.id, SOCIAL_DESK, field.scheme.deps));
      expect(await refused(code)).toContain('Cette feuille est déclarée perdue');
      must(await replaceBooklet(booklet.id, SOCIAL_DESK, field.scheme.deps));
      expect(await refused(code)).toContain('Une feuille plus récente existe');
      const stopped = await field.scheme.give();
      must(await cancelBooklet({ booklet: stopped.booklet.id, reason: 'Essai' }, REGION, field.scheme.deps));
      expect(await refused(stopped.code)).toMatch(/Ce pass a été arrêté .* Appelez Région Exemple/);
    });

    test('all used: where and when; not enough: what is left is one press away', async () => {
      const { code } = await field.scheme.give('Karima');
      must(await field.scheme.redeem(code, 9));
      const short = await refused(code, '2');
      expect(short).toContain('1 heure sur 10 heures');
      expect(short).toContain('Utiliser ce qui reste : 1 heure');
      must(await field.scheme.redeem(code, 1));
      // What remains is the bonus.
      expect((await check(code)).text).toMatch(/bonus de 30 €/);
      must(await field.scheme.redeem(code, 1));
      expect(await refused(code)).toMatch(
        /entièrement utilisé Pass de Karima Dernière utilisation \d.* Où chez vous/,
      );
    });

    test('past its date: the day, what was left, and an extension asked for once', async () => {
      const { code, booklet } = await field.scheme.give('Karima');
      const lastDay = (days: number) =>
        field.db.rows(
          sql`update vouchers.booklet set last_day = current_date - ${days}::int where id = ${booklet.id}`,
        );
      await lastDay(32);
      expect(await refused(code)).toMatch(
        /plus valable Pass de Karima Dernier jour .* Demander une prolongation/,
      );
      const asked = await post(`${DESK}/prolongation`, bao, { code });
      expect(asked.text).toContain('La prolongation est demandée');
      expect(await refused(code)).toContain('Une prolongation est déjà demandée');
      await lastDay(60);
      expect(await refused(code)).toContain('trop tard pour une prolongation');
    });

    const another = async (terms = {}, given = {}) => {
      const scheme = await createScheme(field.db, { now: new Date().toISOString(), terms, ...given });
      return { scheme, ...(await scheme.give()) };
    };

    /** Whatever the programme says today: its terms may have changed since the agreement. */
    const agree = (programme: string) =>
      field.db.rows(sql`
        insert into vouchers.agreement (programme, structure, state, siret, code_insee, territories, requested_by, requested_at, starts_on)
        values (${programme}, ${MIMOSA.organisation}, 'active', '12345678200002', '69123', '{commune:69123}', 'x', now(), '2026-01-01')`);
  });

  test('V1 themes and lengths are those of the programme', async () => {
    const scheme = await createScheme(field.db, {
      now: new Date().toISOString(),
      terms: { themes: ['Emploi', 'Vie quotidienne'], passMinutes: 30 },
    });
    const { code } = await scheme.give('Zoé');
    expect((await check(code, '3')).text).toMatch(
      /Pour quoi \? Emploi Vie quotidienne .* Enregistrer : 1 heure 30/,
    );
    const missing = await read(await record({ code, cle: 'k9' }));
    expect([missing.status, missing.text.includes('Choisissez pour quoi')]).toEqual([422, true]);
    expect((await record({ code, cle: 'k9', theme: 'Emploi' })).status).toBe(303);
    // Programmes that count differently: the page asks how many passes before it knows the code.
    expect((await get(DESK, bao)).text).toContain('3 pass');
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

  test('V3 two devices, one booklet: the first to reach the ledger wins; the other is shown to its place and to the manager, who settles', async () => {
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
    const region = await field.enter(REGION.organisation, ['programme-manager'], 'Dominique');
    const desk = `/espace/${REGION.organisation}/pass/programmes/${scheme.programme}/differes`;
    const page = await field.app.request(desk, { headers: { cookie: region.cookie } });
    const html = await page.text();
    expect(html.replaceAll(/<[^>]+>|\s+/g, ' ')).toMatch(/Atelier Tulipe +2.heures .* Utilisé avant/);
    const key = /name="envoi" value="([^"]+)"/.exec(html)![1]!;
    expect((await post(desk, region, { envoi: key, decision: ' ' })).status).toBe(422);
    await post(desk, region, { envoi: key, decision: 'Payé par un nouveau carnet' });
    expect((await get(`${TULIPE_DESK}/differes`, chloe)).text).toContain(
      'Décidé : Payé par un nouveau carnet',
    );
    expect((await post(desk, region, { envoi: key, decision: 'Autre chose' })).status).toBe(404);
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
