import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, type Journey } from '../support/browser.ts';
import { follow } from '../support/follow.ts';
import { importFiles } from '../support/imports.ts';
import { expectUsable } from '../support/usable.ts';
import { openWholeApp, type WholeApp } from '../support/whole-app.ts';

const CSV = [
  'id;nom;adresse;code_postal;commune;telephone;services;date_maj',
  '1;Espace Mimosa;1 rue des Essais;69100;Villeurbanne;01 99 00 11 22;Accéder à du matériel;2026-01-05',
  '2;Médiathèque des Lilas;20 avenue du Modèle;69003;Lyon;01 99 00 11 23;;2026-01-05',
].join('\n');

let whole: WholeApp;
beforeAll(async () => {
  whole = await openWholeApp();
  const folder = mkdtempSync(join(tmpdir(), 'maillon-gestion-'));
  writeFileSync(join(folder, 'ville.csv'), CSV);
  await importFiles(whole.db, ['ville.csv'], { folder, clock: () => new Date('2026-11-23T09:00:00Z') });
  await whole.refresh();
});
afterAll(() => whole.db.close());

async function enter(journey: Journey, options?: BrowserContextOptions): Promise<Page> {
  const page = await journey.open(whole.adminLink(), options);
  await follow(page.getByRole('button', { name: 'Entrer' }));
  return page;
}

describeInBrowser(
  'the management pages of the directory',
  () => whole.app,
  (journey) => {
    test('without a link, every management page is closed, known or not', async () => {
      for (const path of [
        '/gestion',
        '/gestion/lieux',
        '/gestion/lieux/x',
        '/gestion/sources',
        '/gestion/nulle-part',
      ]) {
        const answer = await whole.app.request(path);
        expect([path, answer.status]).toEqual([path, 403]);
      }
      const page = await journey.open('/gestion');
      expect(await page.locator('h1').textContent()).toContain('réservée');
      await expectUsable(page, 'closed');
    });

    test('a link opens the management pages once', async () => {
      const link = whole.adminLink();
      const page = await journey.open(link);
      await expectUsable(page, 'entrance');
      await follow(page.getByRole('button', { name: 'Entrer' }));
      expect(new URL(page.url()).pathname).toBe('/gestion');
      const other = await journey.open(link);
      await follow(other.getByRole('button', { name: 'Entrer' }));
      expect(await other.locator('main').textContent()).toContain('déjà servi');
    });

    test('the dashboard, the list and a place can be used by all, without JavaScript', async () => {
      const page = await enter(journey);
      await expectUsable(page, 'dashboard');
      expect(await page.locator('.m-count').textContent()).toContain('Lieux publiés2');
      await page.goto(`${journey.origin()}/gestion/lieux?q=introuvable`);
      await expectUsable(page, 'places-none');
      const plain = await enter(journey, { javaScriptEnabled: false });
      await follow(plain.getByRole('link', { name: 'Voir les lieux' }));
      await plain.getByLabel('Nom, commune').fill('lyon');
      await follow(plain.getByRole('button', { name: 'Chercher' }));
      expect(await plain.getByRole('status').textContent()).toMatch(/^1/);
      await page.goto(plain.url());
      await expectUsable(page, 'places-found');
    });

    test('a removed place answers that it closed, and comes back at the same address', async () => {
      const page = await enter(journey);
      await page.goto(`${journey.origin()}/gestion/lieux?q=mimosa`);
      await follow(page.getByRole('link', { name: 'Espace Mimosa' }));
      const id = new URL(page.url()).pathname.split('/').at(-1);
      await expectUsable(page, 'place');
      await follow(page.getByRole('button', { name: 'Retirer ce lieu' }));
      expect(await page.getByRole('status').textContent()).toContain('retiré');
      await expectUsable(page, 'removed');
      expect((await whole.app.request(`/lieux/${id}`)).status).toBe(410);
      expect((await whole.app.request(`/api/v1/lieux/${id}`)).status).toBe(410);
      await follow(page.getByRole('button', { name: 'Rétablir ce lieu' }));
      expect((await whole.app.request(`/lieux/${id}`)).status).toBe(200);
    });

    test('a form sent from another site changes nothing', async () => {
      const answer = await whole.app.request('/gestion/entrer', {
        method: 'POST',
        headers: { origin: 'https://ailleurs.example' },
      });
      expect(answer.status).toBe(403);
    });
  },
);
