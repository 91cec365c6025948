import { defineMessages } from '../../platform/i18n/messages.ts';

export const CAMERA = defineMessages({
  fr: {
    open: 'Lire avec l’appareil photo',
    close: 'Fermer l’appareil photo',
    view: 'Image de l’appareil photo',
    or: 'ou',
    searching: 'Montrez le carré noir de la feuille à l’appareil photo.',
    other: 'Ce carré n’est pas celui d’un pass. Montrez celui de la feuille.',
    denied: 'L’appareil photo n’est pas disponible. Tapez le code écrit sur la feuille.',
    read: 'Code lu. Choisissez la durée, puis vérifiez.',
  },
  en: {
    open: 'Read with the camera',
    close: 'Close the camera',
    view: 'Picture of the camera',
    or: 'or',
    searching: 'Show the black square of the sheet to the camera.',
    other: 'This square is not that of a pass. Show the one of the sheet.',
    denied: 'The camera is not available. Type the code written on the sheet.',
    read: 'Code read. Choose how long, then check.',
  },
});
