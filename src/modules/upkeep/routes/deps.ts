import type { Context } from 'hono';
import type { WebEnv } from '../../../platform/html/view.ts';
import { answerError } from '../../../platform/web/app.ts';
import type { RateLimiter } from '../../../platform/web/rate-limit.ts';
import type { Who } from '../../access/index.ts';
import type { Catalogue, PublishedPlace } from '../../directory/index.ts';
import type { UpkeepDeps } from '../actions/deps.ts';

export interface UpkeepWebDeps extends UpkeepDeps {
  catalogue: () => Catalogue | null;
  /** Under which name a coordinator corrects. */
  who: (c: Context<WebEnv>) => Who;
  /** Called once a correction is written, so that readers see it at once. */
  onCorrected: () => Promise<void>;
  /** Whether text messages have a way out. */
  canText: boolean;
  remindAfterMonths: number;
  limits: { reports: RateLimiter; links: RateLimiter; texts: RateLimiter };
}

/** The published place of the address; a merged one leads to its survivor, under the same last word. */
export function withPlace(
  c: Context<WebEnv>,
  { catalogue }: Pick<UpkeepWebDeps, 'catalogue'>,
  answer: (place: PublishedPlace) => Response | Promise<Response>,
): Response | Promise<Response> {
  const id = c.req.param('id') ?? '';
  const current = catalogue();
  if (!current) return answerError(c, 503, 'starting');
  const found = current.find(id);
  if (found.kind === 'published') return answer(found.place);
  if (found.kind === 'merged')
    return c.redirect(
      c.req.path.replace(`/lieux/${id}`, `/lieux/${found.into}`) + c.get('view').url.search,
      301,
    );
  // The page of the place says what became of it, with the nearest ones.
  return c.redirect(`/lieux/${encodeURIComponent(id)}`, 303);
}
