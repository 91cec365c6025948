import type { Context } from 'hono';
import type { Database } from '../../../platform/db/database.ts';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import { answerError } from '../../../platform/web/app.ts';
import { signedBy, type Who } from '../../access/index.ts';
import { correctPlace } from '../actions/correct-place.ts';
import { readCorrections } from '../actions/read-corrections.ts';
import { ruleCorrection, type Verdict, withdrawGesture } from '../actions/rule-correction.ts';
import { CORRECTION_DONE } from '../corrections-messages.ts';
import { correctionsPage } from '../pages/corrections.tsx';
import { readCorrection } from '../store/corrections.ts';

export interface CorrectionsWebDeps {
  db: Database;
  clock: () => Date;
  randomBytes: (count: number) => Uint8Array;
  /** Under which name decisions are kept. */
  who: (c: Context<WebEnv>) => Who;
  onChanged: () => Promise<void>;
}

const PATH = '/gestion/corrections';

/** What the address of each button decides. */
const VERDICTS: readonly (readonly [string, Verdict])[] = [
  ['accepter', 'accepted'],
  ['refuser', 'refused'],
  ['suivre', 'withdrawn'],
];

export function mountCorrections(app: WebApp, deps: CorrectionsWebDeps): void {
  app.get(PATH, async (c) => {
    const done = CORRECTION_DONE.find((said) => said === c.req.query('fait')) ?? null;
    const corrections = await readCorrections(deps.db);
    return c.html(correctionsPage(c.get('view'), { corrections, done, who: deps.who(c) }));
  });
  for (const [verb, verdict] of VERDICTS)
    app.post(`${PATH}/:id/${verb}`, async (c) => {
      const { raison } = await c.req.parseBody();
      const ruling = {
        id: idOf(c),
        verdict,
        reason: String(raison ?? '').trim(),
        author: deps.who(c).author,
      };
      return conclude(c, deps, { isDone: (await ruleCorrection(ruling, deps)).ok, said: verdict });
    });
  app.post(`${PATH}/envois/:gesture/annuler`, async (c) => {
    const withdrawal = { gesture: c.req.param('gesture'), author: deps.who(c).author };
    return conclude(c, deps, { isDone: (await withdrawGesture(withdrawal, deps)).ok, said: 'withdrawn' });
  });
  app.post(`${PATH}/:id/garder`, async (c) => {
    const correction = await readCorrection(deps.db, idOf(c));
    if (!correction) return answerError(c, 404, 'notFound');
    const { placeId, unit, value } = correction;
    const author = signedBy(deps.who(c));
    const again = { placeId, said: { [unit]: value }, saidBy: 'coordinator', link: null, author } as const;
    return conclude(c, deps, { isDone: (await correctPlace(again, deps)).ok, said: 'kept' });
  });
}

/** Numbers of corrections are whole; anything else names none. */
const idOf = (c: Context<WebEnv>): number => {
  const id = Number(c.req.param('id'));
  return Number.isSafeInteger(id) ? id : 0;
};

async function conclude(
  c: Context<WebEnv>,
  { onChanged }: CorrectionsWebDeps,
  { isDone, said }: { isDone: boolean; said: (typeof CORRECTION_DONE)[number] },
): Promise<Response> {
  if (!isDone) return answerError(c, 404, 'notFound');
  await onChanged();
  return c.redirect(`${PATH}?fait=${said}`, 303);
}
