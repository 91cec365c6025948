import type { Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../src/kernel/calendar.ts';
import { type LocalDate, localDateAt } from '../../src/kernel/dates.ts';
import { followProgrammes } from '../../src/modules/vouchers/actions/follow-programmes.ts';
import { readBooklet } from '../../src/modules/vouchers/store/booklets.ts';
import { describeInBrowser } from '../support/browser.ts';
import { expectFaultReached, tabAndPress, tabTo } from '../support/keyboard.ts';
import { type MoneyDesk, openMoneyDesk } from '../support/money-desk.ts';
import { enterOnPhone } from '../support/phone.ts';
import { depsOf, newProgramme, runningProgramme } from '../support/running-programme.ts';
import { signedIn } from '../support/signed-in.ts';
import { expectUsable, screensInTurn } from '../support/usable.ts';

let desk: MoneyDesk;
beforeAll(async () => {
  desk = await openMoneyDesk({
    funder: 'Fonds Exemple',
    referrer: 'Accueil Exemple',
    place: 'Espace Mimosa',
  });
});
afterAll(() => desk.close());

const today = localDateAt(new Date());

/** Where the focus stands. The order in which a day is typed is that of the browser, not of the page. */
const typeDay = (page: Page, day: LocalDate) => page.locator('input[type=date]:focus').fill(day);

const said = (page: Page) => page.getByRole('status').textContent();

describeInBrowser(
  'the end of a pass numérique, by keyboard alone, without scripts at 320 px',
  () => desk.whole.app,
  (journey) => {
    test('V8 a booklet past its date: its place asks for more time, and whoever runs the programme gives it', async () => {
      const { db } = desk.whole;
      const { id, code, booklet } = await runningProgramme(db, desk.partners, { name: 'Pass prolongé' });
      await db.rows(sql`update vouchers.booklet set last_day = ${addDays(today, -35)} where id = ${booklet}`);
      const { organisationId: organisation } = desk.partners.place;
      const mediator = await signedIn(desk.whole, { organisation, roles: ['mediator'], name: 'Dan' });
      const place = await enterOnPhone(journey, mediator, { path: '/pass/utiliser' });
      await tabTo(place, 'textbox', 'Code écrit sur la feuille');
      await place.keyboard.type(code);
      await tabAndPress(place, 'button', 'Vérifier ce code');
      await expectUsable(place, 'extension to ask', screensInTurn(0));
      await tabAndPress(place, 'button', 'Demander une prolongation');
      expect(await place.locator('.m-answer').textContent()).toContain('demandée');
      await expectUsable(place, 'extension asked', screensInTurn(1));

      const page = await enterOnPhone(journey, desk.manager, { path: `/pass/programmes/${id}` });
      await tabAndPress(page, 'link', '1 prolongation demandée');
      await tabAndPress(page, 'button', `Repousser la date du carnet ${booklet}`);
      await expectUsable(page, 'extension without a day', screensInTurn(0));
      const [field] = await page.locator('input[type=date]').all();
      await page.reload();
      await expectFaultReached(page, (await field!.getAttribute('id'))!);
      const later = addDays(today, 30);
      await typeDay(page, later);
      await tabAndPress(page, 'button', `Repousser la date du carnet ${booklet}`);
      expect(await said(page)).toContain('La date est repoussée');
      expect((await readBooklet(db, booklet))!.lastDay).toBe(later);
      await Promise.all([place.context().close(), page.context().close()]);
    });

    test('V8 from the day that ends a programme to what goes back: each step in its time, each decision by someone', async () => {
      const { db } = desk.whole;
      const id = await newProgramme(db, desk.partners, { name: 'Pass qui finit' });
      const night = () =>
        followProgrammes({ ...depsOf(db), publicUrl: 'https://maillon.example', canText: false });
      const page = await enterOnPhone(journey, desk.manager, { path: `/pass/programmes/${id}` });
      await tabAndPress(page, 'link', 'Fin du programme');
      await page.locator('summary').focus();
      await page.keyboard.press('Enter');
      await page.locator('#endsOn').focus();
      await typeDay(page, addDays(today, -1));
      await tabAndPress(page, 'button', 'Fixer cette date');
      await expectFaultReached(page, 'endsOn');
      await typeDay(page, addDays(today, 10));
      await tabAndPress(page, 'button', 'Fixer cette date');
      expect(await said(page)).toContain('La date est fixée');
      await expectUsable(page, 'end decided', screensInTurn(1));
      await night();
      await tabAndPress(page, 'button', /^Confirmer : Décider que les carnets/);
      expect(await said(page)).toBe('L’étape est confirmée.');
      await expectUsable(page, 'end begun', screensInTurn(0));

      // Seven weeks later.
      await db.rows(sql`update vouchers.programme set ends_on = ${addDays(today, -39)} where id = ${id}`);
      await night();
      await page.goto(`${journey.origin()}/espace/${desk.manager.organisationId}/pass/programmes/${id}`);
      await tabAndPress(page, 'link', '1 étape de la fin du programme');
      await expectUsable(page, 'end over', screensInTurn(1));
      await tabAndPress(page, 'button', /^Confirmer : Accepter à votre charge/);
      const steps = await page.locator('tbody').textContent();
      expect([steps!.split('Fait').length - 1, steps!.includes('Confirmer')]).toEqual([6, false]);
      await page.context().close();
    });
  },
);
