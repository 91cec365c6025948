import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { importProgressPage } from '../../src/modules/sources/pages/import-progress.tsx';
import { describeInBrowser, type Journey } from '../support/browser.ts';
import { TUESDAY } from '../support/catalogue.ts';
import { follow, followByKey } from '../support/follow.ts';
import { expectUsable } from '../support/usable.ts';
import { publicApp } from '../support/web.ts';
import { openWholeApp, type WholeApp } from '../support/whole-app.ts';

const HEADER = 'id;nom du lieu;adresse;code postal;commune;telephone;tarif';
const LINES = [
  '1;Espace Mimosa;1 rue des Essais;69100;Villeurbanne;01 99 00 11 22;gratuit',
  '2;Médiathèque des Lilas;20 avenue du Modèle;69003;Lyon;04657;tarif maison',
  '3;MAISON DES TILLEULS;21 chemin du Prototype;69500;Bron;01 99 00 11 24;gratuit',
  '4;;4 impasse sans Nom;69500;Bron;;',
];
/** A name of its own for each test: they share one directory. */
const csv = (name: string, ...lines: string[]) => ({
  name: `${name}.csv`,
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADER, ...lines].join('\n')),
});

let whole: WholeApp;
beforeAll(async () => {
  whole = await openWholeApp();
});
afterAll(() => whole.db.close());

/** A page inside the management pages: the administrator link is used as a person uses it. */
async function enter(journey: Journey, options?: BrowserContextOptions): Promise<Page> {
  const page = await journey.open(whole.adminLink(), options);
  await follow(page.getByRole('button', { name: 'Entrer' }));
  await page.goto(`${journey.origin()}/gestion/sources`);
  return page;
}

async function send(page: Page, file: ReturnType<typeof csv>, source?: string): Promise<void> {
  await page.goto(new URL('/gestion/sources', page.url()).href);
  await page.getByLabel('Fichier', { exact: true }).setInputFiles(file);
  if (source) await page.locator('#source-fichier').selectOption(source);
  await follow(page.getByRole('button', { name: 'Lire ce fichier' }));
  await ended(page.locator('.m-count').first());
}

/** What a work ends with: a slow machine shows its progress first, on a page of its own. */
const ended = (end: Locator): Promise<void> => end.waitFor({ timeout: 60_000 });

/** The figures of the page, in order. */
const figures = (page: Page): Promise<number[]> =>
  page
    .locator('.m-count dd')
    .allTextContents()
    .then((texts) => texts.map((text) => (text === 'aucune' ? 0 : Number(text.replaceAll(/\s/g, '')))));

describeInBrowser(
  'the pages of sources',
  () => whole.app,
  (journey) => {
    test('are closed to whoever has no session', async () => {
      for (const path of ['/gestion/sources', '/gestion/imports/1', '/gestion/imports/1/rapport.csv']) {
        const answer = await fetch(journey.origin() + path);
        expect(answer.status, path).toBe(403);
      }
      const posted = await fetch(`${journey.origin()}/gestion/imports/1/publier`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
      });
      expect(posted.status).toBe(403);
    });

    test('take a messy file to published places, without scripts and by keyboard, and say what happens', async () => {
      const page = await enter(journey, { javaScriptEnabled: false });
      await send(page, csv('sans-script', ...LINES));
      expect(await page.locator('h1').textContent()).toContain('sans-script.csv');
      const [read, ...parts] = await figures(page);
      expect(read).toBe(4);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(read);
      expect(await page.getByText('Rien n’est publié avant votre accord.').count()).toBe(1);
      expect((await whole.app.request('/api/v1/lieux?ou=Bron')).status).toBe(200);

      await page.getByLabel(/La colonne telephone devient/).selectOption('');
      await followByKey(page.getByRole('button', { name: 'Enregistrer et contrôler de nouveau' }));
      await ended(page.getByRole('status').filter({ hasText: 'La correspondance est enregistrée' }));
      expect(await page.locator('mark', { hasText: '04657' }).count()).toBe(0);

      await followByKey(page.getByRole('button', { name: 'Publier ces lieux' }));
      await ended(page.getByText('Ces lieux sont publiés'));
      expect(await page.getByText(/Nouveaux lieux\s: 3/).count()).toBe(1);
      const found = (await (await whole.app.request('/api/v1/lieux?ou=Bron')).json()) as { total: number };
      expect(found.total).toBeGreaterThan(0);
      await page.context().close();
    });

    test('say what a text of the file becomes, and publish what the person chose', async () => {
      const page = await enter(journey);
      await send(page, csv('tarifs', ...LINES));
      await page.locator('summary', { hasText: 'tarif' }).click();
      await page.getByLabel('Le texte tarif maison devient').selectOption('Gratuit sous condition');
      await follow(page.getByRole('button', { name: 'Enregistrer et contrôler de nouveau' }));
      await ended(page.getByText('La correspondance est enregistrée'));
      await page.locator('summary', { hasText: 'tarif' }).click();
      expect(await page.getByLabel('Le texte tarif maison devient').inputValue()).toBe(
        'Gratuit sous condition',
      );
      expect(await page.getByLabel('Le texte gratuit devient').inputValue()).toBe('Gratuit');
      await page.context().close();
    });

    test('give the report as a file that spreadsheets open, in which nothing is a formula', async () => {
      const page = await enter(journey);
      await send(page, csv('formules', ...LINES, '5;=1+1;5 rue du Calcul;69500;Bron;@SOMME(A1);'));
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Télécharger le rapport (CSV)' }).click();
      const stream = await (await download).createReadStream();
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString('utf8');
      expect(text.startsWith('\ufeffLigne;Colonne;Information;Valeur lue;Décision;')).toBe(true);
      expect(text).not.toMatch(/(?:^|;)[=@+]/m);
      await page.context().close();
    });

    test('refuse a file that is no table on the same page, with the sentence at the field and nothing lost', async () => {
      const page = await enter(journey);
      await page.getByLabel('Fichier', { exact: true }).setInputFiles({
        name: 'photo.png',
        mimeType: 'image/png',
        buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
      });
      await page.locator('#nom-fichier').fill('Réseau des Mésanges');
      await follow(page.getByRole('button', { name: 'Lire ce fichier' }));
      const summary = page.locator('.ds-error-summary');
      await ended(summary);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('ds-error-summary');
      expect(await summary.textContent()).toContain('Ce fichier n’est pas un tableau');
      expect(await page.locator('#fichier-erreur').textContent()).toContain(
        'Ce fichier n’est pas un tableau',
      );
      expect(await page.locator('#fichier').getAttribute('aria-invalid')).toBe('true');
      expect(await page.locator('#nom-fichier').inputValue()).toBe('Réseau des Mésanges');
      await expectUsable(page, 'refused');
      await page.context().close();
    });

    test('publish once: the second press and a cancelled import are answered politely', async () => {
      const page = await enter(journey);
      await send(page, csv('une-fois', ...LINES, '6;Espace Twice;6 rue Double;69500;Bron;;'));
      const twin = await page.context().newPage();
      await twin.goto(page.url());
      await follow(page.getByRole('button', { name: 'Publier ces lieux' }));
      await ended(page.getByText('Ces lieux sont publiés'));
      await follow(twin.getByRole('button', { name: 'Publier ces lieux' }));
      await ended(twin.getByText('Cet import est déjà publié. Rien n’a changé.'));

      await send(page, csv('annulé', ...LINES, '7;Espace Perdu;7 rue Finie;69500;Bron;;'));
      await twin.goto(page.url());
      await follow(page.getByRole('button', { name: 'Annuler cet import' }));
      expect(
        await page.getByText('Rien n’a été publié. Pour recommencer, envoyez le fichier à nouveau.').count(),
      ).toBe(1);
      await expectUsable(page, 'cancelled');
      await follow(twin.getByRole('button', { name: 'Publier ces lieux' }));
      await ended(twin.getByText('Cet import est annulé. Il ne peut plus être publié.'));
      await page.context().close();
    });

    test('say that work was interrupted when the program was stopped before its end', async () => {
      const page = await enter(journey);
      const answer = await page.goto(`${journey.origin()}/gestion/imports/en-cours/perdu-1`);
      expect(answer?.status()).toBe(404);
      expect(await page.locator('.m-answer').textContent()).toContain('Ce travail s’est interrompu');
      await expectUsable(page, 'interrupted');
      await page.context().close();
    });

    test('are usable by all in every state, from the empty list to a source that lost places', async () => {
      // Names of columns and texts as nested files give them: long, without a space to break at.
      const nested = csv('imbriqué', ...LINES.map((line) => `${line};sur-place|à-distance|en-autonomie`));
      const head = `${HEADER};properties.mediation.accompagnement.modalites_detaillees`;
      nested.buffer = Buffer.from(String(nested.buffer).replace(HEADER, head));
      const page = await enter(journey);
      await expectUsable(page, 'list');
      await follow(page.getByRole('button', { name: 'Lire ce fichier' }));
      await ended(page.locator('#fichier-erreur', { hasText: 'Choisissez un fichier' }));
      await expectUsable(page, 'nothing-chosen');
      await send(page, nested);
      await expectUsable(page, 'held');
      await follow(page.getByRole('button', { name: 'Publier ces lieux' }));
      await ended(page.getByText('Ces lieux sont publiés'));
      await expectUsable(page, 'published');

      const [first, second] = [LINES[0]!, LINES[1]!];
      await send(page, csv('deux-lieux', first, second));
      await follow(page.getByRole('button', { name: 'Publier ces lieux' }));
      await ended(page.getByText('Ces lieux sont publiés'));
      await send(page, csv('deux-lieux', first), 'deux-lieux');
      const older = page.url();
      await send(page, csv('deux-lieux', first, LINES[2]!), 'deux-lieux');
      await follow(page.getByRole('button', { name: 'Publier ces lieux' }));
      await ended(page.getByText(/Lieux qui ne sont plus dans la source\s: 1/));
      await page.goto(older);
      expect(await page.getByRole('button', { name: 'Publier ces lieux' }).count()).toBe(0);
      await expectUsable(page, 'out-of-date');

      await page.goto(`${journey.origin()}/gestion/sources/deux-lieux`);
      expect(await page.getByText('Médiathèque des Lilas').count()).toBe(1);
      expect(await page.getByText('Remplacé').count()).toBe(1);
      await expectUsable(page, 'source');
      await page.goto(`${journey.origin()}/gestion/sources?lang=en`);
      await expectUsable(page, 'list-in-English');
      await page.context().close();
    }, 240_000);

    test('give a mapping as a file that the command line takes back', async () => {
      const page = await enter(journey);
      await send(page, csv('carte', ...LINES));
      await page.goto(`${journey.origin()}/gestion/sources/carte`);
      const link = await page
        .getByRole('link', { name: 'Télécharger la version 1 (JSON)' })
        .getAttribute('href');
      const answer = await page.context().request.get(journey.origin() + link);
      expect(answer.headers()['content-disposition']).toContain('attachment');
      expect(JSON.parse(await answer.text())).toMatchObject({
        fields: { nom: { columns: ['nom du lieu'] } },
      });
      await page.context().close();
    });
  },
);

describeInBrowser(
  'a source at an address',
  () => whole.app,
  (journey) => {
    let producer: Server;
    const WELL = { status: 200, body: [HEADER, ...LINES].join('\n'), until: Promise.resolve() };
    let answer = WELL;
    let address = '';
    beforeAll(async () => {
      producer = createServer(async (_, response) => {
        await answer.until;
        response.writeHead(answer.status, { 'content-type': 'text/csv' }).end(answer.body);
      });
      await new Promise<void>((done) => producer.listen(0, '127.0.0.1', done));
      address = `http://127.0.0.1:${(producer.address() as AddressInfo).port}/lieux.csv`;
    });
    beforeEach(() => {
      answer = WELL;
    });
    afterAll(() => producer.close());

    test('is read, held, and kept so that it can be read again', async () => {
      const page = await enter(journey);
      await page.getByText('Lire un fichier à une adresse internet').click();
      await page.getByLabel('Adresse du fichier').fill(address);
      await page.locator('#nom-adresse').fill('Producteur inventé');
      await follow(page.getByRole('button', { name: 'Lire cette adresse' }));
      await ended(page.locator('.m-count').first());
      expect((await figures(page))[0]).toBe(4);
      await follow(page.getByRole('link', { name: 'Producteur inventé' }));
      await follow(page.getByRole('button', { name: 'Lire de nouveau à son adresse' }));
      await ended(page.locator('.m-count').first());
      expect(await page.getByRole('link', { name: 'Producteur inventé' }).count()).toBe(1);
      await page.context().close();
    });

    test('that answers wrongly is refused with what to do, and the address stays written', async () => {
      answer = { ...WELL, status: 404 };
      const page = await enter(journey);
      await page.getByText('Lire un fichier à une adresse internet').click();
      await page.getByLabel('Adresse du fichier').fill(address);
      await follow(page.getByRole('button', { name: 'Lire cette adresse' }));
      await ended(page.locator('#adresse-erreur', { hasText: 'Il n’y a rien à cette adresse' }));
      expect(await page.getByLabel('Adresse du fichier').inputValue()).toBe(address);
      await page.context().close();
    });

    test.each([
      ['with scripts', true],
      ['without scripts', false],
    ])(
      'that is slow shows where the work is, then leads to what was read (%s)',
      async (_, javaScriptEnabled) => {
        let release = (): void => undefined;
        const until = new Promise<void>((done) => {
          release = done;
        });
        answer = { ...WELL, until };
        const slow = `${address}?scripts=${javaScriptEnabled}`;
        const page = await enter(journey, { javaScriptEnabled });
        await page.locator('summary', { hasText: 'adresse internet' }).click();
        await page.getByLabel('Adresse du fichier').fill(slow);
        await follow(page.getByRole('button', { name: 'Lire cette adresse' }));
        expect(await page.getByRole('status').textContent()).toContain('téléchargement du fichier');
        const work = page.url();
        await page.goto(`${journey.origin()}/gestion/sources`);
        await follow(page.getByRole('link', { name: `En cours : ${slow}` }));
        expect(page.url()).toBe(work);
        release();
        await ended(page.locator('.m-count').first());
        expect((await figures(page))[0]).toBe(4);
        await page.context().close();
      },
    );

    test('never names a file of the server: only internet addresses are read', async () => {
      const page = await enter(journey);
      await page.getByText('Lire un fichier à une adresse internet').click();
      for (const typed of ['/etc/passwd', 'file:///etc/passwd', 'lieux.csv', '']) {
        await page.getByLabel('Adresse du fichier').fill(typed);
        await follow(page.getByRole('button', { name: 'Lire cette adresse' }));
        await ended(page.locator('#adresse-erreur', { hasText: 'https://' }));
      }
      await page.context().close();
    });
  },
);

/** A page of progress as a long reading shows it, half way. */
function progressApp() {
  const progress = {
    step: 'checking',
    done: 305,
    total: 412,
    since: new Date(TUESDAY.getTime() - 30_500),
  } as const;
  return publicApp({
    mounts: [
      (app) =>
        app.get('/progres', (c) =>
          c.html(
            importProgressPage(c.get('view'), {
              id: 'abc-1',
              title: 'carto-exemple.csv',
              progress,
              isStill: c.req.query('fixe') === 'oui',
            }),
          ),
        ),
    ],
  });
}

describeInBrowser('the page of a long reading', progressApp, (journey) => {
  test('tells the step, the rows checked and the time left', async () => {
    const page = await journey.open('/progres');
    const main = ((await page.locator('main').textContent()) ?? '').replaceAll(/\s/g, ' ');
    expect(main).toContain('Étape 3 sur 5 : contrôle des valeurs');
    expect(main).toContain('305 lignes contrôlées sur 412. Encore environ 15 secondes.');
    expect(main).toContain('Vous pouvez quitter cette page.');
    await expectUsable(page, 'progress');
    await page.context().close();
  });

  test('loads itself again only without scripts, and stays still when asked', async () => {
    const [moving, still] = await Promise.all(
      ['/progres', '/progres?fixe=oui'].map(async (path) => (await fetch(journey.origin() + path)).text()),
    );
    expect(moving).toMatch(/<noscript><meta http-equiv="refresh" content="2"\s*\/?><\/noscript>/);
    expect(still).not.toContain('http-equiv="refresh"');
    expect(still).not.toContain('<script');
  });
});
