import { Logo } from '../../../../platform/html/icon.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { HOME } from '../../messages.ts';

/** The chain: one link closed at step 1, both at step 2. */
export function Step({ view, step }: { view: View; step: 1 | 2 }) {
  return (
    <p class="m-step" data-step={step}>
      <Logo />
      <span>{nb(HOME[view.publicLang].step(step))}</span>
    </p>
  );
}
