import { Figures } from '../../../../platform/html/parts.tsx';
import { formatNumber, nb } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { IMPORTS } from '../../import-messages.ts';
import type { ImportRun } from '../../store/imports.ts';

/** How the rows of a file fared: the last four figures add up to the first. */
export function RunFigures({ lang, run }: { lang: Lang; run: ImportRun }) {
  const say = IMPORTS[lang];
  const number = (count: number) => (count === 0 ? say.noneFeminine : formatNumber(count, lang));
  const untouched = run.accepted - run.repairedRecords - run.refusedRecords;
  return (
    <>
      <Figures
        items={[
          { label: say.figureRead, value: number(run.records) },
          { label: say.figureUntouched, value: number(untouched) },
          { label: say.figureRepaired, value: number(run.repairedRecords) },
          { label: say.figureRefused, value: number(run.refusedRecords) },
          { label: say.figureRejected, value: number(run.rejected) },
        ]}
      />
      <p class="m-small">{nb(say.figuresHelp)}</p>
    </>
  );
}
