import type { Commune } from './communes.ts';

/** Same number as in `scripts/build-communes.mjs`, which writes the file. */
const FORMAT = 1;

type CommuneRow = [
  codeInsee: string,
  name: string,
  postalCodes: string,
  departement: string,
  region: string,
  population: number,
  epciRank: number | null,
  latitude: number | null,
  longitude: number | null,
  former: [codeInsee: string, name?: string][],
  arrondissementOf: string | null,
];

interface CommuneFile {
  format: number;
  epcis: [code: string, name: string][];
  communes: CommuneRow[];
}

/** Decodes `dist/reference/communes.json`. Throws on anything else: the file is built with the program. */
export function readCommunes(json: unknown): Commune[] {
  if (!isCommuneFile(json)) throw new Error('This is not the reference file of communes: build it again.');
  return json.communes.map((row) => toCommune(row, json.epcis));
}

function isCommuneFile(json: unknown): json is CommuneFile {
  if (typeof json !== 'object' || json === null) return false;
  const file = json as Partial<CommuneFile>;
  return file.format === FORMAT && Array.isArray(file.epcis) && Array.isArray(file.communes);
}

function toCommune(row: CommuneRow, epcis: CommuneFile['epcis']): Commune {
  const [codeInsee, name, postalCodes, departement, region, population] = row;
  const [, , , , , , epciRank, latitude, longitude, former, arrondissementOf] = row;
  const epci = epciRank === null ? undefined : epcis[epciRank];
  return {
    codeInsee,
    name,
    postalCodes: postalCodes === '' ? [] : postalCodes.split(' '),
    departement,
    region,
    population,
    ...(epci ? { epciCode: epci[0], epciName: epci[1] } : {}),
    ...(latitude === null || longitude === null ? {} : { centre: { latitude, longitude } }),
    former: former.map(([code, formerName]) => ({
      codeInsee: code,
      ...(formerName ? { name: formerName } : {}),
    })),
    ...(arrondissementOf === null ? {} : { arrondissementOf }),
  };
}
