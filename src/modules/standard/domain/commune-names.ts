import { words } from '../../../kernel/text.ts';

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
  s: 'sur',
  sr: 'sur',
  ss: 'sous',
  lez: 'les',
  nd: 'notre dame',
  mt: 'mont',
  gd: 'grand',
  gde: 'grande',
  pt: 'petit',
};
const ARTICLES = new Set(['le', 'la', 'les', 'l']);

/** Cities whose arrondissements have their own INSEE codes, and how many they have. */
const ARRONDISSEMENTS: Readonly<Record<string, number>> = { paris: 20, lyon: 9, marseille: 16 };

/** One key for the ways people write one commune: « St Étienne », « SAINT-ETIENNE CEDEX 2 », « Lyon 3ème ». */
export function communeKey(name: string): string {
  const tokens = words(name).filter((token) => !/^\d{5}$/.test(token));
  const cedex = tokens.indexOf('cedex');
  const head = cedex > 0 ? tokens.slice(0, cedex) : tokens;
  const rank = arrondissementRank(head[0], tokens.slice(1));
  if (rank !== null) return `${head[0]} ${rank}`;
  return head
    .filter((token, index) => index === 0 || !/^\d+$/.test(token))
    .map((token, index) => (index === 0 && token === 's' ? token : (ABBREVIATIONS[token] ?? token)))
    .join(' ');
}

/** « Lyon 3e arrondissement », « PARIS 12EME », « Marseille Cedex 08 »: a Cedex of these cities bears its arrondissement. */
function arrondissementRank(city: string | undefined, rest: string[]): number | null {
  const count = ARRONDISSEMENTS[city ?? ''];
  if (count === undefined || rest.some((token) => !ARRONDISSEMENT_WORDS.test(token))) return null;
  const digits = rest.map((token) => /^\d+/.exec(token)?.[0]).find((found) => found !== undefined);
  const rank = Number(digits ?? 0);
  return rank >= 1 && rank <= count ? rank : null;
}
const ARRONDISSEMENT_WORDS =
  /^(?:\d{1,2}(?:e|er|eme|ere|nd|nde|ieme)?|e|er|eme|arr|arrdt|ardt|arrondissement|cedex)$/;

/** The key without its article, wherever it stands (« Havre (Le) »), and without spaces. */
export function looseCommuneKey(key: string): string {
  const tokens = key.split(' ');
  if (tokens.length > 1 && ARTICLES.has(tokens[0] ?? '')) tokens.shift();
  else if (tokens.length > 1 && ARTICLES.has(tokens.at(-1) ?? '')) tokens.pop();
  return tokens.join('');
}

/** The parts of a text that may be the name: without its note in brackets, before a comma, without « Commune de ». */
export function nameVariants(name: string): string[] {
  const bare = name.replace(/\([^)]*\)?/g, ' ');
  const variants = [
    name,
    bare,
    bare.split(/[,;/|]/)[0] ?? '',
    bare.replace(/^\s*(?:commune|ville|mairie)\s+(?:de\s+|du\s+|des\s+|d['’])/i, ''),
    bare.split(/\s[-–]\s/)[0] ?? '',
  ];
  return [...new Set(variants)].filter((variant) => /[a-z0-9]/i.test(variant));
}

/** « Montreuil-sous-Bois » for Montreuil, « Villeneuve d'Asq » for Villeneuve-d'Ascq: enough beside a postal code. */
export function areSimilarNames(leftKey: string, rightKey: string): boolean {
  const [short, long] = leftKey.length < rightKey.length ? [leftKey, rightKey] : [rightKey, leftKey];
  if (short.length >= 4 && (long.startsWith(`${short} `) || endsWithName(long, short))) return true;
  const [left, right] = [looseCommuneKey(short), looseCommuneKey(long)];
  return Math.min(left.length, right.length) >= 6 && editDistance(left, right) <= 2;
}

/** « Le Hom » ends « Thury-Harcourt-le-Hom »; « Beaune » does not name Ruffey-lès-Beaune. */
const endsWithName = (long: string, short: string): boolean =>
  long.endsWith(` ${short}`) &&
  !/ (?:sur|sous|les|pres|en|de|du|des|d|l|la|le|et|a|au|aux)$/.test(long.slice(0, -short.length - 1));

/** Levenshtein: letters added, removed or changed. */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...left].entries()) {
    const current = [row + 1];
    for (let column = 1; column <= right.length; column += 1) {
      const change = previous[column - 1]! + Number(letter !== right[column - 1]);
      current.push(Math.min(change, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[right.length]!;
}
