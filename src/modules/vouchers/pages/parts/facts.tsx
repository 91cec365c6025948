import type { ComponentChildren } from 'preact';
import { nb } from '../../../../platform/i18n/french-form.ts';

/** A few facts, each under its name. */
export function Facts({ items }: { items: readonly { label: string; value: ComponentChildren }[] }) {
  return (
    <dl class="m-facts">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{nb(label)}</dt>
          <dd>{typeof value === 'string' ? nb(value) : value}</dd>
        </div>
      ))}
    </dl>
  );
}
