import { Icon } from '../../../platform/html/icon.tsx';
import { renderPage } from '../../../platform/html/page.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb, unbroken } from '../../../platform/i18n/french-form.ts';
import { NEEDS } from '../domain/needs.ts';
import { HOME, NEED_WORDS } from '../messages.ts';
import { HelpLine } from './parts/help-line.tsx';
import { NEED_ICONS } from './parts/need-icons.ts';
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
        <div class="m-group">
          <Step view={view} step={1} />
          <h1 class="m-title">{unbroken(nb(words.title))}</h1>
          <p class="m-lead">{nb(words.lead)}</p>
        </div>
        <Needs view={view} />
        <div class="m-band">
          <OwnWords view={view} />
        </div>
        <HelpLine view={view} />
      </>
    ),
  });
}

function Needs({ view }: { view: View }) {
  return (
    <ul class="m-needs">
      {NEEDS.map(({ key }) => {
        const { name, hint } = NEED_WORDS[view.publicLang][key];
        return (
          <li key={key}>
            <a class="m-need" href={`/lieux?besoin=${key}`}>
              <span class="m-need-icon">
                <Icon name={NEED_ICONS[key]} isLarge />
              </span>
              <span class="m-need-name">{nb(name)}</span>
              <span class="m-need-hint">{nb(hint)}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
