import { formatEuros } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import type { CommuneReference } from '../../../standard/index.ts';
import { bookletCents, type ProgrammeTerms } from '../../domain/programme.ts';
import { TERMS } from '../../terms-messages.ts';

export interface Named {
  lang: Lang;
  /** Name of an organisation. */
  nameOf: (id: string) => string;
  communes: Pick<CommuneReference, 'byInsee' | 'communes'>;
}

/** V1: what a programme decides, in words that can be read aloud. */
export function termsSentences(terms: ProgrammeTerms, named: Named): string[] {
  const { say } = TERMS[named.lang];
  const { validity, publics, themes, prescribers, structures } = terms;
  const names = (ids: readonly string[]) => ids.map(named.nameOf).join(', ');
  return [
    ...worthSentences(terms, named.lang),
    'months' in validity ? say.months(validity.months) : say.until(validity.until),
    say.grace(terms.graceDays),
    say.statement(terms.statementDays),
    terms.territory.length === 0
      ? say.everywhere
      : say.within(terms.territory.map((area) => areaName(area, named)).join(', ')),
    publics.length === 0 ? say.everybody : say.publics(publics.join(', ')),
    themes.length === 0 ? say.anyTheme : say.themes(themes.join(', ')),
    prescribers.length === 0 ? say.anyPrescriber : say.prescribers(names(prescribers)),
    structures.length === 0 ? say.anyStructure : say.structures(names(structures)),
    terms.mayRedeemOwn ? say.own : say.notOwn,
    say.pay(terms.payWithinDays),
    say.silence(terms.silenceDays),
    say.bank(terms.bankDelayDays),
  ];
}

function worthSentences(terms: ProgrammeTerms, lang: Lang): string[] {
  const { say } = TERMS[lang];
  const { passCents, passMinutes, passesPerBooklet, bonusCents } = terms;
  const value = formatEuros(passCents, lang);
  return [
    passMinutes === null
      ? say.euros(passesPerBooklet, value)
      : say.hours(passesPerBooklet, value, passMinutes),
    say.worth(formatEuros(bookletCents(terms) - bonusCents, lang)),
    ...(bonusCents > 0n ? [say.bonus(formatEuros(bonusCents, lang))] : []),
  ];
}

/** « Lyon », « intercommunalité Métropole de Lyon », « département 69 ». */
function areaName(area: string, { lang, communes }: Named): string {
  const [kind, code] = area.split(':') as [string, string];
  const words = TERMS[lang].areaName;
  if (kind === 'commune') return communes.byInsee(code)?.name ?? code;
  if (kind !== 'epci') return `${words[kind as keyof typeof words] ?? kind} ${code}`;
  const name = communes.communes.find(({ epciCode }) => epciCode === code)?.epciName ?? code;
  return `${words.epci} ${name}`;
}
