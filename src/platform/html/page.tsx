import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formatDate, nb } from '../i18n/french-form.ts';
import { LANGUAGE_FACTS, type PublicLang } from '../i18n/public-languages.ts';
import { assetUrl } from './assets.ts';
import { ErrorSummary, type FieldError } from './forms.tsx';
import { formatHelpLine } from './help-line.ts';
import { Icon, Logo } from './icon.tsx';
import { KeptNotice } from './kept-notice.tsx';
import {
  AlternateLinks,
  EasyLink,
  LanguageChooser,
  ListenButton,
  OtherLanguageLink,
  ReviewNotice,
} from './languages.tsx';
import { PARTS, SHELL } from './messages.ts';
import { Remembered } from './remembered.ts';
import type { NavLink, View } from './view.ts';

export interface Page {
  /** The h1 in most cases; the document title adds the name of the product. */
  title: string;
  children: ComponentChildren;
  /** What to correct in the form of the page: said in the document title, then before everything else. */
  errors?: readonly FieldError[];
  side?: 'public' | 'pro' | 'kiosk' | 'embedded';
  /** What a kiosk shows above and below its pages: it has no way out. */
  kiosk?: { header: ComponentChildren; footer: ComponentChildren };
  /** Key of the link of the bar that is the present page. */
  active?: string;
  back?: { href: string; label: string };
  description?: string;
  /** `<link>`s and `<meta>`s of this page only: feeds, no-index. */
  head?: ComponentChildren;
  /** Names of client scripts, `print.js`: a page does its job without them. */
  scripts?: readonly string[];
}

/** A whole document. Everything inserted is escaped by the renderer. */
export function renderPage(view: View, page: Page): string {
  return `<!doctype html>${renderToString(<Document view={view} page={page} />)}`;
}

const SIZES = { public: 'md', pro: 'sm', kiosk: 'lg', embedded: 'md' } as const;

function Document({ view, page }: { view: View; page: Page }) {
  const { side = 'public' } = page;
  const isPro = side === 'pro';
  const lang = isPro ? view.lang : view.publicLang;
  const { tag, isRightToLeft } = LANGUAGE_FACTS[lang];
  return (
    <html
      lang={tag}
      dir={isRightToLeft ? 'rtl' : undefined}
      class={lang === 'falc' ? 'm-easy' : undefined}
      data-color-scheme={side === 'embedded' ? 'light' : 'auto'}
      data-size={SIZES[side]}
    >
      <Head view={view} page={page} lang={lang} />
      <body>
        <a class="ds-skip-link" href="#contenu">
          {SHELL[lang].skip}
        </a>
        {side === 'public' && <PublicHeader view={view} />}
        {isPro && <ProHeader view={view} active={page.active} />}
        {page.kiosk?.header}
        <main
          id="contenu"
          class="m-main"
          tabIndex={-1}
          aria-label={side === 'embedded' ? page.title : undefined}
        >
          {isPro && <Printed view={view} page={page} />}
          {page.back && <BackLink {...page.back} />}
          <KeptNotice view={view} />
          <ErrorSummary lang={lang} errors={page.errors ?? []} />
          {page.children}
          {!isPro && <ReviewNotice view={view} />}
        </main>
        {side === 'public' && <PublicFooter view={view} />}
        {isPro && <Footer view={view} isPro />}
        {page.kiosk?.footer}
      </body>
    </html>
  );
}

function Head({ view, page, lang }: { view: View; page: Page; lang: PublicLang }) {
  const { side = 'public' } = page;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{nb(`${errorTitle(page, lang)}${page.title} – Maillon`)}</title>
      {page.description && <meta name="description" content={page.description} />}
      <link
        rel="preload"
        href={assetUrl('atkinson-latin.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={assetUrl('public.css')} />
      {side === 'pro' && <link rel="stylesheet" href={assetUrl('pro.css')} />}
      {side === 'kiosk' && <link rel="stylesheet" href={assetUrl('kiosk.css')} />}
      <link rel="icon" type="image/svg+xml" href={assetUrl('icon.svg')} />
      {side === 'public' && <AlternateLinks view={view} />}
      {page.head}
      {(side === 'public' || side === 'kiosk') && <script type="module" src={assetUrl('read-aloud.js')} />}
      {page.scripts?.map((name) => (
        <script key={name} type="module" src={assetUrl(name)} />
      ))}
    </head>
  );
}

/** Screen readers say the title first: an error that only stood in the page would be heard after a minute. */
function errorTitle({ errors = [] }: Page, lang: PublicLang): string {
  const [first, ...others] = errors;
  if (!first) return '';
  return others.length === 0 ? `${first.message} ` : `${PARTS[lang].toCorrect(errors.length)}. `;
}

function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <p class="m-back">
      <a class="m-it" href={href}>
        <Icon name="arrow-left" />
        <span>{nb(label)}</span>
      </a>
    </p>
  );
}

/** On paper only, where the bar is gone: of which territory, of what, and on which day. */
function Printed({ view, page: { back } }: { view: View; page: Page }) {
  const parts = ['Maillon', view.territoryName, back?.label, formatDate(view.now, view.lang)];
  return <p class="m-paper m-printed">{nb(parts.filter(Boolean).join(' · '))}</p>;
}

function PublicHeader({ view }: { view: View }) {
  const words = SHELL[view.publicLang];
  return (
    <header class="m-head">
      <div class="m-wrap">
        <LogoLink home={words.home} />
        <div class="m-headlinks">
          {view.helpPhone && (
            <a class="m-it" href={`tel:${view.helpPhone}`}>
              <Icon name="phone" />
              <span>
                {words.callUs}
                <span class="m-wide">
                  {nb(LANGUAGE_FACTS[view.publicLang].colon + formatHelpLine(view.helpPhone))}
                </span>
              </span>
            </a>
          )}
          <ListenButton view={view} />
          <EasyLink view={view} />
          <LanguageChooser view={view} />
        </div>
      </div>
    </header>
  );
}

function LogoLink({ home, suffix }: { home: string; suffix?: string }) {
  return (
    <a class="m-logo" href="/">
      <Logo />
      <span>Maillon</span>
      {suffix && <span class="m-logo-pro">{suffix}</span>}
      <span class="ds-sr-only">{home}</span>
    </a>
  );
}

/** More would fill the first screen of a telephone before anything of the page. */
const MOST_LINKS_OF_PHONES = 4;

function ProHeader({ view, active }: { view: View; active: string | undefined }) {
  const words = SHELL[view.lang];
  const links = view.shell.pro.filter((link) => isFor(view, link));
  const nav = (
    <nav aria-label={words.pages}>
      <ul>
        {links.map((link) => (
          <li key={link.key}>
            <ProLink view={view} link={link} isActive={link.key === active} />
          </li>
        ))}
      </ul>
    </nav>
  );
  return (
    <header class="m-bar">
      <div class="m-wrap">
        <LogoLink home={words.home} suffix="pro" />
        {links.length <= MOST_LINKS_OF_PHONES ? (
          nav
        ) : (
          <details class="m-menu">
            <summary>
              <Icon name="menu-2" />
              <span>{words.menu}</span>
            </summary>
            {nav}
          </details>
        )}
      </div>
    </header>
  );
}

function isFor({ isAdmin, isSignedIn = isAdmin }: View, { audience }: NavLink): boolean {
  switch (audience) {
    case 'everyone':
      return true;
    case 'signed-in':
      return isSignedIn;
    case 'signed-out':
      return !isSignedIn;
    // Those who run the instance have its pages in the bar: their own space is one press further.
    case 'members':
      return isSignedIn && !isAdmin;
    case undefined:
      return isAdmin;
  }
}

function ProLink({ view, link, isActive }: { view: View; link: NavLink; isActive: boolean }) {
  return (
    <a class="m-it" href={link.href} aria-current={isActive ? 'page' : undefined}>
      {link.icon && <Icon name={link.icon} />}
      <span>{link.label[view.lang]}</span>
    </a>
  );
}

function PublicFooter({ view }: { view: View }) {
  return (
    <Remembered of={view.shell} as={`footer ${view.publicLang}`}>
      {() => <Footer view={view} isPro={false} />}
    </Remembered>
  );
}

function Footer({ view, isPro }: { view: View; isPro: boolean }) {
  const lang = isPro ? view.lang : view.publicLang;
  const words = SHELL[lang];
  return (
    <footer class="m-foot">
      <div class="m-wrap">
        {!isPro && <p>{words.promise}</p>}
        <nav aria-label={words.servicePages}>
          <ul>
            {!isPro && <FooterLink href="/" label={words.newSearch} />}
            <FooterLink href="/accessibilite" label={words.accessibility} />
            <FooterLink href="/vos-donnees" label={words.yourData} />
            {view.shell.footer.map(({ key, href, label }) => (
              <FooterLink key={key} href={href} label={label[lang]} />
            ))}
            {isPro && (
              <li>
                <OtherLanguageLink view={view} />
              </li>
            )}
          </ul>
        </nav>
      </div>
    </footer>
  );
}

function FooterLink({ href, label }: { href: string; label: string }) {
  return (
    <li>
      <a class="ds-link" href={href}>
        {nb(label)}
      </a>
    </li>
  );
}
