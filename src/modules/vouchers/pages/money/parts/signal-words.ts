import { formatDate, formatInstant } from '../../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../../platform/i18n/messages.ts';
import type { Signal } from '../../../domain/signals.ts';
import { FIGURES } from '../../../figure-messages.ts';

/** What was seen, in words: a person decides what it means. */
export function signalWords(
  signal: Signal,
  { lang, nameOf }: { lang: Lang; nameOf: (id: string) => string },
): string {
  const say = FIGURES[lang].signals;
  switch (signal.kind) {
    case 'outside-hours':
      return say[signal.kind](signal.hour, signal.redemption);
    case 'closed-place':
      return say[signal.kind](signal.count, signal.of, signal.last);
    case 'burst':
      return say[signal.kind](signal.count, formatInstant(signal.from, lang));
    case 'same-pair':
      return say[signal.kind](nameOf(signal.prescriber), signal.share, signal.of);
    case 'long-day':
      return say[signal.kind](formatDate(signal.day, lang), Math.round(signal.minutes / 6) / 10);
    case 'not-attended':
      return say[signal.kind](signal.redemption);
  }
}
