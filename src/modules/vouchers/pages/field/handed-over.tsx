import { formatHelpLine } from '../../../../platform/html/help-line.ts';
import { renderPage } from '../../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink, IconText } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import type { PublicLang } from '../../../../platform/i18n/public-languages.ts';
import type { HandedOver } from '../../actions/hand-over.ts';
import { codeText } from '../../actions/text-code.ts';
import { amountWords } from '../../amount-messages.ts';
import { amountOf } from '../../domain/amount.ts';
import { printedCode } from '../../domain/code.ts';
import { FIELD } from '../../field-messages.ts';
import { Facts } from '../parts/facts.tsx';
import { PassSheet } from '../parts/pass-sheet.tsx';

export interface HandedOverView {
  base: string;
  prescriber: string;
  given: HandedOver;
  lang: PublicLang;
  /** E.164, when a text message left. */
  sentTo: string | null;
  canText: boolean;
  /** An earlier sheet of the same person just stopped working. */
  isAgain: boolean;
}

/** On the screen, what was done and the code, once; from the printer, the sheet alone. */
export function handedOverPage(view: View, handed: HandedOverView): string {
  const say = FIELD[view.lang];
  const { booklet, code } = handed.given;
  const name = booklet.personName ?? say.erased;
  const title = handed.isAgain ? say.renewedTitle(name) : say.handedTitle(name);
  const left = booklet.passes.filter(({ state, isBonus }) => state === 'handed_over' && !isBonus).length;
  return renderPage(view, {
    title,
    side: 'pro',
    active: 'space',
    scripts: ['print.js'],
    back: { href: handed.base, label: say.toDesk },
    children: (
      <div class="m-has-sheet m-fields">
        <Answer kind="ok" title={title} titleAs="h1">
          {handed.isAgain && <p>{nb(say.renewedWhy)}</p>}
          <Facts
            items={[
              { label: say.amount, value: amountWords(amountOf(booklet.terms, left), view.lang) },
              { label: say.until, value: formatDate(booklet.lastDay!, view.lang) },
              { label: say.code, value: <span class="m-key">{printedCode(code)}</span> },
            ]}
          />
          {handed.sentTo && <IconText icon="message">{say.sms(formatHelpLine(handed.sentTo))}</IconText>}
        </Answer>
        <p>{nb(say.once)}</p>
        <div class="m-actions">
          <Button icon="printer" type="button" data-print hidden>
            {say.print}
          </Button>
          {!handed.canText && (
            <ButtonLink
              icon="message"
              variant="secondary"
              href={`sms:?&body=${encodeURIComponent(
                codeText(handed.given, { lang: handed.lang, page: `${view.publicUrl}/pass` }),
              )}`}
            >
              {say.ownSms}
            </ButtonLink>
          )}
          <ButtonLink icon="ticket" variant="secondary" href={handed.base}>
            {say.another}
          </ButtonLink>
        </div>
        <p class="m-small">{nb(say.printHow)}</p>
        <PassSheet view={view} given={handed.given} prescriber={handed.prescriber} lang={handed.lang} />
      </div>
    ),
  });
}
