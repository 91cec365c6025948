import { parseXml, XmlDocumentType, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { readEuros } from './euro-amount.ts';

export type XmlRefusal =
  | { kind: 'too-large' }
  | { kind: 'encoding-unknown' }
  | { kind: 'not-xml' }
  | { kind: 'dtd-forbidden' };

/**
 * Some 3,000 lines of a statement. Measured: the worst content of that size, a million empty elements, takes 0.8 s and
 * 320 MB while it is read.
 */
const MAX_BYTES = 4 * 1024 * 1024;

/** The root of a file that a person brings, whatever it holds: nothing outside it is read, nothing in it is expanded. */
export function readXmlFile(bytes: Uint8Array): Result<XmlElement, XmlRefusal> {
  if (bytes.length > MAX_BYTES) return refuse({ kind: 'too-large' });
  const text = decode(bytes);
  return text === null ? refuse({ kind: 'encoding-unknown' }) : readXmlText(text);
}

export function readXmlText(text: string): Result<XmlElement, XmlRefusal> {
  try {
    // Line breaks are made plain first (XML 1.0, 2.11): the parser takes a time that grows as their square.
    const { children, root } = parseXml(text.replace(/\r\n?/g, '\n'), { preserveDocumentType: true });
    if (children.some((node) => node instanceof XmlDocumentType)) return refuse({ kind: 'dtd-forbidden' });
    return root ? ok(root) : refuse({ kind: 'not-xml' });
  } catch (error) {
    // The parser goes down by recursion: thousands of elements, one inside the other, are beyond its stack.
    if (error instanceof XmlError || error instanceof RangeError) return refuse({ kind: 'not-xml' });
    throw error;
  }
}

/** UTF-8 unless the file says otherwise, as XML does; null when the bytes are not what it says. */
function decode(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // A name that is no encoding gives the first, bytes that do not fit it the second.
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Banks write `Document`, `ns2:Document`…: what counts is the namespace that the prefix stands for, '' for none. */
export function namespaceOf(element: XmlElement): string {
  const { prefix } = partsOf(element);
  const attribute = prefix ? `xmlns:${prefix}` : 'xmlns';
  for (let at: XmlElement | null = element; at; at = at.parent instanceof XmlElement ? at.parent : null) {
    const namespace = at.attributes[attribute];
    if (namespace !== undefined) return namespace;
  }
  return '';
}

export const localNameOf = (element: XmlElement): string => partsOf(element).name;

function partsOf({ name }: XmlElement): { prefix: string; name: string } {
  const colon = name.indexOf(':');
  return { prefix: name.slice(0, Math.max(colon, 0)), name: name.slice(colon + 1) };
}

/** The children of that name, in the namespace of their parent. */
export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  const namespace = namespaceOf(parent);
  return elementsIn(parent).filter(
    (child) => localNameOf(child) === name && namespaceOf(child) === namespace,
  );
}

export const elementsIn = (parent: XmlElement): XmlElement[] =>
  parent.children.filter((child) => child instanceof XmlElement);

/** The first element at the end of a path, or null. */
export function elementAt(from: XmlElement, ...path: readonly string[]): XmlElement | null {
  let at: XmlElement | null = from;
  for (const name of path) at = at && (childrenOf(at, name)[0] ?? null);
  return at;
}

/** The text of the element at the end of a path, without the space around it; null when it is absent or empty. */
export function textAt(from: XmlElement, ...path: readonly string[]): string | null {
  const element = elementAt(from, ...path);
  return (element && ownText(element)) || null;
}

/** Its own text only: what stands deeper is other information. */
const ownText = ({ children }: XmlElement): string =>
  children
    .map((child) => (child instanceof XmlText ? child.text : ''))
    .join('')
    .trim();

/** The amount at the end of a path, in cents; null when it is absent, malformed, or not in euros. */
export function centsAt(from: XmlElement, ...path: readonly string[]): bigint | null {
  const amount = elementAt(from, ...path);
  return amount?.attributes.Ccy === 'EUR' ? readEuros(ownText(amount)) : null;
}
