import { MATERIAL_SERVICES, MOBILISATION, PUBLICS } from './data-inclusion-codes.ts';
import type { PartialStandardRecord } from './standard-record.ts';

const NO_VISITORS = "Ce lieu n'accueille pas de public";
const ON_REFERRAL = 'Envoyer un mail avec une fiche de prescription';
const ON_LINE_BOOKING = 'Prendre un RDV en ligne';
const REMOTE = 'À distance';
/** The longest address that the v1 schema takes, in characters. */
const URL_LIMIT = 2083;

export interface InclusionTerms {
  publics: string[];
  publics_precisions?: string;
  frais?: string;
  frais_precisions?: string;
  modes_accueil?: string[];
  modes_mobilisation?: string[];
  mobilisable_par?: string[];
  lien_mobilisation?: string;
}

/** For whom, at what price, how it happens and how to ask: the same for every service of a place. */
export function termsOf(record: PartialStandardRecord): InclusionTerms {
  const fees = valuesOf(record.frais_a_charge);
  const access = valuesOf(record.modalites_acces);
  const care = valuesOf(record.prise_en_charge_specifique);
  const booking = inclusionUrl(record.prise_rdv);
  return {
    publics: publicsOf(record),
    ...present({
      publics_precisions: care.length > 0 ? `Prise en charge possible : ${care.join(', ')}.` : undefined,
      frais: feeOf(fees),
      frais_precisions: fees.includes('Gratuit sous condition') ? fees.join(', ') : undefined,
      modes_accueil: filled(receptionModes(record, access)),
      modes_mobilisation: filled(mobilisationModes(access, booking !== undefined)),
      mobilisable_par: filled(whoMayAsk(access)),
      lien_mobilisation: booking,
    }),
  };
}

/** `type` holds one value: help given one to one wins over the group workshop. */
export function typeOf(service: string, record: PartialStandardRecord): string | undefined {
  if (MATERIAL_SERVICES.has(service)) return 'aide-materielle';
  const modes = valuesOf(record.modalites_accompagnement);
  if (modes.includes('Accompagnement individuel')) return 'accompagnement';
  return modes.includes('Dans un atelier collectif') ? 'atelier' : undefined;
}

/** The standard says that a place which names no audience receives everybody. */
function publicsOf(record: PartialStandardRecord): string[] {
  const audiences = valuesOf(record.publics_specifiquement_adresses).flatMap((value) => PUBLICS[value] ?? []);
  return audiences.length > 0 ? audiences : ['tous-publics'];
}

/** data·inclusion turned its former « gratuit sous conditions » into « gratuit »; the condition goes to the details. */
function feeOf(fees: string[]): string | undefined {
  if (fees.includes('Payant')) return 'payant';
  return fees.length > 0 ? 'gratuit' : undefined;
}

function receptionModes(record: PartialStandardRecord, access: string[]): string[] {
  const modes = valuesOf(record.modalites_accompagnement);
  const onSite = modes.some((mode) => mode !== REMOTE) && !access.includes(NO_VISITORS);
  return [...(onSite ? ['en-presentiel'] : []), ...(modes.includes(REMOTE) ? ['a-distance'] : [])];
}

/** A link that nobody knows cannot be used. */
function mobilisationModes(access: string[], hasLink: boolean): string[] {
  const usable = access.filter((mode) => mode !== ON_LINE_BOOKING || hasLink);
  return [...new Set(usable.flatMap((mode) => MOBILISATION[mode] ?? []))];
}

function whoMayAsk(access: string[]): string[] {
  const byThemselves = access.some((mode) => mode !== ON_REFERRAL && mode !== NO_VISITORS);
  return [...(byThemselves ? ['usagers'] : []), ...(access.includes(ON_REFERRAL) ? ['professionnels'] : [])];
}

/** How many access modes no code of data·inclusion says. */
export function unsaidAccessModes(record: PartialStandardRecord): number {
  const hasLink = inclusionUrl(record.prise_rdv) !== undefined;
  const isUnsaid = (mode: string) => mode === NO_VISITORS || (mode === ON_LINE_BOOKING && !hasLink);
  return valuesOf(record.modalites_acces).filter(isUnsaid).length;
}

export const valuesOf = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);

/** The address in the ASCII form that `format: uri` demands, or nothing. */
export function inclusionUrl(text: string | undefined): string | undefined {
  const url = text && URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) && url.href.length <= URL_LIMIT ? url.href : undefined;
}

const filled = (values: string[]): string[] | undefined => (values.length > 0 ? values : undefined);

/** Without the keys whose value is unknown. */
export const present = <Facts extends object>(
  facts: Facts,
): { [Key in keyof Facts]?: NonNullable<Facts[Key]> } =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as never;
