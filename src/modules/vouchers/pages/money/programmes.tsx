import { renderPage } from '../../../../platform/html/page.tsx';
import { ButtonLink, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatEuros, formatNumber, nb } from '../../../../platform/i18n/french-form.ts';
import { PROGRAMMES } from '../../programme-messages.ts';
import type { Programme } from '../../store/programmes.ts';

export interface ListedProgramme {
  programme: Programme;
  provisionCents: bigint;
  /** Decisions that wait for someone. */
  waiting: number;
}

/** Every programme that an organisation runs. */
export function programmesPage(
  view: View,
  {
    base,
    back,
    programmes,
    canCreate,
  }: {
    base: string;
    back: { href: string; label: string };
    programmes: readonly ListedProgramme[];
    canCreate: boolean;
  },
): string {
  const say = PROGRAMMES[view.lang];
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'space',
    back,
    children: (
      <>
        <h1>{nb(say.title)}</h1>
        {programmes.length === 0 ? (
          <>
            <p>{nb(say.none)}</p>
            <p>{nb(say.noneWhy)}</p>
          </>
        ) : (
          <Table
            caption={say.caption}
            columns={[{ label: say.name }, { label: say.left, isNumber: true }, { label: say.waiting }]}
            rows={programmes.map(({ programme, provisionCents, waiting }) => ({
              key: programme.id,
              cells: [
                <>
                  <a class="m-it" href={`${base}/${programme.id}`}>
                    <span>{nb(programme.name)}</span>
                  </a>
                  {programme.endsOn && (
                    <p class="m-small">{nb(say.ends(formatDate(programme.endsOn, view.lang)))}</p>
                  )}
                </>,
                formatEuros(provisionCents, view.lang),
                waiting === 0 ? say.nothing : formatNumber(waiting, view.lang),
              ],
            }))}
          />
        )}
        {canCreate && (
          <p>
            <ButtonLink href={`${base}/nouveau`} icon="plus">
              {say.create}
            </ButtonLink>
          </p>
        )}
      </>
    ),
  });
}
