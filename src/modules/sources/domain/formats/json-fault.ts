export interface JsonFault {
  /** Index of the character, word or number that cannot stand there; the length of the text when more was expected. */
  offset: number;
  /** `cut`: the text ends too early. `after-value`: something follows a complete value. */
  kind: 'cut' | 'invalid' | 'after-value';
}

type Expectation = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

interface Scan {
  readonly text: string;
  at: number;
  /** Closing characters still due, innermost last. */
  readonly open: string[];
  expects: Expectation;
}

/** Where a text stops being JSON (RFC 8259). The engine's own messages do not always give the place. */
export function findJsonFault(text: string): JsonFault {
  const scan: Scan = { text, at: 0, open: [], expects: 'value' };
  for (;;) {
    while (isSpace(text.charCodeAt(scan.at))) scan.at += 1;
    if (scan.at >= text.length) return { offset: text.length, kind: 'cut' };
    if (scan.expects === 'nothing') return { offset: scan.at, kind: 'after-value' };
    const start = scan.at;
    if (!step(scan, text[start]!))
      return { offset: scan.at, kind: scan.at >= text.length ? 'cut' : 'invalid' };
  }
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Consumes one token; false leaves the scan on the character at fault. */
function step(scan: Scan, character: string): boolean {
  switch (scan.expects) {
    case 'colon':
      return take(scan, character === ':', 'value');
    case 'comma-or-end':
      if (character === scan.open.at(-1)) return close(scan);
      return take(scan, character === ',', scan.open.at(-1) === '}' ? 'key' : 'value');
    case 'key':
    case 'key-or-end':
      if (character === '}' && scan.expects === 'key-or-end') return close(scan);
      return character === '"' && readString(scan) && then(scan, 'colon');
    default:
      if (character === ']' && scan.expects === 'value-or-end') return close(scan);
      return readValue(scan, character);
  }
}

function take(scan: Scan, isExpected: boolean, next: Expectation): boolean {
  if (isExpected) scan.at += 1;
  return isExpected && then(scan, next);
}

function then(scan: Scan, next: Expectation): true {
  scan.expects = next;
  return true;
}

function close(scan: Scan): true {
  scan.at += 1;
  scan.open.pop();
  return afterValue(scan);
}

const afterValue = (scan: Scan): true => then(scan, scan.open.length === 0 ? 'nothing' : 'comma-or-end');

function readValue(scan: Scan, character: string): boolean {
  if (character === '{' || character === '[') {
    scan.at += 1;
    scan.open.push(character === '{' ? '}' : ']');
    return then(scan, character === '{' ? 'key-or-end' : 'value-or-end');
  }
  const isRead = character === '"' ? readString(scan) : readLiteral(scan);
  return isRead && afterValue(scan);
}

const LITERAL = /true|false|null|-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][+-]?\d{1,5})?/y;

function readLiteral(scan: Scan): boolean {
  LITERAL.lastIndex = scan.at;
  const match = LITERAL.exec(scan.text);
  if (match) {
    scan.at += match[0].length;
    const isCut = isNumberCut(match[0], scan.text.slice(scan.at, scan.at + 3));
    if (isCut) scan.at = scan.text.length;
    return !isCut;
  }
  // A literal cut by the end of the text is a cut, not a mistake.
  const rest = scan.text.slice(scan.at, scan.at + 5);
  if (rest.length < 5 && ['true', 'false', 'null', '-'].some((word) => word.startsWith(rest)))
    scan.at = scan.text.length;
  return false;
}

/** « 5. », « 5e » and « 5e- » at the very end wait for their digits. */
function isNumberCut(number: string, rest: string): boolean {
  if (/^-?\d+$/.test(number) && rest === '.') return true;
  return /^-?\d+(?:\.\d+)?$/.test(number) && /^[eE][+-]?$/.test(rest);
}

function readString(scan: Scan): boolean {
  const { text } = scan;
  scan.at += 1;
  while (scan.at < text.length) {
    const code = text.charCodeAt(scan.at);
    if (code < 0x20) return false;
    if (code === 0x5c && !readEscape(scan)) return false;
    scan.at += 1;
    if (code === 0x22) return true;
  }
  return false;
}

/** Leaves the scan on the last character of a valid escape. */
function readEscape(scan: Scan): boolean {
  scan.at += 1;
  const escaped = scan.text[scan.at];
  if (escaped !== 'u') return escaped !== undefined && '"\\/bfnrt'.includes(escaped);
  const digits = scan.text.slice(scan.at + 1, scan.at + 5);
  const isHexadecimal = /^[0-9a-fA-F]{4}$/.test(digits);
  const isCut = digits.length < 4 && /^[0-9a-fA-F]*$/.test(digits);
  if (isHexadecimal) scan.at += 4;
  else if (isCut) scan.at = scan.text.length;
  return isHexadecimal;
}
