import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  depsOf,
  newProgramme,
  type Partners,
  runningProgramme,
} from '../../../test/support/running-programme.ts';
import { must } from '../../../test/support/scheme.ts';
import { type SignedIn, signedIn } from '../../../test/support/signed-in.ts';
import { openWholeApp, type WholeApp } from '../../../test/support/whole-app.ts';
import { addDays } from '../../kernel/calendar.ts';
import { localDateAt } from '../../kernel/dates.ts';
import { requestAgreement } from './actions/agreements.ts';
import { resolvePayment } from './actions/bank-answers.ts';
import { approveBatch, prepareBatch } from './actions/batches.ts';
import { askExtension } from './actions/extensions.ts';
import { redeem } from './actions/redeem.ts';
import { replaceBooklet, reportLoss } from './actions/replace-booklet.ts';
import { checks } from './checks.ts';
import { PRESETS } from './domain/programme.ts';
import { termsToForm } from './domain/terms-form.ts';
import { readBooklet } from './store/booklets.ts';
import {
  listFunnel,
  readPaidSince,
  readPassCounts,
  readPathCounts,
  readPaymentDelays,
} from './store/figures.ts';
import { listPayments } from './store/payments.ts';
import { readAgreement } from './store/places.ts';

let whole: WholeApp;
let partners: Partners;
let manager: SignedIn;
let approver: SignedIn;
const today = localDateAt(new Date());

beforeAll(async () => {
  whole = await openWholeApp();
  manager = await signedIn(whole, {
    organisation: { kind: 'collectivite', name: 'Région Exemple' },
    roles: ['programme-manager'],
    name: 'Ana',
  });
  const { organisationId: organisation } = manager;
  approver = await signedIn(whole, { organisation, roles: ['payment-approver'], name: 'Bao' });
  const other = (
    kind: 'financeur' | 'prescripteur' | 'structure',
    role: 'funder' | 'referrer' | 'place-manager',
  ) => signedIn(whole, { organisation: { kind, name: `Exemple ${kind}` }, roles: [role], name: 'Chloé' });
  partners = {
    manager,
    funder: await other('financeur', 'funder'),
    referrer: await other('prescripteur', 'referrer'),
    place: await other('structure', 'place-manager'),
  };
  await whole.db.rows(sql`update access.session set second_factor_at = now()`);
});
afterAll(async () => {
  // V5: nothing of all this made or lost a cent.
  for (const check of checks)
    expect([check.name('fr'), await check.countFaults(whole.db)]).toEqual([check.name('fr'), 0]);
  await whole.db.close();
});

interface Answer {
  status: number;
  location: string;
  text: string;
  html: string;
}

async function ask({ cookie }: SignedIn, path: string, form?: Record<string, string>): Promise<Answer> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  const init = form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers };
  const answer = await whole.app.request(`/espace/${manager.organisationId}/pass/programmes/${path}`, init);
  const html = await answer.text();
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    html,
    text: html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' '),
  };
}

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
    const hand = { person: partners.place.personId, organisation: structure };
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

  test('V8 puts off the date of a booklet, as long as its money has not gone back', async () => {
    const { id, code, booklet } = await runningProgramme(whole.db, partners, { name: 'Dates' });
    await whole.db.rows(
      sql`update vouchers.booklet set last_day = ${addDays(today, -40)} where id = ${booklet}`,
    );
    const hand = { person: partners.place.personId, organisation: partners.place.organisationId };
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
    await ask(manager, `${id}/fin/etape`, { step: 'confirm-blocking' });
    const changed = await ask(manager, `${id}/fin`, { endsOn: addDays(today, 90), verdict: 'end' });
    expect(changed.text).toContain('la date ne peut plus changer');
    expect(await acts(id)).toEqual(['programme-created', 'end-decided', 'end-confirm-blocking']);
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

describe('the figures of a programme', () => {
  test('V16 each rate has its two numbers, and nothing measured is not zero', async () => {
    const { id } = await runningProgramme(whole.db, partners, { name: 'Chiffres' });
    const { text } = await ask(manager, `${id}/chiffres`);
    expect(text).toContain('1 carnet sur 1 remis a déjà servi');
    expect(text).toMatch(/Remis 33,3 % 1 sur 3 émis/);
    expect(text).toMatch(/Utilisés au moins une fois 100 % 1 sur 1 remis/);
    expect(text).toMatch(/Terminés 0 % 0 sur 1 remis/);
    expect(text).toMatch(/Pass expirés 0 % 0 sur 30 pass émis/);
    expect(text).toMatch(/Délai de la moitié des paiements Non mesuré/);
    expect(text).toMatch(/Payé à temps Non mesuré/);
    expect(text).toMatch(/En retard aujourd’hui 0 % 0 sur 1 utilisations à payer/);
    const empty = await newProgramme(whole.db, partners, { name: 'Vide' });
    expect((await ask(manager, `${empty}/chiffres`)).text).toMatch(/Remis Non mesuré/);
  });

  test('V9 V16 a booklet lost and the one that replaces it are one path', async () => {
    const { id, booklet } = await runningProgramme(whole.db, partners, { name: 'Remplacé' });
    const hand = { person: partners.referrer.personId, organisation: partners.referrer.organisationId };
    must(await reportLoss(booklet, hand, depsOf(whole.db)));
    const { code } = must(await replaceBooklet(booklet, hand, depsOf(whole.db)));
    expect(await readPathCounts(whole.db, id)).toEqual({ issued: 3, handedOver: 1, used: 1, completed: 0 });
    const help = { key: 'rest', count: 8, theme: null, hasAttended: true, channel: 'typed', code } as const;
    const place = { person: partners.place.personId, organisation: partners.place.organisationId };
    must(await redeem({ ...help, at: new Date() }, place, depsOf(whole.db)));
    expect(await readPathCounts(whole.db, id)).toEqual({ issued: 3, handedOver: 1, used: 1, completed: 1 });
    const [row, ...others] = await listFunnel(whole.db, id);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ inStock: 2, handedOver: 1, used: 1, completed: 1 });
    expect(await readPassCounts(whole.db, id)).toEqual({ issued: 30, used: 10, expired: 0 });
  });

  test('V11 V12 what was paid, how long it took, and how much it makes in a year', async () => {
    const { id } = await runningProgramme(whole.db, partners, { name: 'Délais' });
    await whole.db.rows(sql`update vouchers.bank_account set state = 'replaced' where state = 'confirmed'`);
    await whole.db.rows(
      sql`update vouchers.bank_account set state = 'confirmed', payable_from = now() where state = 'proposed'`,
    );
    const { personId: person, organisationId: organisation } = manager;
    const executeOn = addDays(today, 3);
    const { batch } = must(
      await prepareBatch({ programme: id, executeOn }, { person, organisation }, depsOf(whole.db)),
    );
    const other = { person: approver.personId, organisation };
    must(await approveBatch(batch, other, depsOf(whole.db)));
    const [payment] = await listPayments(whole.db, batch);
    const said = { payment: payment!.id, outcome: 'paid', reasonCode: null, saidCents: null } as const;
    must(await resolvePayment(said, { person, organisation }, depsOf(whole.db)));
    const delays = await readPaymentDelays(whole.db, { programme: id, today });
    expect({ ...delays, medianDays: Math.round(delays.medianDays!) }).toEqual({
      paid: 1,
      onTime: 1,
      medianDays: 5,
      owed: 0,
      late: 0,
    });
    const since = (days: number) => new Date(Date.now() - days * 86_400_000);
    expect(await readPaidSince(whole.db, { organisation, since: since(1) })).toBeGreaterThanOrEqual(3000n);
    expect(await readPaidSince(whole.db, { organisation, since: since(-1) })).toBe(0n);
    const { text } = await ask(manager, `${id}/chiffres`);
    expect(text).toContain('aucune déclaration à l’ACPR n’est demandée');
    expect(text).toMatch(/Payé à temps 100 % 1 sur 1 utilisations payées/);
    // Four fifths of a million: warned while there is time to write the declaration.
    await whole.db.rows(sql`update vouchers.payment set cents = 80000000 where id = ${payment!.id}`);
    const warned = (await ask(manager, `${id}/chiffres`)).text;
    expect(warned).toContain('Dans tous vos programmes 800 000 €');
    expect(warned).toContain('Vous approchez d’un million d’euros en 12 mois');
    expect(warned).toContain('ACPR');
    await whole.db.rows(sql`update vouchers.payment set cents = 3000 where id = ${payment!.id}`);
  });

  test('each table is a file, in which a name is never a formula', async () => {
    const { id } = await runningProgramme(whole.db, partners, { name: 'Fichiers' });
    await whole.db.rows(
      sql`update access.organisation set name = '=1+1' where id = ${partners.referrer.organisationId}`,
    );
    const files = ['chiffres', 'prescripteurs', 'lieux'];
    const [figures, referrers, places] = await Promise.all(
      files.map(async (name) => (await ask(manager, `${id}/chiffres/${name}.csv`)).html),
    );
    expect(figures).toContain('Remis;;1;3\r\n');
    expect(figures).toContain('Payé à temps;;0;0\r\n');
    expect(referrers).toContain(`"'=1+1";2;1;1;0;`);
    expect(places).toContain(';1;2;1;30,00;0,00');
  });

  test('V17 what a person should look at is told in words, and refuses nothing', async () => {
    const { id } = await runningProgramme(whole.db, partners, { name: 'Repères' });
    expect((await ask(manager, `${id}/reperes`)).text).not.toContain('La présence n’a pas été confirmée');
    await whole.db.rows(sql`update vouchers.redemption set has_attended = false where programme = ${id}`);
    expect((await ask(approver, `${id}/reperes`)).text).toContain('La présence n’a pas été confirmée');
    const file = (await ask(manager, `${id}/reperes.csv`)).html;
    expect(file).toContain('Exemple structure;La présence n’a pas été confirmée (R-');
  });

  test('V17 help given while the directory says that the place is closed is told, and still paid', async () => {
    const { id } = await runningProgramme(whole.db, partners, { name: 'Horaires' });
    await whole.db.rows(sql`
      update vouchers.redemption set at = date_trunc('day', at at time zone 'Europe/Paris') at time zone 'Europe/Paris'
        + interval '10 hours' where programme = ${id}`);
    expect((await ask(manager, `${id}/reperes`)).text).toContain('Rien à regarder');
    const fields = { name: 'Espace Mimosa', pivot: '12345678200002', openingHours: 'Mo-Su 14:00-18:00' };
    await whole.db.rows(sql`
      insert into directory.place (id, status, fields, provenance, created_at, updated_at)
      values ('mimosa', 'published', ${JSON.stringify(fields)}::jsonb, '{}'::jsonb, now(), now())`);
    await whole.db.rows(sql`
      insert into directory.change (place_id, kind, detail, author, at) values ('mimosa', 'created', '{}', 'test', now())`);
    await whole.refresh();
    expect((await ask(manager, `${id}/reperes`)).text).toContain(
      '1 utilisation sur 1 à une heure où le lieu est fermé, d’après ses horaires publiés',
    );
    expect((await ask(manager, `${id}/paiements`)).text).toContain('30 €');
  });
});

describe('whoever funds a programme', () => {
  const follow = async ({ cookie, organisationId }: SignedIn, path = '') => {
    const answer = await whole.app.request(`/espace/${organisationId}/pass/financements${path}`, {
      headers: { cookie },
    });
    const html = await answer.text();
    return {
      status: answer.status,
      html,
      text: html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' '),
    };
  };

  test('follows a euro to an hour of help, without the name of anyone', async () => {
    const { id, booklet } = await runningProgramme(whole.db, partners, { name: 'Un euro' });
    expect((await follow(partners.funder)).text).toContain('Un euro');
    const { text } = await follow(partners.funder, `/${id}`);
    expect(text).toContain('Votre part : 1 000 € sur 1 000 € reçus par le programme.');
    expect(text).toMatch(/Reste à distribuer 460 €/);
    expect(text).toMatch(/Aide donnée, à payer aux lieux 30 €/);
    expect(text).toMatch(/Total versé 1 000 €/);
    expect(text).toContain(`Carnet ${booklet}`);
    expect(text).not.toContain('Karima');
    const file = await follow(partners.funder, `/${id}/chemins.csv`);
    expect(file.html).toContain(`;${booklet};`);
    expect(file.html).not.toContain('Karima');
    expect(file.html.trim().split('\r\n')).toHaveLength(2);
  });

  test('M10 does not see the programme that others fund', async () => {
    const { id } = await runningProgramme(whole.db, partners, { name: 'Des autres' });
    const other = await signedIn(whole, {
      organisation: { kind: 'financeur', name: 'Autre fonds' },
      roles: ['funder'],
      name: 'Farid',
    });
    expect((await follow(other)).text).toContain('Aucun programme que vous financez');
    for (const path of [`/${id}`, `/${id}/chemins.csv`]) expect((await follow(other, path)).status).toBe(404);
  });
});
