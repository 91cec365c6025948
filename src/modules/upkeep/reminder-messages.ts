import { defineMessages } from '../../platform/i18n/messages.ts';

/** Words of the management page and of the command. */
export const REMINDER = defineMessages({
  fr: {
    title: 'Rappels aux lieux',
    home: 'Tableau de bord',
    lead: (months: number) =>
      `Un lieu dont les informations ont plus de ${months} mois reçoit un rappel, à son adresse publiée. Un seul par période.`,
    off: 'Les rappels sont arrêtés (REMIND_AFTER_MONTHS=0).',
    noMail: 'Aucun serveur d’e-mail n’est configuré : les rappels ne partent pas d’eux-mêmes.',
    due: 'Lieux à rappeler',
    letters: 'Messages à écrire',
    optOuts: 'Adresses qui n’en veulent plus',
    latest: 'Derniers rappels',
    none: 'Aucun rappel n’est parti.',
    when: 'Envoyé le',
    place: 'Lieu',
    to: 'À',
    send: 'Envoyer ces rappels maintenant',
    sent: (count: string) => `Messages écrits : ${count}.`,
    noneDue: 'Aucun lieu à rappeler.',
    cliSent: (letters: number, places: number) => `Rappels écrits : ${letters}, pour ${places} lieux.`,
    cliDue: (letters: number, places: number) =>
      `Essai seulement : ${letters} rappels seraient écrits, pour ${places} lieux.`,
    cliOff: 'REMIND_AFTER_MONTHS=0 : aucun rappel.',
    needsPublicUrl: 'Indiquez PUBLIC_URL : les liens des rappels y mènent.',
  },
  en: {
    title: 'Reminders to places',
    home: 'Dashboard',
    lead: (months) =>
      `A place whose information is more than ${months} months old receives a reminder, at its published address. Only one per period.`,
    off: 'Reminders are stopped (REMIND_AFTER_MONTHS=0).',
    noMail: 'No mail server is configured: reminders do not leave by themselves.',
    due: 'Places to remind',
    letters: 'Messages to write',
    optOuts: 'Addresses that want no more',
    latest: 'Latest reminders',
    none: 'No reminder has left.',
    when: 'Sent on',
    place: 'Place',
    to: 'To',
    send: 'Send these reminders now',
    sent: (count) => `Messages written: ${count}.`,
    noneDue: 'No place to remind.',
    cliSent: (letters, places) => `Reminders written: ${letters}, for ${places} places.`,
    cliDue: (letters, places) => `Trial only: ${letters} reminders would be written, for ${places} places.`,
    cliOff: 'REMIND_AFTER_MONTHS=0: no reminder.',
    needsPublicUrl: 'Set PUBLIC_URL: the links of reminders lead there.',
  },
});
