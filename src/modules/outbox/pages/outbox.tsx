import { renderPage } from '../../../platform/html/page.tsx';
import { Button, Details, Status, type StatusKind, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatInstant, nb } from '../../../platform/i18n/french-form.ts';
import type { MessageStatus, StoredMessage } from '../domain/message.ts';
import { MESSAGES } from '../messages.ts';

export interface OutboxView {
  messages: readonly StoredMessage[];
  /** Which channels have a way out. */
  sends: { mail: boolean; sms: boolean };
  isRequeued: boolean;
}

const LOOKS: Record<MessageStatus, StatusKind> = { waiting: 'ask', sent: 'ok', kept: 'no', failed: 'bad' };

export function outboxPage(view: View, { messages, sends, isRequeued }: OutboxView): string {
  const say = MESSAGES[view.lang];
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'outbox',
    back: { href: '/gestion', label: say.back },
    children: (
      <>
        <h1>{say.title}</h1>
        {isRequeued && <p role="status">{nb(say.requeued)}</p>}
        <p>{nb(say.lead)}</p>
        {!sends.mail && <p>{nb(say.noMail)}</p>}
        {!sends.sms && <p>{nb(say.noSms)}</p>}
        {messages.length === 0 ? (
          <p>{nb(say.none)}</p>
        ) : (
          <Table
            caption={say.latest}
            columns={[say.when, say.to, say.what, say.state, say.action].map((label) => ({ label }))}
            rows={messages.map((message) => ({ key: message.id, cells: cellsOf(message, view) }))}
          />
        )}
      </>
    ),
  });
}

function cellsOf(message: StoredMessage, view: View) {
  const say = MESSAGES[view.lang];
  const { channel, recipient, subject, status, attempts, lastError } = message;
  // A link that opens someone's account is read here only where nothing else can carry it.
  const isHidden = message.isSecret && status !== 'kept';
  const body = isHidden ? null : message.body;
  return [
    formatInstant(message.createdAt, view.lang),
    `${say.channel[channel]} : ${recipient ?? say.erased}`,
    body === null ? (
      nb(isHidden ? `${subject ?? ''} (${say.hidden})` : say.erased)
    ) : (
      <Details summary={subject ?? say.read}>
        <p class="m-lines">{body}</p>
      </Details>
    ),
    <>
      <Status kind={LOOKS[status]}>{say.status[status]}</Status>
      {lastError !== null && status !== 'sent' && <p>{nb(say.attempts(attempts, lastError))}</p>}
    </>,
    (status === 'failed' || status === 'kept') && recipient !== null && message.body !== null && (
      <form method="post" action={`/gestion/envois/${message.id}/renvoyer`}>
        <Button variant="secondary" aria-label={nb(`${say.requeue} (${subject ?? recipient})`)}>
          {say.requeue}
        </Button>
      </form>
    ),
  ];
}
