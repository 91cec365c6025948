import type { StandardField } from './place-fields.ts';
import { TYPOLOGIES } from './typologies.ts';

/** Exact values of the national standard 1.0.2 (schema of 2024-07-25), in its order. */
export const SERVICES = [
  'Aide aux démarches administratives',
  'Maîtrise des outils numériques du quotidien',
  'Insertion professionnelle via le numérique',
  'Utilisation sécurisée du numérique',
  'Parentalité et éducation avec le numérique',
  'Loisirs et créations numériques',
  'Compréhension du monde numérique',
  'Accès internet et matériel informatique',
  'Acquisition de matériel informatique à prix solidaire',
] as const;
export type Service = (typeof SERVICES)[number];

const AUDIENCES = ['Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes'] as const;
export type Audience = (typeof AUDIENCES)[number];

const SPECIAL_CARE = [
  'Surdité',
  'Handicaps moteurs',
  'Handicaps mentaux',
  'Illettrisme',
  'Langues étrangères (anglais)',
  'Langues étrangères (autres)',
  'Déficience visuelle',
] as const;
export type SpecialCare = (typeof SPECIAL_CARE)[number];

const FEES = ['Gratuit', 'Gratuit sous condition', 'Payant'] as const;
export type Fee = (typeof FEES)[number];

const NATIONAL_PROGRAMMES = [
  'Aidants Connect',
  'Bibliothèques numérique de référence',
  'Certification PIX',
  'Conseillers numériques',
  'Emmaüs Connect',
  'France Services',
  'Grande école du numérique',
  'La Croix Rouge',
  "Point d'accès numérique CAF",
  'Promeneurs du net',
  'Relais numérique (Emmaüs Connect)',
] as const;
export type NationalProgramme = (typeof NATIONAL_PROGRAMMES)[number];

const TRAINING_LABELS = [
  'Formé à « Mon Espace Santé »',
  'Formé à « DUPLEX » (illettrisme)',
  'Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
  'Collectif ressources et acteurs réemploi (Normandie)',
  // The schema's description writes « numériques (La Poste) », but its pattern accepts only this spelling.
  'Étapes numériques(La Poste)',
  'Fabriques de Territoire',
  'Les Éclaireurs du numérique (Drôme)',
  'Mes Papiers (Métropole de Lyon)',
  'ORDI 3.0',
  'SUD LABS (PACA)',
] as const;
export type TrainingLabel = (typeof TRAINING_LABELS)[number];

const MOBILITY = ['Itinérant', 'Fixe'] as const;
export type Mobility = (typeof MOBILITY)[number];

const ACCESS_MODES = [
  'Se présenter',
  'Téléphoner',
  'Contacter par mail',
  'Prendre un RDV en ligne',
  "Ce lieu n'accueille pas de public",
  'Envoyer un mail avec une fiche de prescription',
] as const;
export type AccessMode = (typeof ACCESS_MODES)[number];

const SUPPORT_MODES = [
  'En autonomie',
  'Accompagnement individuel',
  'Dans un atelier collectif',
  'À distance',
] as const;
export type SupportMode = (typeof SUPPORT_MODES)[number];

/** The fields whose values are a closed list. `typologie` is free in the schema, closed in the reference library. */
export const ENUMERATIONS = {
  typologie: TYPOLOGIES,
  itinerance: MOBILITY,
  services: SERVICES,
  publics_specifiquement_adresses: AUDIENCES,
  prise_en_charge_specifique: SPECIAL_CARE,
  frais_a_charge: FEES,
  dispositif_programmes_nationaux: NATIONAL_PROGRAMMES,
  formations_labels: TRAINING_LABELS,
  modalites_acces: ACCESS_MODES,
  modalites_accompagnement: SUPPORT_MODES,
} as const satisfies Partial<Record<StandardField, readonly string[]>>;

export type EnumeratedField = keyof typeof ENUMERATIONS;

export const isEnumeratedField = (field: StandardField): field is EnumeratedField => field in ENUMERATIONS;

/** The closed list of a field, or an empty list when its values are free. */
export const enumerationOf = (field: StandardField): readonly string[] =>
  isEnumeratedField(field) ? ENUMERATIONS[field] : [];
