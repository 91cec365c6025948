import { fold } from '../../../kernel/text.ts';
import type { ValueRule } from './mapping.ts';
import { splitItems } from './value-items.ts';

/** A rule ready to be asked thousands of times. */
export interface CompiledRule {
  columns: readonly string[];
  value: string;
  /** Does the text of one cell trigger it? */
  fires: (cell: FoldedCell) => boolean;
  /** Does the rule say anything of this text, be it to except it? */
  mentions: (cell: FoldedCell) => boolean;
}

export interface FoldedCell {
  whole: string;
  /** Its items when it is a list; else the whole text alone. */
  items: readonly string[];
}

/** Filled, and yet the answer is no. */
const NO = new Set(['', '0', 'non', 'false', 'faux', 'no']);
/** Items longer than this are sentences: an exception then holds for the whole text. */
const ITEM_LIMIT = 120;
/** « CAF » is not in « café », nor « oui » in « Louise ». */
const SHORT_TERM = 3;

const MEMORY = new Map<string, FoldedCell>();
const MEMORY_LIMIT = 20_000;

/** The answers of closed questions come back on every other row: each is folded once. */
export function foldCell(text: string): FoldedCell {
  const known = MEMORY.get(text);
  if (known) return known;
  if (MEMORY.size >= MEMORY_LIMIT) MEMORY.clear();
  const whole = fold(text);
  const items = splitItems(whole);
  const cell = { whole, items: items.some(({ length }) => length > ITEM_LIMIT) ? [whole] : items };
  MEMORY.set(text, cell);
  return cell;
}

export function compileRule({ columns, terms, except = [], value }: ValueRule): CompiledRule {
  const isFilled = ({ whole }: FoldedCell): boolean => !NO.has(whole);
  if (!terms) return { columns, value, fires: isFilled, mentions: isFilled };
  const includes = anyOf(terms);
  const excludes = anyOf(except);
  const triggers = (text: string): boolean => includes(text) && !excludes(text);
  return {
    columns,
    value,
    // A term may itself hold a separator (« sur place, par téléphone »): then only the whole text contains it.
    fires: ({ whole, items }) => items.some(triggers) || (!items.some(includes) && triggers(whole)),
    mentions: ({ whole }) => includes(whole) || excludes(whole),
  };
}

function anyOf(terms: readonly string[]): (text: string) => boolean {
  const finders = terms.map(finder);
  return (text) => finders.some((find) => find(text));
}

function finder(term: string): (text: string) => boolean {
  const folded = fold(term);
  if (folded.length > SHORT_TERM) return (text) => text.includes(folded);
  const alone = new RegExp(`(?:^|[^a-z0-9])${folded.replace(/[^a-z0-9 ]/g, '\\$&')}(?![a-z0-9])`);
  return (text) => alone.test(text);
}
