const HARD_SEPARATORS = /[|;\n\r•]+/;
/** A comma before an article goes on with the same item: « un ordinateur, une tablette ou un smartphone ». */
const SOFT_SEPARATORS =
  /,(?![^(]{0,200}\))(?!\s{0,9}(?:une?|les?|la|des|du|ou|et)\s|\s{0,9}[ld]['’])|\s\/\s/i;

/** The items of a cell that may be a list: `|`, `;` and lines always part them, commas and slashes outside brackets too. */
export const splitItems = (text: string): string[] =>
  (quotedItems(text) ?? text.split(HARD_SEPARATORS).flatMap(softItems))
    .map(unwrapped)
    .filter((item) => item !== '');

const softItems = (item: string): string[] => item.split(SOFT_SEPARATORS);

/** PostgreSQL arrays and JSON lists: between quotes, a comma belongs to the item. Null when the text is no such list. */
function quotedItems(text: string): string[] | null {
  if (!text.includes('"')) return null;
  const list = text.trim().replace(/^[{[]|[}\]]$/g, '');
  const next = /\s*"([^"]*)"\s*(?:,|$)|([^",]*)(?:,|$)/y;
  const items: string[] = [];
  while (next.lastIndex < list.length) {
    const match = next.exec(list);
    if (!match) return null;
    items.push(match[1] ?? match[2] ?? '');
  }
  return items;
}

/** Without the signs that databases and forms leave around items: `{Médiathèque,"Point info"}`, `["a"]`. */
function unwrapped(item: string): string {
  let [start, end] = [0, item.length];
  while (start < end && /[\s"'{[]/.test(item.charAt(start))) start += 1;
  while (end > start && /[\s"'}\]]/.test(item.charAt(end - 1))) end -= 1;
  return item.slice(start, end);
}
