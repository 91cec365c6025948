import { ButtonLink, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import type { Signal } from '../../domain/signals.ts';
import { FIGURES } from '../../figure-messages.ts';
import { moneyPage } from './parts/frame.tsx';
import { signalWords } from './parts/signal-words.ts';

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
        <p class="m-small">{nb(`${say.signalsSince(formatDate(since, view.lang))} ${say.signalsHours}`)}</p>
        {signals.length === 0 ? (
          <p>{nb(say.signalsNone)}</p>
        ) : (
          <Table
            caption={say.signalsTitle}
            columns={[{ label: say.place }, { label: say.signal }]}
            rows={signals.map((signal, rank) => ({
              key: String(rank),
              cells: [nb(nameOf(signal.structure)), nb(signalWords(signal, { lang: view.lang, nameOf }))],
            }))}
          />
        )}
        {signals.length > 0 && (
          <p>
            <ButtonLink href={`${base}/reperes.csv`} variant="secondary" icon="download">
              {say.csv(say.signalsTitle)}
            </ButtonLink>
          </p>
        )}
      </>
    ),
  });
}
