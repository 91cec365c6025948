import type { TableNotice } from '../table.ts';
import { isShallow } from './flatten.ts';
import type { ListItem } from './records.ts';

/** The list of records that a JSON document holds. */
export interface RecordList {
  items: ListItem[];
  notices: TableNotice[];
}

/** Share of the values of the document that the list must hold: a settings file also has lists. */
const MIN_SHARE = 0.6;
/** A place has at least a name, a street and a town; an entry of a settings file rarely has three plain values. */
const MIN_VALUES = 3;
const MAX_SEARCH_DEPTH = 6;

/** A list given as such, or the one that makes most of the document (`values`, `data`, `results`, `result.records`…). */
export function findRecordList(document: unknown): RecordList | null {
  if (Array.isArray(document)) {
    return document.length === 0 || document.some(isPlainObject)
      ? { items: rank(document), notices: [] }
      : null;
  }
  if (!isPlainObject(document) || !isShallow(document)) return null;
  const best = candidates(document, '', 0).sort((a, b) => b.values - a.values)[0];
  if (!best || best.values < countValues(document) * MIN_SHARE || !looksLikeRecords(best.items)) return null;
  const found: TableNotice[] = best.path === '' ? [] : [{ kind: 'inner-list', detail: best.path }];
  return { items: best.items, notices: [...found, ...whatElse(document, [best.path], best.items.length)] };
}

/** Says which other lists of a document were left aside, and whether the service announces more records than it gives. */
export function whatElse(document: PlainObject, readPaths: readonly string[], length: number): TableNotice[] {
  const lists = isShallow(document) ? candidates(document, '', 0) : [];
  const notices: TableNotice[] = lists
    .filter(({ path, items }) => !readPaths.some((read) => isWithin(path, read)) && looksLikeRecords(items))
    .map(({ path, items }) => ({ kind: 'skipped-list', detail: `${path} (${items.length})` }));
  const announced = announcedTotal(document);
  if (announced > length) notices.push({ kind: 'partial-list', detail: `${length}/${announced}` });
  return notices;
}

const isWithin = (path: string, ancestor: string): boolean =>
  ancestor === '' || path === ancestor || path.startsWith(`${ancestor}.`);

type PlainObject = Record<string, unknown>;

export const isPlainObject = (value: unknown): value is PlainObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

export const rank = (values: readonly unknown[]): ListItem[] =>
  values.map((value, index) => ({ position: index + 1, value }));

interface Candidate {
  path: string;
  items: ListItem[];
  values: number;
}

function candidates(node: PlainObject, path: string, depth: number): Candidate[] {
  const found: Candidate[] = [];
  if (isDictionary(node)) found.push({ path, items: keyed(node), values: countValues(node) });
  if (depth === MAX_SEARCH_DEPTH) return found;
  for (const [key, child] of Object.entries(node)) {
    const childPath = path === '' ? key : `${path}.${key}`;
    if (Array.isArray(child) && child.some(isPlainObject)) {
      found.push({ path: childPath, items: rank(child), values: countValues(child) });
    } else if (isPlainObject(child)) {
      found.push(...candidates(child, childPath, depth + 1));
    }
  }
  return found;
}

/** Some services give their records under their identifiers: `{"12": {…}, "13": {…}}`. */
function isDictionary(node: PlainObject): boolean {
  const values = Object.values(node);
  if (values.length < 2 || !values.every(isPlainObject)) return false;
  const first = new Set(Object.keys(values[0]!));
  return values.every((value) => {
    const keys = Object.keys(value);
    return keys.filter((key) => first.has(key)).length * 2 >= Math.max(keys.length, first.size);
  });
}

/** The key may be the only identifier of the record: it gets a column of its own. */
const keyed = (node: PlainObject): ListItem[] =>
  Object.entries(node).map(([key, value], index) => ({ position: index + 1, value, extra: { clé: key } }));

function countValues(value: unknown): number {
  if (value === null || typeof value !== 'object') return 1;
  let count = 0;
  for (const child of Array.isArray(value) ? value : Object.values(value)) count += countValues(child);
  return count;
}

function looksLikeRecords(items: readonly ListItem[]): boolean {
  const counts = items.map(({ value }) => countPlainValues(value)).sort((a, b) => a - b);
  return (counts[Math.floor(counts.length / 2)] ?? 0) >= MIN_VALUES;
}

/** Values that are not inside a list. */
function countPlainValues(value: unknown): number {
  if (!isPlainObject(value)) return Array.isArray(value) ? 0 : 1;
  return Object.values(value).reduce<number>((count, child) => count + countPlainValues(child), 0);
}

const TOTAL_KEYS = ['total', 'total_count', 'totalCount', 'nhits', 'count', 'numberMatched', 'totalFeatures'];

/** How many records the service says it has: more than the list means one page of several. */
function announcedTotal(document: PlainObject): number {
  const totals = [document, ...Object.values(document).filter(isPlainObject)].flatMap((node) =>
    TOTAL_KEYS.map((key) => node[key]).filter((value) => typeof value === 'number'),
  );
  return Math.max(0, ...totals);
}
