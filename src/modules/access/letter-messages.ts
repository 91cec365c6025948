import { defineMessages } from '../../platform/i18n/messages.ts';

/** What is written to people by e-mail: plain text, short lines, one link. */
export const LETTERS = defineMessages({
  fr: {
    signInSubject: (territory: string) => `Votre lien pour entrer : ${territory}`,
    signIn: ({ link, minutes, territory }: { link: string; minutes: number; territory: string }) =>
      [
        'Bonjour,',
        '',
        `Voici votre lien pour entrer dans l’espace professionnel (${territory}) :`,
        link,
        '',
        `Il sert une fois, pendant ${minutes} minutes. Ne le donnez à personne.`,
        'Vous n’avez rien demandé ? Ne faites rien : personne n’entre sans ce lien.',
      ].join('\n'),
    invitationSubject: (joins: string) => `Invitation : ${joins}`,
    invitation: ({
      inviter,
      joins,
      link,
      days,
    }: {
      inviter: string;
      joins: string;
      link: string;
      days: number;
    }) =>
      [
        'Bonjour,',
        '',
        `${inviter || 'La personne qui gère ce service'} vous invite à rejoindre : ${joins}.`,
        'Pour accepter, ouvrez ce lien :',
        link,
        '',
        `Il sert une fois, pendant ${days} jours. Il n’y a pas de mot de passe à retenir.`,
        'Vous n’êtes pas concerné ? Ne faites rien : votre adresse sera effacée.',
      ].join('\n'),
    addressSubject: 'Confirmez votre adresse',
    address: ({ link, territory }: { link: string; territory: string }) =>
      [
        'Bonjour,',
        '',
        `Quelqu’un a donné cette adresse pour entrer dans l’espace professionnel (${territory}).`,
        'C’est bien vous ? Ouvrez ce lien pour la confirmer :',
        link,
        '',
        'Il sert pendant 24 heures. Ce n’est pas vous ? Ne faites rien.',
      ].join('\n'),
  },
  en: {
    signInSubject: (territory) => `Your link to enter: ${territory}`,
    signIn: ({ link, minutes, territory }) =>
      [
        'Hello,',
        '',
        `Here is your link to enter the professional space (${territory}):`,
        link,
        '',
        `It works once, for ${minutes} minutes. Give it to nobody.`,
        'You did not ask for it? Do nothing: nobody enters without this link.',
      ].join('\n'),
    invitationSubject: (joins) => `Invitation: ${joins}`,
    invitation: ({ inviter, joins, link, days }) =>
      [
        'Hello,',
        '',
        `${inviter || 'The person who runs this service'} invites you to join: ${joins}.`,
        'To accept, open this link:',
        link,
        '',
        `It works once, for ${days} days. There is no password to remember.`,
        'This is not for you? Do nothing: your address will be erased.',
      ].join('\n'),
    addressSubject: 'Confirm your address',
    address: ({ link, territory }) =>
      [
        'Hello,',
        '',
        `Someone gave this address to enter the professional space (${territory}).`,
        'Is it you? Open this link to confirm it:',
        link,
        '',
        'It works for 24 hours. It is not you? Do nothing.',
      ].join('\n'),
  },
});
