import type { ComponentChildren } from 'preact';
import { Details, Icon, type IconName } from '../../../../platform/html/parts.tsx';
import { nb } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { ANSWERS, type Answer, type RecordPair } from '../../domain/decision.ts';
import { REVIEW } from '../../review-messages.ts';
import { pairFields, REVIEW_PATH } from './pair-address.ts';

const LOOKS: Record<Answer, { variant?: 'secondary' | 'tertiary'; icon?: IconName }> = {
  same: { icon: 'git-merge' },
  linked: { variant: 'secondary', icon: 'link' },
  distinct: { variant: 'secondary', icon: 'arrows-split-2' },
  unknown: { variant: 'tertiary' },
};

/** The records and the four answers are one form, so that the bar of answers can stay in view while they are read. */
export function VerdictForm({
  lang,
  pair,
  children,
}: {
  lang: Lang;
  pair: RecordPair;
  children: ComponentChildren;
}) {
  const say = REVIEW[lang];
  return (
    <form class="m-review" method="post" action={REVIEW_PATH}>
      {pairFields(pair).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div class="m-verdicts">
        {ANSWERS.map((answer, rank) => (
          <button
            key={answer}
            class="ds-button"
            type="submit"
            name="verdict"
            value={answer}
            data-variant={LOOKS[answer].variant}
            data-touche={rank + 1}
          >
            {LOOKS[answer].icon && <Icon name={LOOKS[answer].icon} />}
            <span>{nb(say.answers[answer])}</span>
            <kbd>{rank + 1}</kbd>
          </button>
        ))}
      </div>
      <p class="m-small">{nb(`${say.linkedMeans} ${say.reversible}`)}</p>
      <Details summary={say.addReason}>
        <div class="ds-field">
          <label class="ds-label" for="raison">
            {say.reason}
          </label>
          <p data-field="description" id="raison-aide">
            {nb(say.reasonHelp)}
          </p>
          {/* Several lines: in a field of one line, Enter would send the first answer. */}
          <textarea class="ds-input" id="raison" name="raison" rows={2} aria-describedby="raison-aide" />
        </div>
      </Details>
    </form>
  );
}

export function UndoForm({ lang }: { lang: Lang }) {
  const say = REVIEW[lang];
  return (
    <form method="post" action={`${REVIEW_PATH}/annuler`}>
      <button class="ds-button" type="submit" data-variant="tertiary" data-touche="z">
        <span>{nb(say.undoLast)}</span>
        <kbd>Z</kbd>
      </button>
    </form>
  );
}

/** Shown by the script that makes the keys work; whoever dictates or mistypes can turn them off. */
export function ShortcutSwitch({ lang }: { lang: Lang }) {
  return (
    <div class="ds-field m-choice m-shortcuts" data-raccourcis hidden>
      <input class="ds-input" type="checkbox" id="raccourcis" checked />
      <label for="raccourcis">{nb(REVIEW[lang].shortcuts)}</label>
    </div>
  );
}
