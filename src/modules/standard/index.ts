export type { Commune, CommuneReference } from './domain/communes.ts';
export {
  FIELD_KEYS,
  type FieldKey,
  type PlaceFields,
  STANDARD_FIELDS,
  type StandardField,
} from './domain/place-fields.ts';
