import type { LocalDate } from '../../../kernel/dates.ts';

/** What is known of a place, in our words. An unknown field is absent: never empty, never a sentinel. */
export interface PlaceFields {
  /** The identifier that the source itself gives to its record. */
  sourceId?: string;
  /** SIRET, RNA or RIDET. */
  pivot?: string;
  name?: string;
  commune?: string;
  postalCode?: string;
  codeInsee?: string;
  address?: string;
  addressDetail?: string;
  /** WGS 84, decimal degrees. */
  latitude?: number;
  longitude?: number;
  /**
   * How finely the point is known, when a geocoder gave it; `doubtful` when it lies far from the commune: published as
   * the source says it, and left out of searches by distance. Not in the national standard.
   */
  coordinatesPrecision?: 'housenumber' | 'street' | 'locality' | 'doubtful';
  typologies?: string[];
  /** E.164 (`+33…`), best first; the national standard publishes the first only. */
  phones?: string[];
  emails?: string[];
  websites?: string[];
  /** OpenStreetMap `opening_hours` syntax. */
  openingHours?: string;
  /** At most 280 characters. */
  summary?: string;
  description?: string;
  /** Who published the record, as the source says it. */
  publisher?: string;
  mobility?: string[];
  parentOrganisation?: string;
  updatedOn?: LocalDate;
  services?: string[];
  audiences?: string[];
  specialCare?: string[];
  fees?: string[];
  nationalProgrammes?: string[];
  trainingLabels?: string[];
  otherLabels?: string[];
  accessModes?: string[];
  supportModes?: string[];
  accessibilityUrl?: string;
  bookingUrl?: string;
  /** Not in the national standard since v1: kept because residents ask for it. */
  acceptsPassNumerique?: boolean;
}

export type FieldKey = keyof PlaceFields;

/** Field names of the national standard 1.0.2, exactly and in its order. */
export const STANDARD_FIELDS = [
  'id',
  'pivot',
  'nom',
  'commune',
  'code_postal',
  'code_insee',
  'adresse',
  'complement_adresse',
  'latitude',
  'longitude',
  'typologie',
  'telephone',
  'courriels',
  'site_web',
  'horaires',
  'presentation_resume',
  'presentation_detail',
  'source',
  'itinerance',
  'structure_parente',
  'date_maj',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'autres_formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
  'fiche_acces_libre',
  'prise_rdv',
] as const;
export type StandardField = (typeof STANDARD_FIELDS)[number];

/** One row per concept: the national name and ours. `id` is the source's own on the way in, Maillon's on the way out. */
export const FIELD_KEYS = {
  id: 'sourceId',
  pivot: 'pivot',
  nom: 'name',
  commune: 'commune',
  code_postal: 'postalCode',
  code_insee: 'codeInsee',
  adresse: 'address',
  complement_adresse: 'addressDetail',
  latitude: 'latitude',
  longitude: 'longitude',
  typologie: 'typologies',
  telephone: 'phones',
  courriels: 'emails',
  site_web: 'websites',
  horaires: 'openingHours',
  presentation_resume: 'summary',
  presentation_detail: 'description',
  source: 'publisher',
  itinerance: 'mobility',
  structure_parente: 'parentOrganisation',
  date_maj: 'updatedOn',
  services: 'services',
  publics_specifiquement_adresses: 'audiences',
  prise_en_charge_specifique: 'specialCare',
  frais_a_charge: 'fees',
  dispositif_programmes_nationaux: 'nationalProgrammes',
  formations_labels: 'trainingLabels',
  autres_formations_labels: 'otherLabels',
  modalites_acces: 'accessModes',
  modalites_accompagnement: 'supportModes',
  fiche_acces_libre: 'accessibilityUrl',
  prise_rdv: 'bookingUrl',
} as const satisfies Record<StandardField, FieldKey>;
