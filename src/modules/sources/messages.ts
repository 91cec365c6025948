import { defineMessages, type Lang } from '../../platform/i18n/messages.ts';
import type { LoadRefusal } from './actions/load-input.ts';
import type { FileRefusal } from './actions/read-file.ts';
import { refusalWording } from './domain/formats/wording.ts';
import type { MappingFileRefusal } from './domain/mapping-file.ts';
import type { ReadRefusal } from './domain/table.ts';

export const MESSAGES = defineMessages({
  fr: {
    checkRawKept: 'Chaque fiche lue garde sa fiche brute',
    oneFile: 'Indiquez un seul fichier : maillon mapping propose FICHIER.',
    tableRead: (format: string, records: string) =>
      `Format ${format}, ${records} lignes.\n\nCe que deviennent les colonnes (confiance) :`,
    confidence: (percent: number) => `${percent} %`.padStart(5),
    anyText: 'tout texte',
    unmapped: (columns: string) =>
      columns === '' ? 'Aucune colonne laissée de côté.' : `Colonnes laissées de côté : ${columns}`,
    communesSaved: (communes: string, located: string) =>
      `${communes} communes enregistrées, dont ${located} avec leurs coordonnées.`,
    noCommune: 'Ce fichier ne liste aucune commune. Il faut au moins les colonnes « code_insee » et « nom ».',
    geoApiChanged:
      'Le service des communes a répondu autre chose qu’une liste. Recommencez plus tard, ou donnez un fichier avec --from.',
    fileUnreadable: (path: string) =>
      `Le fichier « ${path} » ne peut pas être lu. Vérifiez son nom et ses droits.`,
    noNameColumn: (columns: string) =>
      `Aucune colonne ne donne le nom des lieux. Nommez-la « nom », ou choisissez-la dans la correspondance. Colonnes lues : ${columns}.`,
    download: {
      'unsupported-protocol': (url: string) =>
        `« ${url} » n’est pas une adresse internet. Elle commence par https://.`,
      'private-address': (host: string) =>
        `« ${host} » est une adresse privée : elle est refusée par sécurité. La personne qui installe Maillon peut l’autoriser (ALLOW_PRIVATE_ADDRESSES).`,
      unreachable: (host: string) =>
        `« ${host} » ne répond pas. Vérifiez l’adresse, ou recommencez plus tard.`,
      forbidden: (status: number) =>
        `Cette adresse demande une autorisation (réponse ${status}). Demandez le fichier au producteur.`,
      gone: (status: number) =>
        `Il n’y a rien à cette adresse (réponse ${status}). Copiez-la à nouveau depuis le site du producteur.`,
      failing: (status: number) =>
        `Le site du producteur est en panne (réponse ${status}). Recommencez plus tard.`,
      'too-many-redirects':
        'Cette adresse renvoie sans fin vers une autre. Copiez celle du fichier lui-même.',
      timeout: (seconds: number) =>
        `Le site du producteur n’a pas répondu en ${seconds} secondes. Recommencez plus tard.`,
      'too-large': (megabytes: number) =>
        `Le fichier à cette adresse est trop gros : la limite est de ${megabytes} Mo. Demandez-en un plus petit au producteur.`,
    },
    mapping: {
      'not-json': (detail: string) =>
        `Ce n’est pas du JSON (${detail}). « maillon mapping propose FICHIER --json » écrit une correspondance à corriger.`,
      'unknown-key': (key: string) =>
        `« ${key} » n’existe pas dans une correspondance. Corrigez ce nom, ou enlevez-le.`,
      'wrong-value': (key: string, expected: string) =>
        `« ${key} » n’a pas la forme attendue. Écrivez : ${expected}.`,
      'unknown-target': (key: string, value: string) =>
        `« ${key} » donne « ${value} », qui n’est pas une valeur du standard. Choisissez une valeur de sa liste.`,
    },
    /** After a sentence that says what is wrong: what to do about it. Empty where the sentence already says it. */
    nextStep: {
      empty: 'Vérifiez que c’est le bon fichier, puis envoyez-le à nouveau.',
      'too-large': 'Partagez-le en plusieurs fichiers.',
      'too-many-rows': 'Partagez-le en plusieurs fichiers.',
      'too-many-columns': 'Gardez seulement les colonnes utiles.',
      'line-too-long': 'Corrigez cette ligne, puis envoyez le fichier à nouveau.',
      binary: '',
      encrypted: '',
      'legacy-spreadsheet': '',
      html: 'Ouvrez-la dans un navigateur, puis copiez l’adresse du bouton de téléchargement.',
      truncated: 'Téléchargez-le ou enregistrez-le à nouveau, en entier.',
      malformed: 'Enregistrez-le à nouveau depuis le logiciel qui l’a fait, puis recommencez.',
      'zip-bomb': 'Demandez un autre fichier au producteur.',
      'no-table': 'Envoyez un tableau avec un lieu par ligne et le nom des colonnes en haut.',
    },
  },
  en: {
    checkRawKept: 'Every record read keeps its raw record',
    oneFile: 'Name one file: maillon mapping propose FILE.',
    tableRead: (format, records) =>
      `Format ${format}, ${records} rows.\n\nWhat the columns become (confidence):`,
    confidence: (percent) => `${percent}%`.padStart(4),
    anyText: 'any text',
    unmapped: (columns) => (columns === '' ? 'No column left aside.' : `Columns left aside: ${columns}`),
    communesSaved: (communes, located) => `${communes} communes saved, ${located} of them with coordinates.`,
    noCommune: 'This file lists no commune. It needs at least the columns “code_insee” and “nom”.',
    geoApiChanged:
      'The service of communes answered something else than a list. Try again later, or give a file with --from.',
    fileUnreadable: (path) => `File “${path}” cannot be read. Check its name and its permissions.`,
    noNameColumn: (columns) =>
      `No column gives the name of the places. Call it “nom”, or choose it in the mapping. Columns read: ${columns}.`,
    download: {
      'unsupported-protocol': (url) => `“${url}” is not an internet address. It begins with https://.`,
      'private-address': (host) =>
        `“${host}” is a private address: it is refused for safety. The person who installs Maillon can allow it (ALLOW_PRIVATE_ADDRESSES).`,
      unreachable: (host) => `“${host}” does not answer. Check the address, or try again later.`,
      forbidden: (status) =>
        `This address needs an authorisation (answer ${status}). Ask the producer for the file.`,
      gone: (status) =>
        `There is nothing at this address (answer ${status}). Copy it again from the producer’s site.`,
      failing: (status) => `The producer’s site is down (answer ${status}). Try again later.`,
      'too-many-redirects':
        'This address leads to another one without end. Copy the address of the file itself.',
      timeout: (seconds) => `The producer’s site did not answer within ${seconds} seconds. Try again later.`,
      'too-large': (megabytes) =>
        `The file at this address is too large: the limit is ${megabytes} MB. Ask the producer for a smaller one.`,
    },
    mapping: {
      'not-json': (detail) =>
        `This is not JSON (${detail}). “maillon mapping propose FILE --json” writes a mapping to correct.`,
      'unknown-key': (key) => `“${key}” does not exist in a mapping. Correct this name, or remove it.`,
      'wrong-value': (key, expected) => `“${key}” does not have the expected form. Write: ${expected}.`,
      'unknown-target': (key, value) =>
        `“${key}” gives “${value}”, which is not a value of the standard. Choose a value of its list.`,
    },
    nextStep: {
      empty: 'Check that it is the right file, then send it again.',
      'too-large': 'Split it into several files.',
      'too-many-rows': 'Split it into several files.',
      'too-many-columns': 'Keep only the useful columns.',
      'line-too-long': 'Correct this line, then send the file again.',
      binary: '',
      encrypted: '',
      'legacy-spreadsheet': '',
      html: 'Open it in a browser, then copy the address of the download button.',
      truncated: 'Download it or save it again, whole.',
      malformed: 'Save it again from the program that made it, then start over.',
      'zip-bomb': 'Ask its producer for another file.',
      'no-table': 'Send a table with one place per row and the names of the columns at the top.',
    },
  },
});

/** Names of columns shown in a sentence: enough to recognise the file. */
const COLUMNS_SHOWN = 12;

/** Why a source was not read, and what to do about it. */
export function refusalSentence(cause: LoadRefusal | FileRefusal, lang: Lang): string {
  const say = MESSAGES[lang];
  switch (cause.kind) {
    case 'file-unreadable':
      return say.fileUnreadable(cause.path);
    case 'download':
      return downloadSentence(cause, lang);
    case 'no-name-column':
      return say.noNameColumn(cause.columns.slice(0, COLUMNS_SHOWN).join(', '));
    default:
      return readSentence(cause, lang);
  }
}

const readSentence = (refusal: ReadRefusal, lang: Lang): string =>
  `${refusalWording(refusal)[lang]} ${MESSAGES[lang].nextStep[refusal.kind]}`.trimEnd();

/** What is wrong in a mapping given as a file. */
export function mappingRefusalSentence(refusal: MappingFileRefusal, lang: Lang): string {
  const say = MESSAGES[lang].mapping;
  switch (refusal.kind) {
    case 'not-json':
      return say['not-json'](refusal.detail);
    case 'unknown-key':
      return say['unknown-key'](refusal.key);
    case 'wrong-value':
      return say['wrong-value'](refusal.key || '{ … }', refusal.expected);
    case 'unknown-target':
      return say['unknown-target'](refusal.key, refusal.value);
  }
}

function downloadSentence({ url, cause }: Extract<LoadRefusal, { kind: 'download' }>, lang: Lang): string {
  const say = MESSAGES[lang].download;
  switch (cause.kind) {
    case 'unsupported-protocol':
      return say['unsupported-protocol'](url);
    case 'private-address':
      return say['private-address'](cause.host);
    case 'unreachable':
      return say.unreachable(cause.host);
    case 'http-error':
      return httpErrorSentence(cause.status, lang);
    case 'too-many-redirects':
      return say['too-many-redirects'];
    case 'timeout':
      return say.timeout(Math.round(cause.afterMs / 1000));
    case 'too-large':
      return say['too-large'](Math.round(cause.limitBytes / 1024 / 1024));
  }
}

function httpErrorSentence(status: number, lang: Lang): string {
  const say = MESSAGES[lang].download;
  if (status === 401 || status === 403) return say.forbidden(status);
  if (status === 404 || status === 410) return say.gone(status);
  return say.failing(status);
}
