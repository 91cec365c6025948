import { Button, Details, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import { ORGANISATIONS } from '../../organisation-messages.ts';

export interface WaitingInvitation {
  id: string;
  email: string;
  expiresAt: Date;
  /** Without the address of the instance, when it was not configured: the page knows under which one it was asked. */
  link: string;
  /** Just made: its link is shown at once. */
  isNew: boolean;
}

/** Invitations that nobody answered yet, with their link, for those whom e-mail does not reach. */
export function WaitingTable({
  view,
  invitations,
  base,
}: {
  view: View;
  invitations: readonly WaitingInvitation[];
  base: string;
}) {
  const say = ORGANISATIONS[view.lang];
  return (
    <Table
      caption={say.waiting}
      columns={[say.email, say.until, say.handOver, say.action].map((label) => ({ label }))}
      rows={invitations.map(({ id, email, expiresAt, link, isNew }) => ({
        key: id,
        cells: [
          email,
          formatDate(expiresAt, view.lang),
          <Details summary={say.handOver} isOpen={isNew}>
            <p>{nb(say.handOverWhy)}</p>
            <p class="m-lines">{new URL(link, view.publicUrl).href}</p>
          </Details>,
          <form method="post" action={`${base}/annuler`}>
            <input type="hidden" name="invitation" value={id} />
            <Button variant="secondary" aria-label={nb(say.withdrawOne(email))}>
              {say.withdraw}
            </Button>
          </form>,
        ],
      }))}
    />
  );
}
