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
