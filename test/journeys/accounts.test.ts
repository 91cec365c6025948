import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { follow, followByKey } from '../support/follow.ts';
import { signedIn } from '../support/signed-in.ts';
import { expectUsable } from '../support/usable.ts';
import { openWholeApp, type WholeApp } from '../support/whole-app.ts';

let whole: WholeApp;
beforeAll(async () => {
  whole = await openWholeApp();
});
afterAll(() => whole.db.close());

/** An old telephone that runs no script. */
const OLD_PHONE: BrowserContextOptions = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false };

/** Where the last letter to this address leads. */
async function linkTo(address: string): Promise<string> {
  const [row] = await whole.db.rows<{ body: string }>(
    sql`select body from outbox.message where recipient = ${address} order by created_at desc, id limit 1`,
  );
  return /^\/\S+$/m.exec(row?.body ?? '')![0];
}

/** By the keyboard alone: the page that answers is there. */
const send = (page: Page, name: string | RegExp): Promise<void> =>
  followByKey(page.getByRole('button', { name }));

/** What the application for codes shows, having been given the key by hand. */
async function codeFrom(page: Page): Promise<string> {
  const typed = (await page.locator('p.m-key').textContent())!;
  return createOTP(Uint8Array.from(base32.decode(typed.replaceAll(' ', '')))).totp();
}

describeInBrowser(
  'accounts',
  () => whole.app,
  (journey) => {
    test('whoever installs the program invites an organisation, by keyboard', async () => {
      const page = await journey.open(whole.adminLink());
      await send(page, 'Entrer');
      await follow(page.getByRole('link', { name: 'Accès' }));
      await page.getByLabel('Nom de l’organisation').fill('Centre social inventé');
      await page.getByLabel('Ce qu’elle est').selectOption('structure');
      await page.getByLabel('SIRET').fill('12345678901234');
      await send(page, 'Ajouter');
      await expectUsable(page, 'access-fault');
      await page.getByLabel('SIRET').fill('43493312300029');
      await send(page, 'Ajouter');
      await page.getByLabel('Son adresse e-mail').fill('ana@invente.example');
      await page.getByLabel('Gérer la structure et ses paiements').check();
      await send(page, 'Envoyer l’invitation');
      expect(await page.locator('.m-lines').textContent()).toBe(
        journey.origin() + (await linkTo('ana@invente.example')),
      );
      await expectUsable(page, 'people');
      for (const [path, name] of [
        ['/gestion/journal', 'journal'],
        ['/gestion/registre', 'register'],
      ] as const) {
        await page.goto(journey.origin() + path);
        await expectUsable(page, name);
      }
      await page.context().close();
    });

    test('the person accepts, signs in and prepares their telephone, without script, on a small screen', async () => {
      const email = 'dina@invente.example';
      const organisation = { kind: 'structure', name: 'Centre social inventé' } as const;
      const owner = await signedIn(whole, { organisation, roles: ['owner'], name: 'Éli' });
      await whole.app.request(`/espace/${owner.organisationId}/personnes/inviter`, {
        method: 'POST',
        headers: { cookie: owner.cookie, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ email, roles: 'place-manager' }),
      });
      const page = await journey.open(await linkTo(email), OLD_PHONE);
      await page.getByLabel('Votre nom').fill('Dina Inventée');
      await follow(page.getByRole('button', { name: 'Accepter l’invitation' }));
      expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('Centre social inventé');
      await page.goto(`${journey.origin()}/compte/code`);
      // Nobody proved the mailbox yet: the link may have been handed over.
      await follow(page.getByRole('button', { name: 'Recevoir un lien' }));
      await page.goto(journey.origin() + (await linkTo(email)));
      await follow(page.getByRole('button', { name: 'Entrer' }));
      await follow(page.getByRole('button', { name: 'Préparer mon téléphone' }));
      await page.getByLabel(/Tapez le code/).fill(await codeFrom(page));
      await follow(page.getByRole('button', { name: 'Vérifier' }));
      expect(await page.locator('ol.m-key li').count()).toBe(8);
      await follow(page.getByRole('link', { name: 'Continuer' }));
      await page.goto(`${journey.origin()}/compte`);
      await follow(page.getByRole('button', { name: 'Se déconnecter' }));
      await page.goto(`${journey.origin()}/compte`);
      expect(await page.locator('h1').textContent()).toContain('Entrer');
      await page.context().close();
    });

    test('every page of an account can be used by all', async () => {
      const email = 'bao@invente.example';
      const organisation = { kind: 'collectivite', name: 'Ville inventée' } as const;
      const { cookie } = await signedIn(whole, {
        organisation,
        roles: ['owner'],
        name: 'Bao Inventé',
        email,
      });
      await whole.db.rows(sql`update access.person set email_verified = true where email = ${email}`);
      const page = await journey.open('/connexion');
      await expectUsable(page, 'sign-in');
      await page.getByLabel('Votre adresse e-mail').fill('pas une adresse');
      await send(page, 'Recevoir un lien');
      await expectUsable(page, 'sign-in-fault');
      await page.getByLabel('Votre adresse e-mail').fill(email);
      await send(page, 'Recevoir un lien');
      await expectUsable(page, 'sign-in-sent');
      const [name = '', value = ''] = cookie.split(/=(.*)/s);
      await page.context().addCookies([{ name, value, url: journey.origin() }]);
      for (const [path, shot] of [
        ['/espace', 'space'],
        ['/compte', 'account'],
      ] as const) {
        await page.goto(journey.origin() + path);
        await expectUsable(page, shot);
      }
      await page.goto(`${journey.origin()}/compte/code`);
      await send(page, 'Préparer mon téléphone');
      await expectUsable(page, 'code-square');
      await page.getByLabel(/Tapez le code/).fill(await codeFrom(page));
      await send(page, 'Vérifier');
      await expectUsable(page, 'code-paper');
      await page.context().close();
    });

    test('a device that keeps keys opens the account by itself', async () => {
      const organisation = { kind: 'financeur', name: 'Caisse inventée' } as const;
      const email = 'chloe@invente.example';
      const { cookie } = await signedIn(whole, { organisation, roles: ['funder'], name: 'Chloé', email });
      await whole.db.rows(sql`update access.person set email_verified = true where email = ${email}`);
      // Keys belong to a name, which an address in figures is not.
      const origin = journey.origin().replace('127.0.0.1', 'localhost');
      const page = await journey.open('/healthz');
      const device = await page.context().newCDPSession(page);
      await device.send('WebAuthn.enable');
      await device.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      const [name = '', value = ''] = cookie.split(/=(.*)/s);
      await page.context().addCookies([{ name, value, url: origin }]);
      await page.goto(`${origin}/compte`);
      await page.getByRole('button', { name: 'Ajouter cet appareil' }).press('Enter');
      await page.getByText('Cet appareil ouvre maintenant votre compte.').waitFor();
      await page.context().clearCookies();
      await page.goto(`${origin}/connexion?retour=/compte`);
      await send(page, 'Entrer avec cet appareil');
      expect(await page.getByLabel('Votre nom').inputValue()).toBe('Chloé');
      await send(page, /^Retirer/);
      await page.context().clearCookies();
      await page.goto(`${origin}/connexion`);
      await page.getByRole('button', { name: 'Entrer avec cet appareil' }).press('Enter');
      await page.getByText('Cet appareil n’ouvre aucun compte ici.').waitFor();
      await page.context().close();
    });
  },
);
