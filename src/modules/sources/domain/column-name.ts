import { fold } from '../../../kernel/text.ts';

/** How columns that hold a field are usually called. Phrases are parted by commas and compared word by word. */
export interface FieldNames {
  /** Names that say the field by themselves. */
  strong: string;
  /** Names that are compatible with it, and with others. */
  weak?: string;
  /** Words, parted by spaces, that speak of something else. */
  against?: string;
}

/** A column name as comparable words: « Nom_Structure », « nomStructure » and « NOM DE LA STRUCTURE » are alike. */
export interface ColumnName {
  /** Words of the last segment of a dotted path. */
  leaf: string[];
  /** Words of the segments above it, containers that say nothing left out. */
  parents: string[];
  /** Start of a last word that the format cut (10 characters in a shapefile): « SITE_INTER ». */
  cut: string | null;
  /** One element of a list inside the record (`contacts.0.email`). */
  isListed: boolean;
}

const STOP_WORDS = new Set(
  'de du des d la le les l un une et ou the of a au aux en votre vos notre nos sa son ses pour par sur dans ce cette est il quel quelle quels quelles svp sont and or for is in'.split(
    ' ',
  ),
);

/** GeoJSON and export platforms wrap every record in these. */
const CONTAINERS = new Set('propertie field record attribute data item fiche'.split(' '));

/** A path's last segment that says nothing alone: its parent is then part of the name. */
const GENERIC_LEAVES = new Set(
  'valeur value label libelle fr text texte id code 0 1 type nom name'.split(' '),
);

const ABBREVIATIONS: Record<string, string> = {
  tel: 'telephone',
  tph: 'telephone',
  phone: 'telephone',
  telephonique: 'telephone',
  num: 'numero',
  no: 'numero',
  nr: 'numero',
  number: 'numero',
  housenumber: 'numero',
  adr: 'adresse',
  addr: 'adresse',
  address: 'adresse',
  cplt: 'complement',
  compl: 'complement',
  comp: 'complement',
  cpl: 'complement',
  complementaire: 'complement',
  lib: 'libelle',
  desc: 'description',
  descr: 'description',
  descriptif: 'description',
  lat: 'latitude',
  lon: 'longitude',
  lng: 'longitude',
  long: 'longitude',
  dt: 'date',
  dat: 'date',
  dep: 'departement',
  dpt: 'departement',
  dept: 'departement',
  com: 'commune',
  etab: 'etablissement',
  struct: 'structure',
  strucutre: 'structure',
  resp: 'responsable',
  org: 'organisme',
  orga: 'organisme',
  hor: 'horaire',
  coord: 'coordonnee',
  mail: 'email',
  mel: 'email',
  courriel: 'email',
  identifiant: 'id',
  ident: 'id',
  identifier: 'id',
  pers: 'personne',
  prez: 'presentation',
  pres: 'presentation',
  sce: 'service',
  ouv: 'ouverture',
  website: 'siteweb',
  zipcode: 'zip',
  postcode: 'codepostal',
  postalcode: 'codepostal',
};

/** French plurals, roughly: the same rule meets names and lexicon alike. */
function singular(word: string): string {
  if (word.length <= 3) return word;
  return word.replace(/(?<=eau)x$|s$/, '').replace(/(?<=..)aux$/, 'al');
}

function rawWords(text: string): string[] {
  const spaced = fold(
    text
      .replace(/m[aà]j/gi, ' maj ')
      .replace(/([a-zà-ÿ])([A-ZÀ-Þ])/g, '$1 $2')
      .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
      .replace(/([a-zA-Z])(\d)/g, '$1 $2'),
  );
  return (
    spaced
      .replace(/n°/g, 'numero ')
      .replace(/\be[\s_-]?mail/g, 'email')
      .replace(/rendez[\s_-]*vous/g, 'rdv')
      .match(/[a-z]+|\d+/g) ?? []
  );
}

/** Words in the form the lexicon uses: no stop word, singular, abbreviations opened. */
export function nameWords(text: string): string[] {
  return rawWords(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map((word) => spelledOut(word) ?? spelledOut(singular(word)) ?? singular(word));
}

/** Own keys only: a column may be called « constructor ». */
const spelledOut = (word: string): string | undefined =>
  Object.hasOwn(ABBREVIATIONS, word) ? ABBREVIATIONS[word] : undefined;

/** « codepostal », « numerodelavoie »: forms that drop spaces. Opened when known words make two thirds of the letters. */
function openCompound(word: string, vocabulary: ReadonlySet<string>): string[] {
  if (vocabulary.has(word) || word.length < 6) return [word];
  const cuts = cheapestCuts(word, vocabulary);
  const pieces = cuts.slice(1).map((end, rank) => word.slice(cuts[rank], end));
  const known = pieces.flatMap((piece) => knownWord(piece, vocabulary) ?? []);
  const isOpened = known.length >= 2 && 3 * lettersOf(pieces, vocabulary) >= 2 * word.length;
  return isOpened ? known : [word];
}

function knownWord(piece: string, vocabulary: ReadonlySet<string>): string | null {
  const [word] = nameWords(piece);
  return piece.length >= 3 && word !== undefined && vocabulary.has(word) ? word : null;
}

const lettersOf = (pieces: readonly string[], vocabulary: ReadonlySet<string>): number =>
  pieces
    .filter((piece) => STOP_WORDS.has(piece) || knownWord(piece, vocabulary))
    .reduce((sum, piece) => sum + piece.length, 0);

/** Positions where to cut, ends included: an unknown letter costs 3, a piece costs 1. */
function cheapestCuts(word: string, vocabulary: ReadonlySet<string>): number[] {
  const best = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= word.length; end += 1) {
    let choice = { cost: (best[end - 1]?.cost ?? 0) + 3, from: end - 1 };
    for (let from = Math.max(0, end - 16); from < end; from += 1) {
      const piece = word.slice(from, end);
      const cost = (best[from]?.cost ?? 0) + 1;
      const isKnown = STOP_WORDS.has(piece) || knownWord(piece, vocabulary) !== null;
      if (isKnown && cost < choice.cost) choice = { cost, from };
    }
    best.push(choice);
  }
  const cuts = [word.length];
  for (let at = word.length; at > 0; at = best[at]?.from ?? 0) cuts.unshift(best[at]?.from ?? 0);
  return cuts;
}

const segmentsOf = (name: string): string[] => name.split(/[.](?=[^\s.])/).filter((part) => part !== '');

function withoutAsides(name: string): string {
  const short = name.replace(/[([{][^)\]}]*[)\]}]?/g, ' ');
  return /[a-z]/i.test(short) ? short : name;
}

/** dBASE field names, kept by every export of a shapefile. */
const DBASE_NAME_LENGTH = 10;

export function readColumnName(name: string, vocabulary: ReadonlySet<string>): ColumnName {
  const segments = segmentsOf(withoutAsides(name));
  const [leaf = [], ...above] = segments
    .map((segment) => nameWords(segment).flatMap((word) => openCompound(word, vocabulary)))
    .reverse();
  const parents = above
    .reverse()
    .flat()
    .filter((word) => !CONTAINERS.has(word));
  const last = leaf.at(-1) ?? '';
  const isCut = name.length === DBASE_NAME_LENGTH && last.length >= 4 && !vocabulary.has(last);
  const about = {
    cut: isCut ? last : null,
    isListed: segments.slice(0, -1).some((part) => /^\d+$/.test(part)),
  };
  const isGeneric = leaf.every((word) => GENERIC_LEAVES.has(word));
  return isGeneric && parents.length > 0
    ? { leaf: [...parents, ...leaf], parents: [], ...about }
    : { leaf, parents, ...about };
}
