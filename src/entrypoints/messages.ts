import { defineMessages } from '../platform/i18n/messages.ts';

/** What a person replaces with their own, in the way commands are called. */
const ENGLISH_WORDS: Readonly<Record<string, string>> = {
  FICHIER: 'FILE',
  DOSSIER: 'FOLDER',
  ADRESSE: 'URL',
  NOM: 'NAME',
  FICHES: 'RECORDS',
  GROUPES: 'CLUSTERS',
  PAIRES: 'PAIRS',
  ETIQUETTES: 'LABELS',
};

export const MESSAGES = defineMessages({
  fr: {
    about: 'Maillon : le système ouvert de l’inclusion numérique d’un territoire.',
    commands: 'Commandes',
    call: (usage: string): string => usage,
    commonOptions:
      'Options communes : --data DOSSIER (par défaut ./data), --lang fr|en, --json (résultat pour un programme).',
    unknownCommand: (name: string) =>
      `La commande « ${name} » n’existe pas. « maillon help » donne la liste.`,
    incompleteCommand: (names: readonly string[]) =>
      `Précisez la commande : ${names.map((name) => `« maillon ${name} »`).join(' ou ')}.`,
    unknownOption: (name: string) =>
      `L’option « ${name} » n’existe pas pour cette commande. « maillon help » donne la liste.`,
    missingValue: (name: string) => `L’option « ${name} » attend une valeur.`,
    notANumber: (name: string) => `L’option « ${name} » attend un nombre.`,
    unknownLanguage: (name: string) => `La langue « ${name} » n’existe pas. Choisissez fr ou en.`,
    invalidConfiguration: 'La configuration contient des erreurs. Corrigez ces variables :',
    dataInUse: (pid: number, command: string) =>
      `Le dossier de données est déjà utilisé par « maillon ${command} » (processus ${pid}). Arrêtez-le, ou choisissez un autre dossier avec --data.`,
    databaseUnreachable:
      'La base de données (DATABASE_URL) ne répond pas. Vérifiez son adresse et qu’elle est démarrée.',
    failure:
      'Maillon a rencontré une panne. Ce n’est pas de votre faute. Rien de ce qui était déjà là n’est perdu.',
    portTaken: (port: number) =>
      `Le port ${port} est déjà pris. Choisissez-en un autre : npm start -- --port ${port + 1}`,
    wrongPort: 'Le port est un nombre entier, de 0 à 65535.',
    portForbidden: (port: number) =>
      `Le port ${port} est réservé à l’administrateur de la machine. Choisissez-en un au-dessus de 1023 : npm start -- --port 3000`,
    wrongHost: (host: string) => `« ${host} » (HOST) n’est pas une adresse de cette machine.`,
    opening: 'Ouverture de la base de données…',
    demoIntro:
      'Le dossier de données est vide : chargement d’un territoire de démonstration (lieux inventés).',
    demoLoaded: (records: string) => `Démonstration prête : ${records} fiches lues.`,
    refreshing: 'Mise à jour de l’annuaire…',
    ready: (address: string) => `Maillon est prêt : ${address}`,
    adminLink: (address: string) => `Gestion (ce lien sert une fois, pendant 15 minutes) :\n  ${address}`,
    demoPass: (code: string) =>
      `Pour essayer le Pass numérique : Gestion, Accès, une organisation, « Y entrer vous-même ».\n  Un pass à saisir dans un lieu : ${code}`,
    stopHint: 'Pour arrêter : Ctrl + C.',
    stopping: 'Arrêt en cours…',
    backupDone: (path: string) => `Sauvegarde écrite : ${path}`,
    restoreDone: (path: string) => `Sauvegarde rétablie dans ${path}`,
    restoreNotEmpty: (path: string) =>
      `Le dossier ${path} contient déjà des données. Choisissez un dossier vide avec --data : rien n’est écrasé.`,
    dataUnwritable: (path: string) =>
      `Le dossier de données ${path} ne peut pas être écrit. Vérifiez ses droits, ou choisissez un autre dossier avec --data.`,
    unwritable: (path: string) =>
      `${path} ne peut pas être écrit. Vérifiez que le dossier existe, et ses droits.`,
    noDataYet: (path: string) =>
      `Le dossier ${path} ne contient pas de données de Maillon : il n’y a rien à sauvegarder.`,
    fileNeeded: 'Indiquez un fichier.',
    fileUnreadable: (path: string) => `Le fichier ${path} ne peut pas être lu.`,
    backupUnreadable: (path: string) => `Le fichier ${path} n’est pas une sauvegarde de Maillon.`,
    serverBackup: (program: string) =>
      `Avec DATABASE_URL, la sauvegarde se fait avec « ${program} », qui n’a pas été trouvé ou a échoué.`,
    purgeTrial: 'Essai : rien n’a été effacé.',
    purgeDone: 'C’est effacé.',
    checkOk: (count: number) => `${count} contrôles : tout est en ordre.`,
    checkBroken: (name: string, faults: number) => `${name} : ${faults} en défaut`,
  },
  en: {
    about: 'Maillon: the open system of a territory’s digital inclusion.',
    commands: 'Commands',
    call: (usage) => usage.replace(/\p{Lu}{3,}/gu, (word) => ENGLISH_WORDS[word] ?? word),
    commonOptions:
      'Common options: --data FOLDER (default ./data), --lang fr|en, --json (result for a program).',
    unknownCommand: (name) => `There is no command “${name}”. “maillon help” lists them.`,
    incompleteCommand: (names) =>
      `Complete the command: ${names.map((name) => `“maillon ${name}”`).join(' or ')}.`,
    unknownOption: (name) => `This command has no option “${name}”. “maillon help” lists them.`,
    missingValue: (name) => `Option “${name}” needs a value.`,
    notANumber: (name) => `Option “${name}” needs a number.`,
    unknownLanguage: (name) => `There is no language “${name}”. Choose fr or en.`,
    invalidConfiguration: 'The configuration has errors. Correct these variables:',
    dataInUse: (pid, command) =>
      `The data folder is already used by “maillon ${command}” (process ${pid}). Stop it, or choose another folder with --data.`,
    databaseUnreachable:
      'The database (DATABASE_URL) does not answer. Check its address and that it is running.',
    failure: 'Maillon failed. It is not your fault. Nothing that was already there is lost.',
    portTaken: (port) => `Port ${port} is taken. Choose another: npm start -- --port ${port + 1}`,
    wrongPort: 'The port is a whole number, from 0 to 65535.',
    portForbidden: (port) =>
      `Port ${port} is kept for the administrator of the machine. Choose one above 1023: npm start -- --port 3000`,
    wrongHost: (host) => `“${host}” (HOST) is not an address of this machine.`,
    opening: 'Opening the database…',
    demoIntro: 'The data folder is empty: loading a demonstration territory (invented places).',
    demoLoaded: (records) => `Demonstration ready: ${records} records read.`,
    refreshing: 'Updating the directory…',
    ready: (address) => `Maillon is ready: ${address}`,
    adminLink: (address) => `Management (this link works once, for 15 minutes):\n  ${address}`,
    demoPass: (code: string) =>
      `To try the Pass numérique: Management, Access, an organisation, "Enter it yourself".\n  A pass to type in a place: ${code}`,
    stopHint: 'To stop: Ctrl + C.',
    stopping: 'Stopping…',
    backupDone: (path) => `Backup written: ${path}`,
    restoreDone: (path) => `Backup restored in ${path}`,
    restoreNotEmpty: (path) =>
      `Folder ${path} already holds data. Choose an empty folder with --data: nothing is overwritten.`,
    dataUnwritable: (path) =>
      `Data folder ${path} cannot be written. Check its permissions, or choose another folder with --data.`,
    unwritable: (path) => `${path} cannot be written. Check that the folder exists, and its permissions.`,
    noDataYet: (path) => `Folder ${path} holds no Maillon data: there is nothing to back up.`,
    fileNeeded: 'Name a file.',
    fileUnreadable: (path) => `File ${path} cannot be read.`,
    backupUnreadable: (path) => `File ${path} is not a Maillon backup.`,
    serverBackup: (program) =>
      `With DATABASE_URL, backups are made by “${program}”, which was not found or failed.`,
    purgeTrial: 'Trial run: nothing was erased.',
    purgeDone: 'Erased.',
    checkOk: (count) => `${count} checks: all is in order.`,
    checkBroken: (name, faults) => `${name}: ${faults} at fault`,
  },
});
