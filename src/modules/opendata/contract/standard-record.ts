import { STANDARD_CONSTRAINTS, STANDARD_FIELDS, type StandardField } from '../../standard/index.ts';

/** What every record of the national standard 1.0.2 must hold. */
export type RequiredField = 'id' | 'pivot' | 'nom' | 'commune' | 'code_postal' | 'adresse' | 'date_maj';
type NumberField = 'latitude' | 'longitude';

type Cell<Field extends StandardField> = Field extends NumberField ? number : string;

/** One place as the national standard writes it: flat, exact names, lists joined by `|`, absent when unknown. */
export type StandardRecord = { [Field in RequiredField]: string } & {
  [Field in Exclude<StandardField, RequiredField>]?: Cell<Field>;
};

export type PartialStandardRecord = Partial<StandardRecord>;

/** What the ecosystem writes when neither SIRET, RNA nor RIDET is known: the schema requires a value. */
export const UNKNOWN_PIVOT = '00000000000000';

export const isRequiredField = (field: StandardField): field is RequiredField =>
  STANDARD_CONSTRAINTS[field].isRequired;

/** The fields that hold several values joined by `|`. The schema allows one `telephone` only. */
const LISTS: ReadonlySet<StandardField> = new Set([
  'typologie',
  'courriels',
  'site_web',
  'itinerance',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'autres_formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
]);

export const isListField = (field: StandardField): boolean => LISTS.has(field);

/** The same record with its fields in the order of the schema, whatever order they were set in. */
export function inSchemaOrder<Cells extends PartialStandardRecord>(record: Cells): Cells {
  const present = STANDARD_FIELDS.filter((field) => record[field] !== undefined);
  return Object.fromEntries(present.map((field) => [field, record[field]])) as Cells;
}
