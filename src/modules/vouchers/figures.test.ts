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
import { type SignedIn, signedIn } from '../../../test/support/signed-in.ts';
import type { WholeApp } from '../../../test/support/whole-app.ts';
import { addDays } from '../../kernel/calendar.ts';
import { localDateAt } from '../../kernel/dates.ts';
import { resolvePayment } from './actions/bank-answers.ts';
import { approveBatch, prepareBatch } from './actions/batches.ts';
import { redeem } from './actions/redeem.ts';
import { replaceBooklet, reportLoss } from './actions/replace-booklet.ts';
import {
  listFunnel,
  readPaidSince,
  readPassCounts,
  readPathCounts,
  readPaymentDelays,
} from './store/figures.ts';
import { listPayments } from './store/payments.ts';

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
    const hand = handOf(partners.referrer);
    must(await reportLoss(booklet, hand, depsOf(whole.db)));
    const { code } = must(await replaceBooklet(booklet, hand, depsOf(whole.db)));
    expect(await readPathCounts(whole.db, id)).toEqual({ issued: 3, handedOver: 1, used: 1, completed: 0 });
    const help = { key: 'rest', count: 8, theme: null, hasAttended: true, channel: 'typed', code } as const;
    const place = handOf(partners.place);
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
      '1 utilisation sur 1 à une heure où le lieu est fermé, d’après ses horaires d’aujourd’hui',
    );
    expect((await ask(manager, `${id}/paiements`)).text).toContain('30 €');

    // Its hours change after the help: those of that day are not kept, and nothing is told against it.
    const changed = (fieldNames: string[]) =>
      whole.db.rows(sql`
        insert into directory.change (place_id, kind, detail, author, at)
        values ('mimosa', 'updated', ${JSON.stringify({ fields: fieldNames })}::jsonb, 'test', now())`);
    await changed(['phones']);
    expect((await ask(manager, `${id}/reperes`)).text).toContain('le lieu est fermé');
    await changed(['openingHours', 'phones']);
    const { text } = await ask(manager, `${id}/reperes`);
    expect(text).not.toContain('le lieu est fermé');
    expect(text).toContain('l’annuaire ne garde pas les horaires d’avant');
  });
});

describe('whoever funds a programme', () => {
  const follow = ({ cookie, organisationId }: SignedIn, path = '') =>
    answerOf(whole, `/espace/${organisationId}/pass/financements${path}`, { cookie });

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
    // For who decides about public money, not for who types commands: those are folded.
    const [told, folded] = text.split('Vérifier vous-même')[1]!.split('Pour la personne qui fait la copie');
    expect(told).toContain('Demandez à Région Exemple une copie entière du registre');
    expect(told).toContain('« Le registre est intact »');
    expect([told!.includes('maillon '), folded!.includes('node verifier.mjs')]).toEqual([false, true]);
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
