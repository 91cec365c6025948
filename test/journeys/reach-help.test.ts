import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, overflowPixels } from '../support/browser.ts';
import { follow, followByKey } from '../support/follow.ts';
import { openPublicSite, type PublicSite } from '../support/public-site.ts';

let site: PublicSite;
beforeAll(async () => {
  site = await openPublicSite();
});
afterAll(() => site.db.close());

const PHONE = { viewport: { width: 320, height: 640 } };

/** The longest page has fewer stops than this. */
const MOST_STOPS = 250;

/** Presses Tab until the focus is on what is wanted, and sees on the way that the focus shows. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    await page.keyboard.press('Tab');
    const { isThere, isShown, name } = await page.evaluate((selector) => {
      const focused = document.activeElement ?? document.body;
      // A choice shows its focus around the box and its words together.
      const ringed = focused.closest('.m-choice') ?? focused;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(ringed);
      const hasRing =
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      return {
        isThere: focused.matches(selector),
        isShown: focused === document.body || hasRing,
        name: focused.outerHTML.slice(0, 120),
      };
    }, wanted);
    expect(isShown, `the focus shows on ${name}`).toBe(true);
    if (isThere) return;
  }
  expect.fail(`No press of Tab reaches ${wanted} on ${page.url()}`);
}

describeInBrowser(
  'whoever cannot use a mouse, a large screen or scripts',
  () => site.app,
  (journey) => {
    test('from home to a printed sheet by keyboard alone, at 320 px', async () => {
      const page = await journey.open('/', PHONE);
      await tabTo(page, '.ds-skip-link');
      await page.keyboard.press('Enter');
      await tabTo(page, 'main a[href*="besoin=demarche"]');
      await followByKey(page);
      await tabTo(page, 'main input[name=ou]');
      await page.keyboard.type('Vaulx-en-Velin');
      await followByKey(page);
      expect(page.url()).toMatch(/besoin=demarche.*ou=Vaulx-en-Velin|ou=Vaulx-en-Velin.*besoin=demarche/);
      await tabTo(page, '.m-places h2 > a');
      await followByKey(page);
      await page.evaluate(() => {
        window.print = () => document.documentElement.setAttribute('data-printed', '');
      });
      await tabTo(page, '[data-print]');
      await page.keyboard.press('Enter');
      expect(await page.locator('html[data-printed]').count()).toBe(1);
      // Past the last stop the keyboard leaves the page: it is trapped nowhere.
      await tabTo(page, 'body, .ds-skip-link');
      await page.context().close();
    });

    test('by keyboard alone, at 320 px, a place is sent to a telephone and a mistake is reported, to the end', async () => {
      const page = await journey.open('/lieux/trois-saules', PHONE);
      await tabTo(page, 'a[href$="/sms"]');
      await followByKey(page);
      await tabTo(page, '#portable');
      await page.keyboard.type('06 39');
      await followByKey(page);
      // The focus is on what to correct: its link leads to the field.
      expect(await page.locator('.ds-error-summary:focus').count()).toBe(1);
      await tabTo(page, '.ds-error-summary a');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('06 39 98 00 11');
      await followByKey(page);
      expect(await page.getByRole('heading', { name: 'Le SMS est parti' }).count()).toBe(1);
      expect(await site.deliverTexts()).toMatchObject([{ to: '+33639980011' }]);

      await tabTo(page, '.m-back a');
      await followByKey(page);
      await tabTo(page, 'a[href$="/signaler"]');
      await followByKey(page);
      await tabTo(page, 'input[name=probleme]');
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('input[name=probleme]:checked').inputValue()).toBe('hours');
      await tabTo(page, 'textarea');
      await page.keyboard.type('Fermé le mercredi.');
      await tabTo(page, 'main button');
      await followByKey(page);
      expect(page.url()).toContain('/signalements/');
      expect(await page.locator('main').textContent()).toContain('Fermé le mercredi.');
      await page.context().close();
    });

    test('without scripts, at 320 px, everything can be reached and done', async () => {
      const page = await journey.open('/', { ...PHONE, javaScriptEnabled: false });
      const steps = [
        () => follow(page.locator('main a[href*="besoin=demarche"]').first()),
        async () => {
          await page.locator('main input[name=ou]').fill('Vaulx-en-Velin');
          await followByKey(page.locator('main input[name=ou]'));
        },
        () => follow(page.locator('.m-places h2 > a').first()),
      ];
      for (const step of steps) {
        await step();
        expect(await page.locator('h1').count()).toBe(1);
        expect(await overflowPixels(page)).toBe(0);
      }
      expect(new URL(page.url()).pathname).toMatch(/^\/lieux\/[\w-]+$/);
      expect(await page.locator('main a[href^="tel:"]').count()).toBeGreaterThan(0);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.m-sheet').isVisible()).toBe(true);
      await page.context().close();
    });
  },
);
