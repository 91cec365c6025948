import { defineMessages } from '../../platform/i18n/messages.ts';

export const API_ERRORS = defineMessages({
  fr: {
    badRequest: 'La demande contient une erreur',
    unknownPlace: 'Ce lieu n’existe pas',
    unknownPlaceDetail: (id: string) =>
      `Aucun lieu ne porte l’identifiant « ${id} ». Cherchez-le avec /api/v1/lieux?ou=…`,
    removedPlace: 'Ce lieu a fermé',
    removedPlaceDetail: (date: string) => `Il a été retiré de l’annuaire le ${date}.`,
    starting: 'Le service démarre',
    startingDetail: 'Les lieux ne sont pas encore chargés. Essayez dans quelques secondes.',
    unknownParameter: (name: string, known: string) =>
      `« ${name} » n’est pas un paramètre de cette adresse. Les paramètres sont : ${known}.`,
    repeated: (name: string) => `« ${name} » est écrit plusieurs fois. Écrivez-le une seule fois.`,
    wrongValue: (name: string, rule: string, value: string) =>
      `« ${name} » : ${rule} Vous avez écrit « ${value} ».`,
    rules: {
      ou: '200 caractères au plus.',
      lat: 'un nombre de -90 à 90, avec un point pour les décimales.',
      lon: 'un nombre de -180 à 180, avec un point pour les décimales.',
      rayon: 'un nombre de mètres, plus grand que 0 et au plus 20 100 000.',
      services: 'des services du standard national, séparés par « | ».',
      page: 'un nombre entier, à partir de 1.',
      limite: 'un nombre entier, de 1 à 1000.',
    },
    refusals: {
      'unknown-service': (value: string) =>
        `« services » : « ${value} » n’est pas un service du standard national. La liste est sur la page /api.`,
      'unknown-location': (value: string) =>
        `« ou » : nous ne trouvons ni commune, ni code postal, ni département, ni lieu pour « ${value} ».`,
      'half-a-point': () => 'Un point demande « lat » et « lon » ensemble.',
      'radius-without-point': () =>
        '« rayon » mesure depuis un point : donnez aussi « lat » et « lon », ou une commune dans « ou ».',
    },
  },
  en: {
    badRequest: 'The request has an error',
    unknownPlace: 'This place does not exist',
    unknownPlaceDetail: (id) => `No place has the identifier “${id}”. Look for it with /api/v1/lieux?ou=…`,
    removedPlace: 'This place has closed',
    removedPlaceDetail: (date) => `It was removed from the directory on ${date}.`,
    starting: 'The service is starting',
    startingDetail: 'The places are not loaded yet. Try again in a few seconds.',
    unknownParameter: (name, known) =>
      `“${name}” is not a parameter of this address. The parameters are: ${known}.`,
    repeated: (name) => `“${name}” is written several times. Write it once.`,
    wrongValue: (name, rule, value) => `“${name}”: ${rule} You wrote “${value}”.`,
    rules: {
      ou: 'at most 200 characters.',
      lat: 'a number from -90 to 90, with a point for decimals.',
      lon: 'a number from -180 to 180, with a point for decimals.',
      rayon: 'a number of metres, greater than 0 and at most 20,100,000.',
      services: 'services of the national standard, separated by “|”.',
      page: 'a whole number, from 1.',
      limite: 'a whole number, from 1 to 1000.',
    },
    refusals: {
      'unknown-service': (value) =>
        `“services”: “${value}” is not a service of the national standard. The list is on the page /api.`,
      'unknown-location': (value) => `“ou”: we find no town, postcode, département or place for “${value}”.`,
      'half-a-point': () => 'A point needs “lat” and “lon” together.',
      'radius-without-point': () =>
        '“rayon” measures from a point: also give “lat” and “lon”, or a town in “ou”.',
    },
  },
});

export const EXPORT = defineMessages({
  fr: {
    formatNeeded: (formats: string) => `Indiquez le format : --format ${formats}.`,
    unknownFormat: (format: string, formats: string) =>
      `Le format « ${format} » n’existe pas. Choisissez parmi : ${formats}.`,
    nothingElse: (word: string) => `« ${word} » est en trop : le fichier se donne avec --out.`,
    unwritable: (path: string) =>
      `Le fichier ${path} ne peut pas être écrit. Vérifiez que son dossier existe et vous appartient.`,
    written: (path: string) => `Fichier écrit : ${path}`,
  },
  en: {
    formatNeeded: (formats) => `Name the format: --format ${formats}.`,
    unknownFormat: (format, formats) => `There is no format “${format}”. Choose among: ${formats}.`,
    nothingElse: (word) => `“${word}” is one word too many: name the file with --out.`,
    unwritable: (path) => `File ${path} cannot be written. Check that its folder exists and is yours.`,
    written: (path) => `File written: ${path}`,
  },
});

export const LOSSES = defineMessages({
  fr: {
    exported: (exported: string, places: string) => `Lieux exportés : ${exported} sur ${places}.`,
    leftOut: (count: string) => `Lieux gardés dans Maillon, mais absents de ce fichier : ${count}.`,
    lacking: (count: string, fields: string) => `${count} : information inconnue (${fields}).`,
    repaired: (fields: string) => `Valeurs complétées par déduction : ${fields}.`,
    dropped: (fields: string) => `Valeurs que ce format n’accepte pas, retirées ou raccourcies : ${fields}.`,
    lossy: (fields: string) => `Informations que ce format ne sait pas écrire : ${fields}.`,
    and: ' et ',
    counted: (field: string, count: string) => `${field} (${count})`,
    passNumerique: 'accepte le pass numérique',
  },
  en: {
    exported: (exported, places) => `Places exported: ${exported} of ${places}.`,
    leftOut: (count) => `Places kept in Maillon but absent from this file: ${count}.`,
    lacking: (count, fields) => `${count}: unknown information (${fields}).`,
    repaired: (fields) => `Values completed by deduction: ${fields}.`,
    dropped: (fields) => `Values that this format does not accept, removed or shortened: ${fields}.`,
    lossy: (fields) => `Information that this format cannot write: ${fields}.`,
    and: ' and ',
    counted: (field, count) => `${field} (${count})`,
    passNumerique: 'takes the pass numérique',
  },
});

export const CHANGES = defineMessages({
  fr: {
    feedTitle: (territory: string) => `Lieux de médiation numérique : ce qui change (${territory})`,
    feedSubtitle: 'Lieux ajoutés, mis à jour, réunis ou fermés dans l’annuaire.',
    changed: (fields: string) => `Ce qui a changé : ${fields}.`,
    sourcesOnly: 'les sources des informations',
    title: {
      created: (name: string) => `Nouveau lieu : ${name}`,
      updated: (name: string) => `Lieu mis à jour : ${name}`,
      merged: (name: string) => `Lieu réuni avec un autre : ${name}`,
      split: (name: string) => `Lieu séparé d’un autre : ${name}`,
      removed: (name: string) => `Lieu fermé : ${name}`,
      restored: (name: string) => `Lieu rétabli : ${name}`,
    },
    counted: {
      created: (count: string) => `ajoutés : ${count}`,
      updated: (count: string) => `mis à jour : ${count}`,
      merged: (count: string) => `réunis avec un autre : ${count}`,
      split: (count: string) => `séparés d’un autre : ${count}`,
      removed: (count: string) => `fermés : ${count}`,
      restored: (count: string) => `rétablis : ${count}`,
    },
  },
  en: {
    feedTitle: (territory) => `Digital help places: what changes (${territory})`,
    feedSubtitle: 'Places added, updated, merged or closed in the directory.',
    changed: (fields) => `What changed: ${fields}.`,
    sourcesOnly: 'the sources of the information',
    title: {
      created: (name) => `New place: ${name}`,
      updated: (name) => `Place updated: ${name}`,
      merged: (name) => `Place merged with another: ${name}`,
      split: (name) => `Place separated from another: ${name}`,
      removed: (name) => `Place closed: ${name}`,
      restored: (name) => `Place restored: ${name}`,
    },
    counted: {
      created: (count) => `added: ${count}`,
      updated: (count) => `updated: ${count}`,
      merged: (count) => `merged with another: ${count}`,
      split: (count) => `separated from another: ${count}`,
      removed: (count) => `closed: ${count}`,
      restored: (count) => `restored: ${count}`,
    },
  },
});

export const OPEN_DATA = defineMessages({
  fr: {
    title: 'Données ouvertes',
    description: 'Télécharger les lieux de médiation numérique de l’annuaire, et les réutiliser librement.',
    lead: 'Tous les lieux publiés ici, à réutiliser librement.',
    places: 'Lieux publiés',
    exported: 'Lieux dans le standard national',
    leftOut: 'Lieux laissés de côté',
    updated: 'Dernier changement',
    counting: 'Calcul en cours',
    none: 'aucun',
    files: 'Télécharger les lieux',
    file: 'Fichier',
    purpose: 'Pour quoi faire',
    size: 'Taille',
    purposes: {
      'standard-csv': 'Standard national 1.0.2, pour un tableur. Texte UTF-8, séparé par des virgules.',
      'standard-json': 'Standard national 1.0.2, pour un programme.',
      geojson: 'Les mêmes champs, pour une carte.',
      ndjson: 'Les mêmes champs, un lieu par ligne, pour de gros traitements.',
      'data-inclusion': 'Structures et services au schéma data·inclusion v1.',
    },
    licence: 'Licence',
    licenceIntro: 'Ces fichiers sont publiés sous',
    licenceName: 'Licence Ouverte 2.0',
    licenceAsk: (territory: string, date: string) =>
      `Vous pouvez les copier, les modifier et les diffuser. Citez la source : « Maillon, ${territory}, ${date} », et les sources ci-dessous.`,
    sources: 'D’où viennent les lieux',
    source: 'Source',
    sourceLicence: 'Licence de la source',
    records: 'Fiches',
    lastImport: 'Dernier import',
    unknownLicence: 'non précisée',
    never: 'jamais',
    noSource: 'Aucune source n’a encore été importée.',
    lossTitle: 'Ce que le standard national ne contient pas',
    lossIntro:
      'Le standard demande un nom, une commune, un code postal, une adresse et une date de mise à jour. Un lieu sans l’un d’eux reste visible dans l’annuaire et dans l’API, mais pas dans ces fichiers.',
    lossDetails: (name: string) => `Ce que perd ${name}`,
    history: 'Ce qui change',
    day: 'Jour',
    changes: 'Lieux',
    noChange: 'Rien n’a encore changé.',
    feed: 'Suivre les changements (flux Atom)',
    older: 'Le flux et la liste ne montrent que les changements les plus récents.',
    programs: 'Pour les programmes',
    apiLink: 'Lire la documentation de l’API',
    bytes: (value: string, unit: 'B' | 'kB' | 'MB') =>
      `${value} ${{ B: 'octets', kB: 'Ko', MB: 'Mo' }[unit]}`,
  },
  en: {
    title: 'Open data',
    description: 'Download the digital help places of the directory, and reuse them freely.',
    lead: 'All the places published here, to reuse freely.',
    places: 'Places published',
    exported: 'Places in the national standard',
    leftOut: 'Places left out',
    updated: 'Last change',
    counting: 'Being computed',
    none: 'none',
    files: 'Download the places',
    file: 'File',
    purpose: 'What it is for',
    size: 'Size',
    purposes: {
      'standard-csv': 'National standard 1.0.2, for a spreadsheet. UTF-8 text, separated by commas.',
      'standard-json': 'National standard 1.0.2, for a program.',
      geojson: 'The same fields, for a map.',
      ndjson: 'The same fields, one place per line, for heavy processing.',
      'data-inclusion': 'Structures and services in the data·inclusion v1 schema.',
    },
    licence: 'Licence',
    licenceIntro: 'These files are published under',
    licenceName: 'Licence Ouverte 2.0',
    licenceAsk: (territory, date) =>
      `You may copy, change and share them. Name the source: “Maillon, ${territory}, ${date}”, and the sources below.`,
    sources: 'Where the places come from',
    source: 'Source',
    sourceLicence: 'Licence of the source',
    records: 'Records',
    lastImport: 'Last import',
    unknownLicence: 'not stated',
    never: 'never',
    noSource: 'No source has been imported yet.',
    lossTitle: 'What the national standard does not hold',
    lossIntro:
      'The standard asks for a name, a town, a postcode, an address and a date of update. A place without one of them stays visible in the directory and in the API, but not in these files.',
    lossDetails: (name) => `What ${name} loses`,
    history: 'What changes',
    day: 'Day',
    changes: 'Places',
    noChange: 'Nothing has changed yet.',
    feed: 'Follow the changes (Atom feed)',
    older: 'The feed and the list only show the most recent changes.',
    programs: 'For programs',
    apiLink: 'Read the API documentation',
    bytes: (value, unit) => `${value} ${{ B: 'bytes', kB: 'KB', MB: 'MB' }[unit]}`,
  },
});
