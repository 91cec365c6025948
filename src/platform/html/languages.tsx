import type { Lang } from '../i18n/messages.ts';
import { LANGUAGE_FACTS, PUBLIC_LANGUAGES, type PublicLang } from '../i18n/public-languages.ts';
import { formatHelpLine } from './help-line.ts';
import { Icon } from './icon.tsx';
import { SHELL } from './messages.ts';
import type { View } from './view.ts';

/** The present page in other languages: its address and its query are kept, the choice goes into a cookie. */
function hrefsOf({ url }: View): (lang: PublicLang) => string {
  const query = new URLSearchParams(url.search);
  query.delete('lang');
  const before = `${url.pathname}?${query.size > 0 ? `${query}&` : ''}lang=`;
  return (lang) => before + lang;
}

/**
 * Each language by its own name, without flags: a language is not a country. Opens without scripts. Absent from pages that
 * a phone makes alone: it keeps the words of one language.
 */
export function LanguageChooser({ view }: { view: View }) {
  if (view.kept) return null;
  const hrefIn = hrefsOf(view);
  return (
    <details class="m-langs">
      <summary class="m-it">
        <Icon name="language" />
        <span>{SHELL[view.publicLang].languages}</span>
      </summary>
      <ul>
        {PUBLIC_LANGUAGES.map((lang) => {
          const { name, tag } = LANGUAGE_FACTS[lang];
          const current = lang === view.publicLang ? ('true' as const) : undefined;
          return (
            <li key={lang}>
              <a class="m-it" lang={tag} hreflang={tag} aria-current={current} href={hrefIn(lang)}>
                <span>{name}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** From full French to easy-to-read French, and back; other languages find both among the languages. */
export function EasyLink({ view }: { view: View }) {
  const { publicLang, kept } = view;
  if (kept || (publicLang !== 'fr' && publicLang !== 'falc')) return null;
  const isEasy = publicLang === 'falc';
  return (
    <a class="m-it" href={hrefsOf(view)(isEasy ? 'fr' : 'falc')}>
      <Icon name="book" />
      <span>{isEasy ? SHELL.falc.fullWording : SHELL.fr.easy}</span>
    </a>
  );
}

/** Shown by `read-aloud.js`, where the device has a voice for the language. */
export function ListenButton({ view }: { view: View }) {
  const { listen, stopListening } = SHELL[view.publicLang];
  return (
    <button
      type="button"
      class="m-it m-listen"
      hidden
      data-speak
      data-listen={listen}
      data-stop={stopListening}
    >
      <Icon name="volume" />
      <span>{listen}</span>
    </button>
  );
}

/** Management pages speak two languages. */
export function OtherLanguageLink({ view }: { view: View }) {
  const other: Lang = view.lang === 'fr' ? 'en' : 'fr';
  return (
    <a class="m-it" lang={other} hreflang={other} href={hrefsOf(view)(other)}>
      <Icon name="language" />
      <span>{LANGUAGE_FACTS[other].name}</span>
    </a>
  );
}

/** For search engines: the same page in its other languages. Easy-to-read French has no code that they know. */
export function AlternateLinks({ view }: { view: View }) {
  const hrefIn = hrefsOf(view);
  return (
    <>
      {PUBLIC_LANGUAGES.filter((lang) => lang !== 'falc').map((lang) => (
        <link
          key={lang}
          rel="alternate"
          hreflang={LANGUAGE_FACTS[lang].tag}
          href={view.publicUrl + hrefIn(lang)}
        />
      ))}
    </>
  );
}

/** Words that nobody concerned has read yet say so. */
export function ReviewNotice({ view }: { view: View }) {
  const { notReviewed } = LANGUAGE_FACTS[view.publicLang];
  if (!notReviewed) return null;
  return (
    <p class="m-prov m-notice">
      <Icon name="info-circle" />
      <span>
        {notReviewed} {view.helpPhone && SHELL[view.publicLang].mistake(formatHelpLine(view.helpPhone))}
      </span>
    </p>
  );
}
