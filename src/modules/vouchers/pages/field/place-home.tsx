import { renderPage } from '../../../../platform/html/page.tsx';
import { ButtonLink } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { INCOME } from '../../income-messages.ts';
import { PLACE } from '../../place-messages.ts';

/** The three things that whoever manages a place comes for. */
export function placeHomePage(view: View, { base }: { base: string }): string {
  const say = PLACE[view.lang];
  const links = [
    { icon: 'file-text', href: `${base}/conventions`, title: say.agreements, why: say.agreementsWhy },
    { icon: 'lock', href: `${base}/compte`, title: say.account, why: say.accountWhy },
    { icon: 'coin-euro', href: `${base}/paiements`, title: say.income, why: INCOME[view.lang].why },
  ] as const;
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'space',
    back: { href: '/espace', label: say.back },
    children: (
      <>
        <h1>{nb(say.title)}</h1>
        {links.map(({ icon, href, title, why }) => (
          <section class="m-group" key={href}>
            <h2>{nb(title)}</h2>
            <p>{nb(why)}</p>
            <div>
              <ButtonLink icon={icon} variant="secondary" href={href}>
                {say.open(title)}
              </ButtonLink>
            </div>
          </section>
        ))}
      </>
    ),
  });
}
