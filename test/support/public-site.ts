import { randomBytes } from 'node:crypto';
import { SHELL } from '../../src/entrypoints/shell.ts';
import { localDateAt } from '../../src/kernel/dates.ts';
import { ok } from '../../src/kernel/result.ts';
import { mount as mountOpenData } from '../../src/modules/opendata/index.ts';
import { deliverMessages } from '../../src/modules/outbox/index.ts';
import { fileReport } from '../../src/modules/upkeep/actions/file-report.ts';
import { digestOf, sealOptOut, sealPass } from '../../src/modules/upkeep/domain/seal.ts';
import { mount as mountUpkeep } from '../../src/modules/upkeep/index.ts';
import { mountPublic as mountPass } from '../../src/modules/vouchers/routes/public.ts';
import type { Database } from '../../src/platform/db/database.ts';
import type { WebApp } from '../../src/platform/html/view.ts';
import { createSigner } from '../../src/platform/signature.ts';
import { answerError } from '../../src/platform/web/app.ts';
import { allCommunes, TUESDAY } from './catalogue.ts';
import { openTestDatabase } from './database.ts';
import { demoCatalogue } from './demo-places.ts';
import { finderMount, publicApp } from './web.ts';

const HOUR_MS = 3_600_000;

export interface PublicSite {
  app: WebApp;
  db: Database;
  /** Sends the text messages that wait, and gives them. */
  deliverTexts: () => Promise<{ to: string; text: string }[]>;
  /** Addresses that only a letter gives. */
  letters: { correction: string; followUp: string; optOut: string };
}

/** The pages of what cannot be asked for on purpose: `/panne/busy`. */
const showFailures = (to: WebApp): void => {
  for (const kind of ['busy', 'needsNetwork', 'broken'] as const)
    to.get(`/panne/${kind}`, (c) => answerError(c, 503, kind));
};

/** Everything that is open to all, over the fictitious places at a fixed instant. */
export async function openPublicSite({ canText = true } = {}): Promise<PublicSite> {
  const db = await openTestDatabase();
  const catalogue = demoCatalogue();
  const clock = () => TUESDAY;
  const signer = createSigner('une clé de test, longue comme il faut');
  const deps = { db, clock, randomBytes, signer, publicUrl: 'http://maillon.example' };
  const unlimited = { waitSeconds: () => 0, waitSecondsOf: () => 0, lockedSecondsOf: () => 0 };
  const app = publicApp({
    shell: SHELL,
    mounts: [
      (to) =>
        mountOpenData(to, {
          clock,
          catalogue: () => catalogue,
          communes: allCommunes(),
          changes: async () => [],
          changeDays: async () => [{ day: localDateAt(TUESDAY), counts: { created: 3, updated: 1 } }],
          sources: async () => [
            {
              name: 'annuaire-fictif',
              title: 'Annuaire fictif',
              licence: null,
              url: 'https://annuaire.example/lieux.csv',
              lastImportAt: TUESDAY,
              records: 39,
            },
          ],
        }),
      (to) =>
        mountUpkeep(to, {
          ...deps,
          catalogue: () => catalogue,
          onCorrected: async () => undefined,
          who: () => ({ author: 'administration', isNamed: false, hasAccount: false }),
          canText,
          remindAfterMonths: 6,
          limits: { reports: unlimited, links: unlimited, texts: unlimited },
        }),
      (to) => mountPass(to, { db, clock, communes: allCommunes(), placeOf: () => null }),
      finderMount(catalogue, { canText }),
      showFailures,
    ],
  });
  const said = { kind: 'hours', words: '', email: null, phone: null } as const;
  const { token } = await fileReport({ placeId: 'trois-saules', said, lang: 'fr' }, deps);
  const expiresAt = new Date(TUESDAY.getTime() + HOUR_MS);
  const pass = sealPass({ placeId: 'trois-saules', linkId: 'l1', expiresAt }, signer.sign);
  const optOut = sealOptOut(digestOf('accueil@fictif.example', signer.sign), signer.sign);
  return {
    app,
    db,
    deliverTexts: async () => {
      const texts: { to: string; text: string }[] = [];
      const send = async (text: { to: string; text: string }) => {
        texts.push(text);
        return ok(null);
      };
      await deliverMessages({ db, clock, transports: { sms: { send } } });
      return texts;
    },
    letters: {
      correction: `/lieux/trois-saules/corriger?lien=${encodeURIComponent(pass)}`,
      followUp: `/signalements/${token}`,
      optOut: `/rappels/${optOut}`,
    },
  };
}
