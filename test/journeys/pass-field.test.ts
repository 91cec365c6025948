import type { BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, overflowPixels } from '../support/browser.ts';
import { cookiesOf, type Field, openField } from '../support/field.ts';
import { must, SOCIAL_DESK } from '../support/scheme.ts';
import type { SignedIn } from '../support/signed-in.ts';
import { expectUsable } from '../support/usable.ts';

let field: Field;
let referrer: SignedIn;
beforeAll(async () => {
  field = await openField({ transports: { sms: { send: async () => ({ ok: true, value: null }) } } });
  await field.scheme.stock(10);
  referrer = await field.enter(SOCIAL_DESK.organisation, ['referrer'], 'Ana');
});
afterAll(() => field.db.close());

const DESK = `/espace/${SOCIAL_DESK.organisation}/pass`;
const WITHOUT_SCRIPTS = { javaScriptEnabled: false, viewport: { width: 320, height: 700 } };

const bare = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ');
const codeOn = async (page: Page): Promise<string> => (await page.locator('.m-key').textContent()) ?? '';

describeInBrowser(
  'the Pass numérique, by those who meet people',
  () => field.app,
  (journey) => {
    const enter = async (who: SignedIn, path: string, options?: BrowserContextOptions) => {
      const page = await journey.open('/healthz', options);
      await page.context().addCookies(cookiesOf(who, journey.origin()));
      await page.goto(journey.origin() + path);
      return page;
    };

    test('V15 a referrer, by keyboard alone: a first name, and the sheet is there with its code', async () => {
      const page = await enter(referrer, DESK);
      await expectUsable(page, 'referrer desk');
      await page.getByLabel('Prénom ou pseudonyme').focus();
      await page.keyboard.type('Karima');
      await page.keyboard.press('Enter');
      await page.locator('h1', { hasText: 'Carnet remis à Karima' }).waitFor();
      expect(must(await field.scheme.redeem(await codeOn(page), 2)).left).toBe(8);
      await expectUsable(page, 'referrer sheet');
      await expectOneSheet(page, 'fr');
      await page.context().close();
    });

    test('V9 a referrer, without scripts at 320 px: a sheet lost is found by first name, blocked and replaced', async () => {
      const lost = await field.scheme.give('Élodie');
      const page = await enter(referrer, DESK, WITHOUT_SCRIPTS);
      await page.getByRole('button', { name: 'Remettre le carnet' }).click();
      expect(await page.locator('.ds-error-summary').textContent()).toContain('Écrivez le prénom');
      await page.getByLabel('Chercher un prénom').fill('elod');
      await page.getByRole('button', { name: 'Chercher' }).click();
      await page.getByRole('link', { name: 'Élodie' }).click();
      expect(bare(await page.locator('.m-facts').textContent())).toContain('10 heures sur 10 heures');
      expect(await overflowPixels(page)).toBe(0);
      await page.getByRole('button', { name: 'Bloquer et remplacer' }).click();
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
        await page.getByRole('button', { name: 'Remettre le carnet' }).click();
        await page.locator('.m-key').waitFor();
        await expectOneSheet(page, lang);
      }
      await page.context().close();
    });
  },
);

/** One sheet of paper, whole, with a square that a telephone reads: 44 mm at least, without its quiet zone. */
async function expectOneSheet(page: Page, lang: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    ...(folder && { path: `${folder}/sheet-${lang}.pdf` }),
  });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), lang).toHaveLength(1);
  const { squareMillimetres, cut } = await page.evaluate(() => {
    const sheet = document.querySelector('.m-sheet')!;
    const { width } = document.querySelector('.m-qr path')!.getBoundingClientRect();
    return { squareMillimetres: (width / 96) * 25.4, cut: sheet.scrollHeight - sheet.clientHeight };
  });
  expect(squareMillimetres, lang).toBeGreaterThanOrEqual(44);
  expect(cut, lang).toBeLessThanOrEqual(0);
  await page.emulateMedia({ media: null });
}
