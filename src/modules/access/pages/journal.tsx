import { renderPage } from '../../../platform/html/page.tsx';
import {
  Button,
  ButtonLink,
  Details,
  Field,
  SelectField,
  Table,
  TextField,
} from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatInstant, nb } from '../../../platform/i18n/french-form.ts';
import type { AuditFilter } from '../domain/audit-filter.ts';
import { JOURNAL } from '../journal-messages.ts';
import type { NamedAuditEntry } from '../store/audit.ts';

export interface JournalView {
  entries: readonly NamedAuditEntry[];
  filter: AuditFilter;
  /** Kinds of acts to choose from, with their words. */
  actions: readonly { value: string; label: string }[];
  wordsOf: (action: string) => string;
  /** The same question as an address, without what only this page of the list says. */
  query: string;
  hasOlder: boolean;
}

export function journalPage(view: View, journal: JournalView): string {
  const say = JOURNAL[view.lang];
  const { entries, query, hasOlder } = journal;
  const older = new URLSearchParams(query);
  older.set('avant', String(entries.at(-1)?.id ?? ''));
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'access',
    back: { href: '/gestion/acces', label: say.back },
    children: (
      <>
        <h1>{say.title}</h1>
        <p>{nb(say.lead)}</p>
        <FilterForm view={view} journal={journal} />
        {entries.length === 0 ? <p>{nb(say.none)}</p> : <EntryTable view={view} journal={journal} />}
        <div class="m-row">
          {hasOlder && (
            <ButtonLink href={`/gestion/journal?${older}`} variant="secondary">
              {say.older}
            </ButtonLink>
          )}
          <ButtonLink href={`/gestion/journal.csv?${query}`} variant="secondary" icon="download">
            {say.export}
          </ButtonLink>
        </div>
        <p>{nb(say.exportWhy)}</p>
      </>
    ),
  });
}

function EntryTable({ view, journal }: { view: View; journal: JournalView }) {
  const say = JOURNAL[view.lang];
  const here = (name: string, value: string) => `/gestion/journal?${new URLSearchParams({ [name]: value })}`;
  return (
    <Table
      caption={say.title}
      columns={[say.when, say.who, say.where, say.what, say.on].map((label) => ({ label }))}
      rows={journal.entries.map((entry) => ({
        key: String(entry.id),
        cells: [
          formatInstant(entry.at, view.lang),
          <a class="ds-link" href={here('personne', entry.personId)}>
            {nb(entry.personName === null ? say.gone : entry.personName || say.nameless)}
          </a>,
          entry.organisationId === null ? (
            say.noOrganisation
          ) : (
            <a class="ds-link" href={here('organisation', entry.organisationId)}>
              {nb(entry.organisationName ?? entry.organisationId)}
            </a>
          ),
          nb(journal.wordsOf(entry.action)),
          <a class="ds-link m-loose" href={here('objet', entry.subjectId)}>
            {`${entry.subjectKind} ${entry.subjectId}`}
          </a>,
        ],
      }))}
    />
  );
}

function FilterForm({ view, journal: { filter, actions } }: { view: View; journal: JournalView }) {
  const say = JOURNAL[view.lang];
  const isAsked = Object.values(filter).some((value) => value !== '');
  const day = (name: string, label: string, value: string) => (
    <Field name={name} label={label}>
      {(tied) => <input class="ds-input" type="date" value={value} {...tied} />}
    </Field>
  );
  return (
    <Details summary={say.search} isOpen={isAsked}>
      <form class="m-fields" method="get" action="/gestion/journal">
        <SelectField
          name="action"
          label={say.what}
          value={filter.action}
          options={[{ value: '', label: say.any }, ...actions]}
        />
        {day('du', say.from, filter.from)}
        {day('au', say.until, filter.until)}
        <TextField name="personne" label={say.personId} value={filter.personId} />
        <TextField name="organisation" label={say.organisationId} value={filter.organisationId} />
        <TextField name="objet" label={say.subjectId} value={filter.subjectId} />
        <div>
          <Button>{say.show}</Button>
        </div>
      </form>
    </Details>
  );
}
