import type { BrowserContextOptions, Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refreshDecided } from '../../src/modules/directory/index.ts';
import { openReviewDesk, recordDecision, withdrawLatest } from '../../src/modules/matching/index.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { describeInBrowser, type Journey } from '../support/browser.ts';
import { follow, followByKey } from '../support/follow.ts';
import { importFiles } from '../support/imports.ts';
import { expectUsable } from '../support/usable.ts';
import { openWholeApp, type WholeApp } from '../support/whole-app.ts';

let whole: WholeApp;
const desk = openReviewDesk();
const deps = () => ({ db: whole.db, clock: () => new Date(), desk });
beforeAll(async () => {
  whole = await openWholeApp();
  await importFiles(whole.db, ['demo'], { folder: findProjectFolder() });
}, 120_000);
afterAll(() => whole.db.close());
/** Every test starts with no decision, whatever the order. */
beforeEach(async () => {
  for (const author of ['administration', 'test']) while ((await withdrawLatest(author, deps())).ok);
  await refreshDecided(deps());
});

type Session = Exclude<BrowserContextOptions['storageState'], string | undefined>;
let session: Session | undefined;

/** The link is used once; the session it opens serves every other test. */
async function enter(journey: Journey, options: BrowserContextOptions = {}): Promise<Page> {
  if (session === undefined) {
    const entrance = await journey.open(whole.adminLink());
    await follow(entrance.getByRole('button', { name: 'Entrer' }));
    session = await entrance.context().storageState();
    await entrance.context().close();
  }
  return journey.open('/gestion/doublons', { ...options, storageState: session });
}

/** Answers, without the pages, what the engine says of its first pairs. */
async function decideAll(count: number): Promise<void> {
  const { live } = await desk.open(whole.db);
  for (const { a, b, verdict } of live.candidates.slice(0, count))
    await recordDecision({ record: a, others: [b], verdict, reason: '', author: 'test' }, deps());
  await refreshDecided(deps());
}

/** Says « I do not know » of every pair that waits. */
async function passOverAll(): Promise<void> {
  for (const { a, b } of (await desk.open(whole.db)).queue())
    await recordDecision({ record: a, others: [b], verdict: 'unknown', reason: '', author: 'test' }, deps());
}

/** The two names compared, and how many pairs wait. */
const pairShown = (page: Page): Promise<string[]> =>
  page.locator('.m-pair tbody tr:first-child td').allTextContents();
const waiting = async (page: Page): Promise<number> => {
  const [count] = ((await page.locator('.m-review-head p').textContent()) ?? '').split(/\spaires?\s/);
  return count === 'Une' ? 1 : Number(count?.replaceAll(/\s/g, ''));
};

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
      await followByKey(page, 'Digit3');
      expect(await page.getByRole('status').textContent()).toContain('lieux différents');
      expect(await pairShown(page)).not.toEqual(first);
      expect(await waiting(page)).toBeLessThan(count);
      await followByKey(page, 'z');
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
      await followByKey(page.getByRole('button', { name: 'Lieux liés' }));
      await follow(page.getByRole('link', { name: 'Toutes les décisions' }));
      const row = page.locator('tbody tr').first();
      expect(await row.textContent()).toContain('Deux accueils dans le même bâtiment');
      expect(await row.textContent()).toContain(first[0]);
      await follow(row.getByRole('button', { name: /Annuler la décision/ }));
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
      await expectUsable(page, 'place');
      await follow(page.getByRole('link', { name: /Pourquoi elle est ici/ }).first());
      expect(await page.locator('li.m-wf-total').count()).toBe(1);
      await page.goBack();
      await followByKey(page.getByRole('button', { name: /Ce n’est pas le même lieu/ }).first());
      expect(await countPlaces()).toBe(places + 1);
      await page.goto(`${journey.origin()}/gestion/doublons/decisions`);
      await follow(page.getByRole('button', { name: /Annuler la décision/ }).first());
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

    test('signs decisions with the name that the person gave, and forgets it when asked', async () => {
      const page = await enter(journey, { javaScriptEnabled: false });
      await page.getByText('Qui décide ?').click();
      await page.getByLabel('Votre nom ou vos initiales').fill(' Amina  B. ');
      await follow(page.getByRole('button', { name: 'Garder ce nom' }));
      expect(await page.getByText(/Vous décidez sous le nom «\sAmina B\.\s»\./).count()).toBe(1);
      await follow(page.getByRole('button', { name: 'Je ne sais pas' }));
      await follow(page.getByRole('link', { name: 'Toutes les décisions' }));
      expect(await page.locator('tbody tr').first().textContent()).toContain('Amina B.');
      await follow(page.getByRole('link', { name: 'Doublons à revoir' }));
      await follow(page.getByRole('button', { name: /Annuler la dernière/ }));
      await follow(page.getByRole('button', { name: 'Ce n’est pas moi' }));
      expect(await page.getByText('Qui décide ?').count()).toBe(1);
      await page.context().close();
    });

    test('is usable by all in every state, from the first pair to the last', async () => {
      const page = await enter(journey);
      await expectUsable(page, 'pair');
      await follow(page.getByRole('button', { name: 'Je ne sais pas' }));
      await follow(page.getByRole('link', { name: 'Toutes les décisions' }));
      await expectUsable(page, 'decisions');
      await follow(page.locator('tbody a.ds-link').first());
      await expectUsable(page, 'decided-pair');
      await page.goto(`${journey.origin()}/gestion/doublons?lang=en`);
      await expectUsable(page, 'pair-in-English');
      await passOverAll();
      await page.goto(`${journey.origin()}/gestion/doublons?lang=fr`);
      expect(await page.locator('h1').textContent()).toBe('Aucune paire à revoir');
      await expectUsable(page, 'empty');
      await page.context().close();
    });

    test('learns from decisions when asked, says what would change, and changes it once agreed to', async () => {
      const page = await enter(journey);
      await follow(page.getByRole('link', { name: 'Ce que la comparaison a appris' }));
      expect(await page.getByText(/Il manque encore\s: 50\sdécisions/).count()).toBe(1);
      await expectUsable(page, 'weights-none');
      await decideAll(70);
      await page.reload();
      await follow(page.getByRole('button', { name: 'Apprendre de ces décisions' }));
      expect(await page.getByText(/\slieux?\s(?:ne\s)?changerai/).count()).toBe(1);
      await expectUsable(page, 'weights-learnt');
      await follow(page.getByRole('button', { name: 'Mettre en service' }));
      expect(await page.getByText(/La version\s\d+ est en service/).count()).toBe(1);
      await expectUsable(page, 'weights-used');
      await follow(page.getByRole('link', { name: 'Revenir aux réglages d’origine' }));
      await follow(page.getByRole('button', { name: 'Mettre en service' }));
      expect(await page.getByText('Les réglages d’origine sont en service.').count()).toBe(1);
      await page.context().close();
    });

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
