import { addDays, daysBetween } from '../../../kernel/calendar.ts';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { ProgrammeTerms } from './programme.ts';

/** V8: what is done as the end of a programme comes, counted from its last day. Order of time. */
export const END_STEPS = [
  'alert-funders',
  'confirm-blocking',
  'confirm-late-hand-overs',
  'last-day',
  'end-of-grace',
  'statement',
] as const;

export type EndStep = (typeof END_STEPS)[number];

/** Who must act: some steps only tell people, others wait for a decision. */
export const isDecision = (step: EndStep): boolean =>
  step === 'confirm-blocking' || step === 'confirm-late-hand-overs';

/** Days of the sequence, once the last day of the programme is decided (#Aptic's: J-30, J-15, J-7, J, J+30, J+37). */
export function endCalendar(
  endsOn: LocalDate,
  { graceDays, statementDays }: Pick<ProgrammeTerms, 'graceDays' | 'statementDays'>,
): { step: EndStep; dueOn: LocalDate }[] {
  const offsets: Readonly<Record<EndStep, number>> = {
    'alert-funders': -30,
    'confirm-blocking': -15,
    'confirm-late-hand-overs': -7,
    'last-day': 0,
    'end-of-grace': graceDays,
    statement: graceDays + statementDays,
  };
  return END_STEPS.map((step) => ({ step, dueOn: addDays(endsOn, offsets[step]) }));
}

/** Steps whose day has come and that nobody did, oldest first. */
export const stepsDue = (
  calendar: readonly { step: EndStep; dueOn: LocalDate }[],
  { today, done }: { today: LocalDate; done: ReadonlySet<string> },
): { step: EndStep; dueOn: LocalDate; daysLate: number }[] =>
  calendar
    .filter(({ step, dueOn }) => dueOn <= today && !done.has(step))
    .map(({ step, dueOn }) => ({ step, dueOn, daysLate: daysBetween(dueOn, today) }));
