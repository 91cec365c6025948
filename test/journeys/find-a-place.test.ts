import { expect, test } from 'vitest';
import { describeInBrowser, type Journey } from '../support/browser.ts';
import { follow, followByKey } from '../support/follow.ts';
import { publicApp } from '../support/web.ts';

const PHONE = { viewport: { width: 320, height: 700 } };
const WITHOUT_SCRIPTS = { ...PHONE, javaScriptEnabled: false };

/** Pages of a PDF made by Chromium: it writes one `/Type /Page` object for each. */
const pdfPages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

function journeys(journey: Journey): void {
  test.each([
    ['with scripts', PHONE],
    ['without scripts', WITHOUT_SCRIPTS],
  ])('from the home page to a place and back, %s', async (_, options) => {
    const page = await journey.open('/', options);
    await page.getByLabel('avec vos mots').fill('vaulx en velin');
    await follow(page.getByRole('button', { name: 'Continuer' }));
    expect(await page.locator('h1').textContent()).toMatch(/^36.lieux près de Vaulx/);
    expect(await page.locator('mark').textContent()).toContain('ouverts maintenant');

    await follow(page.getByRole('link', { name: /^Espace numérique/ }));
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/lieux/trois-saules');
    expect(await page.locator('.m-answer').textContent()).toContain('Oui, c’est ouvert jusqu’à 18');
    expect(await page.locator('.m-today').textContent()).toContain('Mardi');

    await follow(page.getByRole('link', { name: 'Retour à la liste' }));
    expect(new URL(page.url()).searchParams.get('mots')).toBe('vaulx en velin');
    await page.context().close();
  });

  test('a need first, then where: the list keeps only the places that answer it', async () => {
    const page = await journey.open('/', WITHOUT_SCRIPTS);
    await follow(page.getByRole('link', { name: 'Faire une démarche' }));
    expect(await page.locator('h1').textContent()).toMatch(/^Où êtes/);
    await page.getByLabel('Votre ville').fill('69120');
    await follow(page.getByRole('button', { name: 'Voir les lieux' }));
    expect(await page.locator('h1').textContent()).toContain('3\u00a0lieux pour faire une démarche');
    await page.context().close();
  });

  test('filters work without scripts, and say beforehand what they leave', async () => {
    const page = await journey.open('/lieux?ou=Vaulx-en-Velin', WITHOUT_SCRIPTS);
    await page.getByText('Affiner').click();
    await page.getByText('Pour faire quoi').first().click();
    const choice = page.locator('.m-choice', { hasText: 'Créer et s’amuser' });
    expect(await choice.textContent()).toMatch(/1$/);
    await choice.getByRole('checkbox').check();
    await follow(page.getByRole('button', { name: 'Voir les lieux' }));
    expect(await page.locator('.m-places > li').count()).toBe(1);
    await page.context().close();
  });

  test('by keyboard alone: skip link, field, Enter, first place', async () => {
    const page = await journey.open('/', PHONE);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#contenu');
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.id === 'mots')) break;
    }
    await page.keyboard.type('Bron');
    await followByKey(page);
    expect(new URL(page.url()).searchParams.get('mots')).toBe('Bron');
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.matches('.m-places h2 > a'))) break;
    }
    await followByKey(page);
    expect(new URL(page.url()).pathname).toMatch(/^\/lieux\/[\w-]+$/);
    await page.context().close();
  });

  test('a postal code too short: the focus goes to what to correct, and the text typed is kept', async () => {
    const page = await journey.open('/lieux?ou=6950', PHONE);
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toContain('Un code postal a 5 chiffres. Vous en avez écrit 4.');
    expect(await page.getByLabel('Votre ville').inputValue()).toBe('6950');
    await page.getByRole('link', { name: 'Un code postal' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('ou');
    await page.context().close();
  });

  test('a town misspelt is proposed, with how many places it has', async () => {
    const page = await journey.open('/lieux?ou=Vileurbanne', WITHOUT_SCRIPTS);
    await follow(page.getByRole('link', { name: /Villeurbanne \(69100\).*36/ }));
    expect(await page.locator('h1').textContent()).toContain('Villeurbanne');
    await page.context().close();
  });

  test('a list without result proposes ways out that lead somewhere', async () => {
    const path = '/lieux?ou=Vaulx-en-Velin&services=Compréhension+du+monde+numérique';
    const page = await journey.open(path, WITHOUT_SCRIPTS);
    expect(await page.locator('h1').textContent()).toContain('Aucun lieu ne correspond');
    await follow(page.getByRole('link', { name: /Enlever tous vos choix : 36/ }));
    expect(await page.locator('.m-places > li').count()).toBe(20);
    await page.context().close();
  });

  test('English chosen once stays chosen', async () => {
    const page = await journey.open('/lieux?ou=Bron', WITHOUT_SCRIPTS);
    await page.getByText('Langues').click();
    await follow(page.getByRole('link', { name: 'English' }));
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto(`${journey.origin()}/lieux/trois-saules`);
    expect(await page.locator('.m-answer').textContent()).toContain('Yes, it is open until 18:00');
    await page.context().close();
  });

  test('a closed place shows those that are open now nearby', async () => {
    const page = await journey.open('/lieux/puce-a-l-oreille', WITHOUT_SCRIPTS);
    expect(await page.locator('.m-answer').textContent()).toContain('Non. Ouvre demain à 9\u00a0h');
    expect(await page.locator('.m-places .m-status.m-ok').count()).toBe(3);
    await page.context().close();
  });

  test('links to a place hold no query, and identifiers answer for ever', async () => {
    const page = await journey.open('/lieux?ou=Lyon', WITHOUT_SCRIPTS);
    const links = await page
      .locator('.m-places h2 > a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links.every((href) => /^\/lieux\/[\w-]+$/.test(href ?? ''))).toBe(true);
    const statusOf = async (path: string) =>
      (await page.request.get(journey.origin() + path, { maxRedirects: 0 })).status();
    expect(await statusOf('/lieux/ancien-saules')).toBe(301);
    expect(await statusOf('/lieux/ferme')).toBe(410);
    expect(await statusOf('/lieux/jamais-vu')).toBe(404);
    await page.context().close();
  });

  test('who came from another site is sent to the search, not to that site', async () => {
    const page = await journey.open('/', WITHOUT_SCRIPTS);
    await page.goto(`${journey.origin()}/lieux/trois-saules`, {
      referer: 'https://other.example/lieux?ou=x',
    });
    expect(await page.getByRole('link', { name: 'Chercher un lieu' }).getAttribute('href')).toBe('/');
    await page.context().close();
  });

  test.each(['trois-saules', 'puce-a-l-oreille', 'tilleuls', 'sans-rien', 'tres-long'])(
    'the sheet of %s is one side of A4 paper',
    async (id) => {
      const page = await journey.open(`/lieux/${id}`, PHONE);
      expect(pdfPages(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.m-sheet').isVisible()).toBe(true);
      expect(await page.locator('.m-answer').isVisible()).toBe(false);
      expect(await page.locator('.m-sheet').textContent()).toContain(`/lieux/${id}`);
      await page.context().close();
    },
  );

  test('the print button exists only where a script can print', async () => {
    const without = await journey.open('/lieux/trois-saules', WITHOUT_SCRIPTS);
    expect(await without.getByText('Imprimer cette page').isVisible()).toBe(false);
    const page = await journey.open('/lieux/trois-saules', PHONE);
    expect(await page.getByText('Imprimer cette page').isVisible()).toBe(true);
    await without.context().close();
    await page.context().close();
  });
}

describeInBrowser('a resident finds a place', publicApp, journeys);
