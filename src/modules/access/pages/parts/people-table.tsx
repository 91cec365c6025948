import { Button, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
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
}

/** Who enters, and the way to take it back; `base` is where the buttons send. */
export function PeopleTable({
  view,
  caption,
  people,
  base,
}: {
  view: View;
  caption: string;
  people: readonly PersonRow[];
  base: string;
}) {
  const say = ORGANISATIONS[view.lang];
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
            <form method="post" action={`${base}/retirer`}>
              <input type="hidden" name="personne" value={person.personId} />
              <Button variant="secondary" aria-label={nb(say.removeOne(person.name || say.nameless))}>
                {say.remove}
              </Button>
            </form>
          ),
        ],
      }))}
    />
  );
}
