import { renderPage } from '../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink, Published, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import type { PublicLang } from '../../../platform/i18n/public-languages.ts';
import { fieldWordsOfUnit, UNIT_WORDS, type Unit } from '../../directory/index.ts';
import { DAYS, type PlaceFields } from '../../standard/index.ts';
import { CORRECTION } from '../correction-messages.ts';
import type { CorrectionForm, Said } from '../domain/correction-form.ts';
import { type CorrectionFrame, frameOf, langOf } from './parts/correction-frame.tsx';

/** What would change, side by side. The form travels along, so that nothing is kept before it is agreed to. */
export function correctionPreviewPage(
  view: View,
  preview: CorrectionFrame & { form: CorrectionForm; said: Said },
): string {
  const say = CORRECTION[langOf(view, preview)];
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

/** Written by the place itself, in French; the others are words of ours, in the language of the page. */
const OWN_WORDS: readonly (keyof Said)[] = ['name', 'address', 'summary'];

function rowOf(view: View, preview: CorrectionFrame & { said: Said }, unit: keyof Said) {
  const { place, said } = preview;
  const lang = langOf(view, preview);
  const say = CORRECTION[lang];
  const title = UNIT_WORDS[lang][unit];
  if (unit === 'closing') return [title, say.no, say.yes];
  const words = (fields: PlaceFields) => {
    const text = fieldWordsOfUnit(unit, fields, lang);
    if (text === '') return say.nothing;
    return OWN_WORDS.includes(unit) ? <Published view={view}>{text}</Published> : nb(text);
  };
  return [title, words(place.fields), <mark>{words(said[unit]!)}</mark>];
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
  const lang = langOf(view, done);
  const say = CORRECTION[lang];
  return renderPage(view, {
    ...frameOf(view, done),
    title: say.doneTitle,
    children: (
      <>
        <Answer kind="ok" title={say.doneTitle} titleAs="h1" />
        {done.published.length + done.waiting.length === 0 && <p>{nb(say.nothingChanged)}</p>}
        <Units lang={lang} title={say.published} units={done.published} />
        <Units lang={lang} title={say.waiting} units={done.waiting} />
        <ButtonLink href={`/lieux/${done.place.id}`} variant="secondary">
          {say.see}
        </ButtonLink>
      </>
    ),
  });
}

function Units({ lang, title, units }: { lang: PublicLang; title: string; units: readonly Unit[] }) {
  if (units.length === 0) return null;
  return (
    <section>
      <h2>{nb(title)}</h2>
      <ul>
        {units.map((unit) => (
          <li key={unit}>{nb(UNIT_WORDS[lang][unit])}</li>
        ))}
      </ul>
    </section>
  );
}
