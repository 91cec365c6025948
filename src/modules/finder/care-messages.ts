import { definePublicMessages } from '../../platform/i18n/public-languages.ts';

/** What those who know better may do from the page of a place. */
export const CARE = definePublicMessages({
  fr: {
    sms: 'Envoyer par SMS',
    report: 'Signaler une erreur',
    correct: 'Vous êtes responsable de ce lieu ? Corrigez sa fiche',
    saidBy: { 'place-manager': 'Dit par le responsable du lieu', coordinator: 'Dit par la collectivité' },
    checkedBy: (date: string) => `Informations vérifiées par le responsable du lieu le ${date}.`,
  },
  falc: {
    sms: 'Envoyer cette page à un téléphone',
    report: 'Dire qu’il y a une erreur',
    correct: 'Vous travaillez dans ce lieu ? Vous pouvez corriger cette page',
    saidBy: { 'place-manager': 'Dit par le lieu', coordinator: 'Dit par la collectivité' },
    checkedBy: (date) => `Le lieu a vérifié cette page le ${date}.`,
  },
  en: {
    sms: 'Send by text message',
    report: 'Report a mistake',
    correct: 'Are you in charge of this place? Correct its record',
    saidBy: { 'place-manager': 'Said by the place manager', coordinator: 'Said by the local authority' },
    checkedBy: (date) => `Information checked by the place manager on ${date}.`,
  },
  ar: {
    sms: 'إرسال برسالة نصية',
    report: 'الإبلاغ عن خطأ',
    correct: 'هل أنتم مسؤولون عن هذا المكان؟ صحّحوا صفحته',
    saidBy: { 'place-manager': 'قاله مسؤول المكان', coordinator: 'قالته السلطة المحلية' },
    checkedBy: (date) => `تحقق مسؤول المكان من المعلومات في ${date}.`,
  },
  uk: {
    sms: 'Надіслати в SMS',
    report: 'Повідомити про помилку',
    correct: 'Ви відповідаєте за це місце? Виправте його сторінку',
    saidBy: { 'place-manager': 'Сказав відповідальний за місце', coordinator: 'Сказала місцева влада' },
    checkedBy: (date) => `Відповідальний за місце перевірив інформацію ${date}.`,
  },
  es: {
    sms: 'Enviar por SMS',
    report: 'Señalar un error',
    correct: '¿Es usted responsable de este lugar? Corrija su ficha',
    saidBy: {
      'place-manager': 'Dicho por el responsable del lugar',
      coordinator: 'Dicho por la autoridad local',
    },
    checkedBy: (date) => `Información comprobada por el responsable del lugar el ${date}.`,
  },
});
