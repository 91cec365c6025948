import type { BrowserContextOptions, Page, Route } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { encode } from 'uqr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printedCode } from '../../src/modules/vouchers/domain/code.ts';
import { describeInBrowser } from '../support/browser.ts';
import { cookiesOf, type Field, openField } from '../support/field.ts';
import { follow, followByKey } from '../support/follow.ts';
import { expectFaultReached, slowestSeconds, tabAndPress, tabTo } from '../support/keyboard.ts';
import { prepareForTools } from '../support/no-scripts.ts';
import { expectOneSheet, showToCamera } from '../support/pass-sheet.ts';
import { MIMOSA, must, SOCIAL_DESK } from '../support/scheme.ts';
import type { SignedIn } from '../support/signed-in.ts';
import { expectUsable, screensInTurn } from '../support/usable.ts';

let field: Field;
let referrer: SignedIn;
let mediator: SignedIn;
let manager: SignedIn;
let colleague: SignedIn;
beforeAll(async () => {
  field = await openField({ transports: { sms: { send: async () => ({ ok: true, value: null }) } } });
  await field.scheme.stock(10);
  referrer = await field.enter(SOCIAL_DESK.organisation, ['referrer'], 'Ana');
  mediator = await field.enter(MIMOSA.organisation, ['mediator'], 'Bao');
  manager = await field.enter(MIMOSA.organisation, ['place-manager'], 'Chloé');
  colleague = await field.enter(MIMOSA.organisation, ['place-manager'], 'Dalia');
  // The code of a telephone was typed in each session.
  await field.db.rows(sql`update access.session set second_factor_at = now()`);
});
afterAll(() => field.db.close());

const DESK = `/espace/${SOCIAL_DESK.organisation}/pass`;
const PLACE = `/espace/${MIMOSA.organisation}/pass/lieu`;
const REDEEM = `/espace/${MIMOSA.organisation}/pass/utiliser`;
const WITHOUT_SCRIPTS = { javaScriptEnabled: false, viewport: { width: 320, height: 700 } };

const bare = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ');
const codeOn = async (page: Page): Promise<string> => (await page.locator('.m-key').textContent()) ?? '';

const app = () => field.app;

describeInBrowser('the Pass numérique, by those who meet people', app, (journey) => {
  const enter = async (who: SignedIn, path: string, options?: BrowserContextOptions) => {
    const page = await journey.open('/healthz', options);
    await page.context().addCookies(cookiesOf(who, journey.origin()));
    if (options?.javaScriptEnabled === false) await prepareForTools(page);
    await page.goto(journey.origin() + path);
    return page;
  };

  test('V15 a referrer, by keyboard alone, without scripts at 320 px: a first name, and the sheet is there', async () => {
    const page = await enter(referrer, DESK, WITHOUT_SCRIPTS);
    await expectUsable(page, 'referrer desk', screensInTurn(0));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('ds-skip-link');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenu');
    const toName = await tabTo(page, 'textbox', 'Prénom ou pseudonyme');
    // The skip link, the name, Enter, and the two keys that print.
    const presses = 2 + toName + 'Karima'.length + 1 + 2;
    expect(slowestSeconds({ presses, thoughts: 4, answers: 2 })).toBeLessThan(60);
    await followByKey(page);
    expect(await page.locator('.ds-error-summary').textContent()).toContain('Écrivez le prénom');
    await expectFaultReached(page, 'prenom');
    await expectUsable(page, 'referrer fault', screensInTurn(1));
    await page.keyboard.type('Karima');
    await followByKey(page);
    expect(await page.locator('h1').textContent()).toContain('Carnet remis à Karima');
    expect(must(await field.scheme.redeem(await codeOn(page), 2)).left).toBe(8);
    await expectUsable(page, 'referrer sheet', screensInTurn(0));
    await page.setViewportSize({ width: 1280, height: 800 });
    await expectOneSheet(page, 'fr');
    await page.context().close();
  });

  test('V9 a referrer, without scripts at 320 px: a sheet lost is found by first name, blocked and replaced', async () => {
    const lost = await field.scheme.give('Élodie');
    const page = await enter(referrer, DESK, WITHOUT_SCRIPTS);
    await tabTo(page, 'textbox', 'Chercher un prénom');
    await page.keyboard.type('elod');
    await followByKey(page);
    await tabAndPress(page, 'link', 'Élodie');
    expect(bare(await page.locator('.m-facts').textContent())).toContain('10 heures sur 10 heures');
    await expectUsable(page, 'referrer booklet', screensInTurn(1));
    await tabAndPress(page, 'button', 'Bloquer et remplacer');
    expect(await field.scheme.redeem(lost.code, 1)).toMatchObject({
      refusal: { kind: 'booklet-replaced' },
    });
    expect(must(await field.scheme.redeem(await codeOn(page), 1)).left).toBe(9);
    await page.context().close();
  });

  test('the sheet fits one page in every language, long names too', async () => {
    const page = await enter(referrer, DESK);
    for (const lang of ['falc', 'en', 'ar', 'uk', 'es']) {
      await page.goto(journey.origin() + DESK);
      await page.getByLabel('Prénom ou pseudonyme').fill('Jean-Baptiste-Emmanuel de l’Exemple');
      await page.getByLabel('Langue de la feuille').selectOption(lang);
      await follow(page.getByRole('button', { name: 'Remettre le carnet' }));
      await expectOneSheet(page, lang);
    }
    await page.context().close();
  });

  test('a mediator, by keyboard alone: check, record two hours, next', async () => {
    const { code } = await field.scheme.give('Karima');
    const page = await enter(mediator, REDEEM);
    await expectUsable(page, 'mediator code');
    await page.getByLabel('Code écrit sur la feuille').focus();
    await page.keyboard.type(code.toLowerCase());
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await followByKey(page);
    expect(await page.getByText('Pass de', { exact: true }).count()).toBe(1);
    await expectUsable(page, 'mediator check');
    await page.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await followByKey(page);
    expect(bare(await page.locator('.m-answer').textContent())).toContain('Enregistré : 2 heures');
    await expectUsable(page, 'mediator recorded');
    await followByKey(page.getByRole('link', { name: 'Pass suivant' }));
    expect(new URL(page.url()).pathname).toBe(REDEEM);
    await page.context().close();
  });

  test('a mediator, with the camera: the square of the sheet writes its code into the same form', async () => {
    const { code } = await field.scheme.give('Lucie');
    const page = await journey.open('/healthz');
    await page.context().addCookies(cookiesOf(mediator, journey.origin()));
    await page.addInitScript(showToCamera, encode(`http://maillon.example/pass#${code}`, { border: 4 }).data);
    await page.goto(journey.origin() + REDEEM);
    await page.getByRole('button', { name: 'Lire avec l’appareil photo' }).press('Enter');
    await page.getByText('Code lu.').waitFor();
    expect(await page.getByLabel('Code écrit sur la feuille').inputValue()).toBe(printedCode(code));
    await followByKey(page);
    expect(await page.getByText('Lucie').count()).toBe(1);
    expect(await page.locator('input[name=moyen]').first().inputValue()).toBe('camera');
    await page.context().close();
  });

  test('V4 a mediator, without scripts at 320 px: a pass all used, and a record undone', async () => {
    const { code } = await field.scheme.give('Zoé');
    must(await field.scheme.redeem(code, 9));
    const page = await enter(mediator, REDEEM, WITHOUT_SCRIPTS);
    expect(await page.getByText('appareil photo').first().isVisible()).toBe(false);
    const type = async () => {
      await tabTo(page, 'textbox', 'Code écrit sur la feuille');
      await page.keyboard.type(code);
      await tabAndPress(page, 'button', 'Vérifier ce code');
    };
    await type();
    await tabAndPress(page, 'button', 'Enregistrer : 1 heure');
    expect(await page.locator('.ds-error-summary').textContent()).toContain('Cochez la case');
    await expectFaultReached(page, 'presence');
    await expectUsable(page, 'mediator fault', screensInTurn(1));
    await page.keyboard.press('Space');
    await tabAndPress(page, 'button', 'Enregistrer : 1 heure');
    expect(bare(await page.locator('.m-answer').textContent())).toContain('gagne un bonus de 30 €');
    await tabAndPress(page, 'button', 'Annuler cet enregistrement');
    expect(await page.locator('.m-answer').textContent()).toContain('Annulé');
    await expectUsable(page, 'mediator undone', screensInTurn(0));
    must(await field.scheme.redeem(code, 1));
    must(await field.scheme.redeem(code, 1));
    await tabAndPress(page, 'link', 'Pass suivant');
    await type();
    expect(await page.locator('.m-answer').textContent()).toContain('déjà entièrement utilisé');
    await expectUsable(page, 'mediator refused', screensInTurn(1));
    await page.context().close();
  });

  test('P5 V11 whoever manages a place, by keyboard alone, without scripts at 320 px: an account that two give, what is owed', async () => {
    const { code } = await field.scheme.give('Noa');
    must(await field.scheme.redeem(code, 3));
    const page = await enter(manager, PLACE, WITHOUT_SCRIPTS);
    await expectUsable(page, 'place', screensInTurn(0));
    await tabAndPress(page, 'link', 'Compte bancaire');
    await tabTo(page, 'textbox', 'Titulaire, comme sur le RIB');
    await page.keyboard.type('Association Mimosa');
    await page.keyboard.press('Tab');
    await page.keyboard.type('FR1420041010050500013M02607');
    await followByKey(page);
    expect(await page.locator('.ds-error-summary').textContent()).toContain('Un caractère est faux');
    await expectFaultReached(page, 'iban');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('FR1420041010050500013M02606');
    await followByKey(page);
    expect(await page.getByText('une autre personne doit le confirmer').count()).toBe(1);
    await expectUsable(page, 'place account', screensInTurn(1));
    const other = await enter(colleague, `${PLACE}/compte`, WITHOUT_SCRIPTS);
    expect(await other.getByText('FR14 2004 1010 0505 0001 3M02 606').count()).toBe(1);
    await expectUsable(other, 'place account to confirm', screensInTurn(0));
    await tabAndPress(other, 'button', 'Confirmer ce compte');
    expect(await other.getByRole('status').textContent()).toContain('Le compte est confirmé');
    await tabAndPress(other, 'link', 'Conventions et paiements');
    await tabAndPress(other, 'link', 'Pass utilisés et paiements');
    expect(bare(await other.locator('.m-table').first().textContent())).toContain('3 heures45 €À payer');
    await expectUsable(other, 'place income', screensInTurn(1));
    await Promise.all([page.context().close(), other.context().close()]);
  });

  test('whoever holds a sheet, in Arabic at 320 px: where it serves, and what to do when it is lost', async () => {
    const page = await journey.open('/pass?lang=ar');
    await expectUsable(page, 'pass arabic');
    expect(await page.locator('.m-table').textContent()).toContain('Espace numérique Mimosa');
    await page.goto(`${journey.origin()}/pass?lang=fr#7K4P29QXHM3TW6RDF`);
    await expectUsable(page, 'pass french');
    await page.getByLabel('Votre ville ou votre code postal').fill('Bron');
    await followByKey(page);
    expect(page.url()).toMatch(/\/lieux\?filtres=pass&ou=Bron/);
    await page.context().close();
  });

  test('a mediator, without network: a device prepared before keeps two passes that nobody can read, and sends them once', async () => {
    const { code } = await field.scheme.give('Noa');
    const page = await enter(mediator, REDEEM, { viewport: { width: 320, height: 700 } });
    const prepare = page.getByRole('button', { name: 'Préparer cet appareil' });
    await page.clock.setFixedTime(Date.now() + 24 * 60 * 60_000);
    await prepare.press('Enter');
    await page.getByText('L’horloge de cet appareil dit').waitFor();
    await page.clock.setFixedTime(Date.now());
    await prepare.press('Enter');
    await page.getByText('Cet appareil est prêt.').waitFor();

    await page.context().setOffline(true);
    await page.goto(journey.origin() + REDEEM);
    await page.getByText('Nous ne pouvons pas vérifier').waitFor();
    const keep = async (typed: string) => {
      await page.getByLabel('Code écrit sur la feuille').fill(typed);
      await page.getByRole('radio', { name: '2 heures' }).check();
      await page.getByRole('checkbox').check();
      await page.getByRole('button', { name: 'Garder pour l’envoyer plus tard' }).press('Enter');
    };
    await keep(`${code.slice(0, -1)}%`);
    await page.getByText('un caractère est faux').waitFor();
    await keep(code);
    await page.getByText('1 pass à envoyer').waitFor();
    await keep(code);
    await page.getByText('2 pass à envoyer').waitFor();
    await keep(code);
    await page.getByText('3 pass à envoyer').waitFor();
    expect(bare(await page.locator('[data-list]').textContent())).toMatch(
      /2 heures, gardé \w+ \d.* à \d+ h \d\d/,
    );
    await page.getByText('N’attendez pas').waitFor();
    const kept = await page.evaluate(readShelf);
    expect([kept.includes('sealed'), kept.includes(code.slice(0, 4))]).toEqual([true, false]);
    // Typed once too many: removed by keyboard, after one question.
    await page.locator('[data-list] summary').first().press('Enter');
    await expectUsable(page, 'mediator offline', screensInTurn(1));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Retiré de cet appareil : 2 heures').waitFor();
    await page.getByText('2 pass à envoyer').waitFor();

    // It leaves by itself, from the page that is open; its answer is lost, and it may have come.
    const unanswered = (route: Route) => route.abort();
    await page.context().route('**/differes', unanswered);
    await page.context().setOffline(false);
    await page.getByText('il est peut-être déjà arrivé').first().waitFor();
    expect(await page.getByText('Retirer ce pass').count()).toBe(0);
    await page.context().unroute('**/differes', unanswered);
    await page.getByRole('button', { name: 'Envoyer maintenant' }).press('Enter');
    await page.getByText('2 pass envoyés.').waitFor();
    expect(await page.locator('[data-count]').isVisible()).toBe(false);
    expect(must(await field.scheme.redeem(code, 1)).left).toBe(5);
    await followByKey(page.getByRole('link', { name: 'Voir ce qui a été envoyé plus tard' }));
    expect(await page.getByRole('heading', { name: 'Sans réseau' }).count()).toBe(1);
    expect(await page.getByText('Enregistré').count()).toBe(2);
    await expectUsable(page, 'mediator late', screensInTurn(0));
    await followByKey(page.getByRole('button', { name: 'Retirer' }));
    expect(await page.getByText('L’appareil est retiré').count()).toBe(1);
    await page.getByText('ou il a été retiré').waitFor();
    await page.goto(journey.origin() + REDEEM);
    await prepare.waitFor();
    await page.context().close();
  });
});

/** All that the device keeps of passes, as text. */
const readShelf = (): Promise<string> =>
  new Promise((done, failed) => {
    const asked = indexedDB.open('pass-hors-ligne');
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => {
      const all = asked.result.transaction('waiting').objectStore('waiting').getAll();
      all.onsuccess = () => done(JSON.stringify(all.result));
    };
  });
