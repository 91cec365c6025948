import type { StandardRecord } from './standard-record.ts';

/** RFC 7946: WGS 84, longitude first. A place without coordinates has no geometry, and stays in the file. */
export interface PlaceFeature {
  type: 'Feature';
  id: string;
  geometry: { type: 'Point'; coordinates: [longitude: number, latitude: number] } | null;
  properties: StandardRecord;
}

export function toFeature(record: StandardRecord): PlaceFeature {
  const { id, latitude, longitude } = record;
  const isLocated = latitude !== undefined && longitude !== undefined;
  return {
    type: 'Feature',
    id,
    geometry: isLocated ? { type: 'Point', coordinates: [longitude, latitude] } : null,
    properties: record,
  };
}
