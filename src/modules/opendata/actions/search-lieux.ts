import type { Point } from '../../../kernel/geo.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { fold } from '../../../kernel/text.ts';
import type { Catalogue, PublishedPlace } from '../../directory/index.ts';
import { type Found, listPlaces, locate } from '../../finder/index.ts';
import { type CommuneReference, SERVICES, type Service } from '../../standard/index.ts';
import type { ListQuery, ParameterName } from '../contract/api-schemas.ts';
import { describeInStandard } from '../contract/national-standard.ts';
import type { PartialStandardRecord } from '../contract/standard-record.ts';

export interface LieuxWorld {
  catalogue: Catalogue;
  communes: CommuneReference;
}

export interface LieuxPage {
  lieux: (PartialStandardRecord & { distance_m: number | null })[];
  total: number;
  hasNext: boolean;
}

/** What was asked cannot be understood: which parameter, and why. */
export interface LieuxRefusal {
  kind: 'unknown-service' | 'unknown-location' | 'half-a-point' | 'radius-without-point';
  parameter: ParameterName;
  value: string;
}

export function searchLieux(query: ListQuery, world: LieuxWorld): Result<LieuxPage, LieuxRefusal> {
  const services = readServices(query.services);
  if (!services.ok) return services;
  const found = findPlaces(query, services.value, world);
  if (!found.ok) return found;
  const { hits, total } = found.value;
  return ok({
    lieux: hits.map(({ place, distanceMetres }) => ({
      ...describeInStandard(place, world.communes).record,
      distance_m: distanceMetres === null ? null : Math.round(distanceMetres),
    })),
    total,
    hasNext: query.page * query.limite < total,
  });
}

type Page = { hits: readonly Found<PublishedPlace>[]; total: number };

function findPlaces(
  query: ListQuery,
  services: readonly Service[],
  world: LieuxWorld,
): Result<Page, LieuxRefusal> {
  const near = readPoint(query);
  if (!near.ok) return near;
  const located = query.ou ? locate(query.ou, world) : null;
  if (query.ou && !located) return refuse({ kind: 'unknown-location', parameter: 'ou', value: query.ou });
  const origin = near.value ?? located?.point;
  if (query.rayon !== undefined && !origin)
    return refuse({ kind: 'radius-without-point', parameter: 'rayon', value: String(query.rayon) });
  const page = { offset: (query.page - 1) * query.limite, limit: query.limite };
  if (!origin && !located) return ok(everyPlace(services, world.catalogue, page));
  if (query.rayon === undefined || !origin)
    return ok(
      listPlaces(world, { located, facets: services, ...page, ...(near.value && { near: near.value }) }),
    );
  // A commune's own places belong to its list wherever they stand, unless a distance was asked.
  return ok(listPlaces(world, { near: origin, radiusMetres: query.rayon, facets: services, ...page }));
}

/** Without any place to start from, the order of identifiers: pages stay the same while others harvest them. */
function everyPlace(
  services: readonly Service[],
  { places }: Catalogue,
  { offset, limit }: { offset: number; limit: number },
): Page {
  const kept = places.filter(({ fields }) => services.every((service) => fields.services?.includes(service)));
  const hits = kept.slice(offset, offset + limit).map((place) => ({ place, distanceMetres: null }));
  return { hits, total: kept.length };
}

function readPoint({ lat, lon }: ListQuery): Result<Point | null, LieuxRefusal> {
  if (lat === undefined && lon === undefined) return ok(null);
  if (lat === undefined) return refuse({ kind: 'half-a-point', parameter: 'lat', value: '' });
  if (lon === undefined) return refuse({ kind: 'half-a-point', parameter: 'lon', value: '' });
  return ok({ latitude: lat, longitude: lon });
}

/** Values of the standard, whatever their case and accents. */
function readServices(text: string | undefined): Result<Service[], LieuxRefusal> {
  const services: Service[] = [];
  for (const asked of (text ?? '').split('|').filter((part) => part.trim() !== '')) {
    const service = SERVICES.find((value) => fold(value) === fold(asked.trim()));
    if (!service) return refuse({ kind: 'unknown-service', parameter: 'services', value: asked.trim() });
    services.push(service);
  }
  return ok(services);
}
