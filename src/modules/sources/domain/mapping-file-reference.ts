import { z } from 'zod';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { STANDARD_FIELDS, type StandardField } from '../../standard/index.ts';
import type { FieldMapping, Mapping } from './mapping.ts';
import { firstRefusal, type MappingFileRefusal } from './mapping-file-refusal.ts';
import { addRules, type ReferenceRule, RULED_KEYS } from './mapping-file-rules.ts';

const texts = z.array(z.string());

const oneColumn = z.strictObject({
  colonne: z.string().optional(),
  joindre: z.strictObject({ colonnes: texts.min(1), séparateur: z.string() }).optional(),
});

const ruleList = z.array(
  z.strictObject({
    colonnes: texts.optional(),
    termes: texts.optional(),
    sauf: texts.optional(),
    cible: z.string().optional(),
    modalitesAccompagnement: z.string().optional(),
  }),
);

const hours = z.strictObject({
  osm: z.string().optional(),
  semaine: z.string().optional(),
  jours: z
    .array(z.strictObject({ colonne: z.string(), osm: z.enum(['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']) }))
    .optional(),
});

/** Names that earlier versions of the standard gave to fields of today. */
const FORMER_NAMES: Record<string, StandardField> = { voie: 'adresse', courriel: 'courriels' };
/** Known to the format, without a counterpart here: the weeks in which a place opens, the key of an address base. */
const LEFT_ASIDE = ['semaine_ouverture', 'cle_ban'];

const PLAIN_FIELDS = STANDARD_FIELDS.filter((field) => field !== 'horaires' && !(field in RULED_KEYS));

const shapeOf = <Schema extends z.ZodType>(keys: readonly string[], schema: Schema) =>
  Object.fromEntries(keys.map((key) => [key, schema.optional()]));

const referenceMapping = z.strictObject({
  horaires: hours.optional(),
  ...shapeOf([...PLAIN_FIELDS, ...Object.keys(FORMER_NAMES), ...LEFT_ASIDE], oneColumn),
  ...shapeOf(Object.keys(RULED_KEYS), ruleList),
});

/** Reads `{"nom": {"colonne": "…"}, "services": [{"colonnes": […], "termes": […], "cible": "…"}]}`. */
export function readReferenceMapping(json: object): Result<Mapping, MappingFileRefusal> {
  const parsed = referenceMapping.safeParse(json);
  if (!parsed.success) return refuse(firstRefusal(parsed.error));
  const mapping: Mapping = { fields: {}, values: {}, unmapped: [] };
  for (const [key, said] of Object.entries(parsed.data)) {
    const refusal = key in RULED_KEYS ? addRules(mapping, key, said as ReferenceRule[]) : null;
    if (refusal) return refuse(refusal);
    const field = FORMER_NAMES[key] ?? PLAIN_FIELDS.find((plain) => plain === key);
    if (field) addField(mapping, field, said as z.infer<typeof oneColumn>);
  }
  if (parsed.data.horaires) addHours(mapping, parsed.data.horaires);
  shareColumns(mapping);
  return ok(mapping);
}

function addField(
  { fields }: Mapping,
  field: StandardField,
  { colonne, joindre }: z.infer<typeof oneColumn>,
): void {
  if (joindre) {
    const { colonnes, séparateur: separator } = joindre;
    fields[field] = agreed(colonnes, { kind: 'join', order: colonnes, separator });
  } else if (colonne) fields[field] = agreed([colonne]);
}

const agreed = (columns: string[], transform?: FieldMapping['transform']): FieldMapping => ({
  columns,
  confidence: 1,
  ...(transform ? { transform } : {}),
});

function addHours({ fields }: Mapping, { osm, semaine, jours = [] }: z.infer<typeof hours>): void {
  const column = osm ?? semaine;
  if (column) fields.horaires = agreed([column]);
  if (jours.length === 0) return;
  const days: Partial<Record<(typeof jours)[number]['osm'], string[]>> = {};
  for (const { colonne, osm: day } of jours) days[day] = [...(days[day] ?? []), colonne];
  fields.horaires = agreed(
    jours.map(({ colonne }) => colonne),
    { kind: 'weekdays', days },
  );
}

/** One column for the address and its code, or for both coordinates: each field takes its part of it. */
function shareColumns({ fields }: Mapping): void {
  const isShared = (a: StandardField, b: StandardField): boolean =>
    fields[a] !== undefined && fields[a].columns[0] === fields[b]?.columns[0];
  const take = (
    field: StandardField,
    part: 'street' | 'postal-code' | 'commune' | 'latitude' | 'longitude',
  ) => {
    if (fields[field]) fields[field] = { ...fields[field], transform: { kind: 'part', part } };
  };
  const [hasCode, hasCommune] = [isShared('adresse', 'code_postal'), isShared('adresse', 'commune')];
  if (hasCode || hasCommune) take('adresse', 'street');
  if (hasCode || isShared('commune', 'code_postal')) take('code_postal', 'postal-code');
  if (hasCommune) take('commune', 'commune');
  if (isShared('latitude', 'longitude')) {
    take('latitude', 'latitude');
    take('longitude', 'longitude');
  }
}
