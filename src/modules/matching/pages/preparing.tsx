import { renderPage } from '../../../platform/html/page.tsx';
import { ButtonLink } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import { MODELS } from '../model-messages.ts';

/** Seconds between two looks; the whole takes a few. */
const RELOAD_SECONDS = 2;

/** Shown while records are compared again after an import: the page that was asked comes by itself. */
export function preparingPage(view: View): string {
  const say = MODELS[view.lang];
  return renderPage(view, {
    title: say.preparingTitle,
    side: 'pro',
    active: 'duplicates',
    head: <meta http-equiv="refresh" content={String(RELOAD_SECONDS)} />,
    children: (
      <>
        <h1>{nb(say.preparingTitle)}</h1>
        <p role="status">{nb(say.preparingWhy)}</p>
        <p>{nb(say.preparingReload)}</p>
        <div class="m-row">
          <ButtonLink href={`${view.url.pathname}${view.url.search}`} variant="secondary" icon="refresh">
            {say.preparingNow}
          </ButtonLink>
        </div>
      </>
    ),
  });
}
