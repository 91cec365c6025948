import { Details } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import {
  type Criterion,
  RGAA_RECORD,
  type Standing,
  statementOf,
} from '../../domain/accessibility/rgaa-record.ts';
import { RGAA } from '../../rgaa-messages.ts';

const STANDINGS: readonly Standing[] = ['pass', 'fail', 'not-applicable', 'not-tested'];

/** What was checked without an auditor: counted from the record of the 106 criteria, never written by hand. */
export function SelfCheck({ view }: { view: View }) {
  const words = RGAA[view.publicLang];
  const { counts, themes } = statementOf(RGAA_RECORD);
  return (
    <section class="m-group">
      <h2>{words.title}</h2>
      <p>{nb(words.when(formatDate(RGAA_RECORD.selfCheckedOn, view.publicLang)))}</p>
      <ul>
        {STANDINGS.map((standing) => (
          <li key={standing}>{nb(words.counts[standing](counts[standing]))}</li>
        ))}
      </ul>
      <p>{nb(words.how)}</p>
      <p>{nb(words.noRate)}</p>
      <p>{nb(words.screenReaders)}</p>
      <Details summary={words.details}>
        <div lang="fr" dir="ltr" class="m-sections">
          {themes.map(({ number, name, criteria }) => (
            <section key={number} class="m-group">
              <h3>{nb(`${number}. ${name}`)}</h3>
              <ul>
                {criteria.map((criterion) => (
                  <li key={criterion.number}>{nb(criterionWords(criterion))}</li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Details>
    </section>
  );
}

/** In French, like the reference: « 3.2 Contraste des textes. Tenue (test automatique). ». */
function criterionWords({ number, subject, standing, tests, inspected }: Criterion): string {
  const words = RGAA.fr;
  const proofs = [
    ...(tests ? [words.proof.tests] : []),
    ...(inspected ? [words.proof.inspected(formatDate(inspected.on, 'fr'))] : []),
  ];
  const shown = proofs.length > 0 ? ` (${proofs.join(', ')})` : '';
  return `${number} ${subject}. ${words.standing[standing]}${shown}.`;
}
