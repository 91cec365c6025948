import {
  buildCommuneReference,
  type Commune,
  type CommuneReference,
} from '../../src/modules/standard/index.ts';

interface Known extends Partial<Commune> {
  /** Latitude, then longitude. */
  at: [number, number];
}

const commune = (codeInsee: string, name: string, { at, ...more }: Known): Commune => ({
  codeInsee,
  name,
  postalCodes: [],
  departement: codeInsee.slice(0, codeInsee.startsWith('9') ? 3 : 2),
  region: '84',
  population: 10_000,
  centre: { latitude: at[0], longitude: at[1] },
  former: [],
  ...more,
});

/** A handful of real communes: enough for every clue, merger and arrondissement. */
export const SMALL_REFERENCE: CommuneReference = buildCommuneReference([
  commune('69029', 'Bron', { postalCodes: ['69500'], at: [45.7344, 4.9118] }),
  commune('69199', 'Saint-Fons', { postalCodes: ['69190'], at: [45.7013, 4.8531] }),
  commune('69266', 'Villeurbanne', { postalCodes: ['69100'], at: [45.7719, 4.8902], population: 150_000 }),
  commune('69259', 'Vénissieux', { postalCodes: ['69200'], at: [45.7032, 4.8817] }),
  commune('69123', 'Lyon', { at: [45.758, 4.835], postalCodes: ['69001', '69003'], population: 500_000 }),
  commune('69383', 'Lyon 3e Arrondissement', {
    postalCodes: ['69003'],
    at: [45.7537, 4.8698],
    arrondissementOf: '69123',
  }),
  commune('01004', 'Ambérieu-en-Bugey', { postalCodes: ['01500'], at: [45.9608, 5.3728] }),
  commune('01025', 'Bâgé-Dommartin', {
    postalCodes: ['01380'],
    at: [46.3237, 4.9609],
    former: [{ codeInsee: '01144', name: 'Dommartin' }],
  }),
  commune('33063', 'Bordeaux', { postalCodes: ['33000'], at: [44.8624, -0.5848], population: 250_000 }),
  commune('49007', 'Angers', { postalCodes: ['49000'], at: [47.4761, -0.5561], population: 150_000 }),
  commune('98818', 'Nouméa', { postalCodes: ['98800'], at: [-22.2758, 166.458] }),
]);
