import type { TableNotice } from '../table.ts';
import { isPlainObject, type RecordList, rank, whatElse } from './record-list.ts';

/**
 * data·inclusion gives structures and their services apart. Each service is put under its structure, so that one row
 * is one place with columns such as `services.thematiques`; services of unknown structures are counted in a notice.
 */
export function joinDataInclusion(document: unknown): RecordList | null {
  if (!isPlainObject(document)) return null;
  const { structures, services } = document;
  if (!Array.isArray(structures) || !Array.isArray(services)) return null;
  const byStructure = new Map<string, unknown[]>();
  for (const service of services) {
    const key = isPlainObject(service) ? joinKey(service.source, service.structure_id) : '';
    const siblings = byStructure.get(key);
    if (siblings) siblings.push(service);
    else byStructure.set(key, [service]);
  }
  const joined = structures.map((structure) => {
    if (!isPlainObject(structure)) return structure;
    const key = joinKey(structure.source, structure.id);
    const own = byStructure.get(key) ?? [];
    byStructure.delete(key);
    return { ...structure, services: own };
  });
  const orphans = [...byStructure.values()].flat().length;
  const notices: TableNotice[] = orphans > 0 ? [{ kind: 'orphan-service', detail: String(orphans) }] : [];
  notices.push(...whatElse(document, ['structures', 'services'], structures.length));
  return { items: rank(joined), notices };
}

const joinKey = (source: unknown, structureId: unknown): string => JSON.stringify([source, structureId]);
