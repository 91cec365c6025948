import { cleanText } from './text.ts';

interface UrlReading {
  urls: string[];
  /** Parts of the text that were meant as addresses and are none. */
  invalid: string[];
  /** Something was mended (a missing scheme, a misspelling, words around). */
  repaired: boolean;
}

/** Top-level domains longer than three letters that French places use; shorter ones are taken as they come. */
const LONG_DOMAINS = new Set(
  `
  academy alsace archi asso bzh cafe care center city cloud club community coop corsica design
  digital education email events family foundation gouv group help info jobs land legal life link
  live media mobi museum name network online page paris photo place post press pro school science
  services shop site social software solutions space store studio support team tech today tools
  training university website wiki work works world xyz zone`
    .trim()
    .split(/\s+/),
);

/** Added by social networks and campaigns: they follow the visitor and do not change the page. */
const TRACKERS = /^(?:fbclid|gclid|utm_\w+|mibextid|igshid|mc_[ce]id)$/;

/** One address alone, written as it should be: most cells. */
const PLAIN_URL =
  /^https?:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,3}(?:\/|(?:\/[\w.-]*[\w-])*\/?(?<=[\w/]))$/;

/** The addresses of a cell: several, without scheme, in HTML or Markdown, with words around. */
export function parseUrls(text: string): UrlReading {
  if (PLAIN_URL.test(text)) return { urls: [text], invalid: [], repaired: false };
  const items = cutApart(withLinkTargets(text));
  const reading: UrlReading = { urls: [], invalid: [], repaired: false };
  const leftovers: string[] = [];
  let isBroken = false;
  for (const item of items) {
    const hasScheme = /^https?:/i.test(item);
    // « http://www.exemple.Mairie de ville.fr »: what follows a broken address may be its rest.
    const url: string | null = isBroken && !hasScheme ? null : toUrl(item);
    isBroken = url === null && (isBroken || hasScheme);
    if (url === null) leftovers.push(item);
    else if (!reading.urls.includes(url)) reading.urls.push(url);
    reading.repaired ||= url !== null && url !== item;
  }
  const looksMeant =
    reading.urls.length === 0 ? leftovers : leftovers.filter((item) => /@|^https?:/i.test(item));
  if (looksMeant.length > 0) reading.invalid = [looksMeant.join(' ')];
  reading.repaired ||= reading.urls.length > 0 && leftovers.some((item) => /\p{L}{3}/u.test(item));
  return reading;
}

/** `<a href="…">` and `[words](…)` give their targets. */
const withLinkTargets = (text: string): string =>
  cleanText(
    text
      .replace(/<a\b[^<>]*?\bhref\s*=\s*["']?([^"'\s<>]+)["']?[^<>]*>(.*?)<\/a>/gis, ' $1 ')
      .replace(/\[[^[\]]*\]\((\S+?)\)/g, ' $1 '),
  );

function cutApart(text: string): string[] {
  return text
    .replace(/\b(https?)\s*:\s*\/\s*\//gi, '$1://')
    .replace(/(?<=[^\s])(?=https?:\/\/)(?<!:\/\/)(?<![=?&/])/gi, ' ')
    .split(/[\s|;<>"«»]+|,(?=\s|$|https?:|www\.)/)
    .map((item) => item.replace(/^[(['-]+|[)\]'.,:!?-]+$/g, ''))
    .filter((item) => /[\p{L}\p{N}]/u.test(item) && !/^https?:?\/*$/i.test(item));
}

function toUrl(item: string): string | null {
  const address = mendScheme(item);
  const hasScheme = /^https?:\/\//.test(address);
  const full = hasScheme ? address : `https://${address}`;
  if (/^[^/]*@/.test(address) || !URL.canParse(full)) return null;
  const url = new URL(full);
  // « 63122 » would be read as the number of a machine.
  if (
    !/^https?:\/\/[^/?#]*\./.test(full) ||
    !isHost(url.hostname, hasScheme && isWrittenLow(full)) ||
    url.username !== ''
  )
    return null;
  return withoutTrackers(full, url);
}

const mendScheme = (item: string): string =>
  item
    .replace(/^(?:https?:\/\/)+(?=https?:\/\/)/i, '')
    .replace(/^h?t{1,3}p{1,2}(s?)p?s?\s*:?\/{1,3}/i, (_, secure: string) => `http${secure.toLowerCase()}://`)
    .replace(/^https?:\/\//i, (scheme) => scheme.toLowerCase());

/** « exemple.Mairie » begins a sentence; « https://lieu.bibliotheque » was meant as an address. */
const isWrittenLow = (full: string): boolean => !/^https?:\/\/[^/?#]*[A-Z]/.test(full);

/** `acceptsAnyTop`: the author wrote a scheme, so that any top-level domain is believed. */
function isHost(hostname: string, acceptsAnyTop: boolean): boolean {
  const labels = hostname.split('.');
  const top = labels.at(-1) ?? '';
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(hostname)) return true;
  const isTop =
    /^[a-z]{2,3}$/.test(top) || LONG_DOMAINS.has(top) || (acceptsAnyTop && /^[a-z]{4,}$/.test(top));
  return labels.length > 1 && isTop && labels.every((label) => /^(?!-)[a-z0-9_-]+(?<!-)$/.test(label));
}

/** An address of plain characters is kept as it is written; others are percent-encoded. */
function withoutTrackers(written: string, url: URL): string {
  const tracked = [...url.searchParams.keys()].filter((name) => TRACKERS.test(name));
  for (const name of tracked) url.searchParams.delete(name);
  const isPlain = /^[!-~]+$/.test(written) && !/[\\^`{}|"<>]/.test(written);
  return tracked.length === 0 && isPlain ? written : url.href;
}
