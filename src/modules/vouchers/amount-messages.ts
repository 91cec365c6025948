import { formatEuros } from '../../platform/i18n/french-form.ts';
import { definePublicMessages, type PublicLang, plural } from '../../platform/i18n/public-languages.ts';
import type { Amount } from './domain/amount.ts';

const AMOUNTS = definePublicMessages({
  fr: {
    hours: (count: number) => plural('fr', count, { one: '# heure', other: '# heures' }),
    minutes: (count: number) => plural('fr', count, { one: '# minute', other: '# minutes' }),
    both: (hours: string, minutes: number) => `${hours} ${minutes}`,
  },
  falc: {
    hours: (count) => plural('falc', count, { one: '# heure', other: '# heures' }),
    minutes: (count) => plural('falc', count, { one: '# minute', other: '# minutes' }),
    both: (hours, minutes) => `${hours} et ${minutes} minutes`,
  },
  en: {
    hours: (count) => plural('en', count, { one: '# hour', other: '# hours' }),
    minutes: (count) => plural('en', count, { one: '# minute', other: '# minutes' }),
    both: (hours, minutes) => `${hours} and ${minutes} minutes`,
  },
  ar: {
    hours: (count) =>
      plural('ar', count, {
        zero: '# ساعة',
        one: 'ساعة واحدة',
        two: 'ساعتان',
        few: '# ساعات',
        many: '# ساعة',
        other: '# ساعة',
      }),
    minutes: (count) =>
      plural('ar', count, {
        zero: '# دقيقة',
        one: 'دقيقة واحدة',
        two: 'دقيقتان',
        few: '# دقائق',
        many: '# دقيقة',
        other: '# دقيقة',
      }),
    both: (hours, minutes) => `${hours} و${minutes} دقيقة`,
  },
  uk: {
    hours: (count) => plural('uk', count, { one: '# година', few: '# години', many: '# годин' }),
    minutes: (count) => plural('uk', count, { one: '# хвилина', few: '# хвилини', many: '# хвилин' }),
    both: (hours, minutes) => `${hours} ${minutes} хв`,
  },
  es: {
    hours: (count) => plural('es', count, { one: '# hora', other: '# horas' }),
    minutes: (count) => plural('es', count, { one: '# minuto', other: '# minutos' }),
    both: (hours, minutes) => `${hours} y ${minutes} minutos`,
  },
});

/** « 10 heures », « 1 heure 30 », « 150 € ». */
export function amountWords(amount: Amount, lang: PublicLang): string {
  if (amount.kind === 'cents') return formatEuros(amount.cents, lang);
  const say = AMOUNTS[lang];
  const [hours, minutes] = [Math.floor(amount.minutes / 60), amount.minutes % 60];
  if (hours === 0) return say.minutes(minutes);
  return minutes === 0 ? say.hours(hours) : say.both(say.hours(hours), minutes);
}
