/** What only easy-to-read French says of a place. One idea a line; no word that needs explaining. */
export const EASY = {
  tag: 'Facile à lire',
  about: ['C’est un lieu.', 'Dans ce lieu, des personnes vous aident', 'avec l’ordinateur et le téléphone.'],
  yes: 'Oui.',
  isOpen: 'Le lieu est ouvert maintenant.',
  closesAt: (clock: string) => `Le lieu ferme à ${clock}.`,
  no: 'Non.',
  isClosed: 'Le lieu est fermé maintenant.',
  opensAt: (when: string) => `Le lieu ouvre ${when}.`,
  inTown: (commune: string) => `À ${commune}.`,
  enter: 'Comment entrer ?',
  closedOn: (days: string) => `C’est fermé : ${days}.`,
  free: 'Vous ne payez rien.',
  bring: 'Que faut-il apporter ?',
  bringLines: [
    'Les lettres que vous avez reçues.',
    'Votre téléphone, si vous en avez un.',
    'Vos codes sont à vous. Ne les donnez à personne.',
  ],
};
