import type { View } from '../../../../platform/html/view.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import { CORRECTION } from '../../correction-messages.ts';

/** Who corrects, and so where the pages of a correction stand. */
export interface CorrectionFrame {
  place: PublishedPlace;
  saidBy: 'place-manager' | 'coordinator';
}

/** The signed address is for one person: it must not be found by searching. */
export const frameOf = (view: View, { place, saidBy }: CorrectionFrame) =>
  saidBy === 'coordinator'
    ? {
        side: 'pro' as const,
        active: 'places',
        back: { href: `/gestion/lieux/${place.id}`, label: CORRECTION[view.lang].backToPlace },
      }
    : {
        back: { href: `/lieux/${place.id}`, label: CORRECTION[view.lang].backToPlace },
        head: <meta name="robots" content="noindex" />,
      };
