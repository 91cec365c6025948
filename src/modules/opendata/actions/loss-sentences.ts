import { formatNumber } from '../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS, type PublicLang } from '../../../platform/i18n/public-languages.ts';
import { FIELD_LABELS, type StandardField } from '../../standard/index.ts';
import { type LossReport, leftOutCount } from '../domain/loss-report.ts';
import { LOSSES } from '../loss-messages.ts';

/** The report in plain words, one sentence per line; nothing is said of what did not happen. */
export function lossSentences(report: LossReport, lang: PublicLang): string[] {
  const say = LOSSES[lang];
  const { comma } = LANGUAGE_FACTS[lang];
  const count = (value: number) => formatNumber(value, lang);
  const counted = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([field, value]) => say.counted(fieldWords(field, lang), count(value)))
      .join(comma);
  const leftOut = leftOutCount(report);
  return [
    say.exported(count(report.exported), count(report.places)),
    ...(leftOut > 0
      ? [say.leftOut(count(leftOut)), ...leftOutReasons(report, lang).map((line) => `- ${line}`)]
      : []),
    ...(isEmpty(report.repairedValues) ? [] : [say.repaired(counted(report.repairedValues))]),
    ...(isEmpty(report.droppedValues) ? [] : [say.dropped(counted(report.droppedValues))]),
    ...(report.lossyFields.length === 0
      ? []
      : [say.lossy(report.lossyFields.map((field) => fieldWords(field, lang)).join(comma))]),
  ];
}

/** « Lieux sans adresse ni date de mise à jour : 40. » */
export function leftOutReasons({ leftOut }: LossReport, lang: PublicLang): string[] {
  const say = LOSSES[lang];
  return Object.entries(leftOut).map(([missing, places]) => {
    const fields = missing.split('|').map((field) => fieldWords(field, lang));
    return say.without(fields.join(say.nor), formatNumber(places, lang));
  });
}

/** Inside a sentence: « code postal », but « SIRET » keeps its capitals. */
export function fieldWords(field: string, lang: PublicLang): string {
  if (!(field in FIELD_LABELS)) return LOSSES[lang].passNumerique;
  const words = FIELD_LABELS[field as StandardField][lang];
  return /^\p{Lu}{2}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

const isEmpty = (counts: object): boolean => Object.keys(counts).length === 0;
