import { z } from 'zod';
import {
  FIELD_LABELS,
  SERVICES,
  STANDARD_CONSTRAINTS,
  STANDARD_FIELDS,
  type StandardField,
} from '../../standard/index.ts';

/** Bounds of one answer. The whole directory is better fetched as a file of `/donnees-ouvertes`. */
export const PAGE_SIZE = { usual: 20, most: 1000 };
/** Half the Earth: farther than any place can be. */
const FARTHEST_METRES = 20_100_000;

/** The parameters of the list: each is checked by the schema that documents it. An empty one counts as absent. */
export const LIST_PARAMETERS = {
  ou: z
    .string()
    .max(200)
    .describe('Commune, code postal, département, adresse ou nom de lieu. Exemple : Lyon, 69003.'),
  lat: z.coerce
    .number()
    .min(-90)
    .max(90)
    .describe('Latitude du point de départ (WGS 84). Demande aussi « lon ».'),
  lon: z.coerce
    .number()
    .min(-180)
    .max(180)
    .describe('Longitude du point de départ (WGS 84). Demande aussi « lat ».'),
  rayon: z.coerce
    .number()
    .positive()
    .max(FARTHEST_METRES)
    .describe(
      'Distance la plus grande, en mètres. Sans « rayon » : 20 000 m autour du point, et tous les lieux de la commune demandée.',
    ),
  services: z
    .string()
    .describe(
      `Un ou plusieurs services, séparés par « | » : le lieu les propose tous. Valeurs : ${SERVICES.join(' ; ')}.`,
    ),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1).describe('Page voulue, à partir de 1.'),
  limite: z.coerce
    .number()
    .int()
    .min(1)
    .max(PAGE_SIZE.most)
    .default(PAGE_SIZE.usual)
    .describe('Nombre de lieux par page.'),
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
  const words = FIELD_LABELS[field].fr;
  if (type === 'number') return z.number().describe(words).optional();
  const text = pattern ? z.string().regex(pattern) : z.string();
  const bounded = (maxLength ? text.max(maxLength) : text).meta({
    description: words,
    ...(type === 'date' ? { format: 'date' } : {}),
  });
  const isAlwaysKnown = isRequired && (field === 'id' || field === 'pivot');
  return isAlwaysKnown ? bounded : bounded.optional();
}

const PLACE_FIELDS = Object.fromEntries(STANDARD_FIELDS.map((field) => [field, fieldSchema(field)]));

export const LIEU = z.object(PLACE_FIELDS).meta({
  ref: 'Lieu',
  description:
    'Un lieu aux champs du standard national 1.0.2. Un champ inconnu est absent : un lieu auquel il manque un champ obligatoire du standard est donné ici, mais pas dans les fichiers du standard. Un pivot inconnu vaut 00000000000000.',
});

const LIEU_TROUVE = z
  .object({
    ...PLACE_FIELDS,
    distance_m: z
      .int()
      .nullable()
      .describe('Distance à vol d’oiseau en mètres ; null quand le départ ou le lieu n’a pas de position.'),
  })
  .meta({ ref: 'LieuTrouve', description: 'Un lieu, et sa distance au point demandé.' });

export const LIEUX = z
  .object({
    lieux: z.array(LIEU_TROUVE),
    total: z.int().min(0).describe('Nombre de lieux trouvés, toutes pages ensemble.'),
    suivant: z.url().nullable().describe('Adresse de la page suivante, ou null.'),
  })
  .meta({ ref: 'Lieux', description: 'Une page de lieux, du plus proche au plus lointain.' });

export const PROBLEM = z
  .object({
    type: z.string().describe('Adresse qui explique ce genre d’erreur.'),
    title: z.string().describe('L’erreur en quelques mots.'),
    status: z.int().describe('Le code HTTP.'),
    detail: z.string().describe('Ce qu’il faut changer.'),
    instance: z.string().describe('Le chemin demandé.'),
    requestId: z.string().describe('Numéro à donner si vous nous en parlez.'),
    parametres: z
      .array(z.object({ nom: z.string(), detail: z.string() }))
      .optional()
      .describe('Les paramètres à corriger.'),
  })
  .meta({ ref: 'Probleme', description: 'Une erreur, à la forme RFC 9457.' });
