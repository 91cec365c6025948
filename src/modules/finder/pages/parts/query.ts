import type { Point } from '../../../../kernel/geo.ts';
import { collapseSpaces } from '../../../../kernel/text.ts';
import { SERVICES, type Service } from '../../../standard/index.ts';
import { FACETS, type Facet } from '../../domain/index/facets.ts';
import { findNeed, type NeedKey } from '../../domain/needs.ts';

/** What a list can be narrowed by, besides the services of the standard. */
export type Filter = Exclude<Facet, Service>;

export const FILTERS_KNOWN: readonly Filter[] = FACETS.filter(
  (facet): facet is Filter => !(SERVICES as readonly string[]).includes(facet),
);

/** What the address of a list asks. */
export interface ListQuery {
  /** False when the page is opened without the question having been asked. */
  isAsked: boolean;
  ou: string;
  /** Where the person is, who asked for « près de moi ». */
  near: Point | undefined;
  /** A need in the person's own words; no link carries it further. */
  mots: string;
  need: NeedKey | undefined;
  /** Chosen one by one, besides what the need implies; unknown values are ignored. */
  services: Service[];
  /** Chosen besides the services: when, how, for whom. */
  filters: Filter[];
  page: number;
  radiusKilometres: number | undefined;
}

const RADII_KILOMETRES = [50, 100];

export function readListQuery(url: URL): ListQuery {
  const { searchParams } = url;
  const need = findNeed(searchParams.get('besoin') ?? '')?.key;
  const asked = new Set(searchParams.getAll('services').flatMap((text) => text.split('|')));
  const narrowed = new Set(searchParams.getAll('filtres').flatMap((text) => text.split('|')));
  const page = Number(searchParams.get('page') ?? 1);
  const radius = Number(searchParams.get('rayon'));
  return {
    isAsked: searchParams.has('ou'),
    ou: readText(searchParams.get('ou')),
    near: readPoint(searchParams.get('lat'), searchParams.get('lon')),
    mots: readText(searchParams.get('mots')),
    need,
    services: SERVICES.filter((service) => asked.has(service)),
    filters: FILTERS_KNOWN.filter((filter) => narrowed.has(filter)),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    radiusKilometres: RADII_KILOMETRES.find((kilometres) => kilometres === radius),
  };
}

/** Nobody types more, and a page repeats what it was asked. */
const LONGEST_TEXT = 200;

/** Characters that show nothing, or turn the order of a line around, are not part of what a person wrote. */
export const readText = (text: string | null): string =>
  collapseSpaces((text ?? '').slice(0, 4 * LONGEST_TEXT).replace(/[\p{Cc}\p{Cf}]/gu, ' ')).slice(
    0,
    LONGEST_TEXT,
  );

/** Three decimals, about 100 m: whatever an address says, no more is read of where a person is. */
function readPoint(latText: string | null, lonText: string | null): Point | undefined {
  if (!latText || !lonText) return undefined;
  const [latitude, longitude] = [latText, lonText].map((text) => Math.round(Number(text) * 1000) / 1000);
  const isOnEarth = Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180;
  return isOnEarth ? { latitude: latitude!, longitude: longitude! } : undefined;
}

export const WIDER_KILOMETRES: readonly number[] = RADII_KILOMETRES;

/** All the services asked for: by the need and one by one. */
export const servicesOf = ({ need, services }: ListQuery): Service[] => [
  ...new Set([...(need ? findNeed(need)!.services : []), ...services]),
];

/** All that a place must have. */
export const facetsOf = (query: ListQuery): Facet[] => [...servicesOf(query), ...query.filters];

/** The address of the same list, changed. */
export function listHref(query: ListQuery, change: Partial<ListQuery>): string {
  const parameters = new URLSearchParams(listParameters({ ...query, ...change }));
  return `/lieux?${parameters}`;
}

/** The same list with a map beside it. */
export const mapHref = (query: ListQuery): string =>
  listHref(query, { page: 1 }).replace('/lieux?', '/lieux/carte?');

/** Names and values of an address, also for hidden fields. */
export function listParameters({
  ou,
  near,
  need,
  services,
  filters,
  page,
  radiusKilometres,
}: ListQuery): [string, string][] {
  const parameters: [string, string][] = near
    ? [
        ['lat', String(near.latitude)],
        ['lon', String(near.longitude)],
      ]
    : ou === ''
      ? []
      : [['ou', ou]];
  if (need) parameters.push(['besoin', need]);
  for (const service of services) parameters.push(['services', service]);
  for (const filter of filters) parameters.push(['filtres', filter]);
  if (radiusKilometres) parameters.push(['rayon', String(radiusKilometres)]);
  if (page > 1) parameters.push(['page', String(page)]);
  return parameters;
}
