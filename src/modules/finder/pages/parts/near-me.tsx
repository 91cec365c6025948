import { Button } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { REQUEST } from '../../request-messages.ts';

/** Hidden until `near.js` shows it: only a script can ask a phone where it is. */
export function NearMe({ view, href }: { view: View; href: string }) {
  const words = REQUEST[view.publicLang];
  return (
    <div class="m-actions" hidden data-near={href}>
      <Button type="button" variant="secondary" icon="current-location">
        {words.nearMe}
      </Button>
      <p class="m-subtle">{nb(words.nearMeHelp)}</p>
      <p role="status" data-text={nb(words.nearMeRefused)} />
    </div>
  );
}
