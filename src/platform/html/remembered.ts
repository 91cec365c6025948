import { type ComponentChildren, Fragment, h, type VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';

/** Of HTML kept in all: the rows of about ten thousand places. Beyond, it is forgotten and written anew. */
const MOST_CHARACTERS = 12_000_000;

let written = new WeakMap<object, Map<string, string>>();
let characters = 0;

/**
 * A part that many pages show alike, rendered once and then put back as it stands: two thirds of the time of a list went
 * into writing the same rows, icons and links again. `of` never changes once made and goes with what it is about; `as`
 * names the part and all else that it depends on (the language…), for what is forgotten there is shown to the wrong reader.
 */
export function Remembered({
  of,
  as,
  children,
}: {
  of: object;
  as: string;
  children: () => ComponentChildren;
}): VNode {
  return jsxTemplate([written.get(of)?.get(as) ?? write(of, as, children)]);
}

function write(of: object, as: string, children: () => ComponentChildren): string {
  const html = renderToString(h(Fragment, null, children()));
  characters += html.length;
  if (characters > MOST_CHARACTERS) {
    written = new WeakMap();
    characters = html.length;
  }
  const parts = written.get(of) ?? new Map<string, string>();
  parts.set(as, html);
  written.set(of, parts);
  return html;
}
