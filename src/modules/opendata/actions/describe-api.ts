import { type DescribeRouteOptions, generateSpecs, resolver } from 'hono-openapi';
import { z } from 'zod';
import type { WebApp } from '../../../platform/html/view.ts';
import { LIEU, LIEUX, LIST_PARAMETERS, PROBLEM } from '../contract/api-schemas.ts';

export type ApiDocument = Awaited<ReturnType<typeof generateSpecs>>;

/** Grows with each change that a client could notice. */
const API_VERSION = '1.0.0';

/** The OpenAPI 3.1 document of the routes that this application really mounted. */
export const describeApi = (app: WebApp, publicUrl: string): Promise<ApiDocument> =>
  generateSpecs(app, {
    documentation: {
      info: {
        title: 'Maillon : les lieux de médiation numérique',
        version: API_VERSION,
        description:
          'Les lieux publiés dans l’annuaire, aux champs du standard national 1.0.2. Lecture libre, sans clé, depuis n’importe quel site.',
        license: { name: 'Licence Ouverte 2.0', identifier: 'etalab-2.0' },
      },
      servers: [{ url: publicUrl }],
      tags: [{ name: 'lieux', description: 'Chercher des lieux, lire un lieu.' }],
    },
  });

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: resolver(PROBLEM) } },
});

const versionHeaders = {
  ETag: { description: 'Version de la réponse, à renvoyer dans If-None-Match.', schema: { type: 'string' } },
} as const;
const unchanged = { description: 'Rien n’a changé depuis la version que vous avez.' };

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
  summary: 'Chercher des lieux',
  description:
    'Sans paramètre : tous les lieux, dans l’ordre de leurs identifiants. Avec un point ou une commune : du plus proche au plus lointain. L’ordre ne change pas d’une page à l’autre.',
  parameters: queryParameters,
  responses: {
    200: { description: 'Une page de lieux.', headers: versionHeaders, content: json(LIEUX) },
    304: unchanged,
    400: problem('Un paramètre est inconnu ou mal écrit : le détail dit lequel.'),
    503: problem('Le service démarre : réessayez dans quelques secondes.'),
  },
};

export const READ_DESCRIPTION: DescribeRouteOptions = {
  operationId: 'lireLieu',
  tags: ['lieux'],
  summary: 'Lire un lieu',
  description: 'Un identifiant ne change jamais. Après une fusion, l’ancien redirige vers celui qui reste.',
  parameters: [
    {
      in: 'path',
      name: 'id',
      required: true,
      description: 'Identifiant du lieu dans Maillon.',
      schema: { type: 'string' },
    },
  ],
  responses: {
    200: { description: 'Le lieu.', headers: versionHeaders, content: json(LIEU) },
    301: {
      description: 'Ce lieu a été réuni avec un autre : suivez l’adresse donnée.',
      headers: { Location: { description: 'Adresse du lieu qui reste.', schema: { type: 'string' } } },
    },
    304: unchanged,
    404: problem('Aucun lieu ne porte cet identifiant.'),
    410: problem('Ce lieu a fermé.'),
    503: problem('Le service démarre : réessayez dans quelques secondes.'),
  },
};
