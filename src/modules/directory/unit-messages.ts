import {
  definePublicMessages,
  PUBLIC_LANGUAGES,
  type PublicLang,
} from '../../platform/i18n/public-languages.ts';
import { FIELD_KEYS, FIELD_LABELS, STANDARD_FIELDS } from '../standard/index.ts';
import { UNITS, type Unit } from './domain/correction.ts';

/** Units that are no field of the standard, or mean more than their field. */
const OWN = definePublicMessages({
  fr: { checked: 'Date de vérification', closing: 'Fermeture définitive' },
  falc: { checked: 'Jour de la vérification', closing: 'Le lieu est fermé pour toujours' },
  en: { checked: 'Date of the check', closing: 'Closed for good' },
  ar: { checked: 'تاريخ التحقق', closing: 'إغلاق نهائي' },
  uk: { checked: 'Дата перевірки', closing: 'Зачинено назавжди' },
  es: { checked: 'Fecha de la comprobación', closing: 'Cierre definitivo' },
});

/** What each unit of a correction is called: as its field is on the page of the place. */
export const UNIT_WORDS = Object.fromEntries(
  PUBLIC_LANGUAGES.map((lang) => [lang, { ...fieldWords(lang), ...OWN[lang] }]),
) as Record<PublicLang, Record<Unit, string>>;

function fieldWords(lang: PublicLang) {
  return Object.fromEntries(
    (Object.keys(UNITS) as Unit[]).flatMap((unit) => {
      const [key] = UNITS[unit];
      const field = STANDARD_FIELDS.find((one) => FIELD_KEYS[one] === key);
      return field ? [[unit, FIELD_LABELS[field][lang]]] : [];
    }),
  );
}
