export type XmlEvent =
  | { kind: 'open'; name: string; attributes: string; isEmpty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }
  | { kind: 'fault'; offset: number };

/** Tags and texts of an XML document in order. Names lose their prefix; entities other than the predefined ones stay as written. */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0;
  while (at < xml.length) {
    const tagAt = xml.indexOf('<', at);
    const textEnd = tagAt === -1 ? xml.length : tagAt;
    if (textEnd > at) yield { kind: 'text', text: decodeEntities(xml.slice(at, textEnd)) };
    if (tagAt === -1) return;
    const markup = markupAt(xml, tagAt);
    if (markup.event) yield markup.event;
    at = markup.end;
  }
}

const SPECIALS = [
  { start: '<!--', end: '-->' },
  { start: '<![CDATA[', end: ']]>' },
  { start: '<?', end: '?>' },
  { start: '<!', end: '>' },
] as const;

/** The tag, comment or section that starts here, and where what follows begins. */
function markupAt(xml: string, from: number): { event: XmlEvent | null; end: number } {
  const special = SPECIALS.find(({ start }) => xml.startsWith(start, from));
  const contentAt = from + (special?.start.length ?? 1);
  const end = special ? xml.indexOf(special.end, contentAt) : tagEnd(xml, from);
  if (end === -1) return { event: { kind: 'fault', offset: from }, end: xml.length };
  const content = xml.slice(contentAt, end);
  if (!special) return { event: tagEvent(content), end: end + 1 };
  const event: XmlEvent | null = special.start === '<![CDATA[' ? { kind: 'text', text: content } : null;
  return { event, end: end + special.end.length };
}

/** A `>` inside a quoted attribute does not end the tag. */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < xml.length; at += 1) {
    const character = xml[at]!;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

function tagEvent(inside: string): XmlEvent {
  if (inside.startsWith('/')) return { kind: 'close', name: localName(inside.slice(1).trim()) };
  const isEmpty = inside.endsWith('/');
  const content = isEmpty ? inside.slice(0, -1) : inside;
  const nameEnd = content.search(/\s/);
  const name = nameEnd === -1 ? content : content.slice(0, nameEnd);
  return {
    kind: 'open',
    name: localName(name),
    attributes: nameEnd === -1 ? '' : content.slice(nameEnd),
    isEmpty,
  };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The value of an attribute given by its local name, or `null`. */
export function xmlAttribute(attributes: string, name: string): string | null {
  const match = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match ? decodeEntities(match[1] ?? match[2] ?? '') : null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, reference: string) => {
    if (!reference.startsWith('#')) return ENTITIES[reference] ?? whole;
    const digits = reference.slice(1).toLowerCase();
    const code = digits.startsWith('x') ? Number.parseInt(digits.slice(1), 16) : Number(digits);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
