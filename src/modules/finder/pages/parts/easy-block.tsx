import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../../../../platform/html/icon.tsx';
import type { View } from '../../../../platform/html/view.ts';

/** In easy-to-read French each block has one picture beside it; elsewhere the block alone. */
export function EasyBlock({
  view,
  icon,
  children,
}: {
  view: View;
  icon: IconName;
  children: ComponentChildren;
}) {
  if (view.publicLang !== 'falc') return <>{children}</>;
  return (
    <div class="m-easy-block">
      <Icon name={icon} isLarge />
      <div>{children}</div>
    </div>
  );
}
