import { Button, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import { CODES } from '../../code-messages.ts';
import type { Role } from '../../domain/organisation.ts';
import { ORGANISATIONS } from '../../organisation-messages.ts';

export interface PersonRow {
  personId: string;
  name: string;
  email: string | null;
  /** Empty: runs the whole service. */
  roles: readonly Role[];
  since: Date;
  isYou: boolean;
  /** A telephone of theirs gives codes. */
  hasSecondFactor: boolean;
}

/** Who enters, and the way to take it back; `base` is where the buttons send. */
export function PeopleTable({
  view,
  caption,
  people,
  base,
  canForget = false,
}: {
  view: View;
  caption: string;
  people: readonly PersonRow[];
  base: string;
  /** Whoever looks may erase a lost telephone. */
  canForget?: boolean;
}) {
  const say = ORGANISATIONS[view.lang];
  const codes = CODES[view.lang];
  const hasRoles = people.some(({ roles }) => roles.length > 0);
  const columns = [say.name, say.email, ...(hasRoles ? [say.rights] : []), say.since, say.action];
  return (
    <Table
      caption={caption}
      columns={columns.map((label) => ({ label }))}
      rows={people.map((person) => ({
        key: person.personId,
        cells: [
          nb(person.name || say.nameless),
          person.email ?? say.noEmail,
          ...(hasRoles ? [nb(person.roles.map((role) => say.roles[role]).join(', '))] : []),
          formatDate(person.since, view.lang),
          person.isYou ? (
            say.yourself
          ) : (
            <div class="m-row">
              <PersonButton
                action={`${base}/retirer`}
                person={person}
                label={say.remove}
                full={say.removeOne(person.name || say.nameless)}
              />
              {canForget && person.hasSecondFactor && (
                <PersonButton
                  action={`${base}/telephone`}
                  person={person}
                  label={codes.forget}
                  full={codes.forgetOne(person.name || say.nameless)}
                />
              )}
            </div>
          ),
        ],
      }))}
    />
  );
}

function PersonButton({
  action,
  person,
  label,
  full,
}: {
  action: string;
  person: PersonRow;
  label: string;
  /** Says of whom, to who does not see the row. */
  full: string;
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="personne" value={person.personId} />
      <Button variant="secondary" aria-label={nb(full)}>
        {label}
      </Button>
    </form>
  );
}
