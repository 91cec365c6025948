import { renderPage } from '../../../../platform/html/page.tsx';
import { Answer, ButtonLink } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { FIELD } from '../../field-messages.ts';
import type { HandedOverRow } from '../../store/handed-over.ts';
import { nameOf } from '../parts/booklet-words.ts';

/** The page that hands over was sent again: nothing leaves the stock, and the sheet already made keeps working. */
export function alreadyPage(view: View, { base, booklet }: { base: string; booklet: HandedOverRow }): string {
  const say = FIELD[view.lang];
  const title = say.alreadyTitle(nameOf(booklet, view.lang));
  return renderPage(view, {
    title,
    side: 'pro',
    active: 'space',
    back: { href: base, label: say.toDesk },
    children: (
      <>
        <Answer kind="no" icon="ticket" title={title} titleAs="h1">
          <p>{nb(say.alreadyWhy)}</p>
          <p>{nb(say.alreadyNext)}</p>
        </Answer>
        <div class="m-actions">
          <ButtonLink icon="ticket" href={base}>
            {say.another}
          </ButtonLink>
          <ButtonLink icon="printer" variant="secondary" href={`${base}/carnets/${booklet.id}`}>
            {say.renew}
          </ButtonLink>
        </div>
      </>
    ),
  });
}
