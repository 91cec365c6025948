import { renderPage } from '../../../platform/html/page.tsx';
import { Button, Figures, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatInstant, formatNumber, nb } from '../../../platform/i18n/french-form.ts';
import { REMINDER } from '../reminder-messages.ts';
import type { SentLink } from '../store/links.ts';

export interface RemindersView {
  months: number;
  due: { letters: number; places: number };
  optOuts: number;
  latest: readonly (SentLink & { placeName: string })[];
  /** Letters just written. */
  sent: number | null;
}

export function remindersPage(view: View, { months, due, optOuts, latest, sent }: RemindersView): string {
  const say = REMINDER[view.lang];
  const number = (value: number) => formatNumber(value, view.lang);
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'reports',
    back: { href: '/gestion', label: say.home },
    children: (
      <>
        <h1>{say.title}</h1>
        {sent !== null && <p role="status">{nb(say.sent(number(sent)))}</p>}
        <p>{nb(months === 0 ? say.off : say.lead(months))}</p>
        <Figures
          items={[
            { label: say.due, value: number(due.places) },
            { label: say.letters, value: number(due.letters) },
            { label: say.optOuts, value: number(optOuts) },
          ]}
        />
        {due.letters === 0 ? (
          <p>{nb(say.noneDue)}</p>
        ) : (
          <form method="post">
            <Button>{say.send}</Button>
          </form>
        )}
        {latest.length === 0 ? (
          <p>{nb(say.none)}</p>
        ) : (
          <Table
            caption={say.latest}
            columns={[say.when, say.place, say.to].map((label) => ({ label }))}
            rows={latest.map(({ id, sentAt, placeId, placeName, sentTo }) => ({
              key: id,
              cells: [
                formatInstant(sentAt, view.lang),
                <a class="ds-link" href={`/gestion/lieux/${placeId}`}>
                  {placeName}
                </a>,
                sentTo,
              ],
            }))}
          />
        )}
      </>
    ),
  });
}
