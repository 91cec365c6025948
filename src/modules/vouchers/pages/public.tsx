import { formatHelpLine } from '../../../platform/html/help-line.ts';
import { renderPage } from '../../../platform/html/page.tsx';
import { Button, IconText, Table, TextField } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb, unbroken } from '../../../platform/i18n/french-form.ts';
import { PASS } from '../public-messages.ts';

export interface AcceptingPlace {
  structure: string;
  name: string;
  town: string;
  /** Its page in the directory, when it has one. */
  href: string | null;
}

/** For whoever holds a sheet, or wants one. What follows the `#` of its square never comes here. */
export function publicPassPage(view: View, places: readonly AcceptingPlace[]): string {
  const say = PASS[view.publicLang];
  return renderPage(view, {
    title: say.title,
    description: say.lead,
    children: (
      <>
        <h1 class="m-title">{nb(say.title)}</h1>
        <p class="m-lead">{nb(say.lead)}</p>
        <section class="m-group">
          <h2>{nb(say.how)}</h2>
          <ol class="m-steps">
            {say.steps.map((step) => (
              <li key={step}>{nb(step)}</li>
            ))}
          </ol>
        </section>
        <Where view={view} places={places} />
        {(
          [
            [say.lost, say.lostHow],
            [say.late, say.lateHow],
            [say.get, `${say.getHow} ${say.notForSale}`],
            [say.privacy, say.privacyHow],
          ] as const
        ).map(([title, words]) => (
          <section class="m-group" key={title}>
            <h2>{nb(title)}</h2>
            <p>{nb(words)}</p>
            {title === say.get && <Call view={view} />}
          </section>
        ))}
        {view.helpPhone && (
          <section class="m-group">
            <h2>{nb(say.call)}</h2>
            <Call view={view} />
          </section>
        )}
      </>
    ),
  });
}

/** Whoever wants a sheet has something to press: those who hand them over have no page of their own. */
function Call({ view: { publicLang, helpPhone } }: { view: View }) {
  if (!helpPhone) return null;
  return (
    <p>
      <a class="m-it" href={`tel:${helpPhone}`}>
        <IconText icon="phone">{PASS[publicLang].callHow(formatHelpLine(helpPhone))}</IconText>
      </a>
    </p>
  );
}

function Where({ view, places }: { view: View; places: readonly AcceptingPlace[] }) {
  const say = PASS[view.publicLang];
  return (
    <section class="m-group">
      <h2>{nb(say.where)}</h2>
      <p>{nb(places.length === 0 ? say.none : say.count(places.length))}</p>
      {places.length > 0 && (
        <Table
          caption={say.caption}
          columns={[{ label: say.place }, { label: say.town }]}
          rows={places.map(({ structure, name, town, href }) => ({
            key: structure,
            cells: [
              href === null ? (
                <bdi lang="fr">{nb(name)}</bdi>
              ) : (
                <a class="ds-link" href={href} lang="fr">
                  {nb(name)}
                </a>
              ),
              <bdi lang="fr">{unbroken(town)}</bdi>,
            ],
          }))}
        />
      )}
      <form class="m-fields" method="get" action="/lieux">
        <input type="hidden" name="filtres" value="pass" />
        <TextField name="ou" label={say.near} description={say.nearHint} autocomplete="postal-code" />
        <div>
          <Button icon="search">{say.nearButton}</Button>
        </div>
      </form>
    </section>
  );
}
