import { renderPage } from '../../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink, Choices, Details } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatEuros, nb } from '../../../../platform/i18n/french-form.ts';
import type { CheckedCode } from '../../actions/check-code.ts';
import { REDEEM } from '../../redeem-messages.ts';
import { Facts } from '../parts/facts.tsx';
import { helpWords, leftWords } from '../parts/help-words.ts';
import { ChangeCount, HiddenCode, type RedeemForm } from '../parts/redeem-form.tsx';

export interface CheckView {
  base: string;
  /** Chosen by this page: sent twice, it is redeemed once. */
  key: string;
  form: RedeemForm;
  theme: string | null;
  checked: CheckedCode;
  fault: 'wrong-theme' | 'not-attended' | null;
}

/** Second step: whose pass, what is left, and one button that says what it will take. */
export function checkPage(view: View, { base, key, form, theme, checked, fault }: CheckView): string {
  const say = REDEEM[view.lang];
  const { terms } = checked;
  const help = helpWords(terms, checked, view.lang);
  return renderPage(view, {
    title: say.found,
    side: 'pro',
    active: 'space',
    errors: fault ? [{ field: FIELD_OF[fault], message: say[fault] }] : [],
    children: (
      <>
        <h1>{say.title}</h1>
        <Answer kind="ok" title={say.found}>
          <Facts
            items={[
              { label: say.passOf, value: checked.personName ?? say.someone },
              { label: say.left, value: leftWords(terms, checked, view.lang) },
              { label: say.until, value: formatDate(checked.lastDay, view.lang) },
            ]}
          />
        </Answer>
        <form class="m-fields" method="post" action={`${base}/enregistrer`}>
          <input type="hidden" name="cle" value={key} />
          <HiddenCode form={form} />
          <input type="hidden" name="combien" value={form.count} />
          {terms.themes.length > 0 && (
            <Choices
              type="radio"
              name="theme"
              legend={say.theme}
              options={terms.themes.map((one) => ({ value: one, label: one }))}
              values={theme === null ? [] : [theme]}
            />
          )}
          <div class="ds-field m-choice">
            <input
              class="ds-input"
              type="checkbox"
              id="presence"
              name="presence"
              value="oui"
              aria-invalid={fault === 'not-attended' ? 'true' : undefined}
            />
            <label for="presence">{nb(say.attended(help))}</label>
          </div>
          <p class="m-small">
            {nb(`${say.nothingYet} ${say.worthSum(formatEuros(checked.cents, view.lang))}`)}
          </p>
          <div class="m-actions">
            <Button icon="check">{say.record(help)}</Button>
            <ButtonLink icon="scan" variant="secondary" href={base}>
              {say.cancelCheck}
            </ButtonLink>
          </div>
        </form>
        <Details summary={terms.passMinutes === null ? say.changeSum : say.change}>
          <ChangeCount view={view} base={base} form={form} terms={terms} />
        </Details>
      </>
    ),
  });
}

const FIELD_OF = { 'wrong-theme': 'theme-0', 'not-attended': 'presence' } as const;
