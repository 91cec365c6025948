import { formatHelpLine } from '../../../../platform/html/help-line.ts';
import { IconText } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { HOME } from '../../messages.ts';

export function HelpLine({ view }: { view: View }) {
  if (!view.helpPhone) return null;
  return (
    <p>
      <IconText icon="phone">
        {nb(HOME[view.publicLang].speak)}{' '}
        <a href={`tel:${view.helpPhone}`}>{formatHelpLine(view.helpPhone)}</a>
      </IconText>
    </p>
  );
}
