import { renderPage } from '../../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink, Choices } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { LATE } from '../../late-messages.ts';
import { REDEEM } from '../../redeem-messages.ts';
import { Camera } from '../parts/camera.tsx';
import { OfflineIsland } from '../parts/offline-island.tsx';
import { CodeField, CountChoices, type UnitTerms } from '../parts/redeem-form.tsx';

/** What a prepared device shows without network: it holds nobody’s data, and its form goes nowhere but in the device. */
export function offlinePage(
  view: View,
  {
    base,
    structure,
    programmes,
    themes,
  }: { base: string; structure: string; programmes: readonly UnitTerms[]; themes: readonly string[] },
): string {
  const say = LATE[view.lang];
  return renderPage(view, {
    title: REDEEM[view.lang].title,
    side: 'pro',
    active: 'space',
    scripts: ['pass-camera.js', 'pass-offline.js'],
    children: (
      <>
        <h1>{REDEEM[view.lang].title}</h1>
        <Answer kind="no" icon="wifi-off" title={say.title}>
          <p>{nb(say.offlineLead)}</p>
        </Answer>
        <form class="m-fields m-measure" data-pass-keep>
          <Camera view={view} />
          <CodeField view={view} value="" />
          <CountChoices view={view} programmes={programmes} count={1} />
          {themes.length > 0 && (
            <Choices
              type="radio"
              name="theme"
              legend={REDEEM[view.lang].theme}
              options={[
                ...themes.map((theme) => ({ value: theme, label: theme })),
                { value: '', label: say.themeAny },
              ]}
              values={['']}
            />
          )}
          <div class="ds-field m-choice">
            <input class="ds-input" type="checkbox" id="presence" name="presence" value="oui" />
            <label for="presence">{nb(say.attended)}</label>
          </div>
          <div class="m-actions">
            <Button icon="clock-pause" variant="secondary">
              {say.keep}
            </Button>
            <ButtonLink icon="refresh" variant="secondary" href={base}>
              {say.online}
            </ButtonLink>
          </div>
        </form>
        <OfflineIsland view={view} base={base} structure={structure} on="offline" />
      </>
    ),
  });
}
