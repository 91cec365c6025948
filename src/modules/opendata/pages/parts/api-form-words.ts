import { definePublicMessages, plural } from '../../../../platform/i18n/public-languages.ts';

/** How a value is written: its type, its bounds, its closed list. */
export const API_FORMS = definePublicMessages({
  fr: {
    types: { string: 'texte', number: 'nombre', integer: 'nombre entier', date: 'date AAAA-MM-JJ' },
    list: 'texte ; plusieurs valeurs sont séparées par « | »',
    values: (count: number) => `${count} valeurs possibles`,
    required: 'obligatoire',
    byDefault: (value: string) => `${value} si absent`,
    atMost: (count: string) => `${count} caractères au plus`,
    above: (least: string, most: string) => `plus grand que ${least}, au plus ${most}`,
    between: (least: string, most: string) => `de ${least} à ${most}`,
  },
  falc: {
    types: {
      string: 'des mots',
      number: 'un nombre',
      integer: 'un nombre entier',
      date: 'une date AAAA-MM-JJ',
    },
    list: 'des mots, avec « | » entre les mots',
    values: (count) => `${count} réponses possibles`,
    required: 'il faut l’écrire',
    byDefault: (value) => `sinon ${value}`,
    atMost: (count) => `pas plus de ${count} lettres`,
    above: (least, most) => `plus que ${least}, mais pas plus que ${most}`,
    between: (least, most) => `entre ${least} et ${most}`,
  },
  en: {
    types: { string: 'text', number: 'number', integer: 'whole number', date: 'date YYYY-MM-DD' },
    list: 'text; several values are separated by “|”',
    values: (count) => `${count} possible values`,
    required: 'required',
    byDefault: (value) => `${value} when absent`,
    atMost: (count) => `at most ${count} characters`,
    above: (least, most) => `greater than ${least}, at most ${most}`,
    between: (least, most) => `from ${least} to ${most}`,
  },
  ar: {
    types: { string: 'نص', number: 'عدد', integer: 'عدد صحيح', date: 'تاريخ: السنة-الشهر-اليوم' },
    list: 'نص؛ تُفصل القيم المتعددة بالعلامة «|»',
    values: (count) =>
      plural('ar', count, {
        zero: 'لا قيمة ممكنة',
        one: 'قيمة واحدة ممكنة',
        two: 'قيمتان ممكنتان',
        few: '# قيم ممكنة',
        many: '# قيمة ممكنة',
        other: '# قيمة ممكنة',
      }),
    required: 'إلزامي',
    byDefault: (value) => `${value} إن لم يُذكر`,
    atMost: (count) => `${count} حرفًا على الأكثر`,
    above: (least, most) => `أكبر من ${least}، ولا يتجاوز ${most}`,
    between: (least, most) => `من ${least} إلى ${most}`,
  },
  uk: {
    types: { string: 'текст', number: 'число', integer: 'ціле число', date: 'дата РРРР-ММ-ДД' },
    list: 'текст; кілька значень розділяє «|»',
    values: (count) =>
      plural('uk', count, {
        one: '# можливе значення',
        few: '# можливі значення',
        many: '# можливих значень',
      }),
    required: 'обов’язково',
    byDefault: (value) => `${value}, якщо не вказано`,
    atMost: (count) => `не більше ${count} знаків`,
    above: (least, most) => `більше ніж ${least}, не більше ${most}`,
    between: (least, most) => `від ${least} до ${most}`,
  },
  es: {
    types: { string: 'texto', number: 'número', integer: 'número entero', date: 'fecha AAAA-MM-DD' },
    list: 'texto; varios valores se separan con “|”',
    values: (count) => `${count} valores posibles`,
    required: 'obligatorio',
    byDefault: (value) => `${value} si falta`,
    atMost: (count) => `${count} caracteres como máximo`,
    above: (least, most) => `mayor que ${least}, como máximo ${most}`,
    between: (least, most) => `de ${least} a ${most}`,
  },
});
