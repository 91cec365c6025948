import { renderPage } from '../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import { fieldWordsOfUnit, type Unit } from '../../directory/index.ts';
import type { PlaceFields } from '../../standard/index.ts';
import { CORRECTION } from '../correction-messages.ts';
import { type CorrectionForm, DAYS, type Said } from '../domain/correction-form.ts';
import { type CorrectionFrame, frameOf } from './parts/correction-frame.tsx';

/** What would change, side by side. The form travels along, so that nothing is kept before it is agreed to. */
export function correctionPreviewPage(
  view: View,
  preview: CorrectionFrame & { form: CorrectionForm; said: Said },
): string {
  const say = CORRECTION[view.lang];
  const changed = (Object.keys(preview.said) as (keyof Said)[]).filter((unit) => unit !== 'checked');
  const isManager = preview.saidBy === 'place-manager';
  return renderPage(view, {
    ...frameOf(view, preview),
    title: say.previewTitle,
    children: (
      <>
        <h1>{nb(say.previewTitle)}</h1>
        {changed.length === 0 ? (
          <p>{nb(isManager ? say.sameButChecked : say.nothingChanged)}</p>
        ) : (
          <>
            <Table
              caption={say.changes}
              columns={[say.field, say.before, say.after].map((label) => ({ label }))}
              rows={changed.map((unit) => ({ key: unit, cells: rowOf(view, preview, unit) }))}
            />
            {isManager && !preview.form.isClosed && <p>{nb(say.restIsRight)}</p>}
          </>
        )}
        <form method="post">
          <HiddenForm form={preview.form} />
          <div class="m-row">
            <Button name="etape" value="enregistrer">
              {say.save}
            </Button>
            <Button variant="secondary" name="etape" value="changer">
              {say.change}
            </Button>
          </div>
        </form>
      </>
    ),
  });
}

function rowOf(view: View, { place, said }: CorrectionFrame & { said: Said }, unit: keyof Said) {
  const say = CORRECTION[view.lang];
  if (unit === 'closing') return [say.closingRow, say.no, say.yes];
  const words = (fields: PlaceFields) => fieldWordsOfUnit(unit, fields, view.lang) || say.nothing;
  return [say.units[unit], nb(words(place.fields)), <mark>{nb(words(said[unit]!))}</mark>];
}

function HiddenForm({ form }: { form: CorrectionForm }) {
  const texts = ['name', 'address', 'addressDetail', 'phones', 'emails', 'websites', 'summary'] as const;
  const lists = ['services', 'fees', 'accessModes'] as const;
  const pairs = [
    ...texts.map((key) => [key, form[key]] as const),
    ...DAYS.map((day) => [`day-${day}`, form.days[day]] as const),
    ...lists.flatMap((key) => form[key].map((value) => [key, value] as const)),
    ...(form.isClosed ? [['isClosed', 'oui'] as const] : []),
  ];
  return (
    <>
      {pairs.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

export function correctionDonePage(
  view: View,
  done: CorrectionFrame & { published: readonly Unit[]; waiting: readonly Unit[] },
): string {
  const say = CORRECTION[view.lang];
  return renderPage(view, {
    ...frameOf(view, done),
    title: say.doneTitle,
    children: (
      <>
        <Answer kind="ok" title={say.doneTitle} titleAs="h1" />
        {done.published.length + done.waiting.length === 0 && <p>{nb(say.nothingChanged)}</p>}
        <Units view={view} title={say.published} units={done.published} />
        <Units view={view} title={say.waiting} units={done.waiting} />
        <ButtonLink href={`/lieux/${done.place.id}`} variant="secondary">
          {say.see}
        </ButtonLink>
      </>
    ),
  });
}

function Units({ view, title, units }: { view: View; title: string; units: readonly Unit[] }) {
  if (units.length === 0) return null;
  return (
    <section>
      <h2>{nb(title)}</h2>
      <ul>
        {units.map((unit) => (
          <li key={unit}>{nb(CORRECTION[view.lang].units[unit])}</li>
        ))}
      </ul>
    </section>
  );
}
