import { renderPage } from '../../../platform/html/page.tsx';
import { Button, ButtonLink } from '../../../platform/html/parts.tsx';
import { inTwoLanguages, type View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import type { EntryRefusal } from '../actions/enter-as-administrator.ts';
import { MESSAGES } from '../messages.ts';

export function entrancePage(view: View, token: string): string {
  const words = MESSAGES[view.lang];
  return renderPage(inTwoLanguages(view), {
    title: words.enterTitle,
    children: (
      <>
        <h1>{words.enterTitle}</h1>
        <p>{nb(words.enterWhy)}</p>
        {/* A form, so that a program that follows links to preview them does not use this one up. */}
        <form method="post" action="/gestion/entrer">
          <input type="hidden" name="jeton" value={token} />
          <Button type="submit">{words.enter}</Button>
        </form>
      </>
    ),
  });
}

export function deniedPage(view: View, refusal?: EntryRefusal): string {
  const words = MESSAGES[view.lang];
  return renderPage(inTwoLanguages(view), {
    title: words.deniedTitle,
    children: (
      <>
        <h1>{words.deniedTitle}</h1>
        <p>{nb(refusal ? words[refusal.kind] : words.deniedWhy)}</p>
        <div class="m-row">
          <ButtonLink href={`/connexion?${new URLSearchParams({ retour: whereTo(view) })}`}>
            {words.signIn}
          </ButtonLink>
          <ButtonLink href="/" variant="secondary">
            {words.home}
          </ButtonLink>
        </div>
        <p>{nb(words.deniedHow)}</p>
        <p>{nb(words.deniedCommand)}</p>
      </>
    ),
  });
}

/** Once signed in, back to what was asked, save the page that only trades links. */
const whereTo = ({ url }: View): string =>
  url.pathname === '/gestion/entrer' ? '/gestion' : url.pathname + url.search;
