import { Button, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatInstant, nb } from '../../../../platform/i18n/french-form.ts';
import { CODES } from '../../code-messages.ts';
import type { OpenSession } from '../../store/sessions.ts';

/** Where a person is signed in, and the way out of each. */
export function SessionTable({
  view,
  sessions,
  current,
}: {
  view: View;
  sessions: readonly OpenSession[];
  /** Number of the session that asks. */
  current: string;
}) {
  const say = CODES[view.lang];
  return (
    <section class="m-group">
      <Table
        caption={say.sessions}
        columns={[say.device, say.opened, say.until, say.action].map((label) => ({ label }))}
        rows={sessions.map(({ id, device, openedAt, expiresAt }) => ({
          key: id,
          cells: [
            nb(device || say.unknownDevice),
            formatInstant(openedAt, view.lang),
            formatInstant(expiresAt, view.lang),
            id === current ? (
              say.thisOne
            ) : (
              <form method="post" action="/compte/appareils">
                <input type="hidden" name="session" value={id} />
                <Button variant="secondary" aria-label={nb(say.closeOne(device || say.unknownDevice))}>
                  {say.close}
                </Button>
              </form>
            ),
          ],
        }))}
      />
      {sessions.length > 1 && (
        <form method="post" action="/compte/appareils">
          <Button variant="secondary">{say.closeOthers}</Button>
        </form>
      )}
    </section>
  );
}
