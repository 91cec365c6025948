import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAnswer } from '../../../test/support/answers.ts';
import { type Field, openField } from '../../../test/support/field.ts';
import { createScheme, MIMOSA, must, REGION, SOCIAL_DESK, TULIPE } from '../../../test/support/scheme.ts';
import type { SignedIn } from '../../../test/support/signed-in.ts';
import { replaceBooklet, reportLoss } from './actions/replace-booklet.ts';
import { cancelBooklet } from './actions/return-value.ts';
import { CODE_BYTES, makeCode, printedCode } from './domain/code.ts';

let field: Field;
beforeAll(async () => {
  field = await openField();
});
afterAll(() => field.db.close());

const get: Field['get'] = (...asked) => field.get(...asked);
const post: Field['post'] = (...asked) => field.post(...asked);

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
    const absent = await readAnswer(await record({ code, combien: '2', presence: '', cle: 'k1' }));
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
    const missing = await readAnswer(await record({ code, cle: 'k9' }));
    expect([missing.status, missing.text.includes('Choisissez pour quoi')]).toEqual([422, true]);
    expect((await record({ code, cle: 'k9', theme: 'Emploi' })).status).toBe(303);
    // Programmes that count differently: the page asks how many passes before it knows the code.
    expect((await get(DESK, bao)).text).toContain('3 pass');
  });
});
