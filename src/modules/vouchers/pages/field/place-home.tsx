import { renderPage } from '../../../../platform/html/page.tsx';
import { type Door, Doors } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { INCOME } from '../../income-messages.ts';
import { PLACE } from '../../place-messages.ts';

/** The three things that whoever manages a place comes for. */
export function placeHomePage(view: View, { base }: { base: string }): string {
  const say = PLACE[view.lang];
  const doors: Door[] = [
    { icon: 'file-text', href: `${base}/conventions`, label: say.agreements, detail: say.agreementsWhy },
    { icon: 'lock', href: `${base}/compte`, label: say.account, detail: say.accountWhy },
    { icon: 'coin-euro', href: `${base}/paiements`, label: say.income, detail: INCOME[view.lang].why },
  ];
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'space',
    back: { href: '/espace', label: say.back },
    children: (
      <>
        <h1>{nb(say.title)}</h1>
        <Doors items={doors} />
      </>
    ),
  });
}
