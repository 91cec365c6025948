import { Icon } from '../../../../platform/html/icon.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { NEEDS, type NeedKey } from '../../domain/needs.ts';
import { NEED_WORDS } from '../../messages.ts';
import { NEED_ICONS } from './need-icons.ts';

/** Eight tiles, the most frequent first, « Je ne sais pas » last. */
export function Needs({ view, hrefOf }: { view: View; hrefOf: (need: NeedKey) => string }) {
  return (
    <ul class="m-needs">
      {NEEDS.map(({ key }) => {
        const { name, hint } = NEED_WORDS[view.publicLang][key];
        return (
          <li key={key}>
            <a class="m-need" href={hrefOf(key)}>
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
