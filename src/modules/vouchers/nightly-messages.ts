import { formatDate, formatNumber } from '../../platform/i18n/french-form.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import type { EndStep } from './domain/programme-end.ts';
import type { Reminder } from './domain/reminder.ts';

const lines = (...all: string[]): string => all.join('\n');

const booklets = (value: number): string =>
  `${formatNumber(value, 'fr')} ${value < 2 ? 'carnet' : 'carnets'}`;
const bookletsIn = (value: number): string =>
  `${formatNumber(value, 'en')} ${value === 1 ? 'booklet' : 'booklets'}`;

/** What the nightly task writes to people: plain text, short lines, one link. */
export const NIGHTLY = defineMessages({
  fr: {
    letter: (text: string, link: string) => lines('Bonjour,', '', text, '', link),
    endSubject: (name: string) => `Fin du programme « ${name} »`,
    end: {
      'alert-funders': (name: string, day: string) =>
        lines(
          `Le programme « ${name} » se termine le ${formatDate(day, 'fr')}.`,
          'Après ce jour, plus aucun carnet n’est remis. Ceux qui sont déjà remis servent jusqu’à leur date.',
        ),
      'confirm-blocking': (name: string, day: string) =>
        lines(
          `Le programme « ${name} » se termine le ${formatDate(day, 'fr')}.`,
          'Confirmez que les carnets en stock ne seront plus remis. Ce message revient jusqu’à votre réponse.',
        ),
      'confirm-late-hand-overs': (name: string, day: string) =>
        lines(
          `Le programme « ${name} » se termine le ${formatDate(day, 'fr')}.`,
          'Confirmez que ce qui a été remis entre-temps reste à votre charge. Ce message revient jusqu’à votre réponse.',
        ),
      'last-day': (name: string) =>
        lines(
          `C’est le dernier jour du programme « ${name} ».`,
          'À partir de demain, plus aucun carnet ne peut être remis.',
        ),
      'end-of-grace': (name: string) =>
        lines(`Programme « ${name} » : les lieux n’acceptent plus les carnets dont la date est passée.`),
      statement: (name: string) =>
        lines(
          `Programme « ${name} » : ce qui restait dans les carnets revient aux financeurs.`,
          'Le détail est sur la page du programme.',
        ),
    } satisfies Record<EndStep, unknown>,
    stockSubject: (count: number) => `${booklets(count)} à remettre`,
    stock: (count: number, name: string, days: number) =>
      lines(
        `Vous avez ${booklets(count)} du programme « ${name} » en stock.`,
        `Aucun n’a été remis depuis ${formatNumber(days, 'fr')} jours.`,
        'Un carnet non remis n’aide personne, et son argent finit par revenir aux financeurs.',
      ),
    heldSubject: (count: number) => `${booklets(count)} à ne pas laisser perdre`,
    held: {
      unused: (count: number) =>
        `${booklets(count)} que vous avez remis, sans aucune utilisation pour l’instant.`,
      'month-left': (count: number) => `${booklets(count)} : il reste moins d’un mois pour s’en servir.`,
      'week-left': (count: number) => `${booklets(count)} : il reste moins d’une semaine pour s’en servir.`,
    } satisfies Record<Reminder, unknown>,
    heldWhy: 'Un appel suffit souvent : la personne a pu perdre sa feuille, ou ne pas savoir où aller.',
    overdueSubject: (count: number) =>
      `${formatNumber(count, 'fr')} ${count < 2 ? 'paiement' : 'paiements'} en retard`,
    overdue: (count: number, name: string) =>
      lines(
        `Programme « ${name} » : des lieux attendent d’être payés.`,
        `${formatNumber(count, 'fr')} ${count < 2 ? 'utilisation a dépassé' : 'utilisations ont dépassé'} la date promise.`,
      ),
    text: (left: string, day: string, link: string) =>
      `Pass numérique : il vous reste ${left} d’aide, jusqu’au ${formatDate(day, 'fr')}. Où aller : ${link}`,
  },
  en: {
    letter: (text, link) => lines('Hello,', '', text, '', link),
    endSubject: (name) => `End of programme “${name}”`,
    end: {
      'alert-funders': (name, day) =>
        lines(
          `Programme “${name}” ends on ${formatDate(day, 'en')}.`,
          'After this day, no booklet is handed over. Those already handed over can be used until their date.',
        ),
      'confirm-blocking': (name, day) =>
        lines(
          `Programme “${name}” ends on ${formatDate(day, 'en')}.`,
          'Confirm that booklets in stock are no longer handed over. This message comes back until you answer.',
        ),
      'confirm-late-hand-overs': (name, day) =>
        lines(
          `Programme “${name}” ends on ${formatDate(day, 'en')}.`,
          'Confirm that what was handed over meanwhile is at your charge. This message comes back until you answer.',
        ),
      'last-day': (name) =>
        lines(
          `This is the last day of programme “${name}”.`,
          'From tomorrow on, no booklet can be handed over.',
        ),
      'end-of-grace': (name) =>
        lines(`Programme “${name}”: places no longer accept booklets past their date.`),
      statement: (name) =>
        lines(
          `Programme “${name}”: what was left in booklets goes back to the funders.`,
          'The details are on the page of the programme.',
        ),
    },
    stockSubject: (count) => `${bookletsIn(count)} to hand over`,
    stock: (count, name, days) =>
      lines(
        `You have ${bookletsIn(count)} of programme “${name}” in stock.`,
        `None was handed over for ${formatNumber(days, 'en')} days.`,
        'A booklet that is not handed over helps nobody, and its money ends up back with the funders.',
      ),
    heldSubject: (count) => `${bookletsIn(count)} not to be lost`,
    held: {
      unused: (count) => `${bookletsIn(count)} that you handed over, not used so far.`,
      'month-left': (count) => `${bookletsIn(count)}: less than a month is left to use them.`,
      'week-left': (count) => `${bookletsIn(count)}: less than a week is left to use them.`,
    },
    heldWhy: 'A call is often enough: the person may have lost the sheet, or not know where to go.',
    overdueSubject: (count) => `${formatNumber(count, 'en')} late ${count === 1 ? 'payment' : 'payments'}`,
    overdue: (count, name) =>
      lines(
        `Programme “${name}”: places are waiting to be paid.`,
        `${formatNumber(count, 'en')} ${count === 1 ? 'use is' : 'uses are'} past the promised day.`,
      ),
    text: (left, day, link) =>
      `Pass numérique: ${left} of help left, until ${formatDate(day, 'en')}. Where to go: ${link}`,
  },
});
