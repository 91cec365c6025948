import { formatHelpLine } from '../../../../platform/html/help-line.ts';
import { Logo } from '../../../../platform/html/icon.tsx';
import { QrCode } from '../../../../platform/html/qr-code.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatEuros, nb } from '../../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS, type PublicLang } from '../../../../platform/i18n/public-languages.ts';
import type { HandedOver } from '../../actions/hand-over.ts';
import { amountWords } from '../../amount-messages.ts';
import { amountOf } from '../../domain/amount.ts';
import { printedCode } from '../../domain/code.ts';
import { SHEET } from '../../sheet-messages.ts';

/** More boxes than this would not be ticked by hand, nor fit the page. */
const MOST_BOXES = 30;
/** Two groups of four letters and their hyphens. */
const FIRST_LINE = 10;

/** What comes out of the printer and is folded in a pocket: one A4 side. */
export function PassSheet({
  view,
  given: { booklet, code },
  prescriber,
  lang,
}: {
  view: View;
  given: HandedOver;
  prescriber: string;
  lang: PublicLang;
}) {
  const say = SHEET[lang];
  const { tag, isRightToLeft } = LANGUAGE_FACTS[lang];
  const { terms } = booklet;
  const left = booklet.passes.filter(({ state, isBonus }) => state === 'handed_over' && !isBonus).length;
  const help = amountWords(amountOf(terms, left), lang);
  const written = printedCode(code);
  return (
    <article class="m-sheet m-pass" lang={tag} dir={isRightToLeft ? 'rtl' : 'ltr'}>
      <div class="m-sheet-top">
        <span class="m-logo">
          <Logo />
          <span>Maillon</span>
        </span>
        <span>{nb(say.given(formatDate(view.now, lang), prescriber))}</span>
      </div>
      <p class="m-pass-title">Pass numérique</p>
      <p class="m-pass-who">{nb(say.forWhom(booklet.personName ?? ''))}</p>
      <div class="m-pass-card">
        <div>
          <p class="m-pass-help">
            {nb(terms.passMinutes === null ? say.helpMoney(help) : say.helpHours(help))}
          </p>
          <p class="m-pass-label">{nb(say.until)}</p>
          <p class="m-pass-until">{formatDate(booklet.lastDay!, lang)}</p>
          <p class="m-pass-label">{nb(say.code)}</p>
          <p class="m-pass-code" dir="ltr">
            <span>{written.slice(0, FIRST_LINE)}</span>
            <span>{written.slice(FIRST_LINE)}</span>
          </p>
        </div>
        {/* What follows the # is never sent to a server by a telephone that opens it. */}
        <QrCode text={`${view.publicUrl}/pass#${code}`} label={say.square} />
      </div>
      <p class="m-pass-heading">{nb(say.how)}</p>
      <HowTo view={view} lang={lang} isFree={terms.passMinutes !== null} />
      <Boxes count={left} lang={lang} each={amountWords(amountOf(terms, 1), lang)} />
      {terms.bonusCents > 0n && <p>{nb(say.bonus(formatEuros(terms.bonusCents, lang)))}</p>}
      <p class="m-pass-foot">
        {nb(
          [
            say.lost(prescriber),
            view.helpPhone && say.lostPhone(formatHelpLine(view.helpPhone)),
            say.replaced,
            say.notForSale,
            LANGUAGE_FACTS[lang].notReviewed,
          ]
            .filter(Boolean)
            .join(' '),
        )}
      </p>
    </article>
  );
}

function HowTo({ view, lang, isFree }: { view: View; lang: PublicLang; isFree: boolean }) {
  const say = SHEET[lang];
  const page = `${view.publicUrl}/pass`.replace(/^https?:\/\//, '');
  return (
    <ol class="m-pass-steps">
      <li>
        <span>1</span>
        <p>
          {nb(say.choose)} <strong dir="ltr">{page}</strong>
          {view.helpPhone && (
            <>
              {' '}
              {nb(say.orCall)} <strong dir="ltr">{formatHelpLine(view.helpPhone)}</strong>
            </>
          )}
        </p>
      </li>
      <li>
        <span>2</span>
        <p>{nb(isFree ? say.comeFree : say.comePay)}</p>
      </li>
      <li>
        <span>3</span>
        <p>{nb(say.read)}</p>
      </li>
    </ol>
  );
}

function Boxes({ count, lang, each }: { count: number; lang: PublicLang; each: string }) {
  if (count > MOST_BOXES) return null;
  const say = SHEET[lang];
  return (
    <>
      <p class="m-pass-heading">{nb(say.boxes)}</p>
      <ol class="m-pass-boxes">
        {Array.from({ length: count }, (_, rank) => (
          <li key={rank}>{rank + 1}</li>
        ))}
      </ol>
      <p>{nb(say.tick(each))}</p>
    </>
  );
}
