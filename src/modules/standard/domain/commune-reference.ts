import KDBush from 'kdbush';
import { distanceMetres, type Point } from '../../../kernel/geo.ts';
import { findCommune } from './commune-find.ts';
import { communeKey, looseCommuneKey, nameVariants } from './commune-names.ts';
import type { Commune, CommuneReference } from './communes.ts';

/** Indexes the communes once; about 100 ms for the 35,000 of France. */
export function buildCommuneReference(communes: Commune[]): CommuneReference {
  const reference = {
    communes,
    byInsee: inseeLookup(communes),
    byPostalCode: postalCodeLookup(communes),
    byName: nameLookup(communes),
    nearest: nearestLookup(communes),
  };
  return { ...reference, find: (clues) => findCommune(clues, reference) };
}

function inseeLookup(communes: Commune[]): CommuneReference['byInsee'] {
  const index = new Map<string, Commune>();
  for (const commune of communes) {
    for (const { codeInsee } of commune.former) index.set(codeInsee, commune);
  }
  for (const commune of communes) index.set(commune.codeInsee, commune);
  return (codeInsee) => index.get(codeInsee) ?? null;
}

function postalCodeLookup(communes: Commune[]): CommuneReference['byPostalCode'] {
  const index = new Map<string, Commune[]>();
  for (const commune of communes) {
    for (const postalCode of commune.postalCodes) add(index, postalCode, commune);
  }
  for (const sharing of index.values()) sharing.sort(arrondissementsFirst);
  return (postalCode) => index.get(postalCode) ?? [];
}

const arrondissementsFirst = (a: Commune, b: Commune): number =>
  Number(b.arrondissementOf !== undefined) - Number(a.arrondissementOf !== undefined) ||
  b.population - a.population;

function nameLookup(communes: Commune[]): CommuneReference['byName'] {
  const exact = new Map<string, Commune[]>();
  const formerNames = new Map<string, Commune[]>();
  for (const commune of communes) {
    add(exact, communeKey(commune.name), commune);
    for (const { name } of commune.former) add(formerNames, communeKey(name), commune);
  }
  let loose: Map<string, Commune[]> | null = null;
  return (name) => {
    const keys = nameVariants(name).map(communeKey);
    const found = firstFound(keys, exact) ?? firstFound(keys, formerNames);
    if (found) return found;
    loose ??= loosen([exact, formerNames]);
    return firstFound(keys.map(looseCommuneKey), loose) ?? [];
  };
}

/** Larger communes first. */
function firstFound(keys: string[], index: Map<string, Commune[]>): readonly Commune[] | null {
  const found = keys.map((key) => index.get(key)).find((communes) => communes !== undefined);
  return found ? [...new Set(found)].sort((a, b) => b.population - a.population) : null;
}

function loosen(indexes: Map<string, Commune[]>[]): Map<string, Commune[]> {
  const loose = new Map<string, Commune[]>();
  for (const [key, communes] of indexes.flatMap((index) => [...index])) {
    for (const commune of communes) add(loose, looseCommuneKey(key), commune);
  }
  return loose;
}

function add(index: Map<string, Commune[]>, key: string, commune: Commune): void {
  const known = index.get(key);
  if (known) known.push(commune);
  else index.set(key, [commune]);
}

/** Length of one degree of latitude, in metres. */
const DEGREE_METRES = 111_195;

function nearestLookup(communes: Commune[]): CommuneReference['nearest'] {
  const located = communes.filter((commune): commune is Located => commune.centre !== undefined);
  let tree: KDBush | null = null;
  return (point, count) => {
    if (count < 1 || !Number.isFinite(point.latitude) || !Number.isFinite(point.longitude)) return [];
    tree ??= plant(located);
    for (let radius = 0.1; radius < 180; radius *= 2) {
      const closest = tree
        .within(point.longitude, point.latitude, radius)
        .map((rank) => measured(point, located[rank]!))
        .sort((a, b) => a.distanceMetres - b.distanceMetres)
        .slice(0, count);
      // Degrees of longitude shrink towards the poles: nothing outside the circle is closer than this.
      const sureMetres =
        radius * DEGREE_METRES * Math.cos(((Math.abs(point.latitude) + radius) * Math.PI) / 180);
      if (closest.length === count && closest.at(-1)!.distanceMetres <= sureMetres) return closest;
    }
    return located
      .map((commune) => measured(point, commune))
      .sort((a, b) => a.distanceMetres - b.distanceMetres)
      .slice(0, count);
  };
}

type Located = Commune & { centre: Point };

const measured = (point: Point, commune: Located): { commune: Commune; distanceMetres: number } => ({
  commune,
  distanceMetres: distanceMetres(point, commune.centre),
});

function plant(located: Located[]): KDBush {
  const tree = new KDBush(Math.max(located.length, 1));
  for (const { centre } of located) tree.add(centre.longitude, centre.latitude);
  if (located.length === 0) tree.add(0, 0);
  return tree.finish();
}
