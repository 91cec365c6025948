import { renderPage } from '../../../platform/html/page.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb, unbroken } from '../../../platform/i18n/french-form.ts';
import { HOME } from '../messages.ts';
import { EasyBlock } from './parts/easy-block.tsx';
import { HelpLine } from './parts/help-line.tsx';
import { Needs } from './parts/needs.tsx';
import { OwnWords } from './parts/own-words.tsx';
import { Step } from './parts/step.tsx';

/** Step 1: tiles for those who know what they need, one field for those who know where. */
export function homePage(view: View): string {
  const words = HOME[view.publicLang];
  return renderPage(view, {
    title: words.title,
    description: words.description,
    children: (
      <>
        <EasyBlock view={view} icon="users">
          <div class="m-group">
            <Step view={view} step={1} />
            <h1 class="m-title">{unbroken(nb(words.title))}</h1>
            <p class="m-lead">{nb(words.lead)}</p>
          </div>
        </EasyBlock>
        <Needs view={view} hrefOf={(need) => `/lieux?besoin=${need}`} />
        <div class="m-band">
          <EasyBlock view={view} icon="search">
            <OwnWords view={view} />
          </EasyBlock>
        </div>
        <HelpLine view={view} />
      </>
    ),
  });
}
