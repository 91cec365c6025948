import { words } from '../../../kernel/text.ts';
import { arrondissementSaid } from './arrondissements.ts';

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

/** One key for the ways people write one commune: « St Étienne », « SAINT-ETIENNE CEDEX 2 », « Lyon 3ème ». */
export function communeKey(name: string): string {
  const tokens = words(name).filter((token) => !/^\d{5}$/.test(token));
  // A Cedex of Paris, Lyon or Marseille bears the number of its arrondissement.
  const arrondissement = arrondissementSaid(tokens);
  if (arrondissement !== null) return arrondissement;
  const cedex = tokens.indexOf('cedex');
  const head = cedex > 0 ? tokens.slice(0, cedex) : tokens;
  return head
    .filter((token, index) => index === 0 || !/^\d+$/.test(token))
    .map((token, index) => (index === 0 && token === 's' ? token : (ABBREVIATIONS[token] ?? token)))
    .join(' ');
}

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
