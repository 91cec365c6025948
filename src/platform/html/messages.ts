import { defineMessages } from '../i18n/messages.ts';

export const SHELL = defineMessages({
  fr: {
    skip: 'Aller au contenu',
    home: ', accueil',
    callUs: 'Nous appeler',
    otherLanguage: 'English',
    promise:
      'Un service de la collectivité. Pas de compte, pas de publicité. Votre recherche n’est pas gardée.',
    accessibility: 'Accessibilité : non conforme',
    yourData: 'Vos données',
    pages: 'Pages de gestion',
  },
  en: {
    skip: 'Skip to content',
    home: ', home',
    callUs: 'Call us',
    otherLanguage: 'Français',
    promise: 'A public service. No account, no advertising. Your search is not kept.',
    accessibility: 'Accessibility: not compliant',
    yourData: 'Your data',
    pages: 'Management pages',
  },
});

export const PARTS = defineMessages({
  fr: {
    toCorrect: (count: number) => (count === 1 ? '1 réponse à corriger' : `${count} réponses à corriger`),
    youCan: 'Vous pouvez',
    pages: 'Pages de la liste',
    previous: 'Page précédente',
    next: 'Page suivante',
    pageOf: (page: number, count: number) => `Page ${page} sur ${count}`,
    done: 'fait',
    now: 'en cours',
    toCome: 'à venir',
  },
  en: {
    toCorrect: (count: number) => (count === 1 ? '1 answer to correct' : `${count} answers to correct`),
    youCan: 'You can',
    pages: 'Pages of the list',
    previous: 'Previous page',
    next: 'Next page',
    pageOf: (page: number, count: number) => `Page ${page} of ${count}`,
    done: 'done',
    now: 'under way',
    toCome: 'to come',
  },
});

export const ERRORS = defineMessages({
  fr: {
    notFound: 'Cette page n’existe pas',
    notFoundHelp: 'L’adresse a peut-être changé, ou elle a été mal recopiée.',
    forbidden: 'Cette page est fermée',
    forbiddenHelp:
      'Elle demande un lien d’administration. La personne qui gère ce service peut vous le donner.',
    foreignForm: 'Ce formulaire vient d’une autre page',
    foreignFormHelp: 'Par prudence, nous n’avons rien enregistré. Ouvrez la page à nouveau et recommencez.',
    tooLarge: 'Ce fichier est trop gros',
    tooLargeHelp:
      'Rien n’a été enregistré. Envoyez un fichier plus petit, ou passez par la ligne de commande.',
    refused: 'Nous n’avons pas compris cette demande',
    refusedHelp: 'Rien n’a été enregistré. Revenez à la page précédente et recommencez.',
    broken: 'Le service est en panne',
    brokenHelp: 'Ce n’est pas de votre faute. Essayez dans 10 minutes.',
    brokenCall: (phone: string) =>
      `Ce n’est pas de votre faute. Essayez dans 10 minutes, ou appelez le ${phone}.`,
    starting: 'Le service démarre',
    startingHelp: 'Ce n’est pas de votre faute. Il sera prêt dans quelques secondes.',
    tryAgain: 'Essayer encore',
    findPlace: 'Chercher un lieu',
    speak: (phone: string) => `Parler à quelqu’un : ${phone}`,
    reference: (id: string) => `Pour en parler avec nous, donnez ce numéro : ${id}`,
  },
  en: {
    notFound: 'This page does not exist',
    notFoundHelp: 'The address may have changed, or it was mistyped.',
    forbidden: 'This page is closed',
    forbiddenHelp: 'It needs an administrator link. The person who runs this service can give you one.',
    foreignForm: 'This form comes from another page',
    foreignFormHelp: 'To be safe, nothing was saved. Open the page again and start over.',
    tooLarge: 'This file is too large',
    tooLargeHelp: 'Nothing was saved. Send a smaller file, or use the command line.',
    refused: 'We did not understand this request',
    refusedHelp: 'Nothing was saved. Go back to the previous page and try again.',
    broken: 'The service is down',
    brokenHelp: 'It is not your fault. Try again in 10 minutes.',
    brokenCall: (phone: string) => `It is not your fault. Try again in 10 minutes, or call ${phone}.`,
    starting: 'The service is starting',
    startingHelp: 'It is not your fault. It will be ready in a few seconds.',
    tryAgain: 'Try again',
    findPlace: 'Find a place',
    speak: (phone: string) => `Talk to someone: ${phone}`,
    reference: (id: string) => `To talk to us about it, give this number: ${id}`,
  },
});
