import { Button, DateField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatEuros, nb } from '../../../../platform/i18n/french-form.ts';
import { deadlinesOf } from '../../domain/programme.ts';
import { PARTNERS } from '../../partner-messages.ts';
import type { Booklet } from '../../store/booklets.ts';
import type { Extension } from '../../store/extensions.ts';
import { type Fault, faultOf, moneyPage } from './parts/frame.tsx';

export interface WaitingBooklet {
  extension: Extension;
  booklet: Booklet;
}

export const dayField = (extension: string): string => `newLastDay-${extension}`;

/** Dates that places ask to put off, for someone who came too late: decided before the money goes back. */
export function extensionsPage(
  view: View,
  {
    base,
    programme,
    waiting,
    nameOf,
    typed,
    canDecide,
    faults,
    said,
  }: {
    base: string;
    programme: string;
    waiting: readonly WaitingBooklet[];
    nameOf: (id: string) => string;
    /** Days as typed, by extension. */
    typed: Readonly<Record<string, string>>;
    canDecide: boolean;
    faults: readonly Fault[];
    said: string | null;
  },
): string {
  const say = PARTNERS[view.lang];
  return moneyPage(view, {
    title: say.extensionsTitle,
    back: { href: base, label: programme },
    faults,
    said,
    children: (
      <>
        <p>{nb(waiting.length === 0 ? say.extensionsNone : say.extensionsWhy)}</p>
        {waiting.map((one) => (
          <section class="m-group" key={one.extension.id}>
            <h2>{nb(say.booklet(one.booklet.id))}</h2>
            <Facts view={view} one={one} nameOf={nameOf} />
            {canDecide && (
              <form class="m-fields" method="post" action={`${base}/prolongations`}>
                <input type="hidden" name="extension" value={one.extension.id} />
                <DateField
                  name="newLastDay"
                  id={dayField(one.extension.id)}
                  label={say.newLastDay}
                  value={typed[one.extension.id] ?? ''}
                  error={faultOf(faults, dayField(one.extension.id))}
                />
                <div class="m-row">
                  <Button
                    variant="secondary"
                    name="verdict"
                    value="agree"
                    aria-label={nb(say.extendOne(one.booklet.id))}
                  >
                    {say.extend}
                  </Button>
                  <Button
                    variant="tertiary"
                    name="verdict"
                    value="refuse"
                    aria-label={nb(say.refuseExtensionOne(one.booklet.id))}
                  >
                    {say.refuse}
                  </Button>
                </div>
              </form>
            )}
          </section>
        ))}
      </>
    ),
  });
}

function Facts({
  view,
  one: { extension, booklet },
  nameOf,
}: {
  view: View;
  one: WaitingBooklet;
  nameOf: (id: string) => string;
}) {
  const say = PARTNERS[view.lang];
  const left = booklet.passes.filter(({ state }) => state === 'handed_over');
  const cents = left.reduce((sum, pass) => sum + pass.cents, 0n);
  const day = (value: string | Date) => formatDate(value, view.lang);
  return (
    <>
      <p>{nb(say.askedBy(nameOf(extension.structure), day(extension.askedAt)))}</p>
      <p>{nb(say.handedBy(nameOf(booklet.prescriber)))}</p>
      {booklet.lastDay && (
        <>
          <p>{nb(say.lastDay(day(booklet.lastDay)))}</p>
          <p>{nb(say.decideBefore(day(deadlinesOf(booklet.terms, booklet.lastDay).returnedFrom)))}</p>
        </>
      )}
      <p>{nb(say.left(left.length, formatEuros(cents, view.lang)))}</p>
    </>
  );
}
