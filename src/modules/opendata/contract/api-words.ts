import { defineMessages } from '../../../platform/i18n/messages.ts';

/** What the API says of itself: the OpenAPI document speaks French, the page both languages. */
export const API_WORDS = defineMessages({
  fr: {
    title: 'Les lieux de médiation numérique',
    about:
      'Les lieux publiés dans l’annuaire, aux champs du standard national 1.0.2. Lecture libre, sans clé, depuis n’importe quel site.',
    licence: 'Licence Ouverte 2.0',
    tag: 'Chercher des lieux, lire un lieu.',
    operations: {
      chercherLieux: {
        summary: 'Chercher des lieux',
        description:
          'Sans paramètre : tous les lieux, dans l’ordre de leurs identifiants. Avec un point ou une commune : du plus proche au plus lointain. L’ordre ne change pas d’une page à l’autre.',
      },
      lireLieu: {
        summary: 'Lire un lieu',
        description:
          'Un identifiant ne change jamais. Quand deux lieux sont réunis, l’ancien identifiant mène à celui qui reste.',
      },
    },
    parameters: {
      ou: 'Commune, code postal, département, adresse ou nom de lieu.',
      lat: 'Latitude du départ (WGS 84). Demande aussi « lon ».',
      lon: 'Longitude du départ (WGS 84). Demande aussi « lat ».',
      rayon:
        'Distance la plus grande, en mètres. Sans « rayon » : 20 000 m autour du départ, et tous les lieux de la commune demandée.',
      services: 'Un ou plusieurs services du standard, séparés par « | ». Le lieu les propose tous.',
      page: 'Page voulue, à partir de 1.',
      limite: 'Nombre de lieux par page.',
      id: 'Identifiant du lieu dans Maillon.',
    },
    responses: {
      200: 'Le résultat.',
      301: 'Ce lieu a été réuni avec un autre : suivez l’adresse donnée.',
      304: 'Rien n’a changé depuis la version que vous avez.',
      400: 'Un paramètre est inconnu ou mal écrit : la réponse dit lequel.',
      404: 'Aucun lieu ne porte cet identifiant.',
      410: 'Ce lieu a fermé.',
      503: 'Le service démarre : réessayez dans quelques secondes.',
    },
    headers: {
      ETag: 'Version de la réponse. Renvoyez-la dans If-None-Match.',
      Location: 'Adresse du lieu qui reste.',
    },
    schemas: {
      Lieu: 'Un lieu aux champs du standard national 1.0.2. Un champ inconnu est absent. Un lieu auquel il manque un champ obligatoire du standard est donné ici, mais pas dans les fichiers du standard. Un pivot inconnu vaut 00000000000000.',
      LieuTrouve: 'Un lieu, et sa distance au départ.',
      Lieux: 'Une page de lieux.',
      Probleme: 'Une erreur, à la forme RFC 9457.',
    },
    distance: 'Distance à vol d’oiseau, en mètres. null quand le départ ou le lieu n’a pas de position.',
    lieux: 'Les lieux de cette page.',
    total: 'Nombre de lieux trouvés, toutes pages ensemble.',
    suivant: 'Adresse de la page suivante, ou null.',
    problem: {
      type: 'Adresse qui explique ce genre d’erreur.',
      title: 'L’erreur en quelques mots.',
      status: 'Le code HTTP.',
      detail: 'Ce qu’il faut changer.',
      instance: 'Le chemin demandé.',
      requestId: 'Numéro à donner si vous nous en parlez.',
      parametres: 'Les paramètres à corriger.',
    },
  },
  en: {
    title: 'Digital help places',
    about:
      'The places published in the directory, with the fields of the national standard 1.0.2. Free to read, without a key, from any site.',
    licence: 'Licence Ouverte 2.0',
    tag: 'Find places, read a place.',
    operations: {
      chercherLieux: {
        summary: 'Find places',
        description:
          'Without parameters: all places, in the order of their identifiers. With a point or a town: closest first. The order is the same from page to page.',
      },
      lireLieu: {
        summary: 'Read a place',
        description:
          'An identifier never changes. When two places are merged, the former identifier leads to the one that stays.',
      },
    },
    parameters: {
      ou: 'Town, postcode, département, address or name of a place.',
      lat: 'Latitude of the start (WGS 84). Also needs “lon”.',
      lon: 'Longitude of the start (WGS 84). Also needs “lat”.',
      rayon:
        'Largest distance, in metres. Without “rayon”: 20,000 m around the start, and all the places of the town asked.',
      services: 'One or several services of the standard, separated by “|”. The place offers them all.',
      page: 'The page wanted, from 1.',
      limite: 'Number of places per page.',
      id: 'Identifier of the place in Maillon.',
    },
    responses: {
      200: 'The result.',
      301: 'This place was merged with another: follow the address given.',
      304: 'Nothing has changed since the version you hold.',
      400: 'A parameter is unknown or badly written: the answer says which.',
      404: 'No place has this identifier.',
      410: 'This place has closed.',
      503: 'The service is starting: try again in a few seconds.',
    },
    headers: {
      ETag: 'Version of the answer. Send it back in If-None-Match.',
      Location: 'Address of the place that stays.',
    },
    schemas: {
      Lieu: 'A place with the fields of the national standard 1.0.2. An unknown field is absent. A place that lacks a required field of the standard is given here, but not in the files of the standard. An unknown pivot is 00000000000000.',
      LieuTrouve: 'A place, and its distance from the start.',
      Lieux: 'A page of places.',
      Probleme: 'An error, in the form of RFC 9457.',
    },
    distance: 'Distance as the crow flies, in metres. null when the start or the place has no position.',
    lieux: 'The places of this page.',
    total: 'Number of places found, all pages together.',
    suivant: 'Address of the next page, or null.',
    problem: {
      type: 'Address that explains this kind of error.',
      title: 'The error in a few words.',
      status: 'The HTTP code.',
      detail: 'What to change.',
      instance: 'The path asked.',
      requestId: 'Number to give if you talk to us about it.',
      parametres: 'The parameters to correct.',
    },
  },
});
