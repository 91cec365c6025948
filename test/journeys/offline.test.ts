import { expect, test } from 'vitest';
import {
  accessibilityViolations,
  describeInBrowser,
  overflowPixels,
  smallTargets,
} from '../support/browser.ts';
import { follow, followByKey } from '../support/follow.ts';
import { publicApp } from '../support/web.ts';

const PHONE = { viewport: { width: 320, height: 700 } };
const LIST = '/lieux?ou=Vaulx-en-Velin';

describeInBrowser('a phone without network', publicApp, (journey) => {
  test('keeps nothing before a press, then searches and shows the places of the département alone', async () => {
    const page = await journey.open(LIST, PHONE);
    const context = page.context();
    const keep = page.getByRole('button', { name: 'Garder ces lieux' });
    await keep.waitFor();
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
    await keep.click();
    await page.getByText('Gardés dans ce téléphone le 24 novembre 2026').waitFor();

    await context.setOffline(true);
    await page.goto(`${journey.origin()}/`);
    await page.locator('main input[name=mots]').fill('Vaulx-en-Velin');
    await followByKey(page);
    const notice = await page.locator('main > .m-answer').textContent();
    expect(notice?.replaceAll('\u00a0', ' ')).toContain(
      'gardés dans ce téléphone le 24 novembre 2026 : Rhône',
    );
    expect(await page.locator('.m-places > li').count()).toBe(20);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await overflowPixels(page)).toBe(0);

    await follow(page.getByRole('link', { name: /^Espace numérique/ }));
    expect(new URL(page.url()).pathname).toBe('/lieux/trois-saules');
    expect(await page.locator('h1').textContent()).toContain('Espace numérique');
    expect(await page.locator('.m-hours').count()).toBe(1);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Atkinson');

    await page.goto(`${journey.origin()}/donnees-ouvertes`);
    expect(await page.locator('h1').textContent()).toContain('Cette page a besoin du réseau');
    expect((await page.goto(`${journey.origin()}/lieux/ferme`))?.status()).toBe(410);

    await context.setOffline(false);
    await page.goto(journey.origin() + LIST);
    expect(await page.locator('main > .m-answer').count()).toBe(0);
    await page.getByRole('button', { name: 'Effacer de ce téléphone' }).click();
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    await context.close();
  });

  test('says « en principe » of what it cannot check, shows again a place visited, and erases all from the notice on data', async () => {
    const page = await journey.open(LIST, PHONE);
    await page.getByRole('button', { name: 'Garder ces lieux' }).click();
    await page.getByText('Gardés dans ce téléphone').waitFor();
    await page.goto(`${journey.origin()}/lieux/trois-saules`);
    await page.context().setOffline(true);
    await page.reload();
    expect(await page.locator('main > .m-answer h2').textContent()).toBe('Pas de réseau');
    expect(await page.locator('.m-answer-a').last().textContent()).toMatch(/En principe ouvert|Fermé|Non/);

    await page.goto(`${journey.origin()}/vos-donnees`);
    await page.getByText('Cet appareil garde des lieux.').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Effacer de ce téléphone' }).click();
    await page.getByText('Cet appareil ne garde plus rien.').waitFor();
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
    await page.context().close();
  });
});
