import { collapseSpaces } from '../../../../kernel/text.ts';
import { SERVICES, type Service } from '../../../standard/index.ts';
import { findNeed, type NeedKey } from '../../domain/needs.ts';

/** What the address of a list asks. */
export interface ListQuery {
  /** False when the page is opened without the question having been asked. */
  isAsked: boolean;
  ou: string;
  need: NeedKey | undefined;
  /** Chosen one by one, besides what the need implies; unknown values are ignored. */
  services: Service[];
  page: number;
  radiusKilometres: number | undefined;
}

const RADII_KILOMETRES = [50, 100];

export function readListQuery(url: URL): ListQuery {
  const { searchParams } = url;
  const need = findNeed(searchParams.get('besoin') ?? '')?.key;
  const asked = searchParams.getAll('services').flatMap((text) => text.split('|'));
  const page = Number(searchParams.get('page') ?? 1);
  const radius = Number(searchParams.get('rayon'));
  return {
    isAsked: searchParams.has('ou'),
    ou: collapseSpaces(searchParams.get('ou') ?? ''),
    need,
    services: SERVICES.filter((service) => asked.includes(service)),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    radiusKilometres: RADII_KILOMETRES.find((kilometres) => kilometres === radius),
  };
}

export const WIDER_KILOMETRES: readonly number[] = RADII_KILOMETRES;

/** All the services asked for: by the need and one by one. */
export const servicesOf = ({ need, services }: ListQuery): Service[] => [
  ...new Set([...(need ? findNeed(need)!.services : []), ...services]),
];

/** The address of the same list, changed. */
export function listHref(query: ListQuery, change: Partial<ListQuery>): string {
  const { ou, need, services, page, radiusKilometres } = { ...query, ...change };
  const parameters = new URLSearchParams({ ou });
  if (need) parameters.set('besoin', need);
  for (const service of services) parameters.append('services', service);
  if (radiusKilometres) parameters.set('rayon', String(radiusKilometres));
  if (page > 1) parameters.set('page', String(page));
  return `/lieux?${parameters}`;
}
