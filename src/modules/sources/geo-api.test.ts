import { expect, test } from 'vitest';
import { serve } from '../../../test/support/local-server.ts';
import { createHttpClient } from '../../platform/http-client.ts';
import { fetchCommunes } from './geo-api.ts';

const http = createHttpClient({ allowPrivateAddresses: true, maxAttempts: 1 });

const COMMUNE = {
  nom: 'Saint-Étienne',
  code: '42218',
  codesPostaux: ['42000', '42100', '42230'],
  centre: { type: 'Point', coordinates: [4.3878, 45.4339] },
  population: 172_569,
  codeDepartement: '42',
  codeRegion: '84',
  epci: { code: '244200770', nom: 'Saint-Etienne Métropole' },
};
const ARRONDISSEMENT = {
  nom: 'Lyon 3e Arrondissement',
  code: '69383',
  codesPostaux: ['69003'],
  centre: { type: 'Point', coordinates: [4.8695, 45.7528] },
  population: 102_725,
  codeDepartement: '69',
  codeRegion: '84',
};

/** Replays the documented contract of geo.api.gouv.fr. */
const serveCommunes = (byType: Record<string, unknown>) =>
  serve(({ url }, response) => {
    const { pathname, searchParams } = new URL(url!, 'http://localhost');
    const isKnown = pathname === '/communes' && searchParams.get('fields')?.includes('centre');
    response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(byType[searchParams.get('type') ?? '']));
  });

test('communes and arrondissements come with their centre, postal codes and EPCI', async () => {
  const address = await serveCommunes({
    'commune-actuelle': [COMMUNE],
    'arrondissement-municipal': [ARRONDISSEMENT],
  });
  expect(await fetchCommunes(http, address)).toEqual({
    ok: true,
    value: [
      {
        codeInsee: '42218',
        name: 'Saint-Étienne',
        postalCodes: ['42000', '42100', '42230'],
        departement: '42',
        region: '84',
        population: 172_569,
        epciCode: '244200770',
        epciName: 'Saint-Etienne Métropole',
        centre: { latitude: 45.4339, longitude: 4.3878 },
        former: [],
      },
      {
        codeInsee: '69383',
        name: 'Lyon 3e Arrondissement',
        postalCodes: ['69003'],
        departement: '69',
        region: '84',
        population: 102_725,
        centre: { latitude: 45.7528, longitude: 4.8695 },
        former: [],
        arrondissementOf: '69123',
      },
    ],
  });
});

test('a commune without centre, population or EPCI is kept', async () => {
  const bare = { nom: 'Île fictive', code: '97801' };
  const address = await serveCommunes({
    'commune-actuelle': [bare],
    'arrondissement-municipal': [ARRONDISSEMENT],
  });
  const communes = await fetchCommunes(http, `${address}/`);
  expect(communes.ok && communes.value[0]).toEqual({
    codeInsee: '97801',
    name: 'Île fictive',
    postalCodes: [],
    departement: '',
    region: '',
    population: 0,
    former: [],
  });
});

test('an answer that is not a list of communes is refused whole', async () => {
  for (const answer of [[], {}, [{ nom: 'Sans code' }], [{ ...COMMUNE, code: '4221' }]]) {
    const address = await serveCommunes({ 'commune-actuelle': answer });
    expect(await fetchCommunes(http, address)).toEqual({ ok: false, refusal: { kind: 'unexpected-answer' } });
  }
});

test('a failing service is said so', async () => {
  const address = await serve((_request, response) => response.writeHead(500).end());
  expect(await fetchCommunes(http, address)).toEqual({
    ok: false,
    refusal: { kind: 'http-error', status: 500 },
  });
});
