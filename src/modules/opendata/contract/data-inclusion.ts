import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { type CommuneReference, labelForValue, shorten } from '../../standard/index.ts';
import type { PlaceLosses } from '../domain/loss-report.ts';
import {
  NETWORKS_OF_LABEL,
  NETWORKS_OF_PROGRAMME,
  NETWORKS_OF_TYPOLOGY,
  SERVICE_SLUGS,
  THEMES,
} from './data-inclusion-codes.ts';
import {
  inclusionEmail,
  inclusionLosses,
  inclusionSiret,
  inclusionWebsite,
} from './data-inclusion-losses.ts';
import {
  type InclusionTerms,
  inclusionUrl,
  present,
  termsOf,
  typeOf,
  valuesOf,
} from './data-inclusion-terms.ts';
import { describeInStandard } from './national-standard.ts';
import type { PartialStandardRecord } from './standard-record.ts';

const SOURCE = 'maillon';
/** Bounds of the v1 schema, in characters. */
const NAME = { minimum: 3, limit: 150 };
const DESCRIPTION = { minimum: 5, limit: 10_000 };

interface WhereAndHow {
  source: string;
  date_maj: string;
  lien_source?: string;
  adresse?: string;
  complement_adresse?: string;
  commune?: string;
  code_postal?: string;
  code_insee?: string;
  latitude?: number;
  longitude?: number;
  courriel?: string;
  telephone?: string;
  horaires_accueil?: string;
}

interface InclusionStructure extends WhereAndHow {
  id: string;
  nom: string;
  siret?: string;
  description?: string;
  site_web?: string;
  accessibilite_lieu?: string;
  reseaux_porteurs?: string[];
}

interface InclusionService extends WhereAndHow, InclusionTerms {
  id: string;
  structure_id: string;
  nom: string;
  description: string;
  type?: string;
  thematiques: string[];
}

export interface InclusionPlace {
  structure: InclusionStructure;
  services: InclusionService[];
  losses: PlaceLosses;
}

export interface InclusionSettings {
  communes: CommuneReference;
  /** Address of a place's page; absent when the instance has no public address. */
  pageOf?: (id: string) => string;
}

/** One structure, and one service per value of the standard's `services`. Only a name and a date are required. */
export function toDataInclusion(
  place: PublishedPlace,
  { communes, pageOf }: InclusionSettings,
): Result<InclusionPlace, ('nom' | 'date_maj')[]> {
  const { record, losses } = describeInStandard(place, communes);
  const nom = inclusionName(record.nom);
  const { date_maj } = record;
  if (nom === undefined) return refuse(date_maj ? ['nom'] : ['nom', 'date_maj']);
  if (date_maj === undefined) return refuse(['date_maj']);
  const common = {
    source: SOURCE,
    date_maj,
    ...whereAndHow(record),
    ...present({ lien_source: pageOf?.(place.id) }),
  };
  const structure = { id: `${SOURCE}--${place.id}`, nom, ...common, ...aboutStructure(record) };
  const services = valuesOf(record.services).map((service) => ({
    id: `${structure.id}--${SERVICE_SLUGS[service]}`,
    structure_id: structure.id,
    nom: service,
    ...common,
    ...aboutService(service, record),
  }));
  return ok({ structure, services, losses: inclusionLosses(record, losses) });
}

/** The v1 schema takes 3 to 150 characters without a final full stop. */
function inclusionName(name = ''): string | undefined {
  const cut = shorten(name.replace(/[.\s]+$/, ''), NAME.limit);
  return [...cut].length >= NAME.minimum ? cut : undefined;
}

function whereAndHow(record: PartialStandardRecord): Partial<WhereAndHow> {
  return present({
    adresse: record.adresse,
    complement_adresse: record.complement_adresse,
    commune: record.commune,
    code_postal: record.code_postal,
    code_insee: record.code_insee,
    latitude: record.latitude,
    longitude: record.longitude,
    courriel: inclusionEmail(record),
    telephone: record.telephone,
    horaires_accueil: record.horaires,
  });
}

function aboutStructure(record: PartialStandardRecord): Partial<InclusionStructure> {
  const networks = networksOf(record);
  return present({
    siret: inclusionSiret(record),
    description: inclusionDescription(presentation(record)),
    site_web: inclusionWebsite(record),
    accessibilite_lieu: inclusionUrl(record.fiche_acces_libre),
    reseaux_porteurs: networks.length > 0 ? networks : undefined,
  });
}

function aboutService(service: string, record: PartialStandardRecord) {
  const sentence = `${labelForValue('services', service).fr}.`;
  const about = presentation(record);
  return {
    description: inclusionDescription(about ? `${sentence}\n${about}` : sentence) ?? sentence,
    thematiques: THEMES[service] ?? [],
    ...present({ type: typeOf(service, record) }),
    ...termsOf(record),
  };
}

function networksOf(record: PartialStandardRecord): string[] {
  return [
    ...new Set([
      ...valuesOf(record.typologie).flatMap((code) => NETWORKS_OF_TYPOLOGY[code] ?? []),
      ...valuesOf(record.dispositif_programmes_nationaux).flatMap(
        (name) => NETWORKS_OF_PROGRAMME[name] ?? [],
      ),
      ...valuesOf(record.formations_labels).flatMap((name) => NETWORKS_OF_LABEL[name] ?? []),
    ]),
  ];
}

/** One text holds what the standard keeps in two, without saying the same thing twice. */
function presentation({
  presentation_resume: short,
  presentation_detail: long,
}: PartialStandardRecord): string {
  if (!short || !long) return long ?? short ?? '';
  return long.includes(short) ? long : `${short}\n${long}`;
}

function inclusionDescription(text: string): string | undefined {
  const cut = shorten(text, DESCRIPTION.limit);
  return [...cut].length >= DESCRIPTION.minimum ? cut : undefined;
}
