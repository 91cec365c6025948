import { restoreAccents } from './accent-words.ts';
import { TYPOLOGIES } from './typologies.ts';

const PARTICLES = new Set(
  'à a au aux bis chez dans de des du en et la le les lès lez ou par pour près quater sous sur ter un une'.split(
    ' ',
  ),
);
const ELISIONS = new Set(['d', 'l', 'j', 'n', 's', 'qu']);

/** Codes of kinds of structures that are also words, or parts of words. */
const WORD_CODES = new Set(
  'AVIP BIB DEPT EPI FABLAB FABRIQUE FAIS MUNI PENSION PREF PREVENTION REG RESSOURCERIE'.split(' '),
);

/** Written in capitals whatever surrounds them. */
const ACRONYMS = new Set([
  ...TYPOLOGIES.filter((code) => /^[A-Z]{3,}$/.test(code) && !WORD_CODES.has(code)),
  ...'ALEFPA ADAPEI ADMR ADIL ANCT ANPE APF APEI BIJ BP CAJ CCI CDI CIDE CIJ CIO CLIC CNAM CNAV CNRS CRIJ'.split(
    ' ',
  ),
  ...'DDCS DGFIP EHPAD EPIC FJT FOL GRETA IME INSEE MAIF MGEN PIJ QPV RATP RSA SA SARL SAS SCIC SCOP'.split(
    ' ',
  ),
  ...'SIVOM SIVU SNCF UFCV UNAFAM URSSAF ZA ZAC ZI ZUP'.split(' '),
]);

const ROMAN_NUMERAL = /^(?=..)X{0,3}(?:IX|IV|V?I{0,3})$/;
const WORD = /[\p{L}\p{N}]+/gu;

/** « RUE DE L'ÎLE D'ABEAU » becomes « Rue de l'Île d'Abeau ». A text that has small letters keeps its own. */
export function properCase(name: string): string {
  if (!/\p{Lu}/u.test(name)) return name;
  if (/\p{Ll}/u.test(name)) return withElisions(name).replace(POSSESSIVE, 's');
  const isShort = (name.match(/\p{L}/gu) ?? []).length <= 4 && !/\s/.test(name.trim());
  // A lone short word in capitals is more often an acronym than a name.
  if (isShort) return name;
  const elided = withElisions(name);
  return elided.replace(WORD, (word, position: number) => caseWord(word, elided, position));
}

/** « Faits de Cœur’S », as tools that capitalise every word write it. */
const POSSESSIVE = /(?<=\p{Ll}['’])S(?![\p{L}\p{N}])/gu;
/** « D ACTION SOCIALE », « Chambre D Agriculture »: registers write no apostrophe. */
const LOST_APOSTROPHE = /(?<![\p{L}\p{N}'’])[DL] (?=[AEIOUYHÀÂÉÈÊËÎÏÔÛÜŒ]\p{L})/gu;
/** What a lone letter numbers: « Bâtiment D Accueil », « 12 D Avenue ». */
const NUMBERED =
  /(?:\d|\b(?:b[âa]t(?:iment)?|bt|esc(?:alier)?|hall|porte|entr[ée]e|lot|bloc|imm(?:euble)?|zone|[îi]lot|tour|app(?:artemen)?t|plan|section|niveau|quai))\.?\s$/i;
/** The longest word above, its mark and a space. */
const WORD_BEFORE = 14;

const withElisions = (name: string): string =>
  name.replace(LOST_APOSTROPHE, (lone, position: number) => {
    if (NUMBERED.test(name.slice(Math.max(0, position - WORD_BEFORE), position))) return lone;
    const [letter = ''] = lone;
    return `${position === 0 ? letter : letter.toLowerCase()}'`;
  });

function caseWord(word: string, name: string, position: number): string {
  if (/\d/.test(word) || ACRONYMS.has(word) || ROMAN_NUMERAL.test(word)) return word;
  const lower = word.toLowerCase();
  const isFollowedByApostrophe = /^['’]/.test(name.slice(position + word.length));
  const isFirst = !/[\p{L}\p{N}]/u.test(name.slice(0, position));
  if (isFollowedByApostrophe && ELISIONS.has(lower)) return isFirst ? word.toUpperCase() : lower;
  if (word === 'S' && /['’]$/.test(name.slice(0, position))) return lower;
  if (!isFirst && PARTICLES.has(lower)) return lower;
  // « SNCF », « CDC »: what cannot be pronounced is an acronym.
  if (word.length > 1 && !/[AEIOUYÀ-Ý]/.test(word) && !isAbbreviation(lower)) return word;
  const spelt = restoreAccents(lower);
  return spelt.slice(0, 1).toUpperCase() + spelt.slice(1);
}

const isAbbreviation = (lower: string): boolean =>
  /^(?:bd|bld|st|pl|ch|rt|mr|mrs|dr|pt|gd|sq|ld)$/.test(lower);
