import { z } from 'zod';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { DownloadRefusal, HttpClient } from '../../platform/http-client.ts';
import type { Commune } from '../standard/index.ts';

export type GeoApiRefusal = DownloadRefusal | { kind: 'malformed-json' } | { kind: 'unexpected-answer' };

const FIELDS = 'nom,code,codesPostaux,centre,population,codeDepartement,codeRegion,epci';

const POINT = z.object({ coordinates: z.tuple([z.number(), z.number()]) });

/** What https://geo.api.gouv.fr/decoupage-administratif documents; territories without EPCI or region leave some out. */
const COMMUNES = z.array(
  z.object({
    nom: z.string().min(1),
    code: z.string().regex(/^[0-9AB]{5}$/),
    codesPostaux: z.array(z.string()).default([]),
    centre: POINT.optional(),
    population: z.number().default(0),
    codeDepartement: z.string().default(''),
    codeRegion: z.string().default(''),
    epci: z.object({ code: z.string(), nom: z.string() }).optional(),
  }),
);
type GeoCommune = z.infer<typeof COMMUNES>[number];

/** All current communes and municipal arrondissements with their centres. The API does not link former communes here. */
export async function fetchCommunes(
  http: HttpClient,
  baseUrl: string,
): Promise<Result<Commune[], GeoApiRefusal>> {
  const communes: Commune[] = [];
  for (const type of ['commune-actuelle', 'arrondissement-municipal']) {
    const url = `${baseUrl.replace(/\/$/, '')}/communes?fields=${FIELDS}&format=json&geometry=centre&type=${type}`;
    const answer = await http.getJson(url);
    if (!answer.ok) return answer;
    const parsed = COMMUNES.safeParse(answer.value);
    if (!parsed.success || parsed.data.length === 0) return refuse({ kind: 'unexpected-answer' });
    communes.push(...parsed.data.map(toCommune));
  }
  return ok(communes);
}

function toCommune({ centre, epci, ...commune }: GeoCommune): Commune {
  const arrondissementOf = communeOfArrondissement(commune.code);
  return {
    codeInsee: commune.code,
    name: commune.nom,
    postalCodes: commune.codesPostaux,
    departement: commune.codeDepartement,
    region: commune.codeRegion,
    population: commune.population,
    ...(epci ? { epciCode: epci.code, epciName: epci.nom } : {}),
    ...(centre ? { centre: { longitude: centre.coordinates[0], latitude: centre.coordinates[1] } } : {}),
    former: [],
    ...(arrondissementOf ? { arrondissementOf } : {}),
  };
}

/** The three communes divided into arrondissements (law of 31 December 1982, called PLM) and the codes of these. */
const DIVIDED_COMMUNES = [
  { commune: '75056', first: 75_101, last: 75_120 },
  { commune: '69123', first: 69_381, last: 69_389 },
  { commune: '13055', first: 13_201, last: 13_216 },
];

function communeOfArrondissement(code: string): string | undefined {
  return DIVIDED_COMMUNES.find(({ first, last }) => Number(code) >= first && Number(code) <= last)?.commune;
}
