import { Details, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import type { RankedPlace } from '../../domain/best-places.ts';
import { CRITERIA } from '../../domain/place-criteria.ts';
import { PLACE } from '../../place-messages.ts';
import { PRO } from '../../pro-messages.ts';

/** The whole computation: anyone can add it up again. */
export function ScoreTable({ view, best }: { view: View; best: readonly RankedPlace<PublishedPlace>[] }) {
  const words = PRO[view.lang];
  const judged = CRITERIA.filter(({ key }) =>
    best.some(({ reasons }) => reasons.some(({ criterion }) => criterion === key)),
  );
  const cell = ({ reasons }: RankedPlace<PublishedPlace>, key: string): string => {
    const reason = reasons.find(({ criterion }) => criterion === key);
    if (!reason) return words.nothingSaid;
    return reason.sign === 'unknown' ? words.notCounted : signed(reason.points);
  };
  return (
    <Details summary={words.how}>
      <p>{nb(words.howLead)}</p>
      <p>{nb(words.howDistance)}</p>
      <Table
        caption={words.points}
        columns={[
          { label: words.criterion },
          ...best.map(({ found }) => ({
            label: found.place.fields.name ?? PLACE[view.lang].unnamed,
            isNumber: true,
          })),
        ]}
        rows={[
          ...judged.map(({ key }) => ({
            key,
            cells: [words.criteria[key], ...best.map((one) => cell(one, key))],
          })),
          { key: 'total', cells: [words.total, ...best.map(({ points }) => signed(points))] },
        ]}
      />
    </Details>
  );
}

/** With a real minus sign: screen readers pass over a hyphen. */
const signed = (points: number): string => (points > 0 ? `+${points}` : `${points}`.replace('-', '−'));
