import { z } from 'zod';
import {
  FIELD_LABELS,
  SERVICES,
  STANDARD_CONSTRAINTS,
  STANDARD_FIELDS,
  type StandardField,
} from '../../standard/index.ts';
import { API_WORDS } from './api-words.ts';

/** Bounds of one answer. The whole directory is better fetched as a file of `/donnees-ouvertes`. */
const PAGE_SIZE = { usual: 20, most: 1000 };
/** Half the Earth: farther than any place can be. */
const FARTHEST_METRES = 20_100_000;

const words = API_WORDS.fr;

/** The parameters of the list: each is checked by the schema that documents it. An empty one counts as absent. */
export const LIST_PARAMETERS = {
  ou: z.string().max(200).describe(words.parameters.ou),
  lat: z.coerce.number().min(-90).max(90).describe(words.parameters.lat),
  lon: z.coerce.number().min(-180).max(180).describe(words.parameters.lon),
  rayon: z.coerce.number().positive().max(FARTHEST_METRES).describe(words.parameters.rayon),
  services: z
    .string()
    .describe(words.parameters.services)
    .meta({ examples: [SERVICES[0]] }),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1).describe(words.parameters.page),
  limite: z.coerce
    .number()
    .int()
    .min(1)
    .max(PAGE_SIZE.most)
    .default(PAGE_SIZE.usual)
    .describe(words.parameters.limite),
} as const;

export type ParameterName = keyof typeof LIST_PARAMETERS;
export const PARAMETER_NAMES = Object.keys(LIST_PARAMETERS) as ParameterName[];

export const LIST_QUERY = z.object({
  ...LIST_PARAMETERS,
  ou: LIST_PARAMETERS.ou.optional(),
  lat: LIST_PARAMETERS.lat.optional(),
  lon: LIST_PARAMETERS.lon.optional(),
  rayon: LIST_PARAMETERS.rayon.optional(),
  services: LIST_PARAMETERS.services.optional(),
});
export type ListQuery = z.infer<typeof LIST_QUERY>;

function fieldSchema(field: StandardField): z.ZodType {
  const { type, pattern, maxLength, isRequired } = STANDARD_CONSTRAINTS[field];
  const description = FIELD_LABELS[field].fr;
  if (type === 'number') return z.number().describe(description).optional();
  const text = pattern ? z.string().regex(pattern) : z.string();
  const bounded = (maxLength ? text.max(maxLength) : text).meta({
    description,
    ...(type === 'date' ? { format: 'date' } : {}),
  });
  const isAlwaysKnown = isRequired && (field === 'id' || field === 'pivot');
  return isAlwaysKnown ? bounded : bounded.optional();
}

const PLACE_FIELDS = Object.fromEntries(STANDARD_FIELDS.map((field) => [field, fieldSchema(field)]));
const named = (name: keyof typeof words.schemas) => ({ ref: name, description: words.schemas[name] });

export const LIEU = z.object(PLACE_FIELDS).meta(named('Lieu'));

const LIEU_TROUVE = z
  .object({ ...PLACE_FIELDS, distance_m: z.int().min(0).nullable().describe(words.distance) })
  .meta(named('LieuTrouve'));

export const LIEUX = z
  .object({
    lieux: z.array(LIEU_TROUVE).describe(words.lieux),
    total: z.int().min(0).describe(words.total),
    suivant: z.url().nullable().describe(words.suivant),
  })
  .meta(named('Lieux'));

export const PROBLEM = z
  .object({
    type: z.string().describe(words.problem.type),
    title: z.string().describe(words.problem.title),
    status: z.int().min(400).max(599).describe(words.problem.status),
    detail: z.string().describe(words.problem.detail),
    instance: z.string().describe(words.problem.instance),
    requestId: z.string().describe(words.problem.requestId),
    parametres: z
      .array(z.object({ nom: z.string(), detail: z.string() }))
      .optional()
      .describe(words.problem.parametres),
  })
  .meta(named('Probleme'));
