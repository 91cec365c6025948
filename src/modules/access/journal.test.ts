import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administrator, signedIn } from '../../../test/support/signed-in.ts';
import { openWholeApp, type WholeApp } from '../../../test/support/whole-app.ts';
import { recordAudit } from './store/audit.ts';

let whole: WholeApp;
let cookie = '';
beforeAll(async () => {
  whole = await openWholeApp();
  cookie = await administrator(whole);
});
afterAll(() => whole.db.close());

const get = async (path: string): Promise<string> => {
  const answer = await whole.app.request(path, { headers: { cookie } });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
};

const lines = (csv: string): string[][] =>
  csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';'));

describe('the journal of acts', () => {
  test('M10: reading messages, reports or people is an act', async () => {
    const [{ id } = { id: '' }] = await whole.db.rows<{ id: string }>(sql`
      insert into upkeep.report (place_id, kind, words, lang, received_at) values ('x', 'other', '', 'fr', now())
      returning id::text as id`);
    for (const path of ['/gestion/envois', '/gestion/acces', `/gestion/signalements/${id}`]) await get(path);
    const acts = lines(await get('/gestion/journal.csv')).map(([, , , action, kind, subject]) => [
      action,
      kind,
      subject,
    ]);
    expect(acts).toEqual(
      expect.arrayContaining([
        ['reports-read', 'report', id],
        ['people-read', 'organisation', 'service'],
        ['messages-read', 'message', 'all'],
      ]),
    );
    // The file was being written when its own reading was noted: the next one tells it.
    expect(await get('/gestion/journal.csv?action=journal-read')).toContain('journal-read');
  });

  test('says who acted by the name they have today, on the page only', async () => {
    const name = 'Personne Inventée';
    const who = await signedIn(whole, {
      organisation: { kind: 'structure', name: 'Maison inventée' },
      roles: ['owner'],
      name,
    });
    await whole.app.request(`/espace/${who.organisationId}/personnes`, { headers: { cookie: who.cookie } });
    const asked = `personne=${who.personId}&action=people-read`;
    const page = await get(`/gestion/journal?${asked}`);
    expect(page).toContain(name);
    expect(page).toContain('Maison inventée');
    const csv = await get(`/gestion/journal.csv?${asked}`);
    expect(lines(csv)).toHaveLength(1);
    expect(csv).not.toContain('Invent');
    await whole.db.rows(sql`delete from access.person where id = ${who.personId}`);
    expect(await get(`/gestion/journal?${asked}`)).toContain('compte effacé');
  });

  test('looks for nothing in what is no line and no day, and for both things that an act is about', async () => {
    for (const query of ['avant=1e300', 'avant=1.5', 'du=2026-02-30', 'au=0000-01-01'])
      expect((await whole.app.request(`/gestion/journal?${query}`, { headers: { cookie } })).status).toBe(
        200,
      );
    await recordAudit(whole.db, {
      actor: { personId: 'p-inventee' },
      action: 'agreement-active',
      subjectKind: 'agreement',
      subjectId: 'P-1234 o-lieu-exemple',
      at: new Date(),
    });
    const found = lines(await get('/gestion/journal.csv?objet=P-1234+o-lieu-exemple'));
    expect(found.map(([, , , action]) => action)).toEqual(['agreement-active']);
  });

  test('finds a day, and shows older lines page by page', async () => {
    const day = (text: string) =>
      whole.db.rows(sql`
        insert into access.audit_entry (at, person_id, action, subject_kind, subject_id)
        select ${text}::timestamptz, 'p', 'pass-redeemed', 'pass', number::text from generate_series(1, 201) as number`);
    // Half past eleven in the evening in London is the next day in Paris.
    await day('2026-07-14T22:30:00Z');
    const count = (page: string) => page.match(/objet=\d+/g)?.length ?? 0;
    expect(count(await get('/gestion/journal?du=2026-07-14&au=2026-07-14'))).toBe(0);
    const first = await get('/gestion/journal?du=2026-07-15&au=2026-07-15');
    expect(count(first)).toBe(200);
    const older = /href="(\/gestion\/journal\?[^"]*avant=[^"]*)"/.exec(first)![1]!.replaceAll('&amp;', '&');
    expect(count(await get(older))).toBe(1);
  });
});

describe('the register', () => {
  test('is shown and given as data', async () => {
    expect(await get('/gestion/registre')).toContain('access.person');
    const register = JSON.parse(await get('/gestion/registre.json'));
    expect(register[0]).toMatchObject({ table: 'access.person', personal: [{ basis: 'public-interest' }] });
  });

  test('is open to everyone, from the page that speaks of their data', async () => {
    const asStranger = async (path: string) => (await whole.app.request(path)).text();
    expect(await asStranger('/vos-donnees')).toContain('href="/vos-donnees/registre"');
    const page = await asStranger('/vos-donnees/registre');
    expect(page).toContain('access.person');
    expect(page).not.toContain('href="/gestion');
    expect(await asStranger('/vos-donnees/registre.json')).toBe(await get('/gestion/registre.json'));
  });
});
