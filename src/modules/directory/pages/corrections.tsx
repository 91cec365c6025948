import { renderPage } from '../../../platform/html/page.tsx';
import { Button, Table, TextField } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatDate, formatInstant, nb } from '../../../platform/i18n/french-form.ts';
import { type Who, WhoDecides } from '../../access/index.ts';
import type { PlaceFields } from '../../standard/index.ts';
import type { ShownCorrection } from '../actions/read-corrections.ts';
import { type CORRECTION_DONE, CORRECTIONS } from '../corrections-messages.ts';
import { fieldWordsOfUnit } from '../domain/unit-words.ts';
import { UNIT_WORDS } from '../unit-messages.ts';

export interface CorrectionsView {
  corrections: readonly ShownCorrection[];
  done: (typeof CORRECTION_DONE)[number] | null;
  who: Who;
}

interface Part {
  view: View;
  corrections: readonly ShownCorrection[];
}

/** What waits for a person, then where a place and a source disagree, then everything that was said, to undo. */
export function correctionsPage(view: View, { corrections, done, who }: CorrectionsView): string {
  const say = CORRECTIONS[view.lang];
  const waiting = corrections.filter(({ state }) => state === 'waiting');
  const conflicts = corrections.filter(({ fate }) => fate === 'contested' || fate === 'overtaken');
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'corrections',
    back: { href: '/gestion', label: say.home },
    children: (
      <>
        <h1>{say.title}</h1>
        {done && <p role="status">{nb(say.done[done])}</p>}
        <p>{nb(say.lead)}</p>
        <WhoDecides view={view} who={who} />
        {waiting.length === 0 ? <p>{nb(say.noneWaiting)}</p> : <Waiting view={view} corrections={waiting} />}
        {conflicts.length > 0 && <Conflicts view={view} corrections={conflicts} />}
        {corrections.length === 0 ? <p>{nb(say.none)}</p> : <Latest view={view} corrections={corrections} />}
      </>
    ),
  });
}

const columns = (labels: readonly string[]) => labels.map((label) => ({ label }));

function PlaceLink({ place }: ShownCorrection) {
  return (
    <a class="ds-link" href={`/gestion/lieux/${place.id}`}>
      {place.fields.name ?? place.id}
    </a>
  );
}

const wordsOf = (view: View, { unit }: ShownCorrection, fields: PlaceFields): string =>
  nb(fieldWordsOfUnit(unit, fields, view.lang) || CORRECTIONS[view.lang].nothing);

function askedOf(view: View, correction: ShownCorrection): string {
  const { unit, value } = correction;
  if (unit === 'closing') return CORRECTIONS[view.lang].closed;
  return value.updatedOn ? formatDate(value.updatedOn, view.lang) : wordsOf(view, correction, value);
}

/** Side by side: what is shown, what is asked, and why a person decides. */
function Waiting({ view, corrections }: Part) {
  const say = CORRECTIONS[view.lang];
  return (
    <Table
      caption={say.waiting}
      columns={columns([say.place, say.what, say.shown, say.asked, say.why, say.decide])}
      rows={corrections.map((correction) => ({
        key: String(correction.id),
        cells: [
          <PlaceLink {...correction} />,
          UNIT_WORDS[view.lang][correction.unit],
          correction.unit === 'closing' ? '' : wordsOf(view, correction, correction.shown),
          <mark>{askedOf(view, correction)}</mark>,
          nb(correction.reasons.map((reason) => say.reasons[reason]).join(' ')),
          <Decide view={view} correction={correction} />,
        ],
      }))}
    />
  );
}

function Decide({ view, correction }: { view: View; correction: ShownCorrection }) {
  const say = CORRECTIONS[view.lang];
  const { id, unit, place } = correction;
  const about = `(${UNIT_WORDS[view.lang][unit]}, ${place.fields.name ?? place.id})`;
  return (
    <div class="m-fields">
      <form method="post" action={`/gestion/corrections/${id}/accepter`}>
        <Button aria-label={nb(`${say.accept} ${about}`)}>{say.accept}</Button>
      </form>
      <form method="post" action={`/gestion/corrections/${id}/refuser`}>
        <TextField name="raison" id={`raison-${id}`} label={say.reason} maxlength={200} />
        <Button variant="secondary" aria-label={nb(`${say.refuse} ${about}`)}>
          {say.refuse}
        </Button>
      </form>
    </div>
  );
}

function Conflicts({ view, corrections }: Part) {
  const say = CORRECTIONS[view.lang];
  return (
    <Table
      caption={say.conflicts}
      columns={columns([say.place, say.what, say.says, say.source, say.effect, say.decide])}
      rows={corrections.map((correction) => {
        const { id, unit, place, fate } = correction;
        const about = `(${UNIT_WORDS[view.lang][unit]}, ${place.fields.name ?? place.id})`;
        return {
          key: String(id),
          cells: [
            <PlaceLink {...correction} />,
            UNIT_WORDS[view.lang][unit],
            askedOf(view, correction),
            wordsOf(view, correction, correction.source),
            nb(fate ? say.fates[fate] : ''),
            <div class="m-row">
              <form method="post" action={`/gestion/corrections/${id}/garder`}>
                <Button variant="secondary" aria-label={nb(`${say.keep} ${about}`)}>
                  {say.keep}
                </Button>
              </form>
              <form method="post" action={`/gestion/corrections/${id}/suivre`}>
                <Button variant="secondary" aria-label={nb(`${say.follow} ${about}`)}>
                  {say.follow}
                </Button>
              </form>
            </div>,
          ],
        };
      })}
    />
  );
}

function Latest({ view, corrections }: Part) {
  const say = CORRECTIONS[view.lang];
  return (
    <Table
      caption={say.latest}
      columns={columns([say.when, say.who, say.place, say.what, say.asked, say.state, say.decide])}
      rows={corrections.map((correction, rank) => {
        const { id, at, saidBy, link, author, unit, state, fate, ruling, gesture } = correction;
        // Rows of one gesture follow each other: the first one bears the button for all.
        const isFirst = corrections[rank - 1]?.gesture !== gesture;
        const isUndoable = corrections.some((one) => one.gesture === gesture && one.state === 'published');
        return {
          key: String(id),
          cells: [
            formatInstant(at, view.lang),
            [say.sayers[saidBy], author, link && say.link(link)].filter(Boolean).join(', '),
            <PlaceLink {...correction} />,
            UNIT_WORDS[view.lang][unit],
            askedOf(view, correction),
            nb([fate ? say.fates[fate] : say.states[state], ruling?.reason].filter(Boolean).join(' : ')),
            isFirst && isUndoable && (
              <form method="post" action={`/gestion/corrections/envois/${gesture}/annuler`}>
                <Button variant="secondary" aria-label={nb(`${say.undo} (${formatInstant(at, view.lang)})`)}>
                  {say.undo}
                </Button>
              </form>
            ),
          ],
        };
      })}
    />
  );
}
