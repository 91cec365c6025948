import type { IconName } from '../../../../platform/html/icon.tsx';
import { renderPage } from '../../../../platform/html/page.tsx';
import { Answer, ButtonLink, type StatusKind } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { REDEEM } from '../../redeem-messages.ts';

/** One answer, then the next pass: for what has nothing else to show. */
export function saidPage(
  view: View,
  {
    base,
    kind,
    icon,
    title,
    why,
  }: { base: string; kind: StatusKind; icon: IconName; title: string; why?: string },
): string {
  const say = REDEEM[view.lang];
  return renderPage(view, {
    title,
    side: 'pro',
    active: 'space',
    children: (
      <>
        <h1>{say.title}</h1>
        <Answer kind={kind} icon={icon} title={title}>
          {why && <p>{nb(why)}</p>}
        </Answer>
        <div class="m-actions">
          <ButtonLink icon="scan" href={base}>
            {say.next}
          </ButtonLink>
        </div>
      </>
    ),
  });
}
