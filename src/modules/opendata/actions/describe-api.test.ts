import { expect, test } from 'vitest';
import { z } from 'zod';
import { aCatalogue } from '../../../../test/support/catalogue.ts';
import { fictitiousPlace, openDataApp } from '../../../../test/support/open-data.ts';
import { STANDARD_FIELDS } from '../../standard/index.ts';
import { LIEUX, PROBLEM } from '../contract/api-schemas.ts';

const app = openDataApp(aCatalogue([fictitiousPlace({ latitude: 45.7, longitude: 4.5 })]));

interface Operation {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; description: string; schema: object }[];
  responses: Record<string, { description: string; content?: Record<string, { schema: { $ref: string } }> }>;
}
const document = async () => (await app.request('/api/v1/openapi.json')).json();

test('the document says which version it follows, where the API is, and under which licence', async () => {
  expect(await document()).toMatchObject({
    openapi: '3.1.0',
    servers: [{ url: 'https://maillon.example' }],
    info: { license: { identifier: 'etalab-2.0' } },
  });
});

test('it describes every route of the API that answers, and no other', async () => {
  const { paths } = await document();
  const mounted = app.routes.filter(
    ({ method, path }) => method === 'GET' && path.startsWith('/api/v1/lieux'),
  );
  expect(Object.keys(paths)).toEqual([
    ...new Set(mounted.map(({ path }) => path.replace(/:(\w+)/g, '{$1}'))),
  ]);
});

test('every parameter of the contract is described with its bounds', async () => {
  const operation: Operation = (await document()).paths['/api/v1/lieux'].get;
  expect(operation.parameters.map(({ name }) => name)).toEqual([
    'ou',
    'lat',
    'lon',
    'rayon',
    'services',
    'page',
    'limite',
  ]);
  expect(operation.parameters.every(({ description }) => description !== '')).toBe(true);
  expect(operation.parameters.at(-1)?.schema).toEqual({
    type: 'integer',
    minimum: 1,
    maximum: 1000,
    default: 20,
  });
});

test('a place has the fields of the standard in the document', async () => {
  const { components } = await document();
  expect(Object.keys(components.schemas.Lieu.properties)).toEqual([...STANDARD_FIELDS]);
});

test('every reference leads somewhere, and every response is described', async () => {
  const whole = await document();
  const text = JSON.stringify(whole);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    expect(whole.components.schemas).toHaveProperty(name!);
  }
  const operations = Object.values(whole.paths).map((path) => (path as { get: Operation }).get);
  for (const { responses } of operations) {
    expect(Object.values(responses).every(({ description }) => description.length > 0)).toBe(true);
  }
});

test('what the API answers is what the document promises', async () => {
  const { components } = await document();
  const promised = (name: string) =>
    z.fromJSONSchema({
      $ref: `#/$defs/${name}`,
      $defs: JSON.parse(JSON.stringify(components.schemas).replaceAll('#/components/schemas/', '#/$defs/')),
    });
  const list = await (await app.request('/api/v1/lieux?ou=Clairval')).json();
  expect(promised('Lieux').safeParse(list).error).toBeUndefined();
  expect(LIEUX.safeParse(list).error).toBeUndefined();
  const problem = await (await app.request('/api/v1/lieux?limite=0')).json();
  expect(promised('Probleme').safeParse(problem).error).toBeUndefined();
  expect(PROBLEM.safeParse({ ...problem, status: 200 }).success).toBe(false);
});
