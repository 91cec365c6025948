import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accessibilityViolations,
  describeInBrowser,
  overflowPixels,
  smallTargets,
} from '../support/browser.ts';
import { followByKey } from '../support/follow.ts';
import { openPublicSite, type PublicSite } from '../support/public-site.ts';

let site: PublicSite;
beforeAll(async () => {
  site = await openPublicSite();
});
afterAll(() => site.db.close());

const SCREEN = { viewport: { width: 1280, height: 800 } };

describeInBrowser(
  'the screen of a reception desk',
  () => site.app,
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

      await followByKey(page.getByRole('link', { name: 'العربية' }));
      expect(page.url()).toMatch(/lang=ar/);
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      await followByKey(page.getByRole('link', { name: 'Français' }));
      expect(page.url()).toMatch(/lang=fr/);
      await followByKey(page.getByRole('link', { name: /^Faire une démarche/ }));
      expect(page.url()).toMatch(/\/borne\/lieux\?/);
      await check();
      await followByKey(page.getByRole('link', { name: /Trois-Saules/ }));
      expect(page.url()).toMatch(/\/borne\/lieux\/trois-saules/);
      await check();
      const links = await page
        .locator('a[href]')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
      expect(links.every((path) => path.startsWith('/borne'))).toBe(true);
      expect(await page.getByRole('button', { name: 'Imprimer cette fiche' }).isVisible()).toBe(true);

      // To a telephone: the answers take the place of the form, and nothing is left to come back to.
      await followByKey(page.getByRole('link', { name: 'Envoyer par SMS' }));
      expect(page.url()).toMatch(/\/sms\?/);
      await page.getByLabel('Numéro de portable').focus();
      await page.keyboard.type('01 99 00 11 22');
      await page.keyboard.press('Enter');
      await page.locator('[aria-invalid]').waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
        '1 réponse à corriger',
      );
      await check();
      await page.getByLabel('Numéro de portable').fill('06 39 98 00 11');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Le SMS est parti' }).waitFor();
      expect(await page.title()).toContain('Le SMS est parti');
      expect(await page.content()).not.toContain('39 98 00 11');
      expect(await site.deliverTexts()).toMatchObject([{ to: '+33639980011' }]);
      await followByKey(page.getByRole('link', { name: 'Retour au lieu' }));
      expect(page.url()).toMatch(/\/borne\/lieux\/trois-saules\?/);

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

    test('at 320 px no word is cut, and nothing stays over what is read', async () => {
      const page = await journey.open('/borne?ou=Bron', { viewport: { width: 320, height: 640 } });
      expect(await overflowPixels(page)).toBe(0);
      const isWhole = (name: string) =>
        page.getByText(name, { exact: true }).evaluate((word) => {
          const text = document.createRange();
          text.selectNodeContents(word);
          return text.getClientRects().length === 1;
        });
      expect(await isWhole('Apprendre')).toBe(true);
      expect(await page.locator('.m-kiosk-foot').evaluate((foot) => getComputedStyle(foot).position)).toBe(
        'static',
      );
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
      await followByKey(page);
      expect(page.url()).toMatch(/ou=Bron/);
      expect(await page.locator('.m-need').count()).toBe(8);
      await page.context().close();
    });
  },
);
