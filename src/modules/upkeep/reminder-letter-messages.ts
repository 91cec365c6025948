import { definePublicMessages, isolated, plural } from '../../platform/i18n/public-languages.ts';

/** What reminds whoever manages places to look at their records. */
export const REMINDER_LETTER = definePublicMessages({
  fr: {
    subject: (count: number) =>
      count === 1 ? 'Votre fiche est-elle encore juste ?' : `Vos ${count} fiches sont-elles encore justes ?`,
    letter: (places: string, territory: string, stop: string) =>
      `Bonjour,\n\nL’annuaire « ${territory} » montre votre lieu aux personnes qui cherchent de l’aide numérique. Ses informations ont plus de quelques mois.\n\nRegardez-les et confirmez-les en un geste, ou corrigez-les :\n\n${places}\n\nCes liens servent pendant 30 jours. Il n’y a pas de compte à créer.\n\nNe plus recevoir ces rappels : ${stop}`,
    line: (name: string, date: string, link: string) => `${name} (informations du ${date})\n${link}`,
  },
  falc: {
    subject: (count) =>
      count === 1
        ? 'La page de votre lieu est-elle juste ?'
        : `Les pages de vos ${count} lieux sont-elles justes ?`,
    letter: (places, territory, stop) =>
      `Bonjour,\n\nVotre lieu est dans la liste « ${territory} ».\nDes personnes lisent cette liste pour trouver de l’aide.\nLes informations sont un peu vieilles.\n\nRegardez si tout est juste :\n\n${places}\n\nCes liens marchent pendant 30 jours.\nVous n’avez pas besoin de compte.\n\nPour ne plus recevoir ces messages : ${stop}`,
    line: (name, date, link) => `${name}, informations du ${date}\n${link}`,
  },
  en: {
    subject: (count) =>
      count === 1 ? 'Is your record still right?' : `Are your ${count} records still right?`,
    letter: (places, territory, stop) =>
      `Hello,\n\nThe directory “${territory}” shows your place to people who look for digital help. Its information is more than a few months old.\n\nLook at it and confirm it in one press, or correct it:\n\n${places}\n\nThese links work for 30 days. There is no account to create.\n\nStop these reminders: ${stop}`,
    line: (name, date, link) => `${name} (information of ${date})\n${link}`,
  },
  ar: {
    subject: (count) =>
      plural('ar', count, {
        zero: 'هل صفحاتكم ما زالت صحيحة؟',
        one: 'هل صفحتكم ما زالت صحيحة؟',
        two: 'هل صفحتاكم ما زالتا صحيحتين؟',
        few: 'هل صفحاتكم (#) ما زالت صحيحة؟',
        many: 'هل صفحاتكم (#) ما زالت صحيحة؟',
        other: 'هل صفحاتكم (#) ما زالت صحيحة؟',
      }),
    letter: (places, territory, stop) =>
      `مرحبًا،\n\nيعرض الدليل «${isolated(territory)}» مكانكم لمن يبحث عن المساعدة الرقمية. وقد مرّت على معلوماته أكثر من بضعة أشهر.\n\nانظروا فيها وأكدوها بضغطة واحدة، أو صححوها:\n\n${places}\n\nتصلح هذه الروابط لمدة 30 يومًا. لا حاجة إلى إنشاء حساب.\n\nلإيقاف رسائل التذكير: ${stop}`,
    line: (name, date, link) => `${isolated(name)} (معلومات بتاريخ ${date})\n${link}`,
  },
  uk: {
    subject: (count) =>
      plural('uk', count, {
        one: 'Чи ваша сторінка ще правильна?',
        few: 'Чи ваші # сторінки ще правильні?',
        many: 'Чи ваші # сторінок ще правильні?',
      }),
    letter: (places, territory, stop) =>
      `Вітаємо!\n\nДовідник «${territory}» показує ваше місце людям, які шукають цифрової допомоги. Його інформації вже кілька місяців.\n\nПерегляньте її й підтвердьте одним натисканням або виправте:\n\n${places}\n\nПосилання діють 30 днів. Обліковий запис не потрібен.\n\nБільше не отримувати нагадувань: ${stop}`,
    line: (name, date, link) => `${name} (інформація станом на ${date})\n${link}`,
  },
  es: {
    subject: (count) =>
      count === 1 ? '¿Su ficha sigue siendo correcta?' : `¿Sus ${count} fichas siguen siendo correctas?`,
    letter: (places, territory, stop) =>
      `Buenos días:\n\nEl directorio “${territory}” muestra su lugar a las personas que buscan ayuda digital. Su información tiene más de unos meses.\n\nMírela y confírmela con un gesto, o corríjala:\n\n${places}\n\nEstos enlaces sirven durante 30 días. No hay que crear ninguna cuenta.\n\nNo recibir más recordatorios: ${stop}`,
    line: (name, date, link) => `${name} (información del ${date})\n${link}`,
  },
});
