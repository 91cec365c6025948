import { renderPage } from '../../../platform/html/page.tsx';
import { ButtonLink, Published } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { formatPhone } from '../../standard/index.ts';
import { AGENDA } from '../agenda-messages.ts';
import { calendarFile } from '../domain/calendar-event.ts';
import { comingOpenings, type Opening, openingKey } from '../domain/coming-openings.ts';
import { arrival } from '../domain/openness.ts';
import { PLACE } from '../place-messages.ts';
import { openingWords } from './parts/opening-range.ts';

/** A choice longer than this is work. */
const MOST_OPENINGS = 5;

/** When to come: each opening goes to the person's own calendar. */
export function agendaPage(view: View, place: PublishedPlace): string {
  const words = AGENDA[view.publicLang];
  const { fields } = place;
  const openings = comingOpenings(fields, view.now, MOST_OPENINGS);
  const coming = arrival(fields);
  return renderPage(view, {
    title: words.title,
    back: { href: `/lieux/${place.id}`, label: words.backToPlace },
    head: <meta name="robots" content="noindex" />,
    children: (
      <>
        <div class="m-group">
          <h1 class="m-title">{nb(words.title)}</h1>
          <p class="m-lead">
            <Published view={view}>{fields.name ?? PLACE[view.publicLang].unnamed}</Published>
          </p>
        </div>
        {openings.length === 0 ? (
          <p>{nb(words.noHours)}</p>
        ) : (
          <>
            <ul class="m-actions">
              {openings.map((opening) => (
                <li key={openingKey(opening, fields)}>
                  <ButtonLink
                    variant="secondary"
                    icon="calendar"
                    href={`/lieux/${place.id}/agenda.ics?le=${openingKey(opening, fields)}`}
                  >
                    {capital(openingWords(opening, fields, view))}
                  </ButtonLink>
                </li>
              ))}
            </ul>
            <p class="m-subtle">
              {nb([coming && PLACE[view.publicLang][coming], words.notBooked].filter(Boolean).join(' '))}
            </p>
          </>
        )}
      </>
    ),
  });
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The file of the opening asked for, or of the next one when none is; null when the place does not open then. */
export function agendaFile(view: View, place: PublishedPlace, asked: string | undefined): string | null {
  const { fields } = place;
  const openings = comingOpenings(fields, view.now, MOST_OPENINGS);
  const isAsked = (opening: Opening) => asked === undefined || openingKey(opening, fields) === asked;
  const opening = openings.find(isAsked);
  if (!opening) return null;
  const url = `${view.publicUrl}/lieux/${place.id}`;
  const coming = arrival(fields);
  const note = [
    coming && PLACE[view.publicLang][coming],
    fields.phones?.[0] && formatPhone(fields.phones[0]),
    url,
  ];
  return calendarFile({
    uid: `${place.id}-${openingKey(opening, fields)}@${new URL(view.publicUrl).host}`,
    ...opening,
    title: fields.name ?? PLACE[view.publicLang].unnamed,
    where: [fields.address, fields.postalCode, fields.commune].filter(Boolean).join(', '),
    note: note.filter(Boolean).join('\n'),
    url,
    madeAt: view.now,
  });
}
