import { Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatEuros, nb } from '../../../../platform/i18n/french-form.ts';
import { FUNDER } from '../../funder-messages.ts';
import type { Funder, Programme } from '../../store/programmes.ts';
import { moneyPage } from './parts/frame.tsx';

/** Every programme that an organisation funds. */
export function fundingsPage(
  view: View,
  {
    base,
    back,
    funded,
    nameOf,
  }: {
    base: string;
    back: { href: string; label: string };
    funded: readonly { programme: Programme; own: Funder }[];
    nameOf: (id: string) => string;
  },
): string {
  const say = FUNDER[view.lang];
  return moneyPage(view, {
    title: say.title,
    back,
    children:
      funded.length === 0 ? (
        <p>{nb(say.none)}</p>
      ) : (
        <Table
          caption={say.programme}
          columns={[
            { label: say.programme },
            { label: say.runBy },
            { label: say.promised, isNumber: true },
            { label: say.received, isNumber: true },
          ]}
          rows={funded.map(({ programme, own }) => ({
            key: programme.id,
            cells: [
              <a class="m-it" href={`${base}/${programme.id}`}>
                <span>{nb(programme.name)}</span>
              </a>,
              nb(nameOf(programme.organisation)),
              formatEuros(own.promisedCents, view.lang),
              formatEuros(own.receivedCents, view.lang),
            ],
          }))}
        />
      ),
  });
}
