import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGE_FACTS, PUBLIC_LANGUAGES } from '../../src/platform/i18n/public-languages.ts';
import {
  accessibilityViolations,
  describeInBrowser,
  overflowPixels,
  smallTargets,
  spaceTextOut,
} from '../support/browser.ts';
import { follow } from '../support/follow.ts';
import { openPublicSite, type PublicSite } from '../support/public-site.ts';

let site: PublicSite;
beforeAll(async () => {
  site = await openPublicSite();
});
afterAll(() => site.db.close());

/** The pages with the most words and the narrowest boxes, of each kind. */
const pages = () => [
  '/lieux/trois-saules',
  '/',
  '/lieux?ou=Vaulx-en-Velin',
  '/lieux/puce-a-l-oreille',
  '/lieux?mots=ordinateur+gratuit+le+samedi',
  '/lieux/carte?ou=Bron',
  '/lieux/trois-saules/signaler',
  '/lieux/trois-saules/sms',
  site.letters.correction,
  '/borne/lieux/trois-saules?ou=Bron',
  '/integrer?ou=Bron',
  '/integrer/liste?ou=Bron',
  '/donnees-ouvertes',
  '/api',
  '/accessibilite',
];

const OTHERS = PUBLIC_LANGUAGES.filter((lang) => lang !== 'fr');

describeInBrowser(
  'languages',
  () => site.app,
  (journey) => {
    test.each(OTHERS)(
      'pages in %s fit a narrow screen and never scroll sideways, even with spaced text; axe finds nothing',
      async (lang) => {
        const page = await journey.open(`/?lang=${lang}`, { viewport: { width: 320, height: 800 } });
        const { tag, notReviewed } = LANGUAGE_FACTS[lang];
        for (const [rank, path] of pages().entries()) {
          await page.goto(journey.origin() + path);
          await page.evaluate(() => {
            for (const fold of document.querySelectorAll('details')) fold.open = true;
          });
          expect(await page.locator('html').getAttribute('lang'), path).toBe(tag);
          expect(await page.locator('.m-notice').textContent(), path).toContain(notReviewed);
          expect(await smallTargets(page), path).toEqual([]);
          expect(await overflowPixels(page), path).toBe(0);
          await spaceTextOut(page);
          expect(await overflowPixels(page), `${path}, spaced`).toBe(0);
          // An analysis takes a second and its rules hardly depend on the language: other pages in each.
          if (rank % OTHERS.length !== OTHERS.indexOf(lang)) continue;
          expect(await accessibilityViolations(page), path).toEqual([]);
        }
        await page.context().close();
      },
    );

    test('without scripts, one press opens the languages and one chooses; the search stays', async () => {
      const page = await journey.open('/lieux?ou=Bron', { javaScriptEnabled: false });
      await page.locator('.m-langs > summary').click();
      await follow(page.getByRole('link', { name: 'العربية' }));
      expect(new URL(page.url()).searchParams.get('ou')).toBe('Bron');
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      expect(await page.locator('h1').textContent()).toContain('بالقرب من');
      expect(await page.locator('.m-places bdi[lang=fr]').first().textContent()).not.toBe('');
      expect(await page.locator('[data-speak]').isVisible()).toBe(false);
      await page.context().close();
    });

    test('the page is read aloud by a voice of its language, and stops at a press; without a voice nothing is offered', async () => {
      const page = await journey.open('/healthz', { locale: 'fr-FR' });
      // The device's speech, which a browser without a window does not have.
      await page.addInitScript(() => {
        const said: string[] = [];
        const speech = {
          speaking: false,
          said,
          getVoices: () => [{ lang: 'fr-FR' }],
          speak(utterance: { text: string }) {
            said.push(utterance.text);
            speech.speaking = true;
          },
          cancel: () => {
            speech.speaking = false;
          },
        };
        Object.defineProperty(window, 'speechSynthesis', { value: speech });
        Object.defineProperty(window, 'SpeechSynthesisUtterance', {
          value: function Utterance(this: { text: string }, text: string) {
            this.text = text;
          },
        });
      });
      await page.goto(`${journey.origin()}/lieux/trois-saules?lang=falc`);
      await page.getByRole('button', { name: 'Écouter cette page' }).press('Enter');
      const said = await page.evaluate(() => (window.speechSynthesis as unknown as { said: string[] }).said);
      expect(said[0]).toBe('Facile à lire');
      expect(said).toEqual(expect.arrayContaining(['Est-ce ouvert ?', 'Oui.', 'Sonnez « Numérique ».']));
      expect(said.join(' ')).not.toContain('Imprimer');
      await page.getByRole('button', { name: 'Arrêter' }).press('Enter');
      expect(await page.evaluate(() => window.speechSynthesis.speaking)).toBe(false);

      await page.goto(`${journey.origin()}/lieux/trois-saules?lang=uk`);
      expect(await page.locator('[data-speak]').isVisible()).toBe(false);
      await page.context().close();
    });
  },
);
