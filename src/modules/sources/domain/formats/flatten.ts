import { safeKey } from './column-names.ts';
import { geometryCentre, isGeometry } from './geometry.ts';

/** Deeper records come from no real source, and exhaust the stack of whatever walks them. */
const MAX_DEPTH = 40;

/**
 * A JSON record as texts under dotted names. Scalars of a list are joined with `|`, and so are the values that several
 * objects of a list give to the same key; the order is kept and a repeated item is written once.
 */
export function flattenRecord(record: object): Record<string, string> {
  const cells: Record<string, string> = {};
  visit(record, '', cells);
  return cells;
}

function visit(value: unknown, path: string, cells: Record<string, string>): void {
  if (value === null || typeof value !== 'object') {
    add(cells, path, scalarText(value));
  } else if (Array.isArray(value)) {
    if (value.length === 0) add(cells, path, '');
    for (const item of value) visit(item, path, cells);
  } else if (isGeometry(value)) {
    addGeometry(value.coordinates, path, cells);
  } else {
    visitObject(value, path, cells);
  }
}

function visitObject(object: object, path: string, cells: Record<string, string>): void {
  for (const [key, child] of Object.entries(object)) {
    // Every feature of a GeoJSON file says that it is one: a column of it would say nothing.
    if (key === 'type' && child === 'Feature') continue;
    visit(child, path === '' ? key : `${path}.${key}`, cells);
  }
}

function addGeometry(coordinates: unknown, path: string, cells: Record<string, string>): void {
  const centre = geometryCentre(coordinates);
  const prefix = path === '' ? '' : `${path}.`;
  add(cells, `${prefix}lon`, centre ? String(centre.longitude) : '');
  add(cells, `${prefix}lat`, centre ? String(centre.latitude) : '');
}

function scalarText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

function add(cells: Record<string, string>, path: string, text: string): void {
  const name = safeKey(path);
  const present = Object.hasOwn(cells, name) ? cells[name]! : '';
  if (present === '') cells[name] = text;
  else if (text !== '' && !isListed(present, text)) cells[name] = `${present}|${text}`;
}

/** Searching long lists again at each item would take quadratic time: past this length repeats stay. */
const MAX_SEARCHED_LENGTH = 2_000;

const isListed = (list: string, item: string): boolean =>
  list.length <= MAX_SEARCHED_LENGTH && `|${list}|`.includes(`|${item}|`);

/** Whether lists and objects are nested no deeper than the limit. */
export function isShallow(value: unknown, depth = 0): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (depth > MAX_DEPTH) return false;
  for (const child of Array.isArray(value) ? value : Object.values(value)) {
    if (!isShallow(child, depth + 1)) return false;
  }
  return true;
}
