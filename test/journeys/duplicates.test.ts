import { resolve } from 'node:path';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { importSources, refreshDecided } from '../../src/modules/directory/index.ts';
import { openReviewDesk, withdrawLatest } from '../../src/modules/matching/index.ts';
import { gatherInputs, loadCommunes } from '../../src/modules/sources/index.ts';
import { createHttpClient } from '../../src/platform/http-client.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import {
  accessibilityViolations,
  describeInBrowser,
  type Journey,
  overflowPixels,
  smallTargets,
} from '../support/browser.ts';
import { openWholeApp, type WholeApp } from '../support/whole-app.ts';

const SCREENS = [
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;
const SHOTS = process.env.SCREENSHOTS;
const silent = { onSource: () => undefined, onRows: () => undefined, onRefresh: () => undefined };

let whole: WholeApp;
beforeAll(async () => {
  whole = await openWholeApp();
  const inputs = await gatherInputs(['demo'], { folder: findProjectFolder() });
  if (!inputs.ok) throw new Error(inputs.refusal.kind);
  const deps = {
    db: whole.db,
    clock: () => new Date(),
    communes: await loadCommunes(findProjectFolder(), null),
    http: createHttpClient({ allowPrivateAddresses: true, maxAttempts: 1 }),
  };
  await importSources(inputs.value, { mode: 'publish', author: 'test', watcher: silent }, deps);
}, 120_000);
afterAll(() => whole.db.close());
/** Every test starts with no decision, whatever the order. */
beforeEach(async () => {
  const deps = { db: whole.db, clock: () => new Date() };
  while ((await withdrawLatest('administration', deps)).ok);
  await refreshDecided({ ...deps, desk: openReviewDesk() });
});

async function enter(journey: Journey, options?: BrowserContextOptions): Promise<Page> {
  const page = await journey.open(whole.adminLink(), options);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.goto(`${journey.origin()}/gestion/doublons`);
  return page;
}

/** The two names compared, and how many pairs wait. */
const pairShown = (page: Page): Promise<string[]> =>
  page.locator('.m-pair tbody tr:first-child td').allTextContents();
const waiting = async (page: Page): Promise<number> => {
  const [count] = ((await page.locator('.m-review-head p').textContent()) ?? '').split(/\spaires?\s/);
  return count === 'Une' ? 1 : Number(count?.replaceAll(/\s/g, ''));
};

async function checkState(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  for (const { width, colorScheme } of SCREENS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const screen = `${name} ${width} ${colorScheme}`;
    if (SHOTS)
      await page.screenshot({ path: resolve(SHOTS, `${screen.replaceAll(' ', '-')}.png`), fullPage: true });
    expect(await accessibilityViolations(page), screen).toEqual([]);
    expect(await overflowPixels(page), screen).toBe(0);
    expect(await smallTargets(page), screen).toEqual([]);
  }
  expect(await page.locator('h1').count(), name).toBe(1);
  expect(await page.locator('.ds-button:visible:not([data-variant])').count(), name).toBeLessThanOrEqual(1);
}

describeInBrowser(
  'the review of duplicates',
  () => whole.app,
  (journey) => {
    test('is closed to whoever has no session', async () => {
      for (const path of ['', '/paire', '/fiche', '/decisions'])
        expect((await fetch(`${journey.origin()}/gestion/doublons${path}`)).status, path).toBe(403);
      for (const path of ['/gestion/doublons', '/gestion/doublons/annuler', '/gestion/lieux/x/separer']) {
        const headers = { 'sec-fetch-site': 'same-origin' };
        const answer = await fetch(journey.origin() + path, { method: 'POST', headers });
        expect(answer.status, path).toBe(403);
      }
    });

    test('is done with keys alone: an answer brings the next pair, Z brings it back', async () => {
      const page = await enter(journey);
      const [first, count] = [await pairShown(page), await waiting(page)];
      await page.keyboard.press('Digit3');
      await page.waitForURL(/fait=distinct/);
      expect(await page.getByRole('status').textContent()).toContain('lieux différents');
      expect(await pairShown(page)).not.toEqual(first);
      expect(await waiting(page)).toBeLessThan(count);
      await page.keyboard.press('z');
      await page.waitForURL(/fait=undone/);
      expect(await pairShown(page)).toEqual(first);
      expect(await waiting(page)).toBe(count);
      await page.context().close();
    });

    test('leaves keys to fields, and can turn them off for good', async () => {
      const page = await enter(journey);
      const first = await pairShown(page);
      await page.getByText('Ajouter une raison').click();
      await page.getByLabel('Raison').fill('');
      await page.keyboard.type('1234 zone');
      expect(await page.getByLabel('Raison').inputValue()).toBe('1234 zone');
      await page.getByLabel(/Répondre avec les touches/).uncheck();
      await page.reload();
      await page.keyboard.press('Digit1');
      await page.waitForTimeout(300);
      expect(await pairShown(page)).toEqual(first);
      expect(page.url()).not.toContain('fait=');
      await page.getByLabel(/Répondre avec les touches/).check();
      await page.context().close();
    });

    test('needs no script, keeps the reason, and tells each decision, which can be undone at any time', async () => {
      const page = await enter(journey, { javaScriptEnabled: false });
      const [first] = [await pairShown(page)];
      expect(await page.getByLabel(/Répondre avec les touches/).isVisible()).toBe(false);
      await page.getByText('Ajouter une raison').click();
      await page.getByLabel('Raison').fill('Deux accueils dans le même bâtiment');
      await page.getByRole('button', { name: 'Lieux liés' }).press('Enter');
      await page.waitForURL(/fait=linked/);
      await page.getByRole('link', { name: 'Toutes les décisions' }).click();
      const row = page.locator('tbody tr').first();
      expect(await row.textContent()).toContain('Deux accueils dans le même bâtiment');
      expect(await row.textContent()).toContain(first[0]);
      await row.getByRole('button', { name: /Annuler la décision/ }).click();
      await page.waitForURL(/fait=undone/);
      expect(await page.locator('tbody tr').first().textContent()).toContain('Annulation');
      await page.goto(`${journey.origin()}/gestion/doublons`);
      expect(await pairShown(page)).toEqual(first);
      await page.context().close();
    });

    test('says why, in bars, in a sentence and in a table that agree', async () => {
      const page = await enter(journey);
      const bits = async (selector: string) =>
        (await page.locator(selector).allTextContents()).map((text) =>
          Number(text.replaceAll(/[\s+]/g, '').replace('–', '-').replace(',', '.')),
        );
      const steps = await bits('.m-wf > li:not(.m-wf-total) .m-wf-bits');
      const [total] = await bits('li.m-wf-total .m-wf-bits');
      expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(total ?? Number.NaN, 1);
      await page.locator('summary', { hasText: 'Les mêmes preuves en tableau' }).click();
      expect(await bits('.m-table tbody td:last-child')).toEqual(steps.slice(1));
      expect(await page.locator('.m-wf-bar').count()).toBe(steps.length + 1);
      await page.context().close();
    });

    test('lets one record leave a place, and come back, from the page of the place', async () => {
      const page = await enter(journey);
      const places = await countPlaces();
      const joined = await joinedPlace();
      await page.goto(`${journey.origin()}/gestion/lieux/${joined}`);
      await checkState(page, 'place');
      await page
        .getByRole('link', { name: /Pourquoi elle est ici/ })
        .first()
        .click();
      expect(await page.locator('li.m-wf-total').count()).toBe(1);
      await page.goBack();
      await page
        .getByRole('button', { name: /Ce n’est pas le même lieu/ })
        .first()
        .press('Enter');
      await page.waitForURL(/fait=separated/);
      expect(await countPlaces()).toBe(places + 1);
      await page.goto(`${journey.origin()}/gestion/doublons/decisions`);
      await page
        .getByRole('button', { name: /Annuler la décision/ })
        .first()
        .click();
      await page.waitForURL(/fait=undone/);
      expect(await countPlaces()).toBe(places);
      await page.context().close();
    });

    test('keeps the answers in view on a phone, under two columns', async () => {
      const page = await enter(journey, {
        viewport: { width: 360, height: 640 },
        hasTouch: true,
        isMobile: true,
      });
      const bar = await page.locator('.m-verdicts').boundingBox();
      expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(641);
      const [a, b] = await page.locator('.m-pair tbody tr:first-child td').all();
      expect((await a?.boundingBox())?.y).toBe((await b?.boundingBox())?.y);
      expect(await page.locator('kbd').first().isVisible()).toBe(false);
      await page.context().close();
    });

    test('is usable by all in every state, from the first pair to the last', async () => {
      const page = await enter(journey);
      await checkState(page, 'pair');
      await page.getByRole('button', { name: 'Je ne sais pas' }).click();
      await page.waitForURL(/fait=unknown/);
      await checkState(page, 'decided');
      await page.getByRole('link', { name: 'Toutes les décisions' }).click();
      await checkState(page, 'decisions');
      await page.locator('tbody a.ds-link').first().click();
      await checkState(page, 'decided-pair');
      await page.goto(`${journey.origin()}/gestion/doublons?lang=en`);
      await checkState(page, 'pair-in-English');
      await page.goto(`${journey.origin()}/gestion/doublons?lang=fr`);
      for (let answers = 0; (await page.locator('.m-verdicts').count()) > 0; answers += 1) {
        expect(answers).toBeLessThan(1000);
        await page.getByRole('button', { name: 'Je ne sais pas' }).click();
        await page.waitForLoadState();
      }
      expect(await page.locator('h1').textContent()).toBe('Aucune paire à revoir');
      await checkState(page, 'empty');
      await page.context().close();
    }, 240_000);

    async function countPlaces(): Promise<number> {
      const answer = await fetch(`${journey.origin()}/api/v1/lieux?limite=1`);
      return ((await answer.json()) as { total: number }).total;
    }

    /** A place that several records describe. */
    async function joinedPlace(): Promise<string> {
      const [row] = await whole.db.rows<{ place_id: string }>(
        sql`select place_id from directory.place_record group by place_id having count(*) > 1 order by place_id limit 1`,
      );
      return row!.place_id;
    }
  },
);
