import { renderPage } from '../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import { PUBLIC } from '../public-messages.ts';

/** One press, no account. A form, so that a program that follows links of mails stops nothing by itself. */
export function stopRemindersPage(view: View, { isDone }: { isDone: boolean }): string {
  const say = PUBLIC[view.publicLang];
  return renderPage(view, {
    title: say.stopTitle,
    head: <meta name="robots" content="noindex" />,
    children: isDone ? (
      <>
        <Answer kind="ok" title={say.stopped} titleAs="h1" />
        <ButtonLink href="/" variant="secondary">
          {say.search}
        </ButtonLink>
      </>
    ) : (
      <>
        <h1>{nb(say.stopTitle)}</h1>
        <p>{nb(say.stopWhy)}</p>
        <form method="post">
          <Button>{say.stop}</Button>
        </form>
      </>
    ),
  });
}
