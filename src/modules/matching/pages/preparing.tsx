import { renderPage } from '../../../platform/html/page.tsx';
import { ButtonLink } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import { MODELS } from '../model-messages.ts';

/** Seconds between two looks; the whole takes a few. */
const RELOAD_SECONDS = 2;

/**
 * Shown while records are compared again after an import: the page that was asked comes by itself. The script that
 * follows imports looks until it does.
 */
export function preparingPage(view: View): string {
  const say = MODELS[view.lang];
  return renderPage(view, {
    title: say.preparingTitle,
    side: 'pro',
    active: 'duplicates',
    scripts: ['follow-progress.js'],
    head: (
      <noscript>
        <meta http-equiv="refresh" content={String(RELOAD_SECONDS)} />
      </noscript>
    ),
    children: (
      <>
        <h1>{nb(say.preparingTitle)}</h1>
        <p id="etape" role="status">
          {nb(say.preparingWhy)}
        </p>
        <p id="compte">{nb(say.preparingReload)}</p>
        <div class="m-row">
          <ButtonLink href={`${view.url.pathname}${view.url.search}`} variant="secondary" icon="refresh">
            {say.preparingNow}
          </ButtonLink>
        </div>
      </>
    ),
  });
}
