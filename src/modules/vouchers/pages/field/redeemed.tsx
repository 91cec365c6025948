import { renderPage } from '../../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink, Provenance } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatEuros, formatInstant, nb } from '../../../../platform/i18n/french-form.ts';
import { wasCancelled } from '../../domain/pass.ts';
import { UNDO_MS } from '../../domain/redemption.ts';
import { REDEEM } from '../../redeem-messages.ts';
import type { Booklet } from '../../store/booklets.ts';
import type { Redemption } from '../../store/redemptions.ts';
import { Facts } from '../parts/facts.tsx';
import { helpWords, leftWords } from '../parts/help-words.ts';

export interface RedeemedView {
  base: string;
  redemption: Redemption;
  booklet: Booklet;
  undoRefused: keyof (typeof REDEEM)['fr']['undoRefused'] | null;
  /** This very redemption was the last of the path. */
  isBonusEarned: boolean;
}

/** What was done first, then what remains, then when the place is paid. */
export function redeemedPage(view: View, one: RedeemedView): string {
  const say = REDEEM[view.lang];
  const { redemption, booklet, undoRefused } = one;
  const { terms } = booklet;
  const help = helpWords(terms, { count: redemption.passCount, cents: redemption.cents }, view.lang);
  const isUndone = redemption.undoneAt !== null;
  const isCancelled = wasCancelled(booklet.passes, booklet.completedAt !== null);
  const title = isUndone ? say.undone(help) : say.recorded(help);
  return renderPage(view, {
    title,
    side: 'pro',
    active: 'space',
    children: (
      <>
        <h1>{say.title}</h1>
        {undoRefused && <p role="alert">{nb(say.undoRefused[undoRefused])}</p>}
        <Answer
          kind={isUndone ? 'no' : 'ok'}
          {...(isUndone && { icon: 'arrow-back-up' as const })}
          title={title}
        >
          <Facts items={factsOf(view, one)} />
          {isUndone && <p>{nb(isCancelled ? say.undoneCancelled : say.undoneWhy)}</p>}
          {!isUndone && one.isBonusEarned && (
            <p>{nb(say.bonusEarned(formatEuros(terms.bonusCents, view.lang)))}</p>
          )}
        </Answer>
        <div class="m-actions">
          <ButtonLink icon="scan" href={one.base}>
            {say.next}
          </ButtonLink>
          {canUndo(view, redemption) && (
            <form method="post" action={`${one.base}/${redemption.id}/annuler`}>
              <Button icon="arrow-back-up" variant="secondary">
                {say.undo}
              </Button>
            </form>
          )}
        </div>
        <Provenance>
          {[canUndo(view, redemption) && say.undoUntil(undoEnd(view, redemption)), say.number(redemption.id)]
            .filter(Boolean)
            .join(' ')}
        </Provenance>
      </>
    ),
  });
}

const undoEnd = (view: View, { recordedAt }: Redemption): string =>
  formatInstant(new Date(recordedAt.getTime() + UNDO_MS), view.lang);

const canUndo = ({ now }: View, { undoneAt, payment, recordedAt }: Redemption): boolean =>
  undoneAt === null && payment === null && now.getTime() < recordedAt.getTime() + UNDO_MS;

function factsOf(view: View, { redemption, booklet }: RedeemedView) {
  const say = REDEEM[view.lang];
  const ordinary = booklet.passes.filter(({ isBonus }) => !isBonus);
  const bonus = booklet.passes.find(({ isBonus, state }) => isBonus && state === 'handed_over');
  const left = {
    left: ordinary.filter(({ state }) => state === 'handed_over').length,
    total: ordinary.length,
    bonusCents: bonus?.cents ?? null,
  };
  const paid = say.payBy(formatEuros(redemption.cents, view.lang), formatDate(redemption.payBy, view.lang));
  return [
    { label: say.passOf, value: booklet.personName ?? say.someone },
    { label: say.left, value: leftWords(booklet.terms, left, view.lang) },
    { label: say.until, value: formatDate(booklet.lastDay!, view.lang) },
    ...(redemption.undoneAt === null ? [{ label: say.worth, value: paid }] : []),
  ];
}
