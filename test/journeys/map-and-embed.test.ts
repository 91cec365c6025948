import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accessibilityViolations,
  describeInBrowser,
  overflowPixels,
  smallTargets,
} from '../support/browser.ts';
import { aCatalogue, aPlace } from '../support/catalogue.ts';
import { follow, followByKey } from '../support/follow.ts';
import { finderMount, publicApp } from '../support/web.ts';

/** More places than a map numbers, each a little further. */
const MANY = Array.from({ length: 60 }, (_, rank) =>
  aPlace(`bron-${rank}`, { latitude: 45.733 + rank / 2000, longitude: 4.91 }),
);

/** The smallest PNG: one grey point, which Leaflet stretches over a tile. */
const TILE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGM4AQAAzADL/fF5UQAAAABJRU5ErkJggg==',
  'base64',
);
const ATTRIBUTION = '© Fond fictif';
const DESK = { viewport: { width: 1280, height: 800 } };
const WITHOUT_SCRIPTS = { viewport: { width: 320, height: 700 }, javaScriptEnabled: false };

let tiles: Server;
let tileUrl = '';
let referers: (string | undefined)[] = [];
beforeAll(async () => {
  tiles = createServer((request, response) => {
    referers.push(request.headers.referer);
    response.writeHead(200, { 'content-type': 'image/png' }).end(TILE);
  });
  await new Promise<void>((done) => tiles.listen(0, '127.0.0.1', done));
  tileUrl = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}/{z}/{x}/{y}.png`;
});
afterAll(() => {
  tiles.closeAllConnections();
  tiles.close();
});

const withTiles = () => publicApp({}, { tileUrl, attribution: ATTRIBUTION });

describeInBrowser('a map beside the list', withTiles, (journey) => {
  test('by keyboard alone: from the list to a marker, its place, and back to its row', async () => {
    referers = [];
    const page = await journey.open('/lieux?ou=Vaulx-en-Velin', DESK);
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Refused/.test(message.text())) refused.push(message.text());
    });
    await followByKey(page.getByRole('link', { name: 'Voir sur une carte' }));
    await page.locator('.leaflet-tile-loaded').first().waitFor();
    expect(await page.locator('.leaflet-control-attribution').textContent()).toContain(ATTRIBUTION);
    expect(referers.every((referer) => referer === undefined)).toBe(true);

    const placed = await page.locator('.m-places > li[data-lat]').count();
    const markers = page.locator('.m-marker');
    expect(await markers.count()).toBe(placed);
    expect(await page.locator('.m-marker[tabindex="0"]').count()).toBe(1);
    await markers.first().focus();
    await page.keyboard.press('ArrowRight');
    const second = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const row = page.locator('.m-places > li[data-lat]').nth(1);
    expect(second).toContain(await row.locator('h2 > a').textContent());

    await page.keyboard.press('Enter');
    await page.locator('.m-popup').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe(await row.locator('h2 > a').textContent());
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe(`#${await row.getAttribute('id')}`);

    await page.getByRole('button', { name: /Montrer.*Espace numérique des Trois/ }).click();
    expect(await page.locator('.m-popup').textContent()).toContain('Ouvert, jusqu’à 18');
    await page.keyboard.press('Escape');
    expect(await page.locator('.m-popup').count()).toBe(0);
    expect(refused).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityViolations(page)).toEqual([]);
    }
    expect(await smallTargets(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await overflowPixels(page)).toBe(0);
    await page.context().close();
  });

  test('without scripts the page is the list; other pages may show no image of another site', async () => {
    const page = await journey.open('/lieux/carte?ou=Vaulx-en-Velin', WITHOUT_SCRIPTS);
    expect(await page.locator('.m-places > li').count()).toBe(36);
    expect(await page.locator('.m-map').isVisible()).toBe(false);
    expect(await page.getByText('La liste dit la même chose').isVisible()).toBe(true);
    const policyOf = async (path: string) =>
      (await page.request.get(journey.origin() + path)).headers()['content-security-policy'];
    const origin = new URL(tileUrl).origin;
    expect(await policyOf('/lieux/carte?ou=Bron')).toContain(`img-src 'self' data: ${origin};`);
    expect(await policyOf('/lieux?ou=Bron')).not.toContain(origin);
    await page.context().close();
  });
});

describeInBrowser(
  'a map of many places, whose background does not come',
  () => publicApp({ mounts: [finderMount(aCatalogue(MANY))] }),
  (journey) => {
    test('the closest are numbered, the others are points that their buttons open; words say that the ground is missing', async () => {
      const page = await journey.open('/lieux/carte?ou=Bron', DESK);
      await page.getByText('Le fond de la carte ne vient pas').waitFor();
      expect(await page.locator('.m-marker').count()).toBe(50);
      await page.getByText('Les 50 premiers lieux ont un numéro').waitFor();
      const last = page.locator('.m-places > li').last();
      await last.getByRole('button', { name: 'Montrer sur la carte' }).focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('.m-popup a').first().textContent()).toBe(
        await last.locator('h2 > a').textContent(),
      );
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
        'Montrer sur la carte',
      );
      await page.context().close();
    });
  },
);

describeInBrowser(
  'the list on the site of a town hall',
  () => publicApp(),
  (journey) => {
    let site: Server;
    let siteUrl = '';
    beforeAll(async () => {
      site = createServer((_, response) => {
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(
            `<html lang="fr"><title>Mairie</title><main><h1>Mairie</h1><iframe src="${journey.origin()}/integrer/liste?ou=Vaulx-en-Velin&couleur=ffc93c" title="Lieux" width="400" height="500"></iframe><script async src="${journey.origin()}/integrer/maillon.js"></script><maillon-lieux ou="Vaulx-en-Velin" besoin="demarche"><a href="#">Voir</a></maillon-lieux></main></html>`,
          );
      });
      await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
      siteUrl = `http://localhost:${(site.address() as AddressInfo).port}`;
    });
    afterAll(() => {
      site.closeAllConnections();
      site.close();
    });

    test('the code is given without scripts; the frame and the element show places on another site', async () => {
      const maker = await journey.open('/integrer', WITHOUT_SCRIPTS);
      await maker.getByLabel('Ville').fill('Vaulx-en-Velin');
      await follow(maker.getByRole('button', { name: 'Préparer le code' }));
      expect(await maker.locator('#cadre').textContent()).toContain(
        `<iframe src="${journey.origin()}/integrer/liste?ou=Vaulx-en-Velin`,
      );
      expect(await maker.locator('#element').textContent()).toContain('<maillon-lieux ou="Vaulx-en-Velin"');
      expect(await overflowPixels(maker)).toBe(0);
      const frame = maker.frameLocator('.m-preview');
      expect(await frame.locator('.m-places > li').count()).toBe(10);
      await maker.context().close();

      const page = await journey.open('/integrer?ou=Bron', DESK);
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.goto(siteUrl);
      const element = page.locator('maillon-lieux');
      await element.locator('li').first().waitFor();
      expect(await element.locator('h2').textContent()).toMatch(/lieux pour faire une démarche/);
      expect(await element.locator('li a').first().getAttribute('href')).toMatch(/\/lieux\/[\w-]+$/);
      const shown = page.frameLocator('iframe');
      await shown.getByLabel('Besoin').selectOption('demarche');
      await shown.getByRole('button', { name: 'Voir les lieux' }).click();
      await shown.getByRole('heading', { name: /pour faire une démarche/ }).waitFor();
      expect(await page.context().cookies()).toEqual([]);
      await page.goto(`${journey.origin()}/integrer/liste?ou=Bron&couleur=ffc93c`);
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.context().close();
    });
  },
);
