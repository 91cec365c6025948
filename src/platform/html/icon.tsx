import { ICONS, type IconName } from './icons.ts';
import { Remembered } from './remembered.ts';

export type { IconName };

/** Always before a word, never alone: hidden from screen readers. Arrows alone are mirrored in right-to-left pages. */
export function Icon({ name, isLarge = false }: { name: IconName; isLarge?: boolean }) {
  return (
    <Remembered of={ICONS} as={isLarge ? `${name} large` : name}>
      {() => <Drawing name={name} isLarge={isLarge} />}
    </Remembered>
  );
}

function Drawing({ name, isLarge }: { name: IconName; isLarge: boolean }) {
  const looks = ['m-icon', isLarge && 'm-icon-lg', name.startsWith('arrow-') && 'm-arrow'];
  return (
    <svg class={looks.filter(Boolean).join(' ')} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
}

/** Two interlocked links: petrol and yellow; black and grey in print. */
export function Logo() {
  return (
    <svg class="m-logo-mark" viewBox="0 0 40 22" aria-hidden="true" focusable="false">
      <rect class="m-logo-b" x="16.5" y="2.5" width="21" height="17" rx="8.5" />
      <rect class="m-logo-a" x="2.5" y="2.5" width="21" height="17" rx="8.5" />
      <path class="m-logo-b" d="M16.5 11a8.5 8.5 0 0 1 8.5 -8.5h4" />
    </svg>
  );
}
