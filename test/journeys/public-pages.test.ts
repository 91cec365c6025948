import { expect, test } from 'vitest';
import {
  accessibilityViolations,
  describeInBrowser,
  overflowPixels,
  spaceTextOut,
} from '../support/browser.ts';
import { expectUsableScreens } from '../support/usable.ts';
import { publicApp } from '../support/web.ts';

/** Every public page, and every state it can be in. */
const PAGES: Record<string, string> = {
  home: '/',
  'where, after a need': '/lieux?besoin=demarche',
  'where, own words': '/lieux?mots=imprimer+mon+fils+virus',
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
  'accessibility statement': '/accessibilite',
  'your data': '/vos-donnees',
};

describeInBrowser('every public page', publicApp, (journey) => {
  test.each(Object.entries(PAGES))('%s', async (name, path) => {
    const refused: string[] = [];
    const page = await journey.open('/healthz');
    page.on('console', (message) => {
      if (/Content Security Policy|Refused/.test(message.text())) refused.push(message.text());
    });
    await page.goto(journey.origin() + path);
    expect(refused, 'nothing is refused by the browser').toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('.ds-button:visible:not([data-variant])').count()).toBeLessThanOrEqual(1);

    // All at once: a fold may stand inside another, where no press reaches it yet.
    await page.locator('details').evaluateAll((folds) => {
      for (const fold of folds) fold.setAttribute('open', '');
    });
    await expectUsableScreens(page, name);

    await page.setViewportSize({ width: 320, height: 800 });
    await spaceTextOut(page);
    expect(await overflowPixels(page), 'text spaced out').toBe(0);
    await page.context().close();
  });

  test('a fault would be seen: grey on grey, a field without a name', async () => {
    const page = await journey.open('/');
    await page.evaluate(() => {
      const fault = document.createElement('div');
      fault.innerHTML = '<p id="faint">gris</p><input id="nameless">';
      document.querySelector('main')?.append(fault);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('#faint { color: #8a8a8a; background: #fff }');
      document.adoptedStyleSheets = [sheet];
    });
    const found = (await accessibilityViolations(page)).map((violation) => violation.split(':')[0]);
    expect(found).toEqual(expect.arrayContaining(['color-contrast', 'label']));
    await page.context().close();
  });
});
