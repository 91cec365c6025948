import { renderPage } from '../../../platform/html/page.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import { ACCESSIBILITY } from '../statement-messages.ts';
import { YOUR_DATA } from '../your-data-messages.ts';
import { HelpLine } from './parts/help-line.tsx';
import { KeptData } from './parts/kept-data.tsx';
import { SelfCheck } from './parts/self-check.tsx';

/** The statement that the law asks for, before any audit: decree no. 2019-768 of 24 July 2019. */
export function accessibilityPage(view: View): string {
  const words = ACCESSIBILITY[view.publicLang];
  return renderPage(view, {
    title: words.title,
    children: (
      <>
        <h1 class="m-title">{nb(words.title)}</h1>
        <p class="m-lead">{nb(words.lead)}</p>
        <Parts parts={words.parts} />
        <SelfCheck view={view} />
        <section class="m-group">
          <h2>{words.tell}</h2>
          <p>{nb(view.helpPhone ? words.tellPhone : words.tellNoPhone)}</p>
          <HelpLine view={view} />
        </section>
        <section class="m-group">
          <h2>{words.appeal}</h2>
          <p>{nb(words.appealHelp)}</p>
          <p>
            <a class="ds-link" href="https://formulaire.defenseurdesdroits.fr/">
              {words.appealLink}
            </a>
          </p>
        </section>
        <p class="m-small">{words.state}</p>
      </>
    ),
  });
}

export function yourDataPage(view: View): string {
  const words = YOUR_DATA[view.publicLang];
  return renderPage(view, {
    title: words.title,
    scripts: ['erase-places.js'],
    children: (
      <>
        <h1 class="m-title">{nb(words.title)}</h1>
        <p class="m-lead">{nb(words.lead)}</p>
        <Parts parts={words.parts} />
        <KeptData view={view} />
        <section class="m-group">
          <h2>{nb(words.others)}</h2>
          <p>{nb(words.othersHow)}</p>
          <p>
            <a class="ds-link" href="/vos-donnees/registre">
              {nb(words.register)}
            </a>
          </p>
        </section>
        <section class="m-group">
          <h2>{words.question}</h2>
          <p>{nb(view.helpPhone ? words.questionHelp : words.questionNoPhone)}</p>
          <HelpLine view={view} />
        </section>
      </>
    ),
  });
}

function Parts({ parts }: { parts: readonly { title: string; paragraphs: readonly string[] }[] }) {
  return (
    <>
      {parts.map(({ title, paragraphs }) => (
        <section key={title} class="m-group">
          <h2>{nb(title)}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{nb(paragraph)}</p>
          ))}
        </section>
      ))}
    </>
  );
}
