export interface UrlReading {
  urls: string[];
  invalid: string[];
  /** The text had to be changed to give these addresses. */
  repaired: boolean;
}

export function parseUrls(text: string): UrlReading {
  const urls: string[] = [];
  const invalid: string[] = [];
  for (const item of text.split(/[\s|;,]+/).filter(Boolean)) {
    if (/^https?:\/*$/i.test(item)) continue;
    const url = toUrl(item);
    if (url === null) invalid.push(item);
    else if (!urls.includes(url)) urls.push(url);
  }
  return { urls, invalid, repaired: urls.length > 0 && urls.join('|') !== text };
}

function toUrl(item: string): string | null {
  const address = /^https?:\/\//i.test(item) ? item : `https://${item}`;
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return /^[^.]+(\.[^.]+)+$/.test(hostname) && !item.includes('@') ? address : null;
}
