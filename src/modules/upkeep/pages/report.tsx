import { renderPage } from '../../../platform/html/page.tsx';
import { Button, Choices, Field, Published, TextField } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatNumber, nb } from '../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { MAX_WORDS, REPORT_KINDS, type ReportFaults, type ReportForm } from '../domain/report.ts';
import { REPORT } from '../report-messages.ts';

export interface ReportView {
  place: PublishedPlace;
  form: ReportForm;
  faults: ReportFaults;
  /** Set when too many came from here. */
  waitSeconds: number;
}

/** « Signaler une erreur »: no account, four questions, one of them needed. */
export function reportPage(view: View, { place, form, faults, waitSeconds }: ReportView): string {
  const say = REPORT[view.publicLang];
  const said = (fault: keyof ReportFaults) => faults[fault] && say[faults[fault]];
  const errors = [
    ...(faults.kind ? [{ field: 'probleme-0', message: say[faults.kind] }] : []),
    ...(faults.words ? [{ field: 'message', message: say[faults.words] }] : []),
    ...(faults.contact ? [{ field: 'contact', message: say[faults.contact] }] : []),
    ...(faults.trap ? [{ field: 'message', message: say[faults.trap] }] : []),
  ];
  const minutes = formatNumber(Math.ceil(waitSeconds / 60), view.publicLang);
  return renderPage(view, {
    title: say.title,
    errors,
    back: { href: `/lieux/${place.id}`, label: say.backToPlace },
    children: (
      <>
        {waitSeconds > 0 && <p role="alert">{nb(say.tooMany(minutes))}</p>}
        <div class="m-group">
          <h1>{nb(say.title)}</h1>
          <p>
            <Published view={view}>{place.fields.name ?? place.id}</Published>
          </p>
          <p>{nb(say.lead)}</p>
          <p>{nb(say.needed)}</p>
        </div>
        <form method="post">
          <Choices
            type="radio"
            name="probleme"
            legend={say.kind}
            options={REPORT_KINDS.map((value) => ({ value, label: say.kinds[value] }))}
            values={[form.kind]}
          />
          <Field name="message" label={say.words} description={say.wordsHint} error={said('words')}>
            {(tied) => (
              <textarea class="ds-input" rows={4} maxlength={MAX_WORDS} {...tied}>
                {form.words}
              </textarea>
            )}
          </Field>
          <TextField
            name="contact"
            label={say.contact}
            description={say.contactHint}
            value={form.contact}
            error={said('contact')}
            maxlength={200}
            dir="ltr"
            autocomplete="email"
          />
          {/* Shown to nobody: only a program fills it in. */}
          <div hidden>
            <label for="site">{say.trap}</label>
            <input id="site" name="site" tabIndex={-1} autocomplete="off" value="" />
          </div>
          <Button>{say.send}</Button>
        </form>
      </>
    ),
  });
}
