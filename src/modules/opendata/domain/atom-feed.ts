export interface FeedEntry {
  /** Never changes: readers know by it what they have already shown. */
  id: string;
  title: string;
  summary: string;
  href: string;
  updatedAt: Date;
}

export interface Feed {
  id: string;
  title: string;
  subtitle: string;
  lang: string;
  author: string;
  /** Address of this feed, and of the page that says the same to people. */
  selfHref: string;
  pageHref: string;
  updatedAt: Date;
  entries: readonly FeedEntry[];
}

/** Atom 1.0 (RFC 4287). */
export function atomFeed(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(feed.lang)}">`,
    `  <id>${xmlText(feed.id)}</id>`,
    `  <title>${xmlText(feed.title)}</title>`,
    `  <subtitle>${xmlText(feed.subtitle)}</subtitle>`,
    `  <updated>${feed.updatedAt.toISOString()}</updated>`,
    `  <author><name>${xmlText(feed.author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${xmlText(feed.selfHref)}"/>`,
    `  <link rel="alternate" type="text/html" href="${xmlText(feed.pageHref)}"/>`,
    ...feed.entries.map(entryElement),
    '</feed>',
    '',
  ].join('\n');
}

const entryElement = (entry: FeedEntry): string =>
  [
    '  <entry>',
    `    <id>${xmlText(entry.id)}</id>`,
    `    <title>${xmlText(entry.title)}</title>`,
    `    <updated>${entry.updatedAt.toISOString()}</updated>`,
    `    <link rel="alternate" type="text/html" href="${xmlText(entry.href)}"/>`,
    `    <summary>${xmlText(entry.summary)}</summary>`,
    '  </entry>',
  ].join('\n');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 forbids some characters even escaped: a single one would make the whole feed unreadable. */
const xmlText = (text: string): string =>
  withoutForbidden(text).replace(/[&<>"]/g, (char) => ENTITIES[char]!);

const withoutForbidden = (text: string): string =>
  Array.from(text)
    .filter((char) => isXmlChar(char.codePointAt(0)!))
    .join('');

const isXmlChar = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000;
