import { type LocalDate, parseLocalDate } from '../../../kernel/dates.ts';
import { decimalEuros, parseEuros } from '../../../kernel/money.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { CommuneReference } from '../../standard/index.ts';
import { BOUNDS, type ProgrammeTerms } from './programme.ts';
import { AREA_KINDS, type AreaKind, codesOf, parseAreas } from './territory.ts';

type NumberField = keyof typeof BOUNDS;
type LineField = 'publics' | 'themes';
type PartnerField = 'prescribers' | 'structures';

/** Terms as a page shows and receives them: everything typed is a text. */
export type TermsForm = Record<
  | NumberField
  | AreaKind
  | LineField
  | 'unit'
  | 'passEuros'
  | 'bonusEuros'
  | 'validity'
  | 'until'
  | 'mayRedeemOwn',
  string
> &
  Record<PartnerField, readonly string[]>;

export type TermsFault = { field: keyof TermsForm } & (
  | { kind: 'choice-missing' }
  | { kind: 'amount-wrong' }
  | { kind: 'number-wrong'; least: number; most: number }
  | { kind: 'day-wrong' }
  | { kind: 'day-past' }
  | { kind: 'area-unknown'; code: string }
  | { kind: 'partner-unknown' }
);

/** As decimals are typed here: « 15 », « 12,50 ». */
const typedEuros = (cents: bigint): string => decimalEuros(cents).replace(/\.00$/, '').replace('.', ',');

/** Terms that are already decided, to be changed. */
export function termsToForm(terms: ProgrammeTerms): TermsForm {
  const { validity, territory } = terms;
  const areas = Object.fromEntries(AREA_KINDS.map((kind) => [kind, codesOf(territory, kind)]));
  return {
    ...(areas as Record<AreaKind, string>),
    unit: terms.unit,
    passEuros: typedEuros(terms.passCents),
    passMinutes: terms.passMinutes === null ? '' : String(terms.passMinutes),
    passesPerBooklet: String(terms.passesPerBooklet),
    validity: 'until' in validity ? 'until' : 'months',
    months: 'months' in validity ? String(validity.months) : '',
    until: 'until' in validity ? validity.until : '',
    graceDays: String(terms.graceDays),
    statementDays: String(terms.statementDays),
    publics: terms.publics.join('\n'),
    themes: terms.themes.join('\n'),
    bonusEuros: typedEuros(terms.bonusCents),
    prescribers: terms.prescribers,
    structures: terms.structures,
    mayRedeemOwn: terms.mayRedeemOwn ? 'yes' : '',
    payWithinDays: String(terms.payWithinDays),
    silenceDays: String(terms.silenceDays),
    bankDelayDays: String(terms.bankDelayDays),
  };
}

interface Known {
  today: LocalDate;
  communes: CommuneReference;
  /** Numbers of organisations that may be named. */
  partners: Readonly<Record<PartnerField, ReadonlySet<string>>>;
}

/** Everything that is wrong is told at once, in the order of the page. */
export function readTermsForm(form: TermsForm, known: Known): Result<ProgrammeTerms, readonly TermsFault[]> {
  const faults: TermsFault[] = [];
  const isHours = form.unit === 'hours';
  if (!isHours && form.unit !== 'euros') faults.push({ field: 'unit', kind: 'choice-missing' });
  const whole = (field: NumberField) => readWhole(form, field, faults);
  const passCents = readAmount(form, 'passEuros', { least: 1n, faults });
  const passMinutes = isHours ? whole('passMinutes') : null;
  const passesPerBooklet = whole('passesPerBooklet');
  const bonusCents = readAmount(form, 'bonusEuros', { least: 0n, faults });
  const validity = readValidity(form, known.today, faults);
  const [graceDays, statementDays] = [whole('graceDays'), whole('statementDays')];
  const territory = parseAreas(form, known.communes);
  if (!territory.ok)
    faults.push({ field: territory.refusal.kind, kind: 'area-unknown', code: territory.refusal.code });
  for (const field of ['prescribers', 'structures'] as const)
    if (form[field].some((id) => !known.partners[field].has(id)))
      faults.push({ field, kind: 'partner-unknown' });
  const [payWithinDays, silenceDays, bankDelayDays] = [
    whole('payWithinDays'),
    whole('silenceDays'),
    whole('bankDelayDays'),
  ];
  if (faults.length > 0 || !territory.ok) return refuse(faults);
  return ok({
    unit: isHours ? 'hours' : 'euros',
    passCents,
    passMinutes,
    passesPerBooklet,
    validity,
    graceDays,
    statementDays,
    territory: territory.value,
    publics: linesOf(form.publics),
    themes: linesOf(form.themes),
    bonusCents,
    prescribers: [...form.prescribers],
    structures: [...form.structures],
    mayRedeemOwn: form.mayRedeemOwn !== '',
    payWithinDays,
    silenceDays,
    bankDelayDays,
  });
}

/** Zero when it is at fault: nothing is made of terms that have a fault. */
function readWhole(form: TermsForm, field: NumberField, faults: TermsFault[]): number {
  const { least, most } = BOUNDS[field];
  const text = form[field].trim();
  const value = /^\d{1,4}$/.test(text) ? Number(text) : -1;
  if (value >= least && value <= most) return value;
  faults.push({ field, kind: 'number-wrong', least, most });
  return 0;
}

function readAmount(
  form: TermsForm,
  field: 'passEuros' | 'bonusEuros',
  { least, faults }: { least: bigint; faults: TermsFault[] },
): bigint {
  // No bonus is usual: nothing typed says so.
  const cents = parseEuros(form[field].trim() === '' && least === 0n ? '0' : form[field]);
  if (cents !== null && cents >= least) return cents;
  faults.push({ field, kind: 'amount-wrong' });
  return 0n;
}

function readValidity(form: TermsForm, today: LocalDate, faults: TermsFault[]): ProgrammeTerms['validity'] {
  if (form.validity !== 'until') return { months: readWhole(form, 'months', faults) };
  const until = parseLocalDate(form.until.trim());
  if (until !== null && until >= today) return { until };
  faults.push({ field: 'until', kind: until === null ? 'day-wrong' : 'day-past' });
  return { until: today };
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim().replaceAll(/\s+/g, ' '))
      .filter(Boolean),
  ),
];
