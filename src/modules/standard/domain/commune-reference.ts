import KDBush from 'kdbush';
import { distanceMetres, type Point } from '../../../kernel/geo.ts';
import { type CommuneLookups, findCommune } from './commune-find.ts';
import { communeKey, looseCommuneKey, nameVariants } from './commune-names.ts';
import type { Commune, CommuneReference } from './communes.ts';

/** Indexes the communes once; about 100 ms for the 35,000 of France. */
export function buildCommuneReference(communes: Commune[]): CommuneReference {
  const lookups = {
    byInsee: inseeLookup(communes),
    byPostalCode: postalCodeLookup(communes),
    ...nameLookups(communes),
  };
  return {
    communes,
    byInsee: lookups.byInsee,
    byPostalCode: lookups.byPostalCode,
    byName: lookups.byName,
    nearest: nearestLookup(communes),
    find: (clues) => findCommune(clues, lookups),
  };
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

/** `namesakes` also gives those whose name differs by an article or a space: for callers that hold other clues. */
function nameLookups(communes: Commune[]): Pick<CommuneLookups, 'byName' | 'namesakes'> {
  const exact = new Map<string, Commune[]>();
  const formerNames = new Map<string, Commune[]>();
  for (const commune of communes) {
    add(exact, communeKey(commune.name), commune);
    for (const { name } of commune.former)
      if (name !== undefined) add(formerNames, communeKey(name), commune);
  }
  let looseIndex: Map<string, Commune[]> | null = null;
  const loose = (keys: string[]) => {
    looseIndex ??= loosen([exact, formerNames]);
    return firstFound(keys.map(looseCommuneKey), looseIndex) ?? [];
  };
  const byKeys = (keys: string[]) => firstFound(keys, exact) ?? firstFound(keys, formerNames) ?? loose(keys);
  const keysOf = (name: string) => nameVariants(name).map(communeKey);
  return {
    byName: (name) => byKeys(keysOf(name)),
    namesakes: (name) => [...new Set([...byKeys(keysOf(name)), ...loose(keysOf(name))])],
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
    if (
      located.length === 0 ||
      count < 1 ||
      !Number.isFinite(point.latitude) ||
      !Number.isFinite(point.longitude)
    )
      return [];
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
  const tree = new KDBush(located.length);
  for (const { centre } of located) tree.add(centre.longitude, centre.latitude);
  return tree.finish();
}
