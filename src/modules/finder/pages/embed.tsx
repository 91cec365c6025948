import { renderPage } from '../../../platform/html/page.tsx';
import { Button, Details, Field, Icon, TextField } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import { EMBED } from '../embed-messages.ts';
import { NeedField } from './parts/embed-form.tsx';
import { type EmbedQuery, embedParameters, readEmbedQuery } from './parts/embed-query.ts';

const OUR_COLOUR = '0a4f63';

/** What the element lets its site change, with our values: the same names as in client/embed.ts. */
const VARIABLES = `maillon-lieux {
  --maillon-couleur: #0a4f63;
  --maillon-texte: #16222a;
  --maillon-fond: #ffffff;
  --maillon-ligne: #c5cbd0;
  --maillon-arrondi: 8px;
}`;

/** A town, a need, a colour, a height: the code to copy, and what it shows. */
export function embedPage(view: View): string {
  const words = EMBED[view.publicLang];
  const query = readEmbedQuery(view.url);
  const source = `/integrer/liste?${embedParameters(query)}`;
  return renderPage(view, {
    title: words.title,
    description: words.lead,
    scripts: ['copy.js'],
    children: (
      <>
        <div class="m-group">
          <h1>{nb(words.title)}</h1>
          <p class="m-lead">{nb(words.lead)}</p>
          <p class="m-it">
            <Icon name="lock" />
            <span>{nb(words.privacy)}</span>
          </p>
        </div>
        <EmbedForm view={view} query={query} />
        {query.list.ou !== '' && (
          <>
            <Code
              view={view}
              id="cadre"
              title={words.frameTitle}
              help={words.frameHelp}
              code={frameCode(view, query)}
            />
            <Code
              view={view}
              id="element"
              title={words.scriptTitle}
              help={words.scriptHelp}
              code={elementCode(view, query)}
            />
            <Details summary={words.variables}>
              <pre>{VARIABLES}</pre>
            </Details>
            <section class="m-group">
              <h2>{nb(words.preview)}</h2>
              <iframe class="m-preview" title={words.previewFrame} src={source} height={query.heightPixels} />
            </section>
          </>
        )}
      </>
    ),
  });
}

function EmbedForm({ view, query }: { view: View; query: EmbedQuery }) {
  const words = EMBED[view.publicLang];
  return (
    <form action="/integrer" method="get">
      <TextField name="ou" label={words.town} value={query.list.ou} maxlength={200} />
      <NeedField view={view} need={query.list.need} />
      <Field name="couleur" label={words.colour} description={words.colourHelp}>
        {(tied) => <input class="ds-input" type="color" value={`#${query.colour ?? OUR_COLOUR}`} {...tied} />}
      </Field>
      <TextField name="hauteur" label={words.height} inputmode="numeric" value={String(query.heightPixels)} />
      <Button icon="check">{words.make}</Button>
    </form>
  );
}

function Code({
  view,
  id,
  title,
  help,
  code,
}: {
  view: View;
  id: string;
  title: string;
  help: string;
  code: string;
}) {
  const words = EMBED[view.publicLang];
  return (
    <section class="m-group" aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`}>{nb(title)}</h2>
      <p>{nb(help)}</p>
      <pre dir="ltr">
        <code id={id}>{code}</code>
      </pre>
      <div>
        <Button
          type="button"
          variant="secondary"
          icon="copy"
          hidden
          data-copy-from={id}
          data-copy=""
          data-copied={words.copied}
        >
          {words.copy}
        </Button>
      </div>
    </section>
  );
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function frameCode(view: View, query: EmbedQuery): string {
  const source = `${view.publicUrl}/integrer/liste?${embedParameters(query)}`;
  const title = EMBED[view.publicLang].frameName;
  return `<iframe src="${attribute(source)}" title="${attribute(title)}" width="100%" height="${query.heightPixels}" style="border:0" loading="lazy"></iframe>`;
}

/** The link inside is what remains where scripts do not run. */
function elementCode(view: View, query: EmbedQuery): string {
  const { list, colour } = query;
  const need = list.need ? ` besoin="${list.need}"` : '';
  const style = colour ? ` style="--maillon-couleur:#${colour}"` : '';
  const link = `${view.publicUrl}/lieux?${new URLSearchParams({ ou: list.ou })}`;
  return [
    `<script async src="${view.publicUrl}/integrer/maillon.js"></script>`,
    `<maillon-lieux ou="${attribute(list.ou)}"${need}${style}><a href="${attribute(link)}">${EMBED[view.publicLang].see}</a></maillon-lieux>`,
  ].join('\n');
}
