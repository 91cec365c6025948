import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSources } from '../../src/modules/directory/index.ts';
import { deliverMessages, type Transports } from '../../src/modules/outbox/index.ts';
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
import { follow } from '../support/follow.ts';
import { openWholeApp, type WholeApp } from '../support/whole-app.ts';

const CSV = [
  'id;nom;adresse;code_postal;commune;telephone;courriels;horaires;services;date_maj',
  '1;Espace Mimosa;1 rue des Essais;69100;Villeurbanne;01 99 00 11 22;accueil@mimosa.example;Mo-Fr 09:00-12:00;Accéder à du matériel;2026-01-05',
].join('\n');

const texts: { to: string; text: string }[] = [];
const transports: Transports = {
  sms: {
    send: async (sms) => {
      texts.push(sms);
      return { ok: true, value: null };
    },
  },
};

let whole: WholeApp;
let id = '';
beforeAll(async () => {
  whole = await openWholeApp(transports);
  await importCsv(CSV);
  const list = (await (await whole.app.request('/api/v1/lieux?ou=Villeurbanne')).json()) as {
    lieux: { id: string }[];
  };
  id = list.lieux[0]!.id;
});
afterAll(() => whole.db.close());

async function importCsv(csv: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'maillon-upkeep-'));
  writeFileSync(join(folder, 'ville.csv'), csv);
  const inputs = await gatherInputs(['ville.csv'], { folder });
  if (!inputs.ok) throw new Error(inputs.refusal.kind);
  const watcher = { onSource: () => undefined, onRows: () => undefined, onRefresh: () => undefined };
  await importSources(
    inputs.value,
    { mode: 'publish', author: 'test', watcher },
    {
      db: whole.db,
      clock: () => new Date(),
      communes: await loadCommunes(findProjectFolder(), null),
      http: createHttpClient({ allowPrivateAddresses: false }),
    },
  );
  await whole.refresh();
}

const PHONE = { viewport: { width: 320, height: 700 } };

/** A small telephone on which no script ever arrives; axe itself needs the engine, so that it is not switched off. */
async function openPlain(journey: Journey, path: string): Promise<Page> {
  const page = await journey.open('/healthz', PHONE);
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(journey.origin() + path);
  return page;
}

async function enter(journey: Journey): Promise<Page> {
  const page = await openPlain(journey, whole.adminLink());
  await follow(page.getByRole('button', { name: 'Entrer' }));
  return page;
}

/** States that no other journey sees: `public-pages.test.ts` looks at those that a public address gives. */
async function expectUsable(page: Page): Promise<void> {
  const where = `${new URL(page.url()).pathname} ${await page.locator('h1').textContent()}`;
  expect([where, await accessibilityViolations(page)]).toEqual([where, []]);
  expect([where, await overflowPixels(page)]).toEqual([where, 0]);
  expect([where, await smallTargets(page)]).toEqual([where, []]);
}
const heading = (page: Page) => page.locator('h1').textContent();
const main = async (page: Page) => (await page.locator('main').textContent())?.replace(/\s+/g, ' ');

describeInBrowser(
  'a record is kept right by those who know the place',
  () => whole.app,
  (journey) => {
    test('whoever sees a mistake reports it, and follows it to its answer, with no account', async () => {
      const page = await openPlain(journey, `/lieux/${id}`);
      await follow(page.getByRole('link', { name: 'Signaler une erreur' }));
      await follow(page.getByRole('button', { name: 'Envoyer' }));
      expect(await page.getByRole('link', { name: 'Choisissez ce qui ne va pas.' }).count()).toBe(1);
      await page.getByLabel('Les horaires sont faux').check();
      await page.getByLabel('Expliquez en quelques mots').fill('C’est fermé le mercredi.');
      await page.getByLabel('Votre e-mail').fill('habitante@courrier.example');
      await follow(page.getByRole('button', { name: 'Envoyer' }));
      expect(await heading(page)).toMatch(/^Votre signalement n°/);
      expect((await whole.app.request(new URL(page.url()).pathname.replace(/.$/, ''))).status).toBe(404);

      const desk = await enter(journey);
      await desk.goto(`${journey.origin()}/gestion/signalements`);
      await expectUsable(desk);
      await follow(desk.getByRole('link', { name: 'Ouvrir le n°' }).first());
      await expectUsable(desk);
      await page.reload();
      expect(await main(page)).toContain('Une personne a lu votre message');
      await follow(desk.getByRole('button', { name: 'la fiche du lieu est corrigée' }));
      expect(await main(desk)).toContain('La réponse est partie');
      await page.reload();
      expect(await main(page)).toContain('la fiche du lieu est corrigée');
      await expectUsable(page);
      await deliverMessages({ db: whole.db, clock: () => new Date(), transports });
      await desk.goto(`${journey.origin()}/gestion/envois`);
      expect(await main(desk)).toContain('habitante@courrier.example');
      await expectUsable(desk);
    });

    test('a place manager corrects the record through the published mailbox; the safest shows at once', async () => {
      const page = await openPlain(journey, `/lieux/${id}`);
      await follow(page.getByRole('link', { name: 'Vous êtes responsable' }));
      expect(await main(page)).toContain('a…l@m…a.example');
      await follow(page.getByRole('button', { name: 'Recevoir le lien' }));
      await expectUsable(page);

      const desk = await enter(journey);
      await deliverMessages({ db: whole.db, clock: () => new Date(), transports });
      await desk.goto(`${journey.origin()}/gestion/envois`);
      const letter = (await desk.locator('.m-lines').allTextContents()).find((text) =>
        text.includes('corriger?lien'),
      )!;
      const [link] = /\/lieux\/\S+/.exec(letter)!;
      await page.goto(journey.origin() + link);
      await page.getByLabel('Téléphone', { exact: true }).fill('04 65 71');
      await follow(page.getByRole('button', { name: 'Voir avant' }));
      expect(await page.locator('[aria-invalid]').count()).toBe(1);
      await page.getByLabel('Téléphone', { exact: true }).fill('04 65 71 00 12');
      await page.getByLabel('Mercredi', { exact: true }).fill('');
      await page.getByLabel('Samedi', { exact: true }).fill('10h-12h30');
      await page.getByLabel('Nom du lieu').fill('Espace Mimosa et Compagnie');
      await follow(page.getByRole('button', { name: 'Voir avant' }));
      expect(await main(page)).toContain('samedi 10h-12h30');
      await follow(page.getByRole('button', { name: 'Enregistrer' }));
      expect(await heading(page)).toContain('Merci');
      await expectUsable(page);

      await page.goto(`${journey.origin()}/lieux/${id}`);
      expect(await heading(page)).toBe('Espace Mimosa');
      await page.getByText('D’où vient chaque information').click();
      expect(await main(page)).toContain('Dit par le responsable du lieu');
      expect(await main(page)).toContain('Informations vérifiées par le responsable du lieu');
      expect(await main(page)).toContain('Appeler le 04 65 71 00 12');
      await expectUsable(page);

      await importCsv(`${CSV}\n2;Médiathèque des Lilas;20 avenue du Modèle;69003;Lyon;;;;;2026-01-05`);
      await desk.goto(`${journey.origin()}/gestion/corrections`);
      await expectUsable(desk);
      await follow(desk.getByRole('button', { name: 'Accepter (Nom du lieu, Espace Mimosa)' }));
      expect(await main(desk)).toContain('La correction est publiée');
      await page.reload();
      expect(await heading(page)).toBe('Espace Mimosa et Compagnie');
      await follow(desk.getByRole('button', { name: 'Annuler tout cet envoi' }).first());
      await page.reload();
      expect(await heading(page)).toBe('Espace Mimosa');
      expect(await main(page)).toContain('Appeler le 01 99 00 11 22');
      await desk.goto(`${journey.origin()}/gestion/lieux/${id}/corriger`);
      await expectUsable(desk);
    });

    test('who forgot to check the record is reminded once, and may say no for ever', async () => {
      const desk = await enter(journey);
      await desk.goto(`${journey.origin()}/gestion/rappels`);
      await expectUsable(desk);
      await follow(desk.getByRole('button', { name: 'Envoyer ces rappels' }));
      expect(await main(desk)).toContain('Messages écrits : 1');
      expect(await desk.getByRole('button', { name: 'Envoyer ces rappels' }).count()).toBe(0);
      await desk.goto(`${journey.origin()}/gestion/envois`);
      const letter = (await desk.locator('.m-lines').allTextContents()).find((text) =>
        text.includes('/rappels/'),
      )!;
      const page = await openPlain(journey, /\/rappels\/\S+/.exec(letter)![0]);
      await follow(page.getByRole('button', { name: 'Ne plus recevoir' }));
      expect(await heading(page)).toContain('C’est fait');
      await expectUsable(page);
    });

    test('a place is sent to a telephone, whose number is not kept', async () => {
      const page = await openPlain(journey, `/lieux/${id}`);
      await follow(page.getByRole('link', { name: 'Envoyer par SMS' }));
      await page.getByLabel('Numéro de portable').fill('01 99 00 11 22');
      await follow(page.getByRole('button', { name: 'Envoyer le SMS' }));
      await page.getByLabel('Numéro de portable').fill('06 39 98 00 11');
      await follow(page.getByRole('button', { name: 'Envoyer le SMS' }));
      expect(await heading(page)).toBe('Le SMS est parti');
      await expectUsable(page);
      await deliverMessages({ db: whole.db, clock: () => new Date(), transports });
      expect(texts.map(({ to }) => to)).toEqual(['+33639980011']);
      const desk = await enter(journey);
      await desk.goto(`${journey.origin()}/gestion/envois`);
      expect(await main(desk)).not.toContain('639980011');
    });
  },
);
