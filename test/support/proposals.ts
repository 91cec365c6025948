import { type MappingProposal, proposeMapping } from '../../src/modules/sources/domain/propose.ts';
import type { SourceTable } from '../../src/modules/sources/domain/table.ts';
import type { StandardField } from '../../src/modules/standard/index.ts';
import { SMALL_REFERENCE } from './communes.ts';

/** A fictitious file: names of columns, and their cells from top to bottom. */
export function propose(columns: Record<string, string[]>): MappingProposal {
  const names = Object.keys(columns);
  const count = Math.max(...Object.values(columns).map(({ length }) => length));
  const rows = Array.from({ length: count }, (_, rank) => {
    const cells = Object.fromEntries(names.map((name) => [name, columns[name]?.[rank] ?? '']));
    return { position: rank + 2, cells, raw: cells };
  });
  const table: SourceTable = { format: 'csv', columns: names, rows, notices: [] };
  return proposeMapping(table, SMALL_REFERENCE);
}

export const first = (proposal: MappingProposal, field: StandardField): string | undefined =>
  proposal.fields[field]?.columns[0];

export const NAMES = [
  'Médiathèque des Cerisiers',
  'Espace numérique Le Clic',
  'CCAS de Bron',
  'Mairie de Vénissieux',
];
export const STREETS = ['3 rue des Lilas', '12 avenue de la Gare', 'Place du Marché', '7 bis chemin Vert'];
export const COMMUNES = ['Bron', 'Villeurbanne', 'Vénissieux', 'Saint-Fons'];
export const CODES = ['69500', '69100', '69200', '69190'];
export const PHONES = ['04 72 00 00 01', '0472000002', '+33 4 72 00 00 03', '04.72.00.00.04'];
export const EMAILS = [
  'accueil@cerisiers.example.org',
  'le-clic@example.org',
  'ccas@example.org',
  'mairie@example.org',
];
