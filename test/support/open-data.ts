import type { PublishedPlace } from '../../src/modules/directory/index.ts';
import { buildCommuneReference, type Commune, type PlaceFields } from '../../src/modules/standard/index.ts';

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
export function fictitiousPlace(
  fields: { [Key in keyof PlaceFields]?: PlaceFields[Key] | undefined } = {},
  place: Partial<Omit<PublishedPlace, 'fields'>> = {},
): PublishedPlace {
  const filled = {
    name: 'Espace numérique fictif',
    commune: 'Clairval',
    postalCode: '69991',
    codeInsee: '69901',
    address: '1 rue Inventée',
    updatedOn: '2026-10-01',
    ...fields,
  };
  const known = Object.entries(filled).filter(([, value]) => value !== undefined);
  return {
    id: 'pl1',
    fields: Object.fromEntries(known) as PlaceFields,
    provenance: {},
    sources: [],
    missingSince: null,
    createdAt: new Date('2026-10-02T08:00:00Z'),
    updatedAt: new Date('2026-10-03T08:00:00Z'),
    ...place,
  };
}
