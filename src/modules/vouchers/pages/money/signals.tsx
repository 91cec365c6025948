import { Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatInstant, nb } from '../../../../platform/i18n/french-form.ts';
import type { Signal } from '../../domain/signals.ts';
import { FIGURES } from '../../figure-messages.ts';
import { moneyPage } from './parts/frame.tsx';

/** V17: what a person should look at, in words; nothing here refuses anything. */
export function signalsPage(
  view: View,
  {
    base,
    programme,
    since,
    signals,
    nameOf,
  }: {
    base: string;
    programme: string;
    since: Date;
    signals: readonly Signal[];
    nameOf: (id: string) => string;
  },
): string {
  const say = FIGURES[view.lang];
  return moneyPage(view, {
    title: say.signalsTitle,
    back: { href: base, label: programme },
    children: (
      <>
        <p>{nb(say.signalsWhy)}</p>
        <p class="m-small">{nb(say.signalsSince(formatDate(since, view.lang)))}</p>
        {signals.length === 0 ? (
          <p>{nb(say.signalsNone)}</p>
        ) : (
          <Table
            caption={say.signalsTitle}
            columns={[{ label: say.place }, { label: say.signal }]}
            rows={signals.map((signal, rank) => ({
              key: String(rank),
              cells: [nb(nameOf(signal.structure)), nb(signalWords(view, signal, nameOf))],
            }))}
          />
        )}
      </>
    ),
  });
}

function signalWords(view: View, signal: Signal, nameOf: (id: string) => string): string {
  const say = FIGURES[view.lang].signals;
  switch (signal.kind) {
    case 'outside-hours':
      return say[signal.kind](signal.hour, signal.redemption);
    case 'burst':
      return say[signal.kind](signal.count, formatInstant(signal.from, view.lang));
    case 'same-pair':
      return say[signal.kind](nameOf(signal.prescriber), signal.share, signal.of);
    case 'long-day':
      return say[signal.kind](formatDate(signal.day, view.lang), Math.round(signal.minutes / 6) / 10);
    case 'not-attended':
      return say[signal.kind](signal.redemption);
  }
}
