import { endOfDay } from '../../../../kernel/calendar.ts';
import type { StatusKind } from '../../../../platform/html/parts.tsx';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { amountWords } from '../../amount-messages.ts';
import { amountOf } from '../../domain/amount.ts';
import { FIELD } from '../../field-messages.ts';
import type { HandedOverRow } from '../../store/handed-over.ts';

type BookletState = keyof (typeof FIELD)['fr']['states'];

/** Where a booklet in someone's hands stands, in one word. */
export function stateOf(booklet: HandedOverRow, now: Date): BookletState {
  if (booklet.lostAt) return booklet.left > 0 ? 'lost' : 'used';
  if (booklet.left === 0) {
    if (booklet.cancelled > 0) return 'cancelled';
    return booklet.expired > 0 ? 'over' : 'used';
  }
  if (now >= endOfDay(booklet.lastDay)) return 'over';
  return booklet.firstUsedAt ? 'started' : 'unused';
}

export const STATE_LOOKS: Readonly<Record<BookletState, StatusKind>> = {
  unused: 'no',
  started: 'ok',
  used: 'ok',
  over: 'ask',
  lost: 'ask',
  cancelled: 'bad',
};

/** « 6 heures sur 10 heures ». */
export function leftWords(booklet: HandedOverRow, lang: Lang): string {
  const words = (count: number) => amountWords(amountOf(booklet, count), lang);
  return FIELD[lang].leftOf(words(booklet.left), words(booklet.total));
}

export const nameOf = ({ personName }: Pick<HandedOverRow, 'personName'>, lang: Lang): string =>
  personName ?? FIELD[lang].erased;
