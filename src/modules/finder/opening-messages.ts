import { definePublicMessages } from '../../platform/i18n/public-languages.ts';
import { theHour } from '../../platform/i18n/spanish-clock.ts';

const twoDigits = (number: number): string => `${number}`.padStart(2, '0');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const digitalClock = (hour: number, minute: number): string => `${hour}:${twoDigits(minute)}`;
const dashed = (from: string, to: string): string => `${from}\u00a0–\u2060\u00a0${to}`;

/** « 6 heures du soir »: a clock of 24 hours is a sum to do. */
function spokenClock(hour: number, minute: number): string {
  const minutes = minute === 0 ? '' : ` ${minute}`;
  if (hour === 12) return minute === 0 ? 'midi' : `midi${minutes}`;
  if (hour === 0 || hour === 24) return minute === 0 ? 'minuit' : `minuit${minutes}`;
  const spoken = hour > 12 ? hour - 12 : hour;
  const part = hour < 12 ? 'du matin' : hour < 18 ? 'de l’après-midi' : 'du soir';
  return `${spoken} ${spoken === 1 ? 'heure' : 'heures'}${minutes} ${part}`;
}

/** « de 2 heures à 5 heures de l’après-midi »: the part of the day is said once. */
function spokenRange(from: string, to: string): string {
  const part = / (?:du matin|de l’après-midi|du soir)$/.exec(to)?.[0];
  const start = part && from.endsWith(part) ? from.slice(0, -part.length) : from;
  return `de ${start} à ${to}`;
}

/** Short words for rows and chips; the long ones of the standard are for the page of a place. */
export const OPENING = definePublicMessages({
  fr: {
    clock: (hour: number, minute: number) => (minute === 0 ? `${hour} h` : `${hour} h ${twoDigits(minute)}`),
    now: (day: string, clock: string) => `${capital(day)}, ${clock}.`,
    range: dashed,
    today: (clock: string) => `à ${clock}`,
    tomorrow: (clock: string) => `demain à ${clock}`,
    on: (day: string, clock: string) => `${day} à ${clock}`,
    open: 'Ouvert',
    openUntil: (clock: string) => `Ouvert, jusqu’à ${clock}`,
    closed: 'Fermé',
    closedOpens: (when: string) => `Fermé. Ouvre ${when}`,
    unknown: 'Horaires non vérifiés : appelez avant',
    unknownNoPhone: 'Horaires non vérifiés',
    moves: 'Ce service se déplace : appelez avant',
    noVisitors: 'Ne reçoit pas de visiteurs : appelez',
    toCheck: 'À vérifier : appelez avant',
    isToday: 'aujourd’hui',
    closedDay: 'Fermé',
    'walk-in': 'Sans rendez-vous',
    appointment: 'Sur rendez-vous',
    'phone-first': 'Téléphonez avant',
    fees: {
      Gratuit: 'Gratuit',
      'Gratuit sous condition': 'Gratuit dans certains cas',
      Payant: 'Payant',
      mixed: 'Gratuit ou payant',
    },
  },
  falc: {
    clock: spokenClock,
    now: (day, clock) => `Aujourd’hui, c’est ${day}. Il est ${clock}.`,
    range: spokenRange,
    today: (clock) => `aujourd’hui à ${clock}`,
    tomorrow: (clock) => `demain à ${clock}`,
    on: (day, clock) => `${day} à ${clock}`,
    open: 'C’est ouvert.',
    openUntil: (clock) => `C’est ouvert. Le lieu ferme à ${clock}.`,
    closed: 'C’est fermé.',
    closedOpens: (when) => `C’est fermé. Le lieu ouvre ${when}.`,
    unknown: 'Nous ne savons pas si c’est ouvert. Appelez avant de venir.',
    unknownNoPhone: 'Nous ne savons pas si c’est ouvert.',
    moves: 'Ce service change de place. Appelez avant de venir.',
    noVisitors: 'Ne venez pas dans ce lieu. Appelez.',
    toCheck: 'Ce lieu est peut-être fermé. Appelez avant de venir.',
    isToday: 'aujourd’hui',
    closedDay: 'Fermé',
    'walk-in': 'Vous pouvez venir sans rendez-vous.',
    appointment: 'Prenez un rendez-vous avant de venir.',
    'phone-first': 'Appelez avant de venir.',
    fees: {
      Gratuit: 'C’est gratuit.',
      'Gratuit sous condition': 'Parfois c’est gratuit. Demandez le prix.',
      Payant: 'Il faut payer.',
      mixed: 'Parfois c’est gratuit. Parfois il faut payer.',
    },
  },
  en: {
    clock: digitalClock,
    now: (day, clock) => `${capital(day)}, ${clock}.`,
    range: dashed,
    today: (clock) => `at ${clock}`,
    tomorrow: (clock) => `tomorrow at ${clock}`,
    on: (day, clock) => `${day} at ${clock}`,
    open: 'Open',
    openUntil: (clock) => `Open until ${clock}`,
    closed: 'Closed',
    closedOpens: (when) => `Closed. Opens ${when}`,
    unknown: 'Hours not checked: call first',
    unknownNoPhone: 'Hours not checked',
    moves: 'This service moves around: call first',
    noVisitors: 'Receives no visitors: call',
    toCheck: 'To be checked: call first',
    isToday: 'today',
    closedDay: 'Closed',
    'walk-in': 'No appointment needed',
    appointment: 'By appointment',
    'phone-first': 'Phone first',
    fees: {
      Gratuit: 'Free',
      'Gratuit sous condition': 'Free in some cases',
      Payant: 'You have to pay',
      mixed: 'Free or to be paid',
    },
  },
  ar: {
    clock: digitalClock,
    now: (day, clock) => `${day}، الساعة ${clock}.`,
    range: (from, to) => `من ${from} إلى ${to}`,
    today: (clock) => `على الساعة ${clock}`,
    tomorrow: (clock) => `غدًا على الساعة ${clock}`,
    on: (day, clock) => `يوم ${day} على الساعة ${clock}`,
    open: 'مفتوح',
    openUntil: (clock) => `مفتوح حتى الساعة ${clock}`,
    closed: 'مغلق',
    closedOpens: (when) => `مغلق. يفتح ${when}`,
    unknown: 'لم نتحقق من أوقات العمل: اتصلوا قبل المجيء',
    unknownNoPhone: 'لم نتحقق من أوقات العمل',
    moves: 'هذه الخدمة متنقلة: اتصلوا قبل المجيء',
    noVisitors: 'لا يستقبل الزوار: اتصلوا بالهاتف',
    toCheck: 'يجب التحقق: اتصلوا قبل المجيء',
    isToday: 'اليوم',
    closedDay: 'مغلق',
    'walk-in': 'بدون موعد',
    appointment: 'بموعد مسبق',
    'phone-first': 'اتصلوا قبل المجيء',
    fees: {
      Gratuit: 'مجاني',
      'Gratuit sous condition': 'مجاني في بعض الحالات',
      Payant: 'بمقابل مالي',
      mixed: 'مجاني أو بمقابل مالي',
    },
  },
  uk: {
    clock: digitalClock,
    now: (day, clock) => `${capital(day)}, ${clock}.`,
    range: dashed,
    today: (clock) => `сьогодні о ${clock}`,
    tomorrow: (clock) => `завтра о ${clock}`,
    on: (day, clock) => `${day}, ${clock}`,
    open: 'Відчинено',
    openUntil: (clock) => `Відчинено до ${clock}`,
    closed: 'Зачинено',
    closedOpens: (when) => `Зачинено. Відчиниться: ${when}`,
    unknown: 'Години роботи не перевірено: спершу зателефонуйте',
    unknownNoPhone: 'Години роботи не перевірено',
    moves: 'Ця служба виїзна: спершу зателефонуйте',
    noVisitors: 'Не приймає відвідувачів: зателефонуйте',
    toCheck: 'Треба перевірити: спершу зателефонуйте',
    isToday: 'сьогодні',
    closedDay: 'Зачинено',
    'walk-in': 'Без запису',
    appointment: 'За записом',
    'phone-first': 'Спершу зателефонуйте',
    fees: {
      Gratuit: 'Безкоштовно',
      'Gratuit sous condition': 'У деяких випадках безкоштовно',
      Payant: 'Платно',
      mixed: 'Безкоштовно або платно',
    },
  },
  es: {
    clock: digitalClock,
    now: (day, clock) => `${capital(day)}, ${clock}.`,
    range: dashed,
    today: (clock) => `a ${theHour(clock)}`,
    tomorrow: (clock) => `mañana a ${theHour(clock)}`,
    on: (day, clock) => `el ${day} a ${theHour(clock)}`,
    open: 'Abierto',
    openUntil: (clock) => `Abierto hasta ${theHour(clock)}`,
    closed: 'Cerrado',
    closedOpens: (when) => `Cerrado. Abre ${when}`,
    unknown: 'Horario sin comprobar: llame antes',
    unknownNoPhone: 'Horario sin comprobar',
    moves: 'Este servicio se desplaza: llame antes',
    noVisitors: 'No recibe visitas: llame',
    toCheck: 'Por comprobar: llame antes',
    isToday: 'hoy',
    closedDay: 'Cerrado',
    'walk-in': 'Sin cita',
    appointment: 'Con cita previa',
    'phone-first': 'Llame antes',
    fees: {
      Gratuit: 'Gratis',
      'Gratuit sous condition': 'Gratis en algunos casos',
      Payant: 'De pago',
      mixed: 'Gratis o de pago',
    },
  },
});
