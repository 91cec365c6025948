import { type DescribeRouteOptions, generateSpecs, resolver } from 'hono-openapi';
import { z } from 'zod';
import type { WebApp } from '../../../platform/html/view.ts';
import { LIEU, LIEUX, LIST_PARAMETERS, PROBLEM } from '../contract/api-schemas.ts';
import { API_WORDS } from '../contract/api-words.ts';

export type ApiDocument = Awaited<ReturnType<typeof generateSpecs>>;

/** Grows with each change that a client could notice. */
const API_VERSION = '1.0.0';

const words = API_WORDS.fr;

/** The OpenAPI 3.1 document of the routes that this application really mounted. */
export const describeApi = (app: WebApp, publicUrl: string): Promise<ApiDocument> =>
  generateSpecs(app, {
    documentation: {
      info: {
        title: `Maillon : ${words.title}`,
        version: API_VERSION,
        description: words.about,
        license: { name: words.licence, identifier: 'etalab-2.0' },
      },
      servers: [{ url: publicUrl }],
      tags: [{ name: 'lieux', description: words.tag }],
    },
  });

const json = (schema: z.ZodType) => ({
  description: words.responses[200],
  headers: { ETag: { description: words.headers.ETag, schema: { type: 'string' as const } } },
  content: { 'application/json': { schema: resolver(schema) } },
});
const unchanged = { description: words.responses[304] };
const problem = (status: 400 | 404 | 410 | 503) => ({
  description: words.responses[status],
  content: { 'application/problem+json': { schema: resolver(PROBLEM) } },
});

/** The schemas that check the parameters also describe them. */
const queryParameters = Object.entries(LIST_PARAMETERS).map(([name, parameter]) => {
  const { $schema, description, ...schema } = z.toJSONSchema(parameter, { io: 'input' });
  return {
    in: 'query' as const,
    name,
    required: false,
    description: description ?? '',
    schema: schema as object,
  };
});

export const LIST_DESCRIPTION: DescribeRouteOptions = {
  operationId: 'chercherLieux',
  tags: ['lieux'],
  ...words.operations.chercherLieux,
  parameters: queryParameters,
  responses: { 200: json(LIEUX), 304: unchanged, 400: problem(400), 503: problem(503) },
};

export const READ_DESCRIPTION: DescribeRouteOptions = {
  operationId: 'lireLieu',
  tags: ['lieux'],
  ...words.operations.lireLieu,
  parameters: [
    { in: 'path', name: 'id', required: true, description: words.parameters.id, schema: { type: 'string' } },
  ],
  responses: {
    200: json(LIEU),
    301: {
      description: words.responses[301],
      headers: { Location: { description: words.headers.Location, schema: { type: 'string' } } },
    },
    304: unchanged,
    404: problem(404),
    410: problem(410),
    503: problem(503),
  },
};
