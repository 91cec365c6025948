import type { Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROGRAMME_PAGES } from '../../src/modules/vouchers/routes/money/programmes.ts';
import { listPayments } from '../../src/modules/vouchers/store/payments.ts';
import { statusReport } from '../support/bank-answer.ts';
import { describeInBrowser } from '../support/browser.ts';
import { followByKey } from '../support/follow.ts';
import { expectFaultReached, tabAndPress, tabTo } from '../support/keyboard.ts';
import { type MoneyDesk, openMoneyDesk } from '../support/money-desk.ts';
import { enterOnPhone } from '../support/phone.ts';
import { newProgramme, type Partners, runningProgramme } from '../support/running-programme.ts';
import { type SignedIn, signedIn } from '../support/signed-in.ts';
import { expectUsable, screensInTurn } from '../support/usable.ts';
import type { WholeApp } from '../support/whole-app.ts';

let desk: MoneyDesk;
let whole: WholeApp;
let partners: Partners;
let manager: SignedIn;
let approver: SignedIn;
beforeAll(async () => {
  desk = await openMoneyDesk({
    funder: 'Fonds Exemple',
    referrer: 'Accueil Exemple',
    place: 'Espace Mimosa',
  });
  ({ whole, partners, manager, approver } = desk);
});
afterAll(() => desk.close());

const said = (page: Page) => page.getByRole('status').textContent();

describeInBrowser(
  'the money side of the pass numérique',
  () => whole.app,
  (journey) => {
    test('V1 V6 a programme is created from a model, by keyboard, on a phone, without scripts', async () => {
      const page = await enterOnPhone(journey, manager);
      await tabAndPress(page, 'link', 'Programmes du Pass numérique');
      await tabAndPress(page, 'link', 'Créer un programme');
      await tabAndPress(page, 'button', 'Créer ce programme');
      expect(await page.locator('.ds-error-summary').textContent()).toContain('Donnez un nom au programme');
      await page.getByLabel('Nom du programme').fill('Pass numérique 2027');
      await page.getByLabel('Valeur d’un pass, en euros').fill('douze');
      await tabAndPress(page, 'button', 'Créer ce programme');
      expect(await page.getByLabel('Valeur d’un pass, en euros').inputValue()).toBe('douze');
      expect(await page.getByLabel('Nom du programme').inputValue()).toBe('Pass numérique 2027');
      await page.getByLabel('Valeur d’un pass, en euros').fill('15');
      await page.getByLabel('Région Exemple').fill('10 000');
      await page.getByLabel('Fonds Exemple').fill('30000');
      await tabAndPress(page, 'button', 'Créer ce programme');
      expect(await said(page)).toContain('Le programme est créé');
      await tabAndPress(page, 'link', 'Règles du programme');
      expect(await page.getByText(/Chaque pass paie 1.h d’aide et vaut 15.€/).count()).toBe(1);
      for (const fold of ['Changer les règles', 'Délais']) {
        await page.locator('summary', { hasText: fold }).focus();
        await page.keyboard.press('Enter');
      }
      await page.getByLabel('Jours pour payer un lieu').fill('20');
      await tabAndPress(page, 'button', 'Enregistrer la nouvelle version');
      expect(await said(page)).toContain('La nouvelle version est enregistrée');
      expect(await page.getByText('Chaque lieu est payé dans les 20 jours.').count()).toBe(1);
      await page.context().close();
    });

    test('V6 money arrives, booklets are made of it, and no more than it allows', async () => {
      const id = await newProgramme(whole.db, partners, { name: 'Pass de l’argent' });
      const page = await enterOnPhone(journey, manager, { path: `/pass/programmes/${id}` });
      await tabAndPress(page, 'link', 'Donner le compte qui garde l’argent');
      await page.getByLabel('Titulaire, comme sur le RIB').fill('Région Exemple');
      await page.getByLabel('IBAN').fill('FR76 3000 6000 0112 3456 7890 188');
      await tabAndPress(page, 'button', 'Enregistrer ce compte');
      expect(await page.locator('.ds-error-summary').textContent()).toContain('Un caractère est faux');
      expect(await page.getByLabel('Titulaire, comme sur le RIB').inputValue()).toBe('Région Exemple');
      await page.getByLabel('IBAN').fill('FR76 3000 6000 0112 3456 7890 189');
      await tabAndPress(page, 'button', 'Enregistrer ce compte');
      expect(await said(page)).toContain('Une deuxième personne doit le confirmer');
      expect(await page.getByRole('button', { name: 'Confirmer ce compte' }).count()).toBe(0);
      const bao = await enterOnPhone(journey, approver, { path: `/pass/programmes/${id}` });
      await tabAndPress(bao, 'link', 'Le compte qui garde l’argent attend une deuxième personne');
      expect(await bao.getByText('FR76 3000 6000 0112 3456 7890 189').count()).toBe(1);
      await expectUsable(bao, 'account of the programme', screensInTurn(0));
      await tabAndPress(bao, 'button', 'Confirmer ce compte');
      expect(await said(bao)).toBe('Le compte est confirmé.');
      await bao.context().close();
      await page.locator('#payer').selectOption({ label: 'Fonds Exemple' });
      await page.getByLabel('Somme reçue, en euros').fill('360');
      await page.getByLabel('Libellé du virement').fill('Convention exemple');
      await tabAndPress(page, 'button', 'Noter cette somme');
      expect(await said(page)).toContain('La somme est notée');
      expect(await page.locator('.m-answer-a').textContent()).toMatch(/au moins 360.€/);

      await tabAndPress(page, 'link', 'Pass de l’argent');
      await tabAndPress(page, 'link', 'Carnets');
      expect(await page.locator('.m-answer-a').textContent()).toMatch(
        /Assez d’argent pour 2 carnets de plus/,
      );
      for (const quantity of ['3', '2']) {
        await page.getByLabel('Nombre de carnets').fill(quantity);
        await tabAndPress(page, 'button', 'Commander');
      }
      expect(await page.getByText(/Il manque 180.€ pour émettre/).count()).toBe(1);
      // Newest first: the order of three is the second.
      await followByKey(page.locator('tbody tr').nth(1).getByRole('button'));
      expect(await page.locator('.ds-error-summary').textContent()).toMatch(/Il manque 180.€/);
      await tabAndPress(page, 'button', 'Émettre la commande pour Accueil Exemple');
      await tabAndPress(page, 'button', 'Envoyer la commande pour Accueil Exemple');
      expect(await said(page)).toContain('Les carnets sont envoyés');
      expect(await page.locator('.m-answer-a').textContent()).toContain('Plus assez d’argent');
      await page.context().close();
    });

    test('P5 P6 P7 a place is paid: two people for its account, two for the batch, then what the bank says', async () => {
      const { id } = await runningProgramme(whole.db, partners, { name: 'Pass payé' });
      const path = `/pass/programmes/${id}`;
      const [ana, bao] = [
        await enterOnPhone(journey, manager, { path }),
        await enterOnPhone(journey, approver, { path }),
      ];
      await tabAndPress(ana, 'link', 'Paiements aux lieux');
      expect(await ana.locator('.m-answer-a').textContent()).toContain('Rien à payer aujourd’hui');
      expect(await ana.locator('tbody').textContent()).toContain('un compte attend une deuxième personne');

      await tabAndPress(bao, 'link', /compte bancaire à confirmer/);
      expect(await bao.getByText('DE89 3704 0044 0532 0130 00').count()).toBe(1);
      await tabAndPress(bao, 'button', 'Confirmer le compte de Espace Mimosa');
      expect(await said(bao)).toContain('Le compte est confirmé');

      await ana.reload();
      expect(await ana.locator('.m-answer-a').textContent()).toMatch(/30.€ peuvent être payés/);
      const proposed = await ana.getByLabel('Jour du virement').inputValue();
      await ana.getByLabel('Jour du virement').fill('2027-01-02');
      await tabAndPress(ana, 'button', 'Préparer le lot');
      expect(await ana.locator('.ds-error-summary').textContent()).toContain('Les banques sont fermées');
      await ana.getByLabel('Jour du virement').fill(proposed);
      await tabAndPress(ana, 'button', 'Préparer le lot');
      expect(await said(ana)).toContain('Une autre personne doit l’approuver');
      expect(await ana.getByRole('button', { name: 'Approuver ce lot' }).count()).toBe(0);
      const batch = new URL(ana.url()).pathname.split('/').at(-1)!;

      await tabAndPress(bao, 'link', 'Pass payé');
      await tabAndPress(bao, 'link', /lot de paiements à approuver/);
      await tabAndPress(bao, 'link', batch);
      await expectUsable(bao, 'batch to approve', screensInTurn(1));
      await tabAndPress(bao, 'button', 'Approuver ce lot');
      expect(await said(bao)).toContain('Le lot est approuvé');
      expect(await bao.locator('.m-facts').textContent()).toMatch(/Préparé parAna, .*Approuvé parBao, /);
      const download = bao.waitForEvent('download');
      await bao.getByRole('link', { name: 'Télécharger le fichier pour la banque' }).press('Enter');
      expect((await download).suggestedFilename()).toBe(`${batch}.xml`);

      const [payment] = await listPayments(whole.db, batch);
      await tabAndPress(ana, 'link', 'Paiements aux lieux');
      const answer = Buffer.from(statusReport([{ id: payment!.id, status: 'ACSC' }]));
      const file = { name: 'reponse.xml', mimeType: 'application/xml', buffer: answer };
      for (const expected of [/Payé/, /Déjà noté/]) {
        await ana.getByLabel('Fichier de la banque').setInputFiles(file);
        await tabAndPress(ana, 'button', 'Lire ce fichier');
        expect(await ana.locator('tbody').textContent()).toMatch(expected);
        if (expected.source === 'Déjà noté') expect(await said(ana)).toContain('déjà été lu');
        else await expectUsable(ana, 'answer of the bank', screensInTurn(0));
        await tabAndPress(ana, 'link', 'Retour aux paiements');
      }
      await tabAndPress(ana, 'link', batch);
      expect(await ana.locator('tbody').textContent()).toContain('Payé');
      await Promise.all([ana.context().close(), bao.context().close()]);
    });

    test('V13 a place asks for its agreement, and whoever runs the programme agrees, by keyboard alone', async () => {
      await newProgramme(whole.db, partners, { name: 'Pass plus ancien' });
      const id = await newProgramme(whole.db, partners, { name: 'Pass convenu' });
      const asks = await enterOnPhone(journey, partners.place, { path: '/pass/lieu/conventions' });
      await tabTo(asks, 'radio', /Pass/);
      await asks.keyboard.press('Space');
      const wanted = asks.getByRole('radio', { name: 'Pass convenu' });
      while (!(await wanted.isChecked())) await asks.keyboard.press('ArrowDown');
      await tabTo(asks, 'textbox', 'SIRET de votre structure');
      await asks.keyboard.type('12345678200003');
      await asks.keyboard.press('Tab');
      await asks.keyboard.type('Bron');
      await followByKey(asks);
      expect(await asks.locator('.ds-error-summary').textContent()).toContain('Ce n’est pas un SIRET');
      await expectFaultReached(asks, 'siret');
      await expectUsable(asks, 'agreement asked', screensInTurn(1));
      await asks.keyboard.press('ControlOrMeta+A');
      await asks.keyboard.type('12345678200002');
      await followByKey(asks);
      expect(await said(asks)).toContain('Votre demande est partie');
      const agrees = await enterOnPhone(journey, manager, { path: `/pass/programmes/${id}` });
      await tabAndPress(agrees, 'link', '1 lieu demande une convention');
      expect(await agrees.getByText('À Bron').count()).toBe(1);
      await expectUsable(agrees, 'agreement to decide', screensInTurn(0));
      await tabAndPress(agrees, 'button', 'Accepter Espace Mimosa');
      expect(await said(agrees)).toContain('La convention commence');
      await asks.reload();
      expect(await asks.locator('tr', { hasText: 'Pass convenu' }).textContent()).toContain('Active');
      await Promise.all([asks.context().close(), agrees.context().close()]);
    });

    test('a funder follows one euro to an hour of help, by keyboard, on a phone, without scripts', async () => {
      const { booklet } = await runningProgramme(whole.db, partners, { name: 'Pass suivi' });
      const page = await enterOnPhone(journey, partners.funder);
      await tabAndPress(page, 'link', 'Ce que deviennent vos fonds');
      await tabAndPress(page, 'link', 'Pass suivi');
      expect(await page.locator('.m-answer-a').textContent()).toContain('n’ont pas encore payé d’aide');
      const chain = page.locator('.m-chain');
      expect(await chain.textContent()).toContain(`Carnet ${booklet}`);
      expect(await chain.textContent()).toMatch(/Espace Mimosa.: 30.€/);
      expect(await page.locator('body').textContent()).not.toContain('Karima');
      await expectUsable(page, 'one euro', screensInTurn(1));
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Tous les chemins (CSV)' }).press('Enter');
      expect((await download).suggestedFilename()).toMatch(/^chemins-.*csv$/);
      await page.context().close();
    });

    test('M10 the programme of another local authority does not exist, whatever is asked of it', async () => {
      const other = await signedIn(whole, {
        organisation: { kind: 'collectivite', name: 'Autre Exemple' },
        roles: ['programme-manager', 'payment-approver'],
        name: 'Elie Inventé',
      });
      await whole.db.rows(sql`update access.session set second_factor_at = now()`);
      const id = await newProgramme(whole.db, partners, { name: 'Pass des autres' });
      const routes = whole.app.routes.filter(({ path }) => path.includes('/pass/programmes/:programme'));
      const opened: string[] = [];
      for (const { method, path } of routes) {
        const address = path
          .replace(':organisation', other.organisationId)
          .replace(':programme', id)
          .replaceAll(/:\w+/g, '1');
        const headers = { cookie: other.cookie, 'sec-fetch-site': 'same-origin' };
        const body = method === 'POST' ? { body: new URLSearchParams() } : {};
        const { status } = await whole.app.request(address, { method, headers, ...body });
        if (status !== 404) opened.push(`${method} ${path} ${status}`);
      }
      expect(routes.length).toBeGreaterThan(10);
      expect(opened).toEqual([]);
    });

    test('every page can be used by all, on a phone and on a desk', async () => {
      const { id } = await runningProgramme(whole.db, partners, { name: 'Pass pour tous' });
      const page = await enterOnPhone(journey, manager, { path: '/pass/programmes' });
      const base = page.url();
      await expectUsable(page, 'programmes', screensInTurn(1));
      const paths = ['nouveau', id, ...PROGRAMME_PAGES.map((room) => `${id}/${room}`)];
      for (const [rank, path] of paths.entries()) {
        await page.goto(`${base}/${path}`);
        await expectUsable(page, path.replace(id, 'programme').replace('/', ' '), screensInTurn(rank));
      }
      await page.context().close();
    });
  },
);
