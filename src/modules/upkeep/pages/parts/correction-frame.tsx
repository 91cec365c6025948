import type { View } from '../../../../platform/html/view.ts';
import type { PublicLang } from '../../../../platform/i18n/public-languages.ts';
import type { Who } from '../../../access/index.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import { CORRECTION } from '../../correction-messages.ts';

/** Who corrects, and so where the pages of a correction stand. */
export interface CorrectionFrame {
  place: PublishedPlace;
  saidBy: 'place-manager' | 'coordinator';
  /** Of a coordinator. */
  who?: Who;
}

/** Coordinators work in the two languages of management, whoever manages a place in any of the public ones. */
export const langOf = (view: View, { saidBy }: Pick<CorrectionFrame, 'saidBy'>): PublicLang =>
  saidBy === 'coordinator' ? view.lang : view.publicLang;

/** The signed address is for one person: it must not be found by searching. */
export function frameOf(view: View, frame: CorrectionFrame) {
  const { place, saidBy } = frame;
  const label = CORRECTION[langOf(view, frame)].backToPlace;
  return saidBy === 'coordinator'
    ? {
        side: 'pro' as const,
        active: 'places',
        back: { href: `/gestion/lieux/${place.id}`, label },
      }
    : {
        back: { href: `/lieux/${place.id}`, label },
        head: <meta name="robots" content="noindex" />,
      };
}
