import { defineMessages } from '../../../../platform/i18n/messages.ts';

export const API_PAGE = defineMessages({
  fr: {
    title: 'L’API des lieux',
    back: 'Données ouvertes',
    document: 'Description OpenAPI 3.1 (JSON)',
    parameters: 'Paramètres',
    parameter: 'Paramètre',
    meaning: 'Ce qu’il veut dire',
    rule: 'Forme',
    responses: 'Réponses',
    code: 'Code',
    tryIt: 'Essayer',
    fields: 'Les champs d’un lieu',
    field: 'Champ',
    form: 'Forme',
    types: { string: 'texte', number: 'nombre', integer: 'nombre entier', date: 'date AAAA-MM-JJ' },
    list: 'texte ; plusieurs valeurs sont séparées par « | »',
    values: (count: number) => `${count} valeurs possibles`,
    required: 'obligatoire',
    byDefault: (value: string) => `${value} si absent`,
    atMost: (count: string) => `${count} caractères au plus`,
    above: (least: string, most: string) => `plus grand que ${least}, au plus ${most}`,
    between: (least: string, most: string) => `de ${least} à ${most}`,
    rules: 'Bon usage',
    pagesTitle: 'Lire toutes les pages',
    pagesText:
      '« suivant » donne l’adresse de la page suivante, ou null à la dernière. L’en-tête Link dit la même chose.',
    versionsTitle: 'Ne télécharger que ce qui change',
    versionsText:
      'Gardez l’en-tête ETag de la réponse. Renvoyez-le dans If-None-Match : si rien n’a changé, la réponse est 304, sans contenu.',
    wholeTitle: 'Prendre tout l’annuaire',
    wholeText: 'Pour tous les lieux d’un coup, prenez plutôt un fichier :',
    wholeLink: 'les fichiers à télécharger',
    errors: 'Erreurs',
    errorsIntro:
      'Une erreur est au format application/problem+json (RFC 9457). « detail » dit en une phrase ce qu’il faut changer.',
    errorKinds: {
      parametre: {
        title: 'Paramètre inconnu ou mal écrit (400)',
        text: '« parametres » nomme chaque paramètre à corriger. Un paramètre que nous ne connaissons pas est refusé : sinon vous croiriez qu’il filtre.',
      },
      'lieu-inconnu': {
        title: 'Lieu inconnu (404)',
        text: 'Aucun lieu n’a jamais porté cet identifiant. Vérifiez qu’il est recopié en entier.',
      },
      'lieu-ferme': {
        title: 'Lieu fermé (410)',
        text: 'Ce lieu a été retiré de l’annuaire. Retirez-le aussi de votre service.',
      },
      demarrage: {
        title: 'Service qui démarre (503)',
        text: 'L’en-tête Retry-After dit dans combien de secondes réessayer.',
      },
    },
  },
  en: {
    title: 'The places API',
    back: 'Open data',
    document: 'OpenAPI 3.1 description (JSON)',
    parameters: 'Parameters',
    parameter: 'Parameter',
    meaning: 'What it means',
    rule: 'Form',
    responses: 'Responses',
    code: 'Code',
    tryIt: 'Try it',
    fields: 'The fields of a place',
    field: 'Field',
    form: 'Form',
    types: { string: 'text', number: 'number', integer: 'whole number', date: 'date YYYY-MM-DD' },
    list: 'text; several values are separated by “|”',
    values: (count) => `${count} possible values`,
    required: 'required',
    byDefault: (value) => `${value} when absent`,
    atMost: (count) => `at most ${count} characters`,
    above: (least, most) => `greater than ${least}, at most ${most}`,
    between: (least, most) => `from ${least} to ${most}`,
    rules: 'Good use',
    pagesTitle: 'Read every page',
    pagesText:
      '“suivant” gives the address of the next page, or null at the last. The Link header says the same.',
    versionsTitle: 'Download only what changes',
    versionsText:
      'Keep the ETag header of the answer. Send it back in If-None-Match: if nothing has changed, the answer is 304, without content.',
    wholeTitle: 'Take the whole directory',
    wholeText: 'For all places at once, rather take a file:',
    wholeLink: 'the files to download',
    errors: 'Errors',
    errorsIntro:
      'An error is in the form application/problem+json (RFC 9457). “detail” says in one sentence what to change.',
    errorKinds: {
      parametre: {
        title: 'Parameter unknown or badly written (400)',
        text: '“parametres” names each parameter to correct. A parameter we do not know is refused: otherwise you would believe that it filters.',
      },
      'lieu-inconnu': {
        title: 'Unknown place (404)',
        text: 'No place ever had this identifier. Check that it is copied whole.',
      },
      'lieu-ferme': {
        title: 'Closed place (410)',
        text: 'This place was removed from the directory. Remove it from your service too.',
      },
      demarrage: {
        title: 'Service starting (503)',
        text: 'The Retry-After header says in how many seconds to try again.',
      },
    },
  },
});
