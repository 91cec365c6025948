import { STANDARD_FIELDS } from '../../../standard/index.ts';
import type { SourceFormat } from '../table.ts';

/** Fields that both versions of the national standard require. */
const REQUIRED = ['id', 'nom', 'commune', 'code_postal', 'adresse', 'date_maj'];

/** Fields of version 0 that version 1 removed or renamed. Source: schema 0.1.1 of « lieux de médiation numérique ». */
const ONLY_V0 = [
  'cle_ban',
  'courriel',
  'publics_accueillis',
  'conditions_acces',
  'labels_nationaux',
  'labels_autres',
  'accessibilite',
];
const ONLY_V1 = [
  'courriels',
  'itinerance',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'autres_formations_labels',
  'modalites_acces',
  'fiche_acces_libre',
];
const KNOWN = new Set<string>([...STANDARD_FIELDS, ...ONLY_V0]);
/** A file with many other columns only borrows some names of the standard: its mapping must be proposed. */
const MIN_KNOWN_SHARE = 0.8;

/** Required by data·inclusion v1, then fields that no other vocabulary has. */
const DATA_INCLUSION_REQUIRED = ['source', 'id', 'nom', 'date_maj'];
const DATA_INCLUSION_ONLY = [
  'reseaux_porteurs',
  'horaires_accueil',
  'accessibilite_lieu',
  'structure_id',
  'modes_accueil',
  'modes_mobilisation',
  'mobilisable_par',
  'services.thematiques',
];

/** The published vocabulary that these columns follow, if any. */
export function recogniseVocabulary(columns: readonly string[]): SourceFormat | null {
  const present = new Set(columns);
  const has = (name: string): boolean => present.has(name);
  const distinctive = DATA_INCLUSION_ONLY.filter(has).length;
  if (DATA_INCLUSION_REQUIRED.every(has) && distinctive >= 1 && !ONLY_V1.some(has))
    return 'data-inclusion-v1';
  const known = columns.filter((name) => KNOWN.has(name)).length;
  if (!REQUIRED.every(has) || known < columns.length * MIN_KNOWN_SHARE) return null;
  const version0 = ONLY_V0.filter(has).length;
  return version0 > ONLY_V1.filter(has).length ? 'standard-v0' : 'standard-v1';
}
