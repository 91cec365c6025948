import { transformSync } from 'esbuild';

/** A value may hold quoted text with semicolons: data URLs do. */
const DECLARATION = /(--[\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;{}"'])*)(;|(?=\}))/g;
const COLOURS_KEPT = ['accent', 'neutral', 'marker', 'success', 'warning', 'danger'];

/** The sheets, minified, without the cascade layers of the design system and the custom properties that no rule reads. */
export function trimStyles(sheets) {
  let trimmed = sheets.map((css) => dropUnusedBlocks(unwrapLayers(dropComments(css))));
  for (let before = -1; before !== size(trimmed); ) {
    before = size(trimmed);
    const read = new Set(
      trimmed.flatMap((css) => [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name)),
    );
    trimmed = trimmed.map((css) => css.replace(DECLARATION, (whole, name) => (read.has(name) ? whole : '')));
  }
  return trimmed.map((css) => transformSync(css, { loader: 'css', minify: true }).code);
}

const size = (sheets) => sheets.join('').length;
const dropComments = (css) => css.replace(/\/\*[\s\S]*?\*\//g, '');

/** Browsers older than 2022 ignore everything inside `@layer`: order of appearance gives the same result here. */
function unwrapLayers(css) {
  const withoutList = css.replace(/@layer [\w.,\s-]+;/g, '');
  const start = withoutList.search(/@layer [\w.-]+\s*\{/);
  if (start < 0) return withoutList;
  const open = withoutList.indexOf('{', start);
  const close = closingBrace(withoutList, open);
  return unwrapLayers(
    withoutList.slice(0, start) + withoutList.slice(open + 1, close) + withoutList.slice(close + 1),
  );
}

function closingBrace(css, open) {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '"') at = css.indexOf('"', at + 1);
    else if (css[at] === '{') depth += 1;
    else if (css[at] === '}' && --depth === 0) return at;
  }
  throw new Error('A brace is never closed in the style sheet.');
}

/**
 * Light is the default of `:root`, so the block that says it again goes. Dark is for screens: paper is white.
 * Colour families that no page names go too.
 */
function dropUnusedBlocks(css) {
  const colours = new RegExp(
    `\\[data-color="(?!${COLOURS_KEPT.join('|')})[\\w-]+"\\],?[^{}]*\\{[^{}]*\\}`,
    'g',
  );
  return dropBlock(css, /@media \(prefers-color-scheme: light\)\s*\{/)
    .replace(/@media \(prefers-color-scheme: dark\)/g, '@media screen and (prefers-color-scheme: dark)')
    .replace(colours, '');
}

function dropBlock(css, heading) {
  const start = css.search(heading);
  if (start < 0) return css;
  return css.slice(0, start) + css.slice(closingBrace(css, css.indexOf('{', start)) + 1);
}
