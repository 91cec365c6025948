import {
  Button,
  DateField,
  Details,
  Status,
  type StatusKind,
  Table,
  TextField,
} from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb, unbroken } from '../../../../platform/i18n/french-form.ts';
import { PARTNERS } from '../../partner-messages.ts';
import type { Agreement } from '../../store/places.ts';
import { type Fault, faultOf, moneyPage } from './parts/frame.tsx';

export interface DecisionForm {
  startsOn: string;
  endsOn: string;
  reason: string;
}

export interface PlacesView {
  base: string;
  programme: string;
  agreements: readonly Agreement[];
  nameOf: (id: string) => string;
  communeOf: (codeInsee: string) => string;
  canDecide: boolean;
  /** As typed, for the structure whose decision was refused. */
  typed: { structure: string; form: DecisionForm } | null;
  today: string;
  faults: readonly Fault[];
  said: string | null;
}

/** Identifier of a field that belongs to one structure. */
export const ownField = (name: string, owner: string): string => `${name}-${owner}`;

/** V13: who asks to accept the booklets, and who does. */
export function placesPage(view: View, places: PlacesView): string {
  const say = PARTNERS[view.lang];
  const waiting = places.agreements.filter(({ state }) => state === 'requested');
  const others = places.agreements.filter(({ state }) => state !== 'requested');
  return moneyPage(view, {
    title: say.placesTitle,
    back: { href: places.base, label: places.programme },
    faults: places.faults,
    said: places.said,
    children: (
      <>
        <section class="m-fields">
          <h2>{nb(say.waiting)}</h2>
          {waiting.length === 0 && <p>{nb(say.waitingNone)}</p>}
          {waiting.map((agreement) => (
            <Request key={agreement.structure} view={view} places={places} agreement={agreement} />
          ))}
        </section>
        <section class="m-group">
          <h2>{nb(say.places)}</h2>
          {others.length === 0 ? (
            <>
              <p>{nb(say.placesNone)}</p>
              <p>{nb(say.placesNoneWhy)}</p>
            </>
          ) : (
            <PlaceTable view={view} places={places} agreements={others} />
          )}
        </section>
      </>
    ),
  });
}

function Request({ view, places, agreement }: { view: View; places: PlacesView; agreement: Agreement }) {
  const say = PARTNERS[view.lang];
  const { structure } = agreement;
  const name = places.nameOf(structure);
  return (
    <section class="m-group">
      <h3>{nb(name)}</h3>
      <p>{nb(say.at(unbroken(places.communeOf(agreement.codeInsee))))}</p>
      <p>{nb(say.siret(agreement.siret))}</p>
      {agreement.label && <p>{nb(say.label(agreement.label))}</p>}
      <p class="m-small">{nb(say.askedOn(formatDate(agreement.requestedAt, view.lang)))}</p>
      {places.canDecide && <RequestForms view={view} places={places} structure={structure} name={name} />}
    </section>
  );
}

function RequestForms({
  view,
  places,
  structure,
  name,
}: {
  view: View;
  places: PlacesView;
  structure: string;
  name: string;
}) {
  const say = PARTNERS[view.lang];
  const { faults, base } = places;
  const form =
    places.typed?.structure === structure
      ? places.typed.form
      : { startsOn: places.today, endsOn: '', reason: '' };
  const own = (field: string) => ({
    name: field,
    id: ownField(field, structure),
    error: faultOf(faults, ownField(field, structure)),
  });
  return (
    <>
      <form class="m-fields" method="post" action={`${base}/lieux`}>
        <input type="hidden" name="structure" value={structure} />
        <DateField {...own('startsOn')} label={say.startsOn} value={form.startsOn} />
        <DateField {...own('endsOn')} label={say.endsOn} description={say.endsOnHint} value={form.endsOn} />
        <div>
          <Button variant="secondary" name="verdict" value="agree" aria-label={nb(say.agreeOne(name))}>
            {say.agree}
          </Button>
        </div>
      </form>
      <ReasonForm
        view={view}
        places={places}
        structure={structure}
        words={{ summary: say.refuse, full: say.refuseOne(name), verdict: 'refuse' }}
      />
    </>
  );
}

function ReasonForm({
  view,
  places,
  structure,
  words,
}: {
  view: View;
  places: PlacesView;
  structure: string;
  words: { summary: string; full: string; verdict: 'refuse' | 'end'; why?: string };
}) {
  const field = ownField('reason', structure);
  const error = faultOf(places.faults, field);
  return (
    <Details summary={words.summary} isOpen={error !== undefined}>
      <form class="m-fields" method="post" action={`${places.base}/lieux`}>
        <input type="hidden" name="structure" value={structure} />
        {words.why && <p>{nb(words.why)}</p>}
        <TextField
          name="reason"
          id={field}
          label={PARTNERS[view.lang].reason}
          error={error}
          value={places.typed?.structure === structure ? places.typed.form.reason : ''}
          maxlength={200}
          autocomplete="off"
        />
        <div>
          <Button variant="secondary" name="verdict" value={words.verdict} aria-label={nb(words.full)}>
            {words.summary}
          </Button>
        </div>
      </form>
    </Details>
  );
}

const KIND_OF: Readonly<Record<Agreement['state'], StatusKind>> = {
  requested: 'ask',
  active: 'ok',
  refused: 'bad',
  ended: 'no',
};

function PlaceTable({
  view,
  places,
  agreements,
}: {
  view: View;
  places: PlacesView;
  agreements: readonly Agreement[];
}) {
  const say = PARTNERS[view.lang];
  return (
    <Table
      caption={say.placesCaption}
      columns={[say.place, say.state, say.dates, ...(places.canDecide ? [say.action] : [])].map((label) => ({
        label,
      }))}
      rows={agreements.map((agreement) => {
        const name = places.nameOf(agreement.structure);
        return {
          key: agreement.structure,
          cells: [
            nb(name),
            <>
              <Status kind={KIND_OF[agreement.state]}>{say.states[agreement.state]}</Status>
              {agreement.reason && <p class="m-small">{nb(agreement.reason)}</p>}
            </>,
            nb(datesOf(view, agreement)),
            agreement.state === 'active' && places.canDecide ? (
              <ReasonForm
                view={view}
                places={places}
                structure={agreement.structure}
                words={{ summary: say.end, full: say.endOne(name), verdict: 'end', why: say.endWhy }}
              />
            ) : null,
          ],
        };
      })}
    />
  );
}

function datesOf(view: View, { state, startsOn, endsOn }: Agreement): string {
  const say = PARTNERS[view.lang];
  if (state === 'refused') return '';
  const start = formatDate(startsOn, view.lang);
  return endsOn === null ? say.from(start) : say.between(start, formatDate(endsOn, view.lang));
}
