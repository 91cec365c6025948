import { properCase } from './proper-case.ts';

/** Kinds of ways as the post office and the SIRENE register shorten them (AFNOR XP Z10-011, FANTOIR). */
const WAYS: Readonly<Record<string, string>> = {
  ALL: 'ALLÉE',
  AV: 'AVENUE',
  AVE: 'AVENUE',
  BD: 'BOULEVARD',
  BLD: 'BOULEVARD',
  BLVD: 'BOULEVARD',
  BVD: 'BOULEVARD',
  CAR: 'CARREFOUR',
  CHE: 'CHEMIN',
  CHEM: 'CHEMIN',
  CHS: 'CHAUSSÉE',
  CRS: 'COURS',
  ESP: 'ESPLANADE',
  FG: 'FAUBOURG',
  FBG: 'FAUBOURG',
  HAM: 'HAMEAU',
  IMP: 'IMPASSE',
  LD: 'LIEU-DIT',
  LOT: 'LOTISSEMENT',
  MTE: 'MONTÉE',
  PAS: 'PASSAGE',
  PL: 'PLACE',
  PROM: 'PROMENADE',
  QU: 'QUAI',
  QUA: 'QUARTIER',
  R: 'RUE',
  RES: 'RÉSIDENCE',
  RLE: 'RUELLE',
  RPT: 'ROND-POINT',
  RTE: 'ROUTE',
  SQ: 'SQUARE',
};
/** After « du » only: « COL » and « MAL » are also words. */
const RANKS: Readonly<Record<string, string>> = {
  CDT: 'COMMANDANT',
  COL: 'COLONEL',
  GAL: 'GÉNÉRAL',
  GEN: 'GÉNÉRAL',
  MAL: 'MARÉCHAL',
  PDT: 'PRÉSIDENT',
};

const HOUSE_NUMBER = String.raw`\d{1,5}(?:[\s/-]\d{1,5})*(?:\s?(?:BIS|TER|QUATER|[A-D]))?\s*,?\s+`;
/** An abbreviation opens the address, or follows its number; another word follows it. */
const WAY = new RegExp(
  String.raw`^((?:${HOUSE_NUMBER})?)(${Object.keys(WAYS).join('|')})\.?\s+(?=\p{L})`,
  'u',
);
/** Without a number, one letter is too little: « R DE LA GARE », but not « R HENRI ». */
const LONE_LETTER = /^R\.? (?!DE |DU |DES |D['’ ]|L['’ ])/;
const RANK = new RegExp(String.raw`(?<=\bDU )(?:${Object.keys(RANKS).join('|')})(?=\s)`, 'gu');

/** « PL DE L HOTEL DE VILLE » becomes « Place de l'Hôtel de Ville ». A text that has small letters keeps its own. */
export function properAddress(address: string): string {
  if (/\p{Ll}/u.test(address)) return properCase(address);
  const opened = LONE_LETTER.test(address)
    ? address
    : address.replace(WAY, (_, number: string, way: string) => `${number}${WAYS[way]} `);
  return properCase(opened.replace(RANK, (rank) => RANKS[rank] ?? rank));
}
