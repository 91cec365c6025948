import type { ComponentChildren } from 'preact';
import { renderPage } from '../../../../platform/html/page.tsx';
import { Button, Status, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatInstant, nb } from '../../../../platform/i18n/french-form.ts';
import { organisationOf } from '../../actions/deps.ts';
import { LATE } from '../../late-messages.ts';
import type { Device, LateRow } from '../../store/devices.ts';
import { firstWords, lateHelp, outcomeWords } from '../parts/late-words.ts';
import { type CountingDevices, OfflineIsland } from '../parts/offline-island.tsx';
import { Settled } from '../parts/settled.tsx';

export interface LateView {
  base: string;
  rows: readonly LateRow[];
  devices: readonly Device[];
  /** Names of organisations, then of people who work here; a number stands for one that is unknown. */
  nameOf: (id: string) => string;
  personOf: (id: string) => string | null;
  isWithdrawn: boolean;
  /** Whose queue this device may send; null for whoever receives nobody. */
  structure: string | null;
  counting: CountingDevices;
}

/** For the place: what its devices sent afterwards and what became of it, and the devices themselves. */
export function latePage(view: View, late: LateView): string {
  const say = LATE[view.lang];
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'space',
    back: { href: late.base, label: say.back },
    scripts: ['pass-offline.js'],
    children: (
      <>
        <h1>{say.title}</h1>
        {late.isWithdrawn && <p role="status">{nb(say.withdrawn)}</p>}
        {late.structure && (
          <OfflineIsland
            view={view}
            base={late.base}
            structure={late.structure}
            on="sent"
            devices={late.counting}
          />
        )}
        {late.rows.length === 0 ? <p>{nb(say.sentNone)}</p> : <Sent view={view} late={late} />}
        <section class="m-group" aria-labelledby="appareils">
          <h2 id="appareils">{nb(say.lostDevice)}</h2>
          <p>{nb(say.lostDeviceNext)}</p>
          {late.devices.length === 0 ? <p>{nb(say.devicesNone)}</p> : <Devices view={view} late={late} />}
        </section>
      </>
    ),
  });
}

function Sent({ view, late }: { view: View; late: LateView }) {
  const say = LATE[view.lang];
  return (
    <Table
      caption={say.sentTitle}
      columns={[say.day, say.help, say.outcome, say.received].map((label) => ({ label }))}
      rows={late.rows.map((row) => ({
        key: row.key,
        cells: [
          formatInstant(row.at, view.lang),
          nb(lateHelp(row, view.lang)),
          <Outcome view={view} late={late} row={row} />,
          formatInstant(row.receivedAt, view.lang),
        ] as ComponentChildren[],
      }))}
    />
  );
}

function Outcome({ view, late, row }: { view: View; late: LateView; row: LateRow }) {
  const say = LATE[view.lang];
  if (row.outcome === 'redeemed')
    return (
      <>
        <Status kind="ok">{say.outcomes.redeemed}</Status>{' '}
        <a class="m-it" href={`${late.base}/${row.redemption}`}>
          <span>{row.redemption}</span>
        </a>
      </>
    );
  const first = firstWords(row, { lang: view.lang, nameOf: late.nameOf, here: say.here });
  return (
    <>
      <p>{nb(outcomeWords(row, view.lang))}</p>
      {first && <p>{nb(first)}</p>}
      {row.settlement ? (
        <Settled
          view={view}
          settlement={row.settlement}
          who={late.nameOf(organisationOf(row.settlement.by))}
          hrefOf={(redemption) => `${late.base}/${redemption}`}
        />
      ) : (
        <p>{nb(row.programme ? say.next : say.nobodyElse)}</p>
      )}
    </>
  );
}

function Devices({ view, late }: { view: View; late: LateView }) {
  const say = LATE[view.lang];
  return (
    <Table
      caption={say.devices}
      columns={[say.device, say.person, say.since, say.action].map((label) => ({ label }))}
      rows={late.devices.map(({ id, person, registeredAt, revokedAt }) => ({
        key: id,
        cells: [
          id,
          nb(late.personOf(person) ?? say.someone),
          formatDate(registeredAt, view.lang),
          revokedAt ? (
            nb(say.withdrawnOn(formatDate(revokedAt, view.lang)))
          ) : (
            <form method="post" action={`${late.base}/appareils/${id}/retirer`}>
              <Button variant="secondary" aria-label={say.withdrawOne(id)}>
                {say.withdraw}
              </Button>
            </form>
          ),
        ] as ComponentChildren[],
      }))}
    />
  );
}
