import { renderPage } from '../../../platform/html/page.tsx';
import { Button, Choices, ErrorSummary, Field, TextField } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { type EnumeratedField, enumerationOf, labelForValue, weekOf } from '../../standard/index.ts';
import { CORRECTION } from '../correction-messages.ts';
import { type CorrectionForm, DAYS, type FormFaults, MAX_SUMMARY } from '../domain/correction-form.ts';
import { type CorrectionFrame, frameOf } from './parts/correction-frame.tsx';

export interface CorrectionView extends CorrectionFrame {
  place: PublishedPlace;
  form: CorrectionForm;
  faults: FormFaults;
}

/** The record as its manager would write it; nothing is saved before it is seen side by side. */
export function correctionPage(view: View, correction: CorrectionView): string {
  const { place, faults } = correction;
  const say = CORRECTION[view.lang];
  const errors = Object.entries(faults).map(([field, fault]) => ({
    field,
    message: field.startsWith('day-')
      ? `${say.days[field.slice(4) as keyof typeof say.days]} : ${say.dayFault}`
      : `${say[field as 'phones']} : ${say.faults[fault]}`,
  }));
  return renderPage(view, {
    ...frameOf(view, correction),
    title: say.title,
    children: (
      <>
        <ErrorSummary lang={view.lang} errors={errors} />
        <div class="m-group">
          <h1>{nb(say.title)}</h1>
          <p>{nb(place.fields.name ?? place.id)}</p>
        </div>
        {correction.saidBy === 'place-manager' && (
          <section class="m-group">
            <h2>{nb(say.allRight)}</h2>
            <p>{nb(say.allRightWhy)}</p>
            <form method="post">
              <Button variant="secondary" name="etape" value="juste">
                {say.confirm}
              </Button>
            </form>
          </section>
        )}
        <p>{nb(say.lead)}</p>
        <RecordForm view={view} correction={correction} />
      </>
    ),
  });
}

function RecordForm({ view, correction }: { view: View; correction: CorrectionView }) {
  const { place, form, faults } = correction;
  const say = CORRECTION[view.lang];
  const said = (key: 'name' | 'phones' | 'emails' | 'websites' | 'summary') =>
    faults[key] && say.faults[faults[key]];
  const text = (key: 'name' | 'phones' | 'emails' | 'websites', description?: string) => (
    <TextField
      name={key}
      label={say[key]}
      value={form[key]}
      error={said(key)}
      maxlength={500}
      {...(description && { description })}
    />
  );
  return (
    <form method="post">
      <h2>{nb(say.hours)}</h2>
      <HoursFields view={view} correction={correction} />
      <h2>{nb(say.contact)}</h2>
      {text('phones', say.phonesHint)}
      {text('emails')}
      {text('websites')}
      <h2>{nb(say.offer)}</h2>
      <Boxes view={view} field="services" name="services" legend={say.services} values={form.services} />
      <Boxes view={view} field="frais_a_charge" name="fees" legend={say.fees} values={form.fees} />
      <Boxes
        view={view}
        field="modalites_acces"
        name="accessModes"
        legend={say.accessModes}
        values={form.accessModes}
      />
      <Field name="summary" label={say.summary} description={say.summaryHint} error={said('summary')}>
        {(tied) => (
          <textarea class="ds-input" rows={4} maxlength={MAX_SUMMARY} {...tied}>
            {form.summary}
          </textarea>
        )}
      </Field>
      <h2>{nb(say.identity)}</h2>
      {text('name')}
      <TextField name="address" label={say.address} value={form.address} maxlength={300} />
      <TextField name="addressDetail" label={say.addressDetail} value={form.addressDetail} maxlength={300} />
      {place.fields.commune && <p>{nb(say.moved(place.fields.commune))}</p>}
      {correction.saidBy === 'place-manager' && (
        <Choices
          type="checkbox"
          name="isClosed"
          legend={say.closing}
          options={[{ value: 'oui', label: say.isClosed }]}
          values={form.isClosed ? ['oui'] : []}
        />
      )}
      <Button name="etape" value="voir">
        {say.preview}
      </Button>
    </form>
  );
}

function HoursFields({
  view,
  correction: { place, form, faults },
}: {
  view: View;
  correction: CorrectionView;
}) {
  const say = CORRECTION[view.lang];
  const osm = place.fields.openingHours;
  const isWeekly = osm === undefined || weekOf(osm) !== null;
  return (
    <>
      <p>{nb(isWeekly ? say.hoursHint : say.hoursKept(osm))}</p>
      {DAYS.map((day) => (
        <TextField
          key={day}
          name={`day-${day}`}
          label={say.days[day]}
          value={form.days[day]}
          error={faults[`day-${day}`] && say.dayFault}
          maxlength={100}
        />
      ))}
    </>
  );
}

function Boxes({
  view,
  field,
  ...choice
}: {
  view: View;
  field: EnumeratedField;
  name: string;
  legend: string;
  values: readonly string[];
}) {
  const options = enumerationOf(field).map((value) => ({
    value,
    label: labelForValue(field, value)[view.lang],
  }));
  return <Choices type="checkbox" options={options} {...choice} />;
}
