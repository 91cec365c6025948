import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf } from '../../../test/support/answers.ts';
import { type MoneyDesk, openMoneyDesk } from '../../../test/support/money-desk.ts';
import {
  depsOf,
  handOf,
  newProgramme,
  type Partners,
  runningProgramme,
} from '../../../test/support/running-programme.ts';
import { must } from '../../../test/support/scheme.ts';
import type { SignedIn } from '../../../test/support/signed-in.ts';
import type { WholeApp } from '../../../test/support/whole-app.ts';
import { addDays } from '../../kernel/calendar.ts';
import { localDateAt } from '../../kernel/dates.ts';
import { requestAgreement } from './actions/agreements.ts';
import { askExtension } from './actions/extensions.ts';
import { nextBankBusinessDay } from './domain/business-days.ts';
import { PRESETS } from './domain/programme.ts';
import { termsToForm } from './domain/terms-form.ts';
import { readBooklet } from './store/booklets.ts';
import { listOrders } from './store/orders.ts';
import { readAgreement } from './store/places.ts';

let desk: MoneyDesk;
let whole: WholeApp;
let partners: Partners;
let manager: SignedIn;
let approver: SignedIn;
const today = localDateAt(new Date());

beforeAll(async () => {
  desk = await openMoneyDesk();
  ({ whole, partners, manager, approver } = desk);
});
afterAll(() => desk.close());

const ask: MoneyDesk['ask'] = (...asked) => desk.ask(...asked);

/** Acts written about one programme, or what belongs to it, oldest first. */
const acts = async (subject: string): Promise<string[]> =>
  (
    await whole.db.rows<{ action: string }>(
      sql`select action from access.audit_entry where subject_id like ${`%${subject}%`} order by id`,
    )
  ).map(({ action }) => action);

describe('whoever runs a programme', () => {
  test('V13 agrees with a place, then ends it, each with its words', async () => {
    const id = await newProgramme(whole.db, partners, { name: 'Conventions' });
    const structure = partners.place.organisationId;
    const asked = { programme: id, siret: '12345678200002', codeInsee: '69123', label: 'Label exemple' };
    const hand = handOf(partners.place);
    const areas = () => ['commune:69123'];
    must(await requestAgreement(asked, hand, { ...depsOf(whole.db), territoriesOf: areas }));
    const shown = await ask(manager, `${id}/lieux`);
    expect(shown.text).toContain('À Lyon');
    expect(shown.text).toContain('Label indiqué : Label exemple');
    const refused = await ask(manager, `${id}/lieux`, { structure, verdict: 'refuse', reason: ' ' });
    expect([refused.status, refused.text.includes('Écrivez la raison')]).toEqual([422, true]);
    const backwards = { structure, verdict: 'agree', startsOn: '2027-02-01', endsOn: '2027-01-31' };
    const wrong = await ask(manager, `${id}/lieux`, backwards);
    expect([wrong.status, wrong.html.includes('value="2027-01-31"')]).toEqual([422, true]);
    const agreed = await ask(manager, `${id}/lieux`, { ...backwards, endsOn: '' });
    expect(agreed.location).toContain('fait=agreement-active');
    const ended = await ask(manager, `${id}/lieux`, { structure, verdict: 'end', reason: 'Fermeture' });
    expect(ended.location).toContain('fait=agreement-ended');
    expect(await readAgreement(whole.db, { programme: id, structure })).toMatchObject({
      state: 'ended',
      reason: 'Fermeture',
    });
    expect(await acts(id)).toEqual(['programme-created', 'agreement-active', 'agreement-ended']);
  });

  test('L4 the form of a programme sent twice creates one programme', async () => {
    const { html } = await ask(manager, 'nouveau');
    const key = /name="key" value="(\w+)"/.exec(html)![1]!;
    const { prescribers: _p, structures: _s, ...terms } = termsToForm(PRESETS['rhone-alpes-2012']);
    const form = { ...terms, key, name: 'Deux pressions', modele: 'rhone-alpes-2012' };
    const [first, again] = [
      await ask(manager, '../programmes', form),
      await ask(manager, '../programmes', form),
    ];
    expect(first.location).toContain('fait=created');
    expect(again.location).toBe(first.location.replace('created', 'already'));
    expect((await ask(manager, '../programmes')).text.split('Deux pressions')).toHaveLength(2);
  });

  test('P6 prepares and does not approve; whoever approves does not prepare', async () => {
    const { id } = await runningProgramme(whole.db, partners, { name: 'Rôles' });
    const form = { executeOn: addDays(today, 3) };
    expect((await ask(approver, `${id}/paiements`, form)).status).toBe(404);
    expect((await ask(manager, `${id}/paiements/L1/approuver`, {})).status).toBe(404);
    expect((await ask(approver, `${id}/argent/rendre`, { refund: '1' })).status).toBe(404);
  });

  test('P6 P3 a batch names its two hands and their days to their colleagues, and never to the bank', async () => {
    await whole.db.rows(sql`update vouchers.bank_account set state = 'replaced' where state = 'confirmed'`);
    const { id } = await runningProgramme(whole.db, partners, { name: 'Bordereau' });
    await whole.db.rows(sql`
      update vouchers.bank_account set state = 'confirmed', payable_from = now() where state = 'proposed'`);
    const { location } = await ask(manager, `${id}/paiements`, { executeOn: nextBankBusinessDay(today) });
    const batch = /paiements\/(L\w+)/.exec(location)![1]!;
    const path = `${id}/paiements/${batch}`;
    const day = '\\d+ \\S+ \\d{4}';
    expect((await ask(approver, path)).text).toMatch(
      new RegExp(`Préparé par Ana, .*${day}.*Approuvé par Personne pour l’instant`),
    );
    await ask(approver, `${path}/approuver`, {});
    expect((await ask(manager, path)).text).toMatch(
      new RegExp(`Préparé par Ana, .*${day}.*Approuvé par Bao, .*${day}`),
    );
    expect((await ask(manager, `${path}/bordereau.csv`)).html).toContain(
      `;Ana;${today};Bao;${today};${batch}N1;`,
    );
    const [first, again] = [
      await ask(manager, `${path}/fichier.xml`),
      await ask(approver, `${path}/fichier.xml`),
    ];
    expect([again.html === first.html, /Ana|Bao/.test(first.html)]).toEqual([true, false]);
    await whole.db.rows(sql`update vouchers.batch set decided_by = 'parti@ailleurs' where id = ${batch}`);
    expect((await ask(manager, path)).text).toContain('Approuvé par Une personne partie depuis, ');
  });

  test('P5 whoever proposed an account does not confirm it, whatever else they may do', async () => {
    const { id } = await runningProgramme(whole.db, partners, { name: 'Comptes' });
    const [account] = await whole.db.rows<{ id: string }>(
      sql`update vouchers.bank_account set proposed_by = ${`${manager.personId}@ailleurs`}
        where state = 'proposed' returning id`,
    );
    const form = { account: account!.id, verdict: 'agree' };
    const own = await ask(manager, `${id}/comptes`, form);
    expect([own.status, own.text.includes('une autre personne doit le confirmer')]).toEqual([422, true]);
    expect((await ask(approver, `${id}/comptes`, form)).location).toContain('fait=account-confirmed');
    expect((await ask(manager, `${id}/comptes`, form)).text).toContain('Une autre personne vient de décider');
  });

  test.each([
    ['no holder', { holder: ' ' }],
    ['a name that banks cannot write', { holder: 'جمعية أمل' }],
    ['a number mistyped', { iban: 'DE89 3704 0044 0532 0130 01' }],
    ['a code of bank too short', { bic: 'COBADE' }],
  ])('P4 P5 %s: told in the same words to whoever pays and to whoever is paid', async (_, wrong) => {
    const id = await newProgramme(whole.db, partners, { name: 'Compte mal écrit' });
    const form = { holder: 'Exemple', iban: 'DE89 3704 0044 0532 0130 00', bic: '', ...wrong };
    const place = `/espace/${partners.place.organisationId}/pass/lieu/compte`;
    const [paying, paid] = await Promise.all([
      ask(manager, `${id}/argent/compte`, form),
      answerOf(whole, place, { cookie: partners.place.cookie, form }),
    ]);
    const told = ({ html }: { html: string }) =>
      /href="#(\w+)"[^>]*>([^<]+)</.exec(html.split('ds-error-summary')[1]!);
    expect([paying.status, paid.status]).toEqual([422, 422]);
    expect(told(paying)!.slice(1)).toEqual(told(paid)!.slice(1));
    expect(told(paying)![1]).toBe(Object.keys(wrong)[0]);
  });

  test('P5 says what holds the account that pays, and lets it pay once two people and the delay agree', async () => {
    const named = { name: 'Compte qui paie', terms: { bankDelayDays: 2 } };
    await whole.db.rows(sql`update vouchers.bank_account set state = 'replaced' where state = 'confirmed'`);
    const { id } = await runningProgramme(whole.db, partners, named);
    // The place may have one already, from the test before.
    await whole.db.rows(sql`update vouchers.bank_account set state = 'replaced' where state = 'confirmed'`);
    await whole.db.rows(sql`
      update vouchers.bank_account set state = 'confirmed', payable_from = now() where state = 'proposed'`);
    const account = { holder: 'Région Exemple', iban: 'DE89 3704 0044 0532 0130 00', bic: '' };
    const given = await ask(manager, `${id}/argent/compte`, account);
    expect(given.location).toContain('fait=escrow-proposed');
    const held = await ask(manager, `${id}/paiements`);
    expect(held.text).toContain('Une deuxième personne doit d’abord confirmer le compte');
    expect(held.html).not.toContain('name="executeOn"');
    const forced = await ask(manager, `${id}/paiements`, { executeOn: nextBankBusinessDay(today) });
    expect([forced.status, forced.text.includes('doit d’abord confirmer')]).toEqual([422, true]);
    const waiting = (await ask(approver, `${id}/argent`)).html;
    const decision = { account: /name="account" value="(B-\w+)"/.exec(waiting)![1]!, verdict: 'agree' };
    const own = await ask(manager, `${id}/argent/compte/decision`, decision);
    expect([own.status, own.text.includes('une autre personne doit le confirmer')]).toEqual([422, true]);
    const agreed = await ask(approver, `${id}/argent/compte/decision`, decision);
    expect(agreed.location).toContain('fait=escrow-confirmed');
    expect((await ask(manager, `${id}/paiements`)).text).toContain('Les paiements reprennent le');
    await whole.db.rows(sql`update vouchers.bank_account set payable_from = now() where structure = ${id}`);
    expect((await ask(manager, `${id}/paiements`)).html).toContain('name="executeOn"');
  });

  test('V8 puts off the date of a booklet, as long as its money has not gone back', async () => {
    const { id, code, booklet } = await runningProgramme(whole.db, partners, { name: 'Dates' });
    await whole.db.rows(
      sql`update vouchers.booklet set last_day = ${addDays(today, -40)} where id = ${booklet}`,
    );
    const hand = handOf(partners.place);
    // Over thirty days of grace and seven of statement: its money waits for the night.
    expect((await askExtension(code, hand, depsOf(whole.db))).ok).toBe(false);
    await whole.db.rows(
      sql`update vouchers.booklet set last_day = ${addDays(today, -35)} where id = ${booklet}`,
    );
    const { id: extension } = must(await askExtension(code, hand, depsOf(whole.db)));
    const shown = await ask(manager, `${id}/prolongations`);
    expect(shown.text).toContain(`Carnet ${booklet}`);
    expect(shown.text).toMatch(/Il reste 8 pass, soit 120 €/);
    expect(shown.text).not.toContain('Karima');
    const again = { extension, verdict: 'agree', newLastDay: addDays(today, -1) };
    expect((await ask(manager, `${id}/prolongations`, again)).text).toContain(
      'La nouvelle date doit être après',
    );
    const later = addDays(today, 30);
    await ask(manager, `${id}/prolongations`, { ...again, newLastDay: later });
    expect((await readBooklet(whole.db, booklet))!.lastDay).toBe(later);
  });

  test('V8 decides the end, and confirms what its calendar asks for', async () => {
    const id = await newProgramme(whole.db, partners, { name: 'Fin' });
    const past = await ask(manager, `${id}/fin`, { endsOn: addDays(today, -1), verdict: 'end' });
    expect([past.status, past.text.includes('Cette date est passée')]).toEqual([422, true]);
    await ask(manager, `${id}/fin`, { endsOn: addDays(today, 10), verdict: 'end' });
    const shown = await ask(manager, `${id}/fin`);
    expect(shown.text).toContain('Le programme se termine le');
    expect(shown.text).toContain('En retard de 5 jours');
    const early = await ask(manager, `${id}/fin/etape`, { step: 'confirm-late-hand-overs' });
    expect([early.status, early.text.includes('n’est pas encore venu')]).toEqual([422, true]);
    expect((await ask(manager, `${id}/fin/etape`, { step: 'alert-funders' })).status).toBe(422);
    await ask(manager, `${id}/fin/etape`, { step: 'confirm-blocking' });
    const changed = await ask(manager, `${id}/fin`, { endsOn: addDays(today, 90), verdict: 'end' });
    expect(changed.text).toContain('la date ne peut plus changer');
    expect(await acts(id)).toEqual(['programme-created', 'end-decided', 'end-confirm-blocking']);
  });

  test('L4 orders once, however often the form is sent; changed and sent again, it is another order', async () => {
    const id = await newProgramme(whole.db, partners, { name: 'Commandes' });
    const form = { id: 'once', prescriber: partners.referrer.organisationId, quantity: '5' };
    const order = (more: Record<string, string> = {}) => ask(manager, `${id}/carnets`, { ...form, ...more });
    expect((await order()).location).toContain('fait=ordered');
    expect((await order()).location).toContain('fait=ordered');
    const changed = await order({ quantity: '50' });
    expect([changed.status, changed.text.includes('avait déjà servi pour une autre commande')]).toEqual([
      422,
      true,
    ]);
    const own = /name="id" value="(\w+)"/.exec(changed.html)![1]!;
    expect((await order({ id: own, quantity: '50' })).location).toContain('fait=ordered');
    const orders = await listOrders(whole.db, { programme: id });
    expect(orders.map(({ quantity }) => quantity).toSorted()).toEqual([5, 50]);
  });

  test('V6 notes a sum once, however often its form is sent, and gives back no more than is left', async () => {
    const id = await newProgramme(whole.db, partners, { name: 'Fonds' });
    const form = {
      key: 'once',
      payer: partners.funder.organisationId,
      amount: '1 000,50',
      receivedOn: today,
      reference: 'Convention',
    };
    expect((await ask(manager, `${id}/argent`, form)).location).toContain('fait=funding-received');
    expect((await ask(manager, `${id}/argent`, form)).location).toContain('fait=already');
    const tomorrow = { ...form, key: 'twice', receivedOn: addDays(today, 1) };
    expect((await ask(manager, `${id}/argent`, tomorrow)).text).toContain('n’est pas encore arrivée');
    const tooMuch = await ask(manager, `${id}/argent/rendre`, { key: 'back', refund: '1000,51' });
    expect(tooMuch.text).toContain('Il manque 0,01 €');
    await ask(manager, `${id}/argent/rendre`, { key: 'back', refund: '1000,50' });
    expect((await ask(manager, `${id}/argent`)).text).toContain(
      'S’y ajoutent 1 000,50 € revenus aux financeurs',
    );
  });

  test('V9 cancels a booklet, with a reason, and its money can be given out again', async () => {
    const { id, booklet } = await runningProgramme(whole.db, partners, { name: 'Annulé' });
    const form = { booklet: booklet.toLowerCase(), reason: '' };
    expect((await ask(manager, `${id}/carnets/annuler`, form)).text).toContain('Écrivez pourquoi');
    const done = await ask(manager, `${id}/carnets/annuler`, { ...form, reason: 'Erreur de saisie' });
    // Eight passes of fifteen euros, and the bonus.
    expect(done.location).toContain('annule=15000');
    const other = await newProgramme(whole.db, partners, { name: 'Autre' });
    const foreign = await ask(manager, `${other}/carnets/annuler`, { ...form, reason: 'x' });
    expect(foreign.text).toContain('Aucun carnet de ce programme');
  });
});
