import { defineMessages } from '../platform/i18n/messages.ts';

export const MESSAGES = defineMessages({
  fr: {
    about: 'Maillon : le système ouvert de l’inclusion numérique d’un territoire.',
    commands: 'Commandes',
    commonOptions:
      'Options communes : --data DOSSIER (par défaut ./data), --lang fr|en, --json (résultat pour un programme).',
    unknownCommand: (name: string) =>
      `La commande « ${name} » n’existe pas. « maillon help » donne la liste.`,
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
    opening: 'Ouverture de la base de données…',
    demoIntro:
      'Le dossier de données est vide : chargement d’un territoire de démonstration (lieux inventés).',
    demoLoaded: (records: string) => `Démonstration prête : ${records} fiches lues.`,
    refreshing: 'Mise à jour de l’annuaire…',
    ready: (address: string) => `Maillon est prêt : ${address}`,
    adminLink: (address: string) => `Gestion (ce lien sert une fois, pendant 15 minutes) :\n  ${address}`,
    stopHint: 'Pour arrêter : Ctrl + C.',
    stopping: 'Arrêt en cours…',
    backupDone: (path: string) => `Sauvegarde écrite : ${path}`,
    restoreDone: (path: string) => `Sauvegarde rétablie dans ${path}`,
    restoreNotEmpty: (path: string) =>
      `Le dossier ${path} contient déjà des données. Choisissez un dossier vide avec --data : rien n’est écrasé.`,
    fileNeeded: 'Indiquez un fichier.',
    fileUnreadable: (path: string) => `Le fichier ${path} ne peut pas être lu.`,
    backupUnreadable: (path: string) => `Le fichier ${path} n’est pas une sauvegarde de Maillon.`,
    serverBackup: (program: string) =>
      `Avec DATABASE_URL, la sauvegarde se fait avec « ${program} », qui n’a pas été trouvé ou a échoué.`,
    checkOk: (count: number) => `${count} contrôles : tout est en ordre.`,
    checkBroken: (name: string, faults: number) => `${name} : ${faults} en défaut`,
  },
  en: {
    about: 'Maillon: the open system of a territory’s digital inclusion.',
    commands: 'Commands',
    commonOptions:
      'Common options: --data FOLDER (default ./data), --lang fr|en, --json (result for a program).',
    unknownCommand: (name) => `There is no command “${name}”. “maillon help” lists them.`,
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
    opening: 'Opening the database…',
    demoIntro: 'The data folder is empty: loading a demonstration territory (invented places).',
    demoLoaded: (records) => `Demonstration ready: ${records} records read.`,
    refreshing: 'Updating the directory…',
    ready: (address) => `Maillon is ready: ${address}`,
    adminLink: (address) => `Management (this link works once, for 15 minutes):\n  ${address}`,
    stopHint: 'To stop: Ctrl + C.',
    stopping: 'Stopping…',
    backupDone: (path) => `Backup written: ${path}`,
    restoreDone: (path) => `Backup restored in ${path}`,
    restoreNotEmpty: (path) =>
      `Folder ${path} already holds data. Choose an empty folder with --data: nothing is overwritten.`,
    fileNeeded: 'Name a file.',
    fileUnreadable: (path) => `File ${path} cannot be read.`,
    backupUnreadable: (path) => `File ${path} is not a Maillon backup.`,
    serverBackup: (program) =>
      `With DATABASE_URL, backups are made by “${program}”, which was not found or failed.`,
    checkOk: (count) => `${count} checks: all is in order.`,
    checkBroken: (name, faults) => `${name}: ${faults} at fault`,
  },
});
