import { collapseSpaces } from '../../../kernel/text.ts';
import { decodeEntities } from './html-entities.ts';
import { repairMojibake } from './mojibake.ts';

/** Beyond this depth of nested encodings a text is an attack: its markup characters are dropped. */
const MAX_PASSES = 12;

/** Words as a person would read them: no tag, no HTML entity, no « Ã© », single spaces. Lines become spaces. */
export const cleanText = (text: string): string =>
  CLEAN.test(text) ? text : collapseSpaces(cleanLines(text));

/** Nothing to clean: most cells, and cleaning costs twenty times this test. */
const CLEAN = /^[!-%'-;=?-~àäçèéêëîôöùûüÀÇÈÉÊËÎÔÙœŒ’«»°–]+(?: [!-%'-;=?-~àäçèéêëîôöùûüÀÇÈÉÊËÎÔÙœŒ’«»°–]+)*$/;

/** The same, with its line breaks (and those of `<br>`, `<p>`, `<li>`) kept. */
export function cleanLines(text: string): string {
  if (CLEAN.test(text)) return text;
  let current = text;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = cleanOnce(current);
    if (next === current) return current;
    current = next;
  }
  return cleanOnce(current.replace(/[<>&ÂÃÅâï]/g, ' '));
}

function cleanOnce(text: string): string {
  const decoded = repairMojibake(decodeEntities(text));
  const plain = decoded
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]*>/gi, '\n')
    .replace(/<!--.*?-->|<\/?[a-z][^<>]*>/gis, ' ');
  return plain
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(collapseSpaces)
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** Cut at a word, with an ellipsis; `limit` counts UTF-16 units, the strictest way a reader may count. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, Math.max(limit - 1, 0)).replace(/[\ud800-\udbff]$/, '');
  const lastSpace = room.search(/\s\S*$/);
  const cut =
    lastSpace > room.length / 2 && !/^\s/.test(text.slice(room.length)) ? room.slice(0, lastSpace) : room;
  return `${cut.replace(/[\s,;:–-]+$/, '')}…`.slice(0, Math.max(limit, 0));
}
