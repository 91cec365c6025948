const HARD_SEPARATORS = /[|;\n\r•]+/;
const SOFT_SEPARATORS = /,(?![^(]*\))|\s\/\s/;
/** Signs that databases and forms leave around items: `{Médiathèque,"Point info"}`, `"Seniors","Jeunes"`, `["a"]`. */
const WRAPPING = /^[\s"'{[]+|[\s"'}\]]+$/g;

/** The items of a cell that may be a list: `|`, `;` and lines always part them, commas and slashes outside brackets too. */
export const splitItems = (text: string): string[] =>
  text
    .split(HARD_SEPARATORS)
    .flatMap((item) => item.split(SOFT_SEPARATORS))
    .map((item) => item.replace(WRAPPING, ''))
    .filter((item) => item !== '');
