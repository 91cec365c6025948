import { type LocalDate, localDateAt } from '../../src/kernel/dates.ts';
import type { Catalogue, DirectoryChange, PublishedPlace } from '../../src/modules/directory/index.ts';
import { mount } from '../../src/modules/opendata/index.ts';
import { buildCommuneReference, type Commune, type PlaceFields } from '../../src/modules/standard/index.ts';
import type { WebApp } from '../../src/platform/html/view.ts';
import { createLogger } from '../../src/platform/log.ts';
import { createWebApp, type WebAppDeps } from '../../src/platform/web/app.ts';
import { aPlace, TUESDAY } from './catalogue.ts';

/** Invented communes: codes and postal codes that exist nowhere. */
const commune = (codeInsee: string, name: string, facts: Partial<Commune>): Commune => ({
  codeInsee,
  name,
  postalCodes: [],
  departement: codeInsee.slice(0, 2),
  region: '84',
  population: 1000,
  former: [],
  ...facts,
});

/** Clairval has one postal code; Grandbourg has two and shares one with Petitbourg. */
export const FICTITIOUS_COMMUNES = buildCommuneReference([
  commune('69901', 'Clairval', { postalCodes: ['69991'], centre: { latitude: 45.7, longitude: 4.5 } }),
  commune('69902', 'Grandbourg', {
    postalCodes: ['69992', '69993'],
    population: 90_000,
    centre: { latitude: 45.76, longitude: 4.86 },
  }),
  commune('69903', 'Petitbourg', { postalCodes: ['69993'], centre: { latitude: 45.77, longitude: 4.88 } }),
]);

/** A place that the national standard accepts; state only what matters to the test. `undefined` removes a field. */
export const fictitiousPlace = (
  fields: PlaceFields = {},
  place: Partial<Omit<PublishedPlace, 'fields'>> = {},
): PublishedPlace =>
  aPlace(
    'pl1',
    {
      name: 'Espace numérique fictif',
      commune: 'Clairval',
      postalCode: '69991',
      codeInsee: '69901',
      address: '1 rue Inventée',
      updatedOn: '2026-10-01' as LocalDate,
      ...fields,
    },
    { provenance: {}, sources: [], ...place },
  );

const FICTITIOUS_SOURCE = {
  name: 'reseau-fictif',
  title: 'Réseau fictif',
  licence: null,
  url: 'https://reseau.example/lieux.csv',
  lastImportAt: TUESDAY,
  records: 3,
};

/** The open-data part of the site over invented places. */
export function openDataApp(
  catalogue: Catalogue | null,
  { changes = [], ...deps }: { changes?: DirectoryChange[] } & Partial<WebAppDeps> = {},
): WebApp {
  return createWebApp({
    config: {
      publicUrl: 'https://maillon.example',
      territoryName: 'Territoire fictif',
      helpPhone: undefined,
    },
    clock: () => TUESDAY,
    log: createLogger('silent'),
    isAdmin: () => false,
    isReady: () => true,
    shell: { pro: [], footer: [] },
    mounts: [
      (app) =>
        mount(app, {
          catalogue: () => catalogue,
          communes: FICTITIOUS_COMMUNES,
          clock: () => TUESDAY,
          changes: async (limit) => changes.slice(0, limit),
          changeDays: async (limit) =>
            changes.slice(0, limit).map(({ at, kind }) => ({ day: localDateAt(at), counts: { [kind]: 1 } })),
          sources: async () => [FICTITIOUS_SOURCE],
        }),
    ],
    ...deps,
  });
}
