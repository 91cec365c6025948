export interface PageText {
  text: string;
  /** Of the closest element that says one. */
  lang: string;
}

interface Element {
  lang: string;
  isSilent: boolean;
}

/** Not read by people as words of the page. */
const SILENT = /^<(?:script|style|svg|code|pre|template|title|noscript)\b/;
/** What people read or hear besides the text itself. */
const SPOKEN_ATTRIBUTES = /\s(?:aria-label|title|alt)="([^"]*)"/g;
const TAG_OR_TEXT = /<(?:"[^"]*"|[^">])*>|[^<]+/g;

/** The texts of a page made by our renderer, which closes all that it opens, each with its language. */
export function readTexts(html: string): PageText[] {
  const found: PageText[] = [];
  const open: Element[] = [{ lang: '', isSilent: true }];
  for (const [part] of html.matchAll(TAG_OR_TEXT)) {
    const around = open.at(-1)!;
    if (part.startsWith('</')) open.pop();
    else if (/^<\w/.test(part)) {
      const element = elementOf(part, around);
      found.push(...spokenBy(part, element));
      if (!part.endsWith('/>')) open.push(element);
    } else if (!part.startsWith('<')) found.push(...textIn(part, around));
  }
  return found;
}

const elementOf = (tag: string, around: Element): Element => ({
  lang: /\slang="([^"]*)"/.exec(tag)?.[1] ?? around.lang,
  isSilent: SILENT.test(tag) || (around.isSilent && !tag.startsWith('<body')),
});

const spokenBy = (tag: string, element: Element): PageText[] =>
  [...tag.matchAll(SPOKEN_ATTRIBUTES)].flatMap(([, said = '']) => textIn(said, element));

function textIn(raw: string, { lang, isSilent }: Element): PageText[] {
  const text = raw
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' || isSilent ? [] : [{ text, lang }];
}
