import type { ComponentChildren } from 'preact';
import { ERRORS } from './error-messages.ts';
import { formatHelpLine } from './help-line.ts';
import { renderPage } from './page.tsx';
import { Answer, ButtonLink } from './parts.tsx';
import type { View } from './view.ts';

export type ErrorKind =
  | 'notFound'
  | 'forbidden'
  | 'foreignForm'
  | 'tooLarge'
  | 'refused'
  | 'starting'
  | 'busy'
  | 'needsNetwork'
  | 'broken';

/** Never the person's fault: what happened in their words, what to do, who to call. */
export function renderErrorPage(view: View, kind: ErrorKind, requestId?: string): string {
  const words = ERRORS[view.publicLang];
  const title = words[kind];
  const phone = view.helpPhone && formatHelpLine(view.helpPhone);
  return renderPage(view, {
    title,
    children: (
      <>
        <Answer kind={isOurs(kind) ? 'no' : 'ask'} icon={ICON[kind]} title={title} titleAs="h1">
          <p>{kind === 'broken' && phone ? words.brokenCall(phone) : words[`${kind}Help`]}</p>
          {requestId && <p class="m-small">{words.reference(requestId)}</p>}
          <Actions view={view} kind={kind} phone={phone} />
        </Answer>
      </>
    ),
  });
}

const isOurs = (kind: ErrorKind): boolean => ['broken', 'starting', 'busy'].includes(kind);

const ICON = {
  notFound: 'search',
  forbidden: 'lock',
  foreignForm: 'shield-lock',
  tooLarge: 'upload',
  refused: 'alert-triangle',
  starting: 'refresh',
  busy: 'clock',
  needsNetwork: 'wifi-off',
  broken: 'tool',
} as const;

function Actions({ view, kind, phone }: { view: View; kind: ErrorKind; phone: string | undefined }) {
  const words = ERRORS[view.publicLang];
  // One busy page is sent to everyone: an empty address is the one that the browser shows.
  const here = kind === 'busy' ? '' : view.url.pathname + view.url.search;
  const again: ComponentChildren = isOurs(kind) && (
    <ButtonLink variant="secondary" icon="refresh" href={here}>
      {words.tryAgain}
    </ButtonLink>
  );
  return (
    <div class="m-actions">
      {again}
      {!isOurs(kind) && (
        <ButtonLink variant="secondary" icon="map-pin" href="/">
          {words.findPlace}
        </ButtonLink>
      )}
      {phone && (
        <ButtonLink icon="phone" href={`tel:${view.helpPhone}`}>
          {words.speak(phone)}
        </ButtonLink>
      )}
    </div>
  );
}
