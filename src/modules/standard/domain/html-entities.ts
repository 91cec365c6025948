/** The named entities that French texts contain; the others stay as they are. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  deg: '°',
  euro: '€',
  copy: '©',
  reg: '®',
  agrave: 'à',
  acirc: 'â',
  auml: 'ä',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  euml: 'ë',
  icirc: 'î',
  iuml: 'ï',
  ocirc: 'ô',
  ouml: 'ö',
  ugrave: 'ù',
  ucirc: 'û',
  uuml: 'ü',
  oelig: 'œ',
  aelig: 'æ',
};

const ENTITY = /&(?:amp;)*(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi;

/** `&eacute;`, `&#233;`, `&#xe9;`, and those encoded several times over (`&amp;eacute;`). */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replace(ENTITY, decodeOne) : text;

function decodeOne(whole: string, body: string): string {
  if (!body.startsWith('#')) return named(body) ?? whole;
  const isHexadecimal = /^#x/i.test(body);
  const code = Number.parseInt(body.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10);
  const isText = code === 10 || (code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff));
  return isText ? String.fromCodePoint(code) : ' ';
}

/** Capital letters have entities of their own: `&Eacute;`. */
function named(name: string): string | undefined {
  const letter = NAMED[name.toLowerCase()];
  return letter !== undefined && /^[A-Z]/.test(name) ? letter.toUpperCase() : letter;
}
