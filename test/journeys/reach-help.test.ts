import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, overflowPixels } from '../support/browser.ts';
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
      await page.keyboard.press('Enter');
      await page.waitForURL(/besoin=demarche/);
      await tabTo(page, 'main input[name=ou]');
      await page.keyboard.type('Vaulx-en-Velin');
      await page.keyboard.press('Enter');
      await page.waitForURL(/ou=Vaulx-en-Velin/);
      await tabTo(page, '.m-places h2 > a');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/lieux\/[\w-]+$/);
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
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/sms$/);
      await tabTo(page, '#portable');
      await page.keyboard.type('06 39');
      await page.keyboard.press('Enter');
      // The focus is on what to correct: its link leads to the field.
      await page.locator('.ds-error-summary:focus').waitFor();
      await tabTo(page, '.ds-error-summary a');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('06 39 98 00 11');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Le SMS est parti' }).waitFor();
      expect(await site.deliverTexts()).toMatchObject([{ to: '+33639980011' }]);

      await tabTo(page, '.m-back a');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/trois-saules$/);
      await tabTo(page, 'a[href$="/signaler"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/signaler$/);
      await tabTo(page, 'input[name=probleme]');
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('input[name=probleme]:checked').inputValue()).toBe('hours');
      await tabTo(page, 'textarea');
      await page.keyboard.type('Fermé le mercredi.');
      await tabTo(page, 'main button');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/signalements\//);
      expect(await page.locator('main').textContent()).toContain('Fermé le mercredi.');
      await page.context().close();
    });

    test('without scripts, at 320 px, everything can be reached and done', async () => {
      const page = await journey.open('/', { ...PHONE, javaScriptEnabled: false });
      const steps = [
        () => page.locator('main a[href*="besoin=demarche"]').first().click(),
        async () => {
          await page.locator('main input[name=ou]').fill('Vaulx-en-Velin');
          await page.locator('main input[name=ou]').press('Enter');
        },
        () => page.locator('.m-places h2 > a').first().click(),
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
