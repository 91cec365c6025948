import { defineMessages } from '../../platform/i18n/messages.ts';

export const MESSAGES = defineMessages({
  fr: {
    deniedTitle: 'Cette page est réservée à la collectivité',
    deniedWhy: 'Pour y entrer, il faut un lien d’administration.',
    deniedHow:
      'La personne qui installe Maillon le trouve là où elle a lancé le programme. Il sert une fois, pendant 15 minutes.',
    deniedCommand: 'Pour obtenir un nouveau lien, arrêtez puis relancez « npm start ».',
    home: 'Chercher un lieu',
    enterTitle: 'Entrer dans la gestion',
    enterWhy: 'Ce lien ouvre la gestion pendant 12 heures, sur cet appareil seulement.',
    enter: 'Entrer',
    'link-invalid': 'Ce lien n’est plus valable. Il sert pendant 15 minutes.',
    'link-used': 'Ce lien a déjà servi. Il ne sert qu’une fois.',
    leave: 'Se déconnecter',
    askName: 'Qui décide ? Dites votre nom',
    nameLabel: 'Votre nom ou vos initiales',
    nameWhy: 'Facultatif. Il accompagne vos décisions. Seules les personnes qui gèrent l’annuaire le voient.',
    nameKeep: 'Garder ce nom',
    decidesAs: (name: string) => `Vous décidez sous le nom « ${name} ».`,
    notMe: 'Ce n’est pas moi',
  },
  en: {
    deniedTitle: 'This page is for the local authority',
    deniedWhy: 'You need an administration link to enter.',
    deniedHow:
      'The person who installs Maillon finds it where the program was started. It works once, for 15 minutes.',
    deniedCommand: 'To get a new link, stop then start “npm start” again.',
    home: 'Find a place',
    enterTitle: 'Enter the management pages',
    enterWhy: 'This link opens the management pages for 12 hours, on this device only.',
    enter: 'Enter',
    'link-invalid': 'This link is no longer valid. It works for 15 minutes.',
    'link-used': 'This link was already used. It works only once.',
    leave: 'Log out',
    askName: 'Who decides? Say your name',
    nameLabel: 'Your name or initials',
    nameWhy: 'Optional. It goes with your decisions. Only people who manage the directory see it.',
    nameKeep: 'Keep this name',
    decidesAs: (name) => `You decide under the name “${name}”.`,
    notMe: 'This is not me',
  },
});
