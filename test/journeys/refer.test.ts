import { expect, test } from 'vitest';
import {
  accessibilityViolations,
  describeInBrowser,
  overflowPixels,
  smallTargets,
} from '../support/browser.ts';
import { follow, followByKey } from '../support/follow.ts';
import { publicApp } from '../support/web.ts';

const DESK = { viewport: { width: 1280, height: 800 } };
const WITHOUT_SCRIPTS = { viewport: { width: 320, height: 700 }, javaScriptEnabled: false };

describeInBrowser('a referrer finds three places in a minute', publicApp, (journey) => {
  test('by keyboard alone: town, need, constraint, and three places with the reasons of each', async () => {
    const page = await journey.open('/pro', { ...DESK, permissions: ['clipboard-write', 'clipboard-read'] });
    await page.getByLabel('Ville de la personne').focus();
    await page.keyboard.type('Vaulx-en-Velin');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Faire');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Lit');
    await page.getByRole('checkbox', { name: 'Gratuit' }).focus();
    await page.keyboard.press('Space');
    await followByKey(page);
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('besoin'), searchParams.get('il-faut')]).toEqual(['demarche', 'gratuit']);

    const first = page.locator('.m-best > li').first();
    expect(await page.locator('.m-best > li').count()).toBe(3);
    expect(await first.locator('h3').textContent()).toBe('1. Espace numérique des Trois-Saules');
    const reasons = await first.locator('.m-reasons > li').allTextContents();
    expect(reasons.map((reason) => reason.replaceAll('\u00a0', ' '))).toEqual([
      'Pour : Aide pour ce besoin',
      expect.stringMatching(/^Pour : .* à pied$/),
      'Pour : Ouvert jusqu’à 18 h',
      'Pour : Gratuit',
      'Pour : Sans rendez-vous',
      'Pour : A l’habitude de ce public : lit difficilement',
      'Pour : Pass numérique accepté',
      'Pour : Fiche mise à jour ce mois-ci',
      'Non connu : Places libres : non connues',
    ]);

    // All three, with their reasons and how to call, without scrolling.
    const bottom = await page
      .locator('.m-best > li .ds-button[href^="tel:"]')
      .evaluateAll((all) => Math.max(...all.map((button) => button.getBoundingClientRect().bottom)));
    expect(bottom).toBeLessThanOrEqual(800);
    await first.getByRole('button', { name: 'Copier le lien' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/lieux\/trois-saules$/);
    await page.locator('summary').click();
    await check(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await check(page);
    await page.context().close();
  });

  test('without scripts at 320 px; a town unknown is told, and nothing else is lost', async () => {
    const page = await journey.open('/pro?ou=Nullepart&besoin=apprendre', WITHOUT_SCRIPTS);
    expect(await page.locator('.ds-error-summary').textContent()).toContain('Nous ne connaissons pas');
    expect(await page.getByLabel('Besoin').inputValue()).toBe('apprendre');
    await page.getByLabel('Ville de la personne').fill('69120');
    await follow(page.getByRole('button', { name: 'Mettre à jour' }));
    expect(await page.locator('.m-best > li').count()).toBe(3);
    await page.getByLabel('Besoin').selectOption('tout');
    await page.getByLabel('Ou avec ses mots').fill('refaire sa carte vitale');
    await follow(page.getByRole('button', { name: 'Mettre à jour' }));
    expect(await page.getByText('Compris').textContent()).toMatch(/faire une démarche.*carte vitale/);
    expect(await page.getByText('Copier le lien').first().isVisible()).toBe(false);
    expect(await overflowPixels(page)).toBe(0);
    await page.context().close();
  });
});

async function check(page: Parameters<typeof accessibilityViolations>[0]): Promise<void> {
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await overflowPixels(page)).toBe(0);
}
