import { definePublicMessages } from '../../platform/i18n/public-languages.ts';

/** Words of « Ajouter à mon agenda ». */
export const AGENDA = definePublicMessages({
  fr: {
    add: 'Ajouter à mon agenda',
    title: 'Quand voulez-vous venir ?',
    notBooked: 'Ce n’est pas un rendez-vous : votre agenda vous le rappellera.',
    noHours: 'Ce lieu n’a pas donné ses horaires. Demandez avant de venir.',
    backToPlace: 'Retour au lieu',
    comes: (day: string, hours: string) => `Vient ${day}, ${hours}`,
  },
  falc: {
    add: 'Noter un jour dans mon agenda',
    title: 'Quel jour voulez-vous venir ?',
    notBooked: 'Attention : ce n’est pas un rendez-vous. Votre agenda vous rappelle le jour.',
    noHours: 'Ce lieu ne dit pas quand il est ouvert. Demandez avant de venir.',
    backToPlace: 'Revenir au lieu',
    comes: (day: string, hours: string) => `Le service vient ${day}, ${hours}`,
  },
  en: {
    add: 'Add to my calendar',
    title: 'When do you want to come?',
    notBooked: 'This is not an appointment: your calendar will remind you.',
    noHours: 'This place has not given its hours. Ask before you come.',
    backToPlace: 'Back to the place',
    comes: (day: string, hours: string) => `Comes on ${day}, ${hours}`,
  },
  ar: {
    add: 'إضافة إلى تقويمي',
    title: 'متى تريد أن تأتي؟',
    notBooked: 'هذا ليس موعدًا: تقويمك سيذكرك.',
    noHours: 'لم يعط هذا المكان أوقاته. اسأل قبل أن تأتي.',
    backToPlace: 'العودة إلى المكان',
    comes: (day: string, hours: string) => `يأتي ${day}، ${hours}`,
  },
  uk: {
    add: 'Додати до календаря',
    title: 'Коли ви хочете прийти?',
    notBooked: 'Це не запис: календар вам нагадає.',
    noHours: 'Це місце не вказало годин роботи. Запитайте перед візитом.',
    backToPlace: 'Назад до місця',
    comes: (day: string, hours: string) => `Приїде: ${day}, ${hours}`,
  },
  es: {
    add: 'Añadir a mi calendario',
    title: '¿Cuándo quiere venir?',
    notBooked: 'No es una cita: su calendario se lo recordará.',
    noHours: 'Este lugar no ha dado sus horarios. Pregunte antes de venir.',
    backToPlace: 'Volver al lugar',
    comes: (day: string, hours: string) => `Viene el ${day}, ${hours}`,
  },
});
