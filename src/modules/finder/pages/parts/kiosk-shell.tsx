import { createMiddleware } from 'hono/factory';
import { Logo } from '../../../../platform/html/icon.tsx';
import { ListenButton } from '../../../../platform/html/languages.tsx';
import { type Page, renderPage } from '../../../../platform/html/page.tsx';
import { Button, ButtonLink, Icon, IconText } from '../../../../platform/html/parts.tsx';
import type { View, WebEnv } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS, PUBLIC_LANGUAGES } from '../../../../platform/i18n/public-languages.ts';
import { KIOSK } from '../../kiosk-messages.ts';

/** A language chosen on the screen of everyone is kept in no cookie, and a page in no memory. */
export const leaveNoTrace = createMiddleware<WebEnv>(async (c, next) => {
  await next();
  c.header('set-cookie', undefined);
  c.header('cache-control', 'no-store');
});

/** Without scripts nobody can be asked « Vous êtes encore là ? »: the time to read a place, then the first page. */
const UNASKED_SECONDS = 180;

/** An address of the kiosk: the town and the language travel in it, since nothing is kept in the browser. */
export function kioskHref({ url }: View, path: string, parameters: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  for (const name of ['ou', 'lang']) {
    const value = url.searchParams.get(name);
    if (value) query.set(name, value);
  }
  for (const [name, value] of Object.entries(parameters)) query.set(name, value);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The first page again, in the language of the place, with nothing of what the person did. */
export function restartHref({ url }: View): string {
  const town = url.searchParams.get('ou');
  return town ? `/borne/recommencer?${new URLSearchParams({ ou: town })}` : '/borne/recommencer';
}

export function renderKiosk(
  view: View,
  { isStart, ...page }: Pick<Page, 'title' | 'errors' | 'scripts' | 'children'> & { isStart?: boolean },
): string {
  const isUntouched = isStart && !view.url.searchParams.has('lang');
  return renderPage(view, {
    ...page,
    side: 'kiosk',
    scripts: ['kiosk.js', ...(page.scripts ?? [])],
    head: !isUntouched && (
      <noscript>
        <meta http-equiv="refresh" content={`${UNASKED_SECONDS};url=${restartHref(view)}`} />
      </noscript>
    ),
    kiosk: {
      header: <Header view={view} />,
      footer: <Footer view={view} isUntouched={isUntouched ?? false} />,
    },
  });
}

function Header({ view }: { view: View }) {
  const { url } = view;
  const here = Object.fromEntries([...url.searchParams].filter(([name]) => name !== 'lang'));
  return (
    <header class="m-kiosk-head">
      <span class="m-logo">
        <Logo />
        <span>Maillon</span>
      </span>
      <ListenButton view={view} />
      <ul>
        {PUBLIC_LANGUAGES.map((lang) => {
          const { name, tag } = LANGUAGE_FACTS[lang];
          const isCurrent = lang === view.publicLang;
          return (
            <li key={lang}>
              <a
                class="ds-button"
                data-variant={isCurrent ? undefined : 'secondary'}
                lang={tag}
                aria-current={isCurrent ? 'true' : undefined}
                href={`${url.pathname}?${new URLSearchParams({ ...here, lang })}`}
              >
                {isCurrent && <Icon name="check" />}
                <span>{name}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </header>
  );
}

function Footer({ view, isUntouched }: { view: View; isUntouched: boolean }) {
  const words = KIOSK[view.publicLang];
  return (
    <footer class="m-kiosk-foot">
      <p>
        <IconText icon="user">{words.help}</IconText>
      </p>
      <ButtonLink variant="secondary" icon="refresh" href={restartHref(view)}>
        {words.restart}
      </ButtonLink>
      {!isUntouched && (
        <dialog class="m-idle" aria-labelledby="encore-la" data-idle={restartHref(view)}>
          <h2 id="encore-la">{nb(words.stillThere)}</h2>
          <p>
            {nb(words.seconds)} <strong data-seconds />
          </p>
          <Button type="button">{words.yes}</Button>
        </dialog>
      )}
    </footer>
  );
}
