import type { ComponentChildren } from 'preact';
import { renderPage } from '../../../../../platform/html/page.tsx';
import type { View } from '../../../../../platform/html/view.ts';
import { nb } from '../../../../../platform/i18n/french-form.ts';

export interface Fault {
  /** Identifier of the control. */
  field: string;
  message: string;
}

/** Every page about money: title, what was just done, what to correct. */
export function moneyPage(
  view: View,
  {
    title,
    back,
    said,
    faults = [],
    children,
  }: {
    title: string;
    back: { href: string; label: string };
    said?: string | null;
    faults?: readonly Fault[];
    children: ComponentChildren;
  },
): string {
  return renderPage(view, {
    title,
    errors: faults,
    side: 'pro',
    active: 'space',
    back,
    children: (
      <>
        <h1>{nb(title)}</h1>
        {said && <p role="status">{nb(said)}</p>}
        {children}
      </>
    ),
  });
}

/** What is wrong with one field, if anything is. */
export const faultOf = (faults: readonly Fault[], field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.message;
