import { formatEuros } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { amountWords } from '../../amount-messages.ts';
import { amountOf, splitBonus } from '../../domain/amount.ts';
import { REDEEM } from '../../redeem-messages.ts';

type Unit = Parameters<typeof amountOf>[0];

/** What some passes pay for: « 2 heures », « 30 € », « 1 heure et un bonus de 30 € ». */
export function helpWords(unit: Unit, taken: { count: number; cents: bigint }, lang: Lang): string {
  const { ordinary, bonusCents } = splitBonus(unit, taken);
  const parts = [
    ordinary > 0 ? amountWords(amountOf(unit, ordinary), lang) : '',
    bonusCents > 0n ? REDEEM[lang].bonusLeft(formatEuros(bonusCents, lang)) : '',
  ].filter(Boolean);
  return parts.join(REDEEM[lang].and);
}

/** « 6 heures sur 10 heures », and the bonus when there is one to use. */
export function leftWords(
  unit: Unit,
  { left, total, bonusCents }: { left: number; total: number; bonusCents: bigint | null },
  lang: Lang,
): string {
  const say = REDEEM[lang];
  const words = (count: number) => amountWords(amountOf(unit, count), lang);
  const ordinary = say.leftOf(words(left), words(total));
  return bonusCents === null
    ? ordinary
    : `${ordinary}${say.and}${say.bonusLeft(formatEuros(bonusCents, lang))}`;
}
