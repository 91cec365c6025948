import type { View } from '../../../../platform/html/view.ts';
import { formatInstant, nb } from '../../../../platform/i18n/french-form.ts';
import { IMPORTS } from '../../import-messages.ts';
import type { ImportView } from './read-views.ts';

/** What is being read, where it comes from, and what was just done with it. */
export function ImportHead({ view: { lang }, shown }: { view: View; shown: ImportView }) {
  const say = IMPORTS[lang];
  const { run, sourceTitle, said } = shown;
  return (
    <>
      <h1>{nb(say.importTitle(run.fileName))}</h1>
      <p>
        {nb(say.importFrom)}{' '}
        <a class="ds-link" href={`/gestion/sources/${encodeURIComponent(run.source)}`}>
          {sourceTitle}
        </a>
        . {say.importReadOn(formatInstant(run.startedAt, lang))}
      </p>
      {said && (
        <p role="status">
          <strong>{nb(say.said[said])}</strong>
        </p>
      )}
    </>
  );
}
