import { renderPage } from '../../../platform/html/page.tsx';
import { Button, Choices, Field, Published, TextField } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS, type PublicLang } from '../../../platform/i18n/public-languages.ts';
import { WhoDecides } from '../../access/index.ts';
import { type PublishedPlace, UNIT_WORDS } from '../../directory/index.ts';
import {
  DAY_LABELS,
  DAYS,
  type Day,
  type EnumeratedField,
  enumerationOf,
  labelForValue,
  weekOf,
} from '../../standard/index.ts';
import { CORRECTION } from '../correction-messages.ts';
import { type CorrectionForm, type FormFaults, MAX_SUMMARY } from '../domain/correction-form.ts';
import { type CorrectionFrame, frameOf, langOf } from './parts/correction-frame.tsx';

export interface CorrectionView extends CorrectionFrame {
  place: PublishedPlace;
  form: CorrectionForm;
  faults: FormFaults;
}

/** The record as its manager would write it; nothing is saved before it is seen side by side. */
export function correctionPage(view: View, correction: CorrectionView): string {
  const { place, faults } = correction;
  const lang = langOf(view, correction);
  const say = CORRECTION[lang];
  return renderPage(view, {
    ...frameOf(view, correction),
    title: say.title,
    errors: errorsOf(faults, lang),
    children: (
      <>
        <div class="m-group">
          <h1>{nb(say.title)}</h1>
          <p>
            <Published view={view}>{place.fields.name ?? place.id}</Published>
          </p>
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
        {correction.who && <WhoDecides view={view} who={correction.who} />}
        <RecordForm view={view} correction={correction} />
      </>
    ),
  });
}

function errorsOf(faults: FormFaults, lang: PublicLang) {
  const say = CORRECTION[lang];
  return Object.entries(faults).map(([field, fault]) => {
    const day = field.startsWith('day-') ? (field.slice('day-'.length) as Day) : null;
    const [label, message] = day
      ? [DAY_LABELS[day][lang], say.dayFault]
      : [UNIT_WORDS[lang][field as 'phones'], say.faults[fault]];
    return { field, message: `${label}${LANGUAGE_FACTS[lang].colon}${message}` };
  });
}

/** Values stay as they are published, in French: a screen reader says them so, and a number keeps its order. */
const FRENCH = { lang: 'fr', dir: 'ltr' } as const;

function RecordForm({ view, correction }: { view: View; correction: CorrectionView }) {
  const { place, form, faults } = correction;
  const lang = langOf(view, correction);
  const say = CORRECTION[lang];
  const words = UNIT_WORDS[lang];
  const said = (key: 'name' | 'phones' | 'emails' | 'websites' | 'summary') =>
    faults[key] && say.faults[faults[key]];
  const text = (key: 'name' | 'phones' | 'emails' | 'websites', description?: string) => (
    <TextField
      name={key}
      label={words[key]}
      value={form[key]}
      error={said(key)}
      maxlength={500}
      {...FRENCH}
      {...(description && { description })}
    />
  );
  return (
    <form method="post">
      <HoursFields lang={lang} correction={correction} />
      <h2>{nb(say.contact)}</h2>
      {text('phones', say.phonesHint)}
      {text('emails')}
      {text('websites')}
      <h2>{nb(say.offer)}</h2>
      <Boxes lang={lang} field="services" name="services" legend={words.services} values={form.services} />
      <Boxes lang={lang} field="frais_a_charge" name="fees" legend={words.fees} values={form.fees} />
      <Boxes
        lang={lang}
        field="modalites_acces"
        name="accessModes"
        legend={words.accessModes}
        values={form.accessModes}
      />
      <Field name="summary" label={words.summary} description={say.summaryHint} error={said('summary')}>
        {(tied) => (
          <textarea class="ds-input" rows={4} maxlength={MAX_SUMMARY} {...FRENCH} {...tied}>
            {form.summary}
          </textarea>
        )}
      </Field>
      <h2>{nb(say.identity)}</h2>
      {text('name', say.required)}
      <TextField name="address" label={say.street} value={form.address} maxlength={300} {...FRENCH} />
      <TextField
        name="addressDetail"
        label={say.entrance}
        value={form.addressDetail}
        maxlength={300}
        {...FRENCH}
      />
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
  lang,
  correction: { place, form, faults },
}: {
  lang: PublicLang;
  correction: CorrectionView;
}) {
  const say = CORRECTION[lang];
  const osm = place.fields.openingHours;
  const isWeekly = osm === undefined || weekOf(osm) !== null;
  return (
    <fieldset class="m-fields">
      <legend>
        <h2>{nb(UNIT_WORDS[lang].openingHours)}</h2>
      </legend>
      <p>{nb(isWeekly ? say.hoursHint : say.hoursKept(osm))}</p>
      {DAYS.map((day) => (
        <TextField
          key={day}
          name={`day-${day}`}
          label={DAY_LABELS[day][lang]}
          value={form.days[day]}
          error={faults[`day-${day}`] && say.dayFault}
          maxlength={100}
          {...FRENCH}
        />
      ))}
    </fieldset>
  );
}

function Boxes({
  lang,
  field,
  ...choice
}: {
  lang: PublicLang;
  field: EnumeratedField;
  name: string;
  legend: string;
  values: readonly string[];
}) {
  const options = enumerationOf(field).map((value) => ({
    value,
    label: labelForValue(field, value)[lang],
  }));
  return <Choices type="checkbox" options={options} {...choice} />;
}
