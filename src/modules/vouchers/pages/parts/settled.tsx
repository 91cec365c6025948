import type { View } from '../../../../platform/html/view.ts';
import { formatInstant, nb } from '../../../../platform/i18n/french-form.ts';
import { LATE } from '../../late-messages.ts';
import type { Settlement } from '../../store/devices.ts';

/** What was decided of help that was refused: who, when, why, and what pays it anyway. */
export function Settled({
  view,
  settlement: { words, at, paid },
  who,
  hrefOf,
}: {
  view: View;
  settlement: Settlement;
  /** As the reader knows them: a colleague, or the organisation that decided. */
  who: string;
  /** Where the redemption that pays it is read; absent for those to whom its page does not exist. */
  hrefOf?: (redemption: string) => string;
}) {
  const say = LATE[view.lang];
  return (
    <>
      <p>{nb(say.settled(who, formatInstant(at, view.lang), words))}</p>
      {paid && (
        <p>
          {nb(paid.isUndone ? say.paidUndone : say.paidAnyway)}{' '}
          {hrefOf ? (
            <a class="m-it" href={hrefOf(paid.redemption)}>
              <span>{paid.redemption}</span>
            </a>
          ) : (
            paid.redemption
          )}
        </p>
      )}
    </>
  );
}
