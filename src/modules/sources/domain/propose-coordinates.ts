import type { ColumnProfile } from './column-profile.ts';
import { isInFrance } from './detectors-geo.ts';
import type { FieldMapping } from './mapping.ts';
import type { SourceTable } from './table.ts';

/** Where latitude and longitude stand, with the evidence for the pair (log-odds). */
export interface CoordinatesProposal {
  latitude: FieldMapping;
  longitude: FieldMapping;
  evidence: number;
}

const LATITUDE_WORDS: Record<string, number> = {
  latitude: 2,
  y: 1.5,
  nord: 1,
  north: 1,
  longitude: -1,
  x: -1,
};
const LONGITUDE_WORDS: Record<string, number> = {
  longitude: 2,
  x: 1.5,
  est: 1,
  east: 1,
  latitude: -1,
  y: -1,
};

const nameFit = ({ name }: ColumnProfile, words: Record<string, number>): number =>
  [...new Set([...name.parents, ...name.leaf])].reduce((sum, word) => sum + (words[word] ?? 0), 0);

/** Contents first: a column called X that holds latitudes is the latitude. */
export function proposeCoordinates(
  profiles: readonly ColumnProfile[],
  table: SourceTable,
): CoordinatesProposal | null {
  return (
    degreesPair(profiles, table) ?? lambertPair(profiles) ?? pointColumn(profiles) ?? namedPair(profiles)
  );
}

interface Pair {
  latitude: ColumnProfile;
  longitude: ColumnProfile;
  evidence: number;
}

function degreesPair(profiles: readonly ColumnProfile[], table: SourceTable): CoordinatesProposal | null {
  const candidates = profiles.filter(
    ({ cells, share }) => cells.length > 0 && Math.max(share('latitude'), share('longitude')) > 0.5,
  );
  const pairs = candidates.flatMap((latitude) =>
    candidates
      .filter((longitude) => longitude !== latitude)
      .map((longitude) => ({ latitude, longitude, evidence: pairEvidence(latitude, longitude, table) })),
  );
  const best = pairs.sort((a, b) => b.evidence - a.evidence)[0];
  return best && best.evidence > 0 ? plainPair(best) : null;
}

const ROWS_COMPARED = 300;

function pairEvidence(latitude: ColumnProfile, longitude: ColumnProfile, table: SourceTable): number {
  const step = Math.max(1, Math.floor(table.rows.length / ROWS_COMPARED));
  let both = 0;
  let inside = 0;
  for (let rank = 0; rank < table.rows.length; rank += step) {
    const cells = table.rows[rank]?.cells ?? {};
    const [y, x] = [cells[latitude.column]?.trim(), cells[longitude.column]?.trim()];
    if (!y || !x) continue;
    both += 1;
    if (isInFrance(y, x)) inside += 1;
  }
  if (both === 0) return -1;
  const names = nameFit(latitude, LATITUDE_WORDS) + nameFit(longitude, LONGITUDE_WORDS);
  return (
    -5 +
    (9 * inside) / both +
    0.6 * names +
    latitude.filled -
    0.1 * Math.min(10, Math.abs(latitude.rank - longitude.rank))
  );
}

const plainPair = ({ latitude, longitude, evidence }: Pair): CoordinatesProposal => ({
  latitude: { columns: [latitude.column], confidence: 0 },
  longitude: { columns: [longitude.column], confidence: 0 },
  evidence,
});

function lambertPair(profiles: readonly ColumnProfile[]): CoordinatesProposal | null {
  const best = (detector: 'lambertX' | 'lambertY', words: Record<string, number>) =>
    profiles
      .filter(({ share }) => share(detector) > 0.6)
      .map((profile) => ({ profile, fit: profile.share(detector) + nameFit(profile, words) }))
      .filter(({ fit }) => fit > 0.9)
      .sort((a, b) => b.fit - a.fit)[0];
  const y = best('lambertY', LATITUDE_WORDS);
  const x = best('lambertX', LONGITUDE_WORDS);
  if (!x || !y) return null;
  const transform = { kind: 'lambert-93', x: x.profile.column, y: y.profile.column } as const;
  return {
    latitude: { columns: [y.profile.column, x.profile.column], confidence: 0, transform },
    longitude: { columns: [x.profile.column, y.profile.column], confidence: 0, transform },
    evidence: x.fit + y.fit,
  };
}

function pointColumn(profiles: readonly ColumnProfile[]): CoordinatesProposal | null {
  const [best] = profiles
    .filter(({ share }) => share('point') > 0.6)
    .sort((a, b) => b.filled - a.filled || a.meanLength - b.meanLength);
  if (!best) return null;
  const part = (name: 'latitude' | 'longitude'): FieldMapping => ({
    columns: [best.column],
    confidence: 0,
    transform: { kind: 'part', part: name },
  });
  return { latitude: part('latitude'), longitude: part('longitude'), evidence: 4 };
}

/** Columns that are empty in this file, or hold too little to be read, are proposed by their names. */
function namedPair(profiles: readonly ColumnProfile[]): CoordinatesProposal | null {
  const best = (words: Record<string, number>) =>
    profiles
      .filter(({ cells, share }) => cells.length === 0 || share('number') > 0.5)
      .map((profile) => ({ profile, fit: nameFit(profile, words) }))
      .filter(({ fit }) => fit >= 1.5)
      .sort((a, b) => b.fit - a.fit)[0]?.profile;
  const latitude = best(LATITUDE_WORDS);
  const longitude = best(LONGITUDE_WORDS);
  return latitude && longitude ? plainPair({ latitude, longitude, evidence: 1.5 }) : null;
}
