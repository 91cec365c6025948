import { renderPage } from '../../../../platform/html/page.tsx';
import { Button, ButtonLink, Status } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import type { PublicLang } from '../../../../platform/i18n/public-languages.ts';
import type { RenewRefusal } from '../../actions/hand-over.ts';
import type { LossRefusal, ReplaceRefusal } from '../../actions/replace-booklet.ts';
import { FIELD } from '../../field-messages.ts';
import type { HandedOverRow } from '../../store/handed-over.ts';
import { leftWords, nameOf, STATE_LOOKS, stateOf } from '../parts/booklet-words.ts';
import { Facts } from '../parts/facts.tsx';
import { LanguageField, PhoneField } from '../parts/hand-over-form.tsx';

export type BookletFault =
  | 'sheet-made'
  | 'not-a-mobile'
  | (RenewRefusal | LossRefusal | ReplaceRefusal)['kind'];

export interface BookletView {
  base: string;
  booklet: HandedOverRow;
  /** What replaced it. */
  successor: string | null;
  form: { phone: string; lang: PublicLang };
  fault: BookletFault | null;
  canText: boolean;
}

/** One booklet: where it stands, another sheet, a lost sheet replaced. */
export function bookletPage(view: View, one: BookletView): string {
  const say = FIELD[view.lang];
  const { booklet, successor, fault } = one;
  const state = stateOf(booklet, view.now);
  const title = say.bookletTitle(nameOf(booklet, view.lang));
  return renderPage(view, {
    title,
    side: 'pro',
    active: 'space',
    back: { href: one.base, label: say.toDesk },
    errors: fault === 'not-a-mobile' ? [{ field: 'telephone', message: say[fault] }] : [],
    children: (
      <>
        <h1>{nb(title)}</h1>
        {fault && fault !== 'not-a-mobile' && <p role="status">{nb(faultWords(view, fault))}</p>}
        <Facts
          items={[
            { label: say.state, value: <Status kind={STATE_LOOKS[state]}>{say.states[state]}</Status> },
            { label: say.left, value: leftWords(booklet, view.lang) },
            { label: say.lastDay, value: formatDate(booklet.lastDay, view.lang) },
            { label: say.givenOn, value: formatDate(booklet.handedOverAt, view.lang) },
            { label: say.programme, value: booklet.programme },
          ]}
        />
        {successor !== null && (
          <>
            <p>{nb(say.replacedBy)}</p>
            <div>
              <ButtonLink href={`${one.base}/carnets/${successor}`}>{say.seeNew}</ButtonLink>
            </div>
          </>
        )}
        {successor === null && booklet.left === 0 && <p>{nb(say.nothingToDo)}</p>}
        {successor === null && booklet.left > 0 && <Sheets view={view} one={one} />}
      </>
    ),
  });
}

function faultWords(view: View, fault: Exclude<BookletFault, 'not-a-mobile'>): string {
  const say = FIELD[view.lang];
  if (fault === 'sheet-made') return say.sheetMade;
  const known: Readonly<Record<string, string>> = { ...say.renewRefused, ...say.replaceRefused };
  return known[fault] ?? say.renewRefused['unknown-booklet'];
}

function Sheets({ view, one }: { view: View; one: BookletView }) {
  const say = FIELD[view.lang];
  const path = `${one.base}/carnets/${one.booklet.id}`;
  const isLost = one.booklet.lostAt !== null;
  return (
    <div class="m-two">
      {!isLost && (
        <section class="m-group">
          <h2>{nb(say.renew)}</h2>
          <p>{nb(say.renewWhy)}</p>
          <form class="m-fields" method="post" action={`${path}/feuille`}>
            <input type="hidden" name="etat" value={one.booklet.stamp} />
            <SheetFields view={view} one={one} />
            <div>
              <Button variant="secondary" icon="printer">
                {say.renewButton}
              </Button>
            </div>
          </form>
        </section>
      )}
      <section class="m-group">
        <h2>{nb(say.lost)}</h2>
        <p>{nb(isLost ? say.lostAgain : say.lostWhy)}</p>
        <form class="m-fields" method="post" action={`${path}/perdue`}>
          {isLost && <SheetFields view={view} one={one} />}
          <div>
            <Button variant="secondary" icon="alert-triangle">
              {isLost ? say.replaceButton : say.lostButton}
            </Button>
          </div>
        </form>
      </section>
    </div>
  );
}

function SheetFields({ view, one }: { view: View; one: BookletView }) {
  const error = one.fault === 'not-a-mobile' ? FIELD[view.lang]['not-a-mobile'] : undefined;
  return (
    <>
      {one.canText && <PhoneField view={view} value={one.form.phone} error={error} />}
      <LanguageField view={view} value={one.form.lang} />
    </>
  );
}
