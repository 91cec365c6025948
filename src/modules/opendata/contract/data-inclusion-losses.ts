import { z } from 'zod';
import type { PlaceLosses } from '../domain/loss-report.ts';
import { NETWORKS_OF_LABEL, NETWORKS_OF_PROGRAMME, NETWORKS_OF_TYPOLOGY } from './data-inclusion-codes.ts';
import { inclusionUrl, unsaidAccessModes, valuesOf } from './data-inclusion-terms.ts';
import type { PartialStandardRecord } from './standard-record.ts';

/** Fields of the standard that data·inclusion v1 has no place for. */
const HOMELESS = [
  'source',
  'itinerance',
  'structure_parente',
  'autres_formations_labels',
] as const satisfies (keyof PartialStandardRecord)[];

/** Fields that only a service can carry: a place whose services are unknown loses them. */
const CARRIED_BY_SERVICES = [
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'modalites_acces',
  'modalites_accompagnement',
  'prise_rdv',
] as const satisfies (keyof PartialStandardRecord)[];

const EMAIL = z.email();

/** What going from the standard to data·inclusion loses, on top of what going to the standard already lost. */
export function inclusionLosses(record: PartialStandardRecord, standard: PlaceLosses): PlaceLosses {
  const homeless = record.services ? HOMELESS : [...HOMELESS, ...CARRIED_BY_SERVICES];
  return {
    dropped: [...standard.dropped, ...droppedValues(record)],
    unwritten: [...standard.unwritten, ...homeless.filter((field) => record[field] !== undefined)],
    repaired: standard.repaired,
  };
}

function droppedValues(record: PartialStandardRecord): string[] {
  const unsaid = (values: string[], codes: Record<string, unknown>) =>
    values.filter((value) => codes[value] === undefined).length;
  return [
    ...repeated('pivot', inclusionSiret(record) || !hasPivot(record) ? 0 : 1),
    ...repeated('courriels', valuesOf(record.courriels).length - (inclusionEmail(record) ? 1 : 0)),
    ...repeated('site_web', valuesOf(record.site_web).length - (inclusionWebsite(record) ? 1 : 0)),
    ...repeated('typologie', unsaid(valuesOf(record.typologie), NETWORKS_OF_TYPOLOGY)),
    ...repeated(
      'dispositif_programmes_nationaux',
      unsaid(valuesOf(record.dispositif_programmes_nationaux), NETWORKS_OF_PROGRAMME),
    ),
    ...repeated('formations_labels', unsaid(valuesOf(record.formations_labels), NETWORKS_OF_LABEL)),
    ...repeated('modalites_acces', record.services ? unsaidAccessModes(record) : 0),
  ];
}

const repeated = (field: string, count: number): string[] => Array(count).fill(field);

const hasPivot = (record: PartialStandardRecord): boolean => !/^0*$/.test(record.pivot ?? '');

/** data·inclusion knows SIRET numbers only: neither RNA nor RIDET. */
export const inclusionSiret = (record: PartialStandardRecord): string | undefined =>
  hasPivot(record) && /^\d{14}$/.test(record.pivot ?? '') ? record.pivot : undefined;

export const inclusionWebsite = (record: PartialStandardRecord): string | undefined =>
  valuesOf(record.site_web)
    .map(inclusionUrl)
    .find((url) => url !== undefined);

/** The first address in the form that the v1 schema checks. */
export const inclusionEmail = (record: PartialStandardRecord): string | undefined =>
  valuesOf(record.courriels).find((address) => EMAIL.safeParse(address).success);
