import { expect, test } from 'vitest';
import {
  accessibilityViolations,
  describeInBrowser,
  overflowPixels,
  smallTargets,
} from '../support/browser.ts';
import { publicApp } from '../support/web.ts';

const SCREEN = { viewport: { width: 1280, height: 800 } };

describeInBrowser(
  'the screen of a reception desk',
  () => publicApp(),
  (journey) => {
    test('by keyboard alone: a need, a place, its sheet; then a minute without a gesture erases all', async () => {
      const page = await journey.open('/healthz', SCREEN);
      await page.clock.install();
      await page.goto(`${journey.origin()}/borne?ou=Vaulx-en-Velin`);
      expect(await page.locator('.m-need').count()).toBe(8);
      expect(await page.locator('input').count()).toBe(0);
      expect(
        await page.locator('.m-needs').evaluate((tiles) => tiles.getBoundingClientRect().bottom),
      ).toBeLessThan(800);
      const before = await page.evaluate(() => history.length);
      const check = async () => {
        expect(await accessibilityViolations(page)).toEqual([]);
        expect(await smallTargets(page)).toEqual([]);
        expect(await overflowPixels(page)).toBe(0);
      };
      await check();

      await page.getByRole('link', { name: 'العربية' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/lang=ar/);
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      await page.getByRole('link', { name: 'Français' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/lang=fr/);
      await page.getByRole('link', { name: /^Faire une démarche/ }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/borne\/lieux\?/);
      await check();
      await page.getByRole('link', { name: /Trois-Saules/ }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/borne\/lieux\/trois-saules/);
      await check();
      const links = await page
        .locator('a[href]')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
      expect(links.every((path) => path.startsWith('/borne'))).toBe(true);
      expect(await page.getByRole('button', { name: 'Imprimer cette fiche' }).isVisible()).toBe(true);

      await page.clock.runFor(61_000);
      expect(await page.getByRole('dialog').textContent()).toContain('Vous êtes encore là');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Oui');
      await check();
      await page.keyboard.press('Enter');
      expect(await page.getByRole('dialog').count()).toBe(0);

      await page.clock.runFor(61_000);
      await page.clock.runFor(20_000);
      await page.waitForURL(/\/borne\?ou=Vaulx-en-Velin$/);
      expect(await page.evaluate(() => history.length)).toBe(before);
      expect(await page.context().cookies()).toEqual([]);
      await page.context().close();
    });

    test('without scripts, time alone brings the first page back, and nothing is kept', async () => {
      const page = await journey.open('/borne?ou=Bron&lang=uk', { ...SCREEN, javaScriptEnabled: false });
      expect(await page.locator('html').getAttribute('lang')).toBe('uk');
      expect(await page.context().cookies()).toEqual([]);
      const answer = await page.request.get(
        `${journey.origin()}/borne/lieux?ou=Bron&besoin=demarche&lang=es`,
      );
      expect(answer.headers()['cache-control']).toBe('no-store');
      expect(await answer.text()).toContain(
        '<noscript><meta http-equiv="refresh" content="180;url=/borne/recommencer?ou=Bron"/></noscript>',
      );
      const again = await page.request.get(`${journey.origin()}/borne/recommencer?ou=Bron`, {
        maxRedirects: 0,
      });
      expect([again.status(), again.headers().location]).toEqual([303, '/borne?ou=Bron']);
      await page.goto(`${journey.origin()}/borne`);
      await page.getByLabel('Місто рецепції').or(page.getByLabel('Ville de l’accueil')).fill('Bron');
      await page.keyboard.press('Enter');
      await page.waitForURL(/ou=Bron/);
      expect(await page.locator('.m-need').count()).toBe(8);
      await page.context().close();
    });
  },
);
