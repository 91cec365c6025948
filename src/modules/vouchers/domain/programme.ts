import { z } from 'zod';
import { addDays, addMonths, endOfDay } from '../../../kernel/calendar.ts';
import { type LocalDate, localDateAt, parseLocalDate } from '../../../kernel/dates.ts';

const cents = z
  .union([z.bigint(), z.string().regex(/^\d{1,12}$/), z.number().int().nonnegative()])
  .transform((value) => BigInt(value));
const day = z
  .string()
  .refine((text) => parseLocalDate(text) !== null)
  .transform((text) => text as LocalDate);
const names = z.array(z.string().min(1)).default([]);

/** What a whole number may be: schema and form alike. */
export const BOUNDS = {
  passMinutes: { least: 1, most: 24 * 60 },
  passesPerBooklet: { least: 1, most: 100 },
  months: { least: 1, most: 60 },
  graceDays: { least: 0, most: 366 },
  statementDays: { least: 0, most: 366 },
  payWithinDays: { least: 1, most: 120 },
  silenceDays: { least: 1, most: 366 },
  bankDelayDays: { least: 0, most: 30 },
} as const;

const whole = (name: keyof typeof BOUNDS) => z.number().int().min(BOUNDS[name].least).max(BOUNDS[name].most);

/**
 * V1: what a programme decides. A new version applies to the booklets issued after it; those in hands keep theirs.
 * An empty list means « all » for territory, publics and themes, and « any under agreement » for partners.
 */
export const programmeTermsSchema = z
  .strictObject({
    unit: z.enum(['hours', 'euros']),
    /** Value of one pass, in cents of euro. */
    passCents: cents.refine((value) => value > 0n),
    /** What a pass pays for, when the unit is hours. */
    passMinutes: whole('passMinutes').nullable(),
    passesPerBooklet: whole('passesPerBooklet'),
    /** Counted from the day of hand-over, or the same last day for everyone. */
    validity: z.union([z.strictObject({ months: whole('months') }), z.strictObject({ until: day })]),
    /** Days after the last one during which places still accept. */
    graceDays: whole('graceDays'),
    /** Days after grace during which the statement can be contested, before value returns to funders. */
    statementDays: whole('statementDays'),
    /** `commune:69123`, `epci:200046977`, `departement:69`, `region:84` (territory.ts). */
    territory: names,
    publics: names,
    themes: names,
    /** Zero: none. */
    bonusCents: cents,
    /** Organisations that may hand over, and that may redeem. */
    prescribers: names,
    structures: names,
    /** V4: whether a structure may redeem what it handed over itself. */
    mayRedeemOwn: z.boolean(),
    /** V11: days, from the redemption, within which a place is paid. */
    payWithinDays: whole('payWithinDays'),
    /** V16: days a partner may keep booklets, or a person passes, unused before someone is told. */
    silenceDays: whole('silenceDays'),
    /** P5: days between the agreement of the second person and the first payment to a new account. */
    bankDelayDays: whole('bankDelayDays'),
  })
  .refine((terms) => (terms.unit === 'hours') === (terms.passMinutes !== null), { path: ['passMinutes'] });

export type ProgrammeTerms = z.output<typeof programmeTermsSchema>;

/** Terms as JSON keeps them: amounts are texts. */
export const termsToJson = (terms: ProgrammeTerms): Record<string, unknown> => ({
  ...terms,
  passCents: String(terms.passCents),
  bonusCents: String(terms.bonusCents),
});

/** What issuing one booklet takes out of the provision: its passes, and the bonus that they may earn. */
export const bookletCents = ({ passCents, passesPerBooklet, bonusCents }: ProgrammeTerms): bigint =>
  passCents * BigInt(passesPerBooklet) + bonusCents;

/** The last day on which a booklet handed over today is valid. */
export const lastDayOf = ({ validity }: ProgrammeTerms, handedOverOn: LocalDate): LocalDate =>
  'until' in validity ? validity.until : addMonths(handedOverOn, validity.months);

/** V11: the day that is promised to a place for what was recorded then. */
export const payByOf = ({ payWithinDays }: ProgrammeTerms, recordedAt: Date): LocalDate =>
  addDays(localDateAt(recordedAt), payWithinDays);

/** The last day on which a booklet that nobody has yet can be handed over; null when no day is set. */
export const lastDayInStock = ({ validity }: ProgrammeTerms, endsOn: LocalDate | null): LocalDate | null => {
  const until = 'until' in validity ? validity.until : null;
  return until !== null && (endsOn === null || until < endsOn) ? until : endsOn;
};

/** V8: three instants of a booklet whose last day is known. Each is the first one at which it is no longer so. */
export interface Deadlines {
  validUntil: Date;
  acceptedUntil: Date;
  /** When what remains returns to the funders. */
  returnedFrom: Date;
}

export function deadlinesOf({ graceDays, statementDays }: ProgrammeTerms, lastDay: LocalDate): Deadlines {
  const graceEnd = addDays(lastDay, graceDays);
  return {
    validUntil: endOfDay(lastDay),
    acceptedUntil: endOfDay(graceEnd),
    returnedFrom: endOfDay(addDays(graceEnd, statementDays)),
  };
}

const COMMON = {
  graceDays: 30,
  statementDays: 7,
  territory: [],
  publics: [],
  prescribers: [],
  structures: [],
  mayRedeemOwn: false,
  payWithinDays: 30,
  silenceDays: 60,
  bankDelayDays: 2,
} as const;

export type PresetName = 'rhone-alpes-2012' | 'aptic-2017' | 'free';

/** Starting points, to be changed before a programme opens. */
export const PRESETS: Readonly<Record<PresetName, ProgrammeTerms>> = {
  // Région Rhône-Alpes, Pass numérique 2012–2014: 150 € for 10 hours, four themes, 30 € at the end of the path.
  'rhone-alpes-2012': programmeTermsSchema.parse({
    ...COMMON,
    unit: 'hours',
    passCents: 1500,
    passMinutes: 60,
    passesPerBooklet: 10,
    validity: { months: 12 },
    bonusCents: 3000,
    themes: ['Emploi', 'Vie quotidienne', 'Citoyenneté', 'Création'],
  }),
  // #Aptic, 2017: a booklet of ten cheques of 10 €, accepted one month after its date.
  'aptic-2017': programmeTermsSchema.parse({
    ...COMMON,
    unit: 'euros',
    passCents: 1000,
    passMinutes: null,
    passesPerBooklet: 10,
    validity: { months: 12 },
    bonusCents: 0,
    themes: [],
  }),
  free: programmeTermsSchema.parse({
    ...COMMON,
    unit: 'hours',
    passCents: 2000,
    passMinutes: 60,
    passesPerBooklet: 5,
    validity: { months: 6 },
    bonusCents: 0,
    themes: [],
  }),
};
