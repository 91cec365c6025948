import { renderPage } from '../../../platform/html/page.tsx';
import { Button, ButtonLink, Details, TextField } from '../../../platform/html/parts.tsx';
import { QrCode } from '../../../platform/html/qr-code.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatInstant, nb } from '../../../platform/i18n/french-form.ts';
import type { CodeRefusal, Enrolment } from '../actions/second-factor.ts';
import { CODES } from '../code-messages.ts';

const PATH = '/compte/code';

export type FactorState =
  /** Nobody proved the mailbox: whoever held the invitation may be someone else. */
  | { kind: 'unproven'; email: string }
  /** Nothing yet. */
  | { kind: 'none' }
  /** A secret waits for its first code. */
  | { kind: 'enrolling'; enrolment: Enrolment }
  /** The telephone counts; nothing was typed in this session. */
  | { kind: 'ready' }
  | { kind: 'proven'; until: Date };

export interface FactorView {
  state: FactorState;
  back: string;
  refusal: CodeRefusal | null;
  /** A page that touches money led here. */
  isNeeded: boolean;
}

export function secondFactorPage(view: View, { state, back, refusal, isNeeded }: FactorView): string {
  const say = CODES[view.lang];
  const fault = refusal ? wordsOf(view, refusal) : undefined;
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'account',
    errors: fault ? [{ field: 'code', message: fault }] : [],
    back: { href: '/compte', label: say.back },
    children: (
      <>
        <h1>{nb(say.title)}</h1>
        {isNeeded && state.kind !== 'proven' && <p role="status">{nb(say.needed)}</p>}
        <p>{nb(say.why)}</p>
        {state.kind === 'unproven' && <ProveFirst view={view} email={state.email} back={back} />}
        {state.kind === 'none' && <StartForm view={view} back={back} />}
        {state.kind === 'enrolling' && (
          <>
            <EnrolmentSquare view={view} enrolment={state.enrolment} />
            <CodeForm view={view} action={`${PATH}/premier`} {...{ back, fault, label: say.first }} />
          </>
        )}
        {state.kind === 'ready' && (
          <>
            <CodeForm
              view={view}
              action={PATH}
              {...{ back, fault, label: say.code, description: say.orPaper }}
            />
            <p>{nb(say.lost)}</p>
          </>
        )}
        {state.kind === 'proven' && <Proven view={view} until={state.until} />}
      </>
    ),
  });
}

function wordsOf(view: View, refusal: CodeRefusal): string {
  const say = CODES[view.lang];
  switch (refusal.kind) {
    case 'locked':
      return say.locked(formatInstant(refusal.until, view.lang));
    case 'wrong-code':
      return say.wrong;
    case 'not-enrolled':
      return say['not-enrolled'];
  }
}

function ProveFirst({ view, email, back }: { view: View; email: string; back: string }) {
  const say = CODES[view.lang];
  return (
    <>
      <p>{nb(say.proveFirst(email))}</p>
      <form method="post" action="/connexion">
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="retour" value={`${PATH}?${new URLSearchParams({ retour: back })}`} />
        <Button icon="mail">{say.proveFirstSend}</Button>
      </form>
    </>
  );
}

function StartForm({ view, back }: { view: View; back: string }) {
  const say = CODES[view.lang];
  return (
    <>
      <p>{nb(say.app)}</p>
      <form method="post" action={`${PATH}/preparer`}>
        <input type="hidden" name="retour" value={back} />
        <Button>{say.start}</Button>
      </form>
    </>
  );
}

function EnrolmentSquare({ view, enrolment }: { view: View; enrolment: Enrolment }) {
  const say = CODES[view.lang];
  return (
    <section class="m-group">
      <p>{nb(say.app)}</p>
      <p>{nb(say.scan)}</p>
      <div class="m-key-square">
        <QrCode text={enrolment.uri} label={say.square} />
      </div>
      <p>{nb(say.orType)}</p>
      <p class="m-key">{enrolment.typed}</p>
    </section>
  );
}

function CodeForm({
  action,
  back,
  fault,
  label,
  description,
  view,
}: {
  view: View;
  action: string;
  back: string;
  fault: string | undefined;
  label: string;
  description?: string;
}) {
  return (
    <form class="m-fields" method="post" action={action}>
      <input type="hidden" name="retour" value={back} />
      <TextField
        name="code"
        label={label}
        {...(description && { description })}
        error={fault}
        autocomplete="one-time-code"
        inputmode={description ? 'text' : 'numeric'}
        enterkeyhint="send"
        maxlength={20}
      />
      <div>
        <Button icon="check">{CODES[view.lang].check}</Button>
      </div>
    </form>
  );
}

function Proven({ view, until }: { view: View; until: Date }) {
  const say = CODES[view.lang];
  return (
    <>
      <p>{nb(say.proven(formatInstant(until, view.lang)))}</p>
      <form method="post" action={`${PATH}/papier`}>
        <Button variant="secondary">{say.renew}</Button>
      </form>
      <Details summary={say.change}>
        <p>{nb(say.changeWhy)}</p>
        <form method="post" action={`${PATH}/changer`}>
          <Button variant="secondary">{say.change}</Button>
        </form>
      </Details>
    </>
  );
}

/** Shown once: what is kept of them cannot be read back. */
export function backupCodesPage(
  view: View,
  { codes, back }: { codes: readonly string[]; back: string },
): string {
  const say = CODES[view.lang];
  return renderPage(view, {
    title: say.paperTitle,
    side: 'pro',
    active: 'account',
    children: (
      <>
        <h1>{nb(say.paperTitle)}</h1>
        <p role="status">{nb(say.ready)}</p>
        <p>{nb(say.paperWhy)}</p>
        <ol class="m-key">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <div>
          <ButtonLink href={back}>{say.paperDone}</ButtonLink>
        </div>
      </>
    ),
  });
}
