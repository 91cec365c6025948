import { Button, ButtonLink, IconText } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import type { Words } from '../../client/parts/offline-words.ts';
import { LATE } from '../../late-messages.ts';

export interface CountingDevices {
  live: readonly string[];
  own: readonly string[];
}

/** Stays hidden without scripts: a page alone can keep nothing. `base` is the page that redeems. */
export function OfflineIsland({
  view,
  base,
  structure,
  on,
  devices,
}: {
  view: View;
  base: string;
  structure: string;
  /** The page that redeems, the one that a device shows without network, or the one that says what became of what it sent. */
  on: 'redeem' | 'offline' | 'sent';
  /** Those that count, and among them those of whoever reads the page. */
  devices?: CountingDevices;
}) {
  const say = LATE[view.lang];
  const counted = (words: (count: number) => string) => ({
    one: nb(words(1)),
    // Counts are written by the script, in the place of this one.
    many: nb(words(7)).replace('7', '#'),
  });
  const words: Words = {
    preparing: nb(say.preparing),
    ready: nb(say.ready),
    failed: nb(say.failed),
    waiting: counted(say.waiting),
    sending: nb(say.sending),
    sent: counted(say.sent),
    refused: counted(say.sentRefused),
    signIn: nb(say.signIn),
    noNetwork: nb(say.noNetwork),
    notReady: nb(say.notReady),
    notYours: nb(say.notYours),
    mistyped: nb(say.mistyped),
    notAttended: nb(say['not-attended-here']),
    kept: nb(say.kept('#')),
    since: nb(say.keptSince('#', '%')),
    removed: nb(say.removed('#')),
    notRemoved: nb(say.notRemoved('#')),
    wait: nb(say.waitMore('#')),
    clock: nb(say.clock('#', '%')),
  };
  return (
    <section
      class="m-group"
      aria-label={say.title}
      data-pass-offline
      data-base={base}
      data-structure={structure}
      data-live={devices?.live.join(' ')}
      data-own={devices?.own.join(' ')}
      data-words={JSON.stringify(words)}
      hidden
    >
      {on === 'redeem' && (
        <>
          <div data-when="unprepared" class="m-group" hidden>
            <p class="m-small">{nb(say.prepareWhy)}</p>
            <div>
              <Button type="button" variant="secondary" icon="wifi-off" data-do="prepare">
                {say.prepare}
              </Button>
            </div>
          </div>
          <p data-when="prepared" hidden>
            <IconText icon="wifi-off">{say.works}</IconText>
          </p>
        </>
      )}
      <p role="status" tabIndex={-1} data-says />
      <div data-when="waiting" class="m-group" hidden>
        <p>
          <IconText icon="clock-pause">
            <strong data-count />
          </IconText>
        </p>
        <ul class="m-list" data-list>
          <WaitingLine view={view} />
        </ul>
        <p>{nb(say.waitingNext)}</p>
        <div class="m-row">
          <Button type="button" variant="secondary" icon="send" data-do="send">
            {say.send}
          </Button>
        </div>
      </div>
      {on !== 'sent' && (
        <div>
          <ButtonLink variant="tertiary" href={`${base}/differes`}>
            {say.seeSent}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

/** A model, which the script copies for each pass that waits. */
function WaitingLine({ view }: { view: View }) {
  const say = LATE[view.lang];
  return (
    <template>
      <li>
        <p data-one />
        <details class="ds-details" data-here>
          <summary>
            <span>{say.remove}</span> <span class="ds-sr-only" data-one />
          </summary>
          <div class="m-group">
            <p>{nb(say.removeWhy)}</p>
            <div>
              <Button type="button" variant="secondary" icon="trash" data-do="remove">
                {say.removeYes}
              </Button>
            </div>
          </div>
        </details>
        <p class="m-small" data-left>
          {nb(say.hasLeft)}
        </p>
      </li>
    </template>
  );
}
