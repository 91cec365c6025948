import { formatInstant } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { LATE } from '../../late-messages.ts';
import type { LateRow } from '../../store/devices.ts';
import { helpWords } from './help-words.ts';

/** What became of it, in one sentence. */
export function outcomeWords({ outcome }: LateRow, lang: Lang): string {
  const known: Readonly<Record<string, string>> = LATE[lang].outcomes;
  return Object.hasOwn(known, outcome) ? known[outcome]! : LATE[lang].otherOutcome;
}

/** Outcomes that another use explains. */
const SPENT = new Set(['all-used', 'not-enough-left']);

/** Where and when the same booklet was used before. `here`: what the reader calls the place that sent it. */
export function firstWords(
  { outcome, lastUse, structure }: LateRow,
  { lang, nameOf, here }: { lang: Lang; nameOf: (id: string) => string; here: string },
): string | null {
  if (!lastUse || !SPENT.has(outcome)) return null;
  const where = lastUse.structure === structure ? here : nameOf(lastUse.structure);
  return LATE[lang].first(formatInstant(lastUse.at, lang), where);
}

/** How much was kept; a number of passes where the booklet is unknown. */
export const lateHelp = ({ passMinutes, passCents, passCount }: LateRow, lang: Lang): string =>
  passCents === null
    ? String(passCount)
    : helpWords({ passMinutes, passCents }, { count: passCount, cents: passCents * BigInt(passCount) }, lang);
