import type { Commune } from '../../standard/index.ts';
import type { SourceRow, SourceTable } from './table.ts';

/** Names under which published lists of communes give each fact: ours, geo.api.gouv.fr, the statistics office. */
const NAMES = {
  codeInsee: ['code_insee', 'code', 'codeInsee', 'insee', 'com'],
  name: ['nom', 'name', 'nom_commune', 'libelle'],
  postalCodes: ['codes_postaux', 'codesPostaux', 'code_postal'],
  latitude: ['lat', 'latitude', 'centre.lat'],
  longitude: ['lon', 'longitude', 'centre.lon'],
  population: ['population'],
  departement: ['departement', 'codeDepartement', 'code_departement', 'dep'],
  region: ['region', 'codeRegion', 'code_region', 'reg'],
} as const;

/** The communes that a table lists; rows without a code or a name are passed over. */
export const readCommuneTable = (table: SourceTable): Commune[] =>
  table.rows.flatMap((row) => toCommune(row) ?? []);

function toCommune(row: SourceRow): Commune | null {
  const codeInsee = cell(row, 'codeInsee').toUpperCase().padStart(5, '0');
  const name = cell(row, 'name');
  if (!/^(?:\d{5}|2[AB]\d{3})$/.test(codeInsee) || codeInsee === '00000' || name === '') return null;
  const centre = { latitude: number(row, 'latitude'), longitude: number(row, 'longitude') };
  return {
    codeInsee,
    name,
    postalCodes: cell(row, 'postalCodes').match(/\d{5}/g) ?? [],
    departement: cell(row, 'departement') || codeInsee.slice(0, /^9[78]/.test(codeInsee) ? 3 : 2),
    region: cell(row, 'region'),
    population: number(row, 'population') || 0,
    ...(Number.isNaN(centre.latitude + centre.longitude) ? {} : { centre }),
    former: [],
  };
}

const cell = (row: SourceRow, fact: keyof typeof NAMES): string =>
  NAMES[fact].map((name) => row.cells[name] ?? '').find((text) => text !== '') ?? '';

function number(row: SourceRow, fact: keyof typeof NAMES): number {
  const text = cell(row, fact).replace(',', '.');
  return text === '' ? Number.NaN : Number(text);
}
