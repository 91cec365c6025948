import { Button, Details } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import type { TermsForm } from '../../domain/terms-form.ts';
import { PROGRAMMES } from '../../programme-messages.ts';
import { type Fault, moneyPage } from './parts/frame.tsx';
import { type Partners, TermsFields } from './parts/terms-fields.tsx';

export interface ShownVersion {
  version: number;
  decidedAt: Date;
  sentences: readonly string[];
}

/** Terms as sentences; the form that makes the next version is folded below, for those who run the programme. */
export function termsPage(
  view: View,
  {
    base,
    name,
    versions,
    form,
    faults,
    partners,
    said,
  }: {
    base: string;
    name: string;
    /** Newest first: the one that serves, and those before it. */
    versions: readonly ShownVersion[];
    /** Null for those who only read. */
    form: TermsForm | null;
    faults: readonly Fault[];
    partners: Partners;
    said: string | null;
  },
): string {
  const say = PROGRAMMES[view.lang];
  const [current, ...earlier] = versions;
  return moneyPage(view, {
    title: say.termsTitle,
    back: { href: base, label: name },
    faults,
    said,
    children: (
      <>
        {current && <Version view={view} shown={current} />}
        {earlier.length > 0 && (
          <Details summary={say.earlier}>
            {earlier.map((shown) => (
              <Version key={shown.version} view={view} shown={shown} />
            ))}
          </Details>
        )}
        {form && (
          <Details summary={say.change} isOpen={faults.length > 0}>
            <form class="m-fields" method="post" action={`${base}/regles`}>
              <p>{nb(say.changeNote)}</p>
              <input type="hidden" name="version" value={current?.version} />
              <TermsFields view={view} form={form} faults={faults} partners={partners} />
              <div>
                <Button icon="check">{say.changeButton}</Button>
              </div>
            </form>
          </Details>
        )}
      </>
    ),
  });
}

function Version({ view, shown }: { view: View; shown: ShownVersion }) {
  const { version, decidedAt, sentences } = shown;
  return (
    <section class="m-group">
      <p class="m-small">{nb(PROGRAMMES[view.lang].version(version, formatDate(decidedAt, view.lang)))}</p>
      <ul class="m-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{nb(sentence)}</li>
        ))}
      </ul>
    </section>
  );
}
