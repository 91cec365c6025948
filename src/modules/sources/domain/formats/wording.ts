import type { ReadRefusal, TableNotice } from '../table.ts';

/** The same sentence in both languages of the interface. */
export interface Wording {
  fr: string;
  en: string;
}

type NoticeKind = TableNotice['kind'];

const NOTICES: Record<NoticeKind, (detail: string) => Wording> = {
  encoding: (detail) => ({
    fr: `Le fichier n’est pas en UTF-8, il a été lu en ${detail}.`,
    en: `The file is not in UTF-8; it was read as ${detail}.`,
  }),
  delimiter: (detail) => ({
    fr: `Les colonnes sont séparées par ${detail === '\t' ? 'une tabulation' : `« ${detail} »`}.`,
    en: `Columns are separated by ${detail === '\t' ? 'a tab' : `“${detail}”`}.`,
  }),
  'duplicate-header': (detail) => ({
    fr: `Plusieurs colonnes portent le même nom, elles sont devenues : ${detail}.`,
    en: `Several columns have the same name; they became: ${detail}.`,
  }),
  'no-header': () => ({
    fr: 'La première ligne ne donne pas le nom des colonnes, elles ont été numérotées.',
    en: 'The first row does not name the columns; they were numbered.',
  }),
  'rows-above-header': (detail) => ({
    fr: `Ces lignes, au-dessus du nom des colonnes, ne sont pas des lieux : ${detail}`,
    en: `These rows, above the names of the columns, are not places: ${detail}`,
  }),
  'unnamed-column': (detail) => ({
    fr: `Des colonnes sans nom contiennent des valeurs, elles ont été nommées : ${detail}.`,
    en: `Columns without a name hold values; they were named: ${detail}.`,
  }),
  'ragged-row': (detail) => ({
    fr: `Des lignes n’ont pas autant de cases que de colonnes. Lignes : ${detail}.`,
    en: `Some rows do not have as many cells as there are columns. Rows: ${detail}.`,
  }),
  'stray-quote': (detail) => ({
    fr: `Des guillemets mal placés ont été gardés comme du texte. Lignes : ${detail}.`,
    en: `Misplaced quotes were kept as text. Rows: ${detail}.`,
  }),
  'skipped-sheet': (detail) => ({
    fr: `Cette feuille n’a pas été lue : ${detail}.`,
    en: `This sheet was not read: ${detail}.`,
  }),
  'skipped-item': (detail) => ({
    fr: `Des éléments de la liste ne sont pas des fiches. Éléments : ${detail}.`,
    en: `Some items of the list are not records. Items: ${detail}.`,
  }),
  'inner-list': (detail) => ({
    fr: `Les lieux ont été trouvés dans « ${detail} ».`,
    en: `The places were found under “${detail}”.`,
  }),
  'skipped-list': (detail) => ({
    fr: `Cette autre liste du fichier n’a pas été lue : ${detail}.`,
    en: `This other list of the file was not read: ${detail}.`,
  }),
  'partial-list': (detail) => ({
    fr: `La source annonce plus de fiches qu’elle n’en donne (${detail}). Demandez le fichier complet.`,
    en: `The source announces more records than it gives (${detail}). Ask for the whole file.`,
  }),
  'orphan-service': (detail) => ({
    fr: `Services dont la structure n’est pas dans le fichier : ${detail}.`,
    en: `Services whose structure is not in the file: ${detail}.`,
  }),
  'replaced-characters': (detail) => ({
    fr: `Caractères illisibles dans le fichier : ${detail}.`,
    en: `Unreadable characters in the file: ${detail}.`,
  }),
};

export const noticeWording = ({ kind, detail }: TableNotice): Wording => NOTICES[kind](detail);

type RefusalWordings = {
  [Kind in ReadRefusal['kind']]: (refusal: Extract<ReadRefusal, { kind: Kind }>) => Wording;
};

const REFUSALS: RefusalWordings = {
  empty: () => ({
    fr: 'Le fichier est vide : il ne contient aucune ligne.',
    en: 'The file is empty: it holds no row.',
  }),
  'too-large': ({ limitBytes }) => ({
    fr: `Le fichier est trop gros : la limite est de ${megabytes(limitBytes)} Mo.`,
    en: `The file is too large: the limit is ${megabytes(limitBytes)} MB.`,
  }),
  'too-many-rows': ({ limit }) => ({
    fr: `Le fichier a trop de lignes : la limite est de ${limit.toLocaleString('fr')}.`,
    en: `The file has too many rows: the limit is ${limit.toLocaleString('en')}.`,
  }),
  'too-many-columns': ({ limit }) => ({
    fr: `Le fichier a trop de colonnes : la limite est de ${limit.toLocaleString('fr')}.`,
    en: `The file has too many columns: the limit is ${limit.toLocaleString('en')}.`,
  }),
  'line-too-long': ({ position, limitBytes }) => ({
    fr: `La ligne ${position} est trop longue : la limite est de ${megabytes(limitBytes)} Mo.`,
    en: `Line ${position} is too long: the limit is ${megabytes(limitBytes)} MB.`,
  }),
  binary: () => ({
    fr: 'Ce fichier n’est pas un tableau. Envoyez un fichier CSV, Excel (.xlsx), OpenDocument (.ods), JSON ou GeoJSON.',
    en: 'This file is not a table. Send a CSV, Excel (.xlsx), OpenDocument (.ods), JSON or GeoJSON file.',
  }),
  encrypted: () => ({
    fr: 'Le fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis envoyez-le à nouveau.',
    en: 'The file is protected by a password. Save it without one, then send it again.',
  }),
  'legacy-spreadsheet': () => ({
    fr: 'Ce format de tableur est trop ancien. Enregistrez le fichier au format .xlsx ou .ods, puis envoyez-le à nouveau.',
    en: 'This spreadsheet format is too old. Save the file as .xlsx or .ods, then send it again.',
  }),
  html: () => ({
    fr: 'L’adresse donne une page web au lieu d’un fichier de données.',
    en: 'The address gives a web page instead of a data file.',
  }),
  truncated: ({ detail, character }) => ({
    fr: `Le fichier est incomplet : il s’arrête trop tôt (${place(detail, character).fr}).`,
    en: `The file is incomplete: it stops too early (${place(detail, character).en}).`,
  }),
  malformed: ({ detail, character }) => ({
    fr: `Le fichier est abîmé (${place(detail, character).fr}).`,
    en: `The file is damaged (${place(detail, character).en}).`,
  }),
  'zip-bomb': () => ({
    fr: 'Ce fichier devient démesuré une fois ouvert : il est refusé par sécurité.',
    en: 'This file becomes enormous once opened: it is refused for safety.',
  }),
  'no-table': () => ({
    fr: 'Ce fichier ne contient pas de liste de lieux.',
    en: 'This file does not hold a list of places.',
  }),
};

export function refusalWording<Refusal extends ReadRefusal>(refusal: Refusal): Wording {
  const wording = REFUSALS[refusal.kind] as (refusal: ReadRefusal) => Wording;
  return wording(refusal);
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

/** `line:column` in words; another detail is the name of a part or a rank. */
function place(detail: string, character: number | undefined): Wording {
  const [line, column] = detail.split(':');
  if (column === undefined) return { fr: detail, en: detail };
  const rank =
    character === undefined
      ? { fr: '', en: '' }
      : { fr: `, caractère ${character}`, en: `, character ${character}` };
  return { fr: `ligne ${line}, colonne ${column}${rank.fr}`, en: `line ${line}, column ${column}${rank.en}` };
}
