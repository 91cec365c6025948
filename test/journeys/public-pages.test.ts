import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accessibilityViolations,
  contrastViolations,
  describeInBrowser,
  overflowPixels,
  spaceTextOut,
} from '../support/browser.ts';
import { follow } from '../support/follow.ts';
import { openPublicSite, type PublicSite } from '../support/public-site.ts';
import { ambiguousLinks, faintEdges, forcedOrder, looseChoices, outOfOrder } from '../support/reading.ts';
import { expectUsableScreens } from '../support/usable.ts';

let site: PublicSite;
beforeAll(async () => {
  site = await openPublicSite();
});
afterAll(() => site.db.close());

/** `MAILLON_LANG=ar npx vitest run test/journeys/public-pages.test.ts`: the same walk in another language. */
const LANG = process.env.MAILLON_LANG ?? 'fr';

/** Every public page, and every state it can be in. */
const PAGES: Record<string, string> = {
  home: '/',
  'where, after a need': '/lieux?besoin=demarche',
  'where, own words': '/lieux?mots=imprimer+mon+fils+virus',
  'where, own words that narrow': '/lieux?mots=ordinateur+gratuit+le+samedi',
  'where, own words unknown': '/lieux?mots=zzz+qqq',
  'where, nothing written': '/lieux?ou=',
  'where, a postal code too short': '/lieux?ou=6950',
  'where, a town misspelt': '/lieux?ou=Vileurbanne',
  'results near a town': '/lieux?ou=Vaulx-en-Velin',
  'results in own words': '/lieux?mots=impots+Vaulx-en-Velin',
  'results narrowed': '/lieux?ou=Vaulx-en-Velin&besoin=demarche&filtres=gratuit&filtres=ouvert-lundi',
  'results, second page': '/lieux?ou=Lyon&page=2',
  'results in a département': '/lieux?ou=Rhône',
  'results by name': '/lieux?ou=mediatheque',
  'results with namesakes': '/lieux?ou=Saint-Priest',
  'no result': '/lieux?ou=Thizy-les-Bourgs&services=Aide+aux+démarches+administratives',
  map: '/lieux/carte?ou=Vaulx-en-Velin',
  'place, open': '/lieux/trois-saules',
  'place, closed': '/lieux/puce-a-l-oreille',
  'place, when to come': '/lieux/puce-a-l-oreille/agenda',
  'place, moving': '/lieux/le-crochet',
  'place, left its source': '/lieux/tilleuls',
  'place, almost nothing known': '/lieux/sans-rien',
  'place, no visitors': '/lieux/porte-close',
  'place, closed for good': '/lieux/ferme',
  'place, very long texts': '/lieux/tres-long',
  'place, unknown': '/lieux/jamais-vu',
  'no such page': '/nulle-part',
  'too many people at once': '/panne/busy',
  'no network, not kept': '/panne/needsNetwork',
  'a failure of ours': '/panne/broken',
  'a place by text message': '/lieux/trois-saules/sms',
  'link to correct': '/lieux/trois-saules/corriger',
  'link to correct, no mailbox': '/lieux/jeanne-plumier/corriger',
  'desk, which town': '/borne',
  'desk, needs': '/borne?ou=Bron',
  'desk, places': '/borne/lieux?ou=Vaulx-en-Velin&besoin=demarche',
  'desk, a place': '/borne/lieux/trois-saules?ou=Bron',
  'for other sites': '/integrer?ou=Bron',
  'inside another site': '/integrer/liste?ou=Bron',
  'referrer, nothing asked': '/pro',
  'referrer, town unknown': '/pro?ou=Nullepart',
  'referrer, one place that moves': '/pro?ou=Thizy-les-Bourgs&besoin=apprendre',
  'referrer, three places': '/pro?ou=Vaulx-en-Velin&besoin=demarche&il-faut=gratuit',
  'open data': '/donnees-ouvertes',
  'documentation of the API': '/api',
  'accessibility statement': '/accessibilite',
  'your data': '/vos-donnees',
};

/** Pages that only a letter opens, and forms sent by their main button once the page is there. */
const STEPS: Record<string, { path: () => string; isSent?: true }> = {
  'report of a mistake, nothing chosen': { path: () => '/lieux/trois-saules/signaler', isSent: true },
  'report that waits for its answer': { path: () => site.letters.followUp },
  'correction of a record': { path: () => site.letters.correction },
  'correction before it is saved': { path: () => site.letters.correction, isSent: true },
  'no more reminders': { path: () => site.letters.optOut },
  'text message, number missing': { path: () => '/lieux/trois-saules/sms', isSent: true },
};

const STATES = [
  ...Object.entries(PAGES).map(([name, path]) => ({ name, path: () => path, isSent: undefined })),
  ...Object.entries(STEPS).map(([name, { path, isSent }]) => ({ name, path, isSent })),
];

describeInBrowser(
  'every public page',
  () => site.app,
  (journey) => {
    let shared: Page | undefined;
    let refused: string[] = [];
    /** One window for all: opening one takes as long as looking at a page. */
    const window = async (): Promise<Page> => {
      if (shared) return shared;
      shared = await journey.open(`/?lang=${LANG}`);
      shared.on('console', (message) => {
        if (/Content Security Policy|Refused/.test(message.text())) refused.push(message.text());
      });
      return shared;
    };

    test.each(STATES)('$name', async ({ name, path, isSent }) => {
      const page = await window();
      refused = [];
      await page.goto(journey.origin() + path());
      const filled = page.locator('main .ds-button:visible:not([data-variant])');
      if (isSent) await follow(filled);
      expect(refused, 'nothing is refused by the browser').toEqual([]);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await filled.count()).toBeLessThanOrEqual(1);

      // All at once: a fold may stand inside another, where no press reaches it yet.
      await page.locator('details').evaluateAll((folds) => {
        for (const fold of folds) fold.setAttribute('open', '');
      });
      await expectUsableScreens(page, name);
      expect(await ambiguousLinks(page)).toEqual([]);
      expect(await looseChoices(page)).toEqual([]);
      expect(await forcedOrder(page)).toBe(0);

      await page.setViewportSize({ width: 320, height: 800 });
      expect(await outOfOrder(page)).toEqual([]);
      await spaceTextOut(page);
      expect(await overflowPixels(page), 'text spaced out').toBe(0);
    });

    test('a fault would be seen: grey on grey, a field without a name, an order turned around', async () => {
      const page = await journey.open('/');
      await page.evaluate(() => {
        const fault = document.createElement('div');
        fault.innerHTML =
          '<p id="faint">gris</p><p id="pale">pâle</p><input id="nameless"><input type="radio" id="loose">' +
          '<a href="/a">Voir</a><a href="/b">Voir</a><div id="turned"><p>un</p><p tabindex="3">deux</p></div>';
        document.querySelector('main')?.append(fault);
        const sheet = new CSSStyleSheet();
        // Under the contrast of AA, and between it and that of AAA.
        sheet.replaceSync(
          '#faint { color: #8a8a8a } #pale { color: #666 } #faint, #pale { background: #fff } ' +
            '#nameless { border: 1px solid #bbb; background: #fff } ' +
            '#turned { display: flex; flex-direction: column-reverse }',
        );
        document.adoptedStyleSheets = [sheet];
      });
      const FAULTS = ['color-contrast: #faint', 'color-contrast: #pale', 'label: #nameless'];
      expect(await accessibilityViolations(page)).toEqual(expect.arrayContaining(FAULTS));
      // Analysed again, as on the second screen.
      expect(await contrastViolations(page)).toEqual(FAULTS.slice(0, 2));
      expect(await faintEdges(page)).toMatchObject([expect.stringContaining('nameless')]);
      expect(await ambiguousLinks(page)).toEqual(['Voir']);
      expect(await looseChoices(page)).toEqual(['loose']);
      expect(await forcedOrder(page)).toBe(1);
      expect(await outOfOrder(page)).toEqual(['<p tabindex="3">deux</p>']);
      await page.context().close();
    });
  },
);
