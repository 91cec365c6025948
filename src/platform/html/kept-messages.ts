import { definePublicMessages } from '../i18n/public-languages.ts';

/** Words of a page that a phone makes alone, without network. */
export const KEPT = definePublicMessages({
  fr: {
    title: 'Pas de réseau',
    seen: (what: string, date: string) =>
      `Vous voyez les lieux gardés dans ce téléphone le ${date} : ${what}. Les horaires ont pu changer : appelez avant de venir.`,
    again: 'Essayer de me reconnecter',
  },
  falc: {
    title: 'Il n’y a pas de réseau',
    seen: (what, date) =>
      `Vous voyez les lieux gardés le ${date} : ${what}. Les heures ont peut-être changé. Téléphonez avant de venir.`,
    again: 'Essayer encore',
  },
  en: {
    title: 'No network',
    seen: (what, date) =>
      `You see the places kept on this phone on ${date}: ${what}. Hours may have changed: call before you come.`,
    again: 'Try to reconnect',
  },
  ar: {
    title: 'لا توجد شبكة',
    seen: (what, date) =>
      `ترون الأماكن المحفوظة في هذا الهاتف في ${date}: ${what}. ربما تغيّرت المواعيد: اتصلوا قبل المجيء.`,
    again: 'محاولة الاتصال من جديد',
  },
  uk: {
    title: 'Немає мережі',
    seen: (what, date) =>
      `Ви бачите місця, збережені в телефоні ${date}: ${what}. Години могли змінитися: спершу зателефонуйте.`,
    again: 'Спробувати з’єднатися',
  },
  es: {
    title: 'Sin red',
    seen: (what, date) =>
      `Ve los lugares guardados en este teléfono el ${date}: ${what}. El horario puede haber cambiado: llame antes de ir.`,
    again: 'Intentar reconectar',
  },
});
