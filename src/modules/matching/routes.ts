import type { Context } from 'hono';
import { localDateAt } from '../../kernel/dates.ts';
import { type RecordRef, recordRef } from '../../kernel/record-ref.ts';
import type { WebApp, WebEnv } from '../../platform/html/view.ts';
import { answerError } from '../../platform/web/app.ts';
import {
  type DecisionDeps,
  type DecisionRefusal,
  recordDecision,
  withdrawDecision,
  withdrawLatest,
} from './actions/decide.ts';
import { closestInPlace, nextPair, readReviewedPair } from './actions/read-review.ts';
import { isAnswer, orderedPair } from './domain/decision.ts';
import { decisionsPage } from './pages/decisions.tsx';
import { pairHref, REVIEW_PATH, readPair } from './pages/parts/pair-address.ts';
import { type ReviewView, reviewPage } from './pages/review.tsx';
import { REVIEW, type Said } from './review-messages.ts';
import { countGestures, countGesturesSince, readGesturesPage, readShownRecords } from './store.ts';

export interface MatchingWebDeps extends DecisionDeps {
  /** Under which name decisions are kept. */
  author: string;
  /** Called once a decision is written, so that the directory takes it into account. */
  onDecided: () => Promise<void>;
}

const PAGE_SIZE = 30;

// A record gone since the page was shown is nobody's mistake: the next pair says so.
const SAID = { 'unknown-record': 'gone', 'one-record': 'gone' } as const satisfies Record<
  DecisionRefusal['kind'],
  Said
>;

/** The review of duplicates, under /gestion: closed to whoever has no session by the module of access. */
export function mount(app: WebApp, deps: MatchingWebDeps): void {
  mountReview(app, deps);
  mountDecisions(app, deps);
}

function mountReview(app: WebApp, deps: MatchingWebDeps): void {
  const answer = async (c: Context<WebEnv>, found: Pick<ReviewView, 'shown' | 'waiting'>) => {
    const decidedToday = await countGesturesSince(deps.db, startOfDay(deps.clock()));
    return c.html(reviewPage(c.get('view'), { ...found, decidedToday, said: saidIn(c) }));
  };
  app.get(REVIEW_PATH, async (c) => answer(c, await nextPair(deps)));
  app.get(`${REVIEW_PATH}/paire`, async (c) => {
    const pair = readPair((name) => c.req.query(name));
    const found = pair && (await readReviewedPair(pair, deps));
    return found?.shown ? answer(c, found) : answerError(c, 404, 'notFound');
  });
  app.get(`${REVIEW_PATH}/fiche`, async (c) => {
    const ref = recordRef(c.req.query('source') ?? '', c.req.query('fiche') ?? '');
    const closest = await closestInPlace(ref, deps);
    return closest === null
      ? answerError(c, 404, 'notFound')
      : c.redirect(pairHref(orderedPair(ref, closest)), 303);
  });
  app.post(REVIEW_PATH, async (c) => {
    const form = await c.req.parseBody();
    const pair = readPair((name) => form[name]);
    const { verdict } = form;
    if (!pair || !isAnswer(verdict)) return answerError(c, 400, 'refused');
    const { author } = deps;
    const reason = String(form.raison ?? '');
    const done = await recordDecision({ record: pair.a, others: [pair.b], verdict, reason, author }, deps);
    if (!done.ok) return c.redirect(`${REVIEW_PATH}?fait=${SAID[done.refusal.kind]}`, 303);
    await deps.onDecided();
    return c.redirect(`${REVIEW_PATH}?fait=${verdict}`, 303);
  });
}

function mountDecisions(app: WebApp, deps: MatchingWebDeps): void {
  app.get(`${REVIEW_PATH}/decisions`, async (c) => {
    const pageCount = Math.max(1, Math.ceil((await countGestures(deps.db)) / PAGE_SIZE));
    const wanted = Number(c.req.query('page'));
    const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pageCount) : 1;
    const gestures = await readGesturesPage(deps.db, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const known = await readShownRecords(deps.db, [...new Set(gestures.flatMap(({ a, b }) => [a, b]))]);
    const nameOf = (ref: RecordRef) => known.get(ref)?.fields.name;
    const named = gestures.map((one) => ({ ...one, names: [nameOf(one.a), nameOf(one.b)] as const }));
    return c.html(decisionsPage(c.get('view'), { gestures: named, page, pageCount, said: saidIn(c) }));
  });
  app.post(`${REVIEW_PATH}/annuler`, async (c) => {
    const { decision } = await c.req.parseBody();
    const isLatest = decision === undefined;
    const { author } = deps;
    const done = isLatest
      ? await withdrawLatest(author, deps)
      : await withdrawDecision({ id: Number(decision) || 0, author }, deps);
    const history = `${REVIEW_PATH}/decisions`;
    if (!done.ok) return c.redirect(`${isLatest ? REVIEW_PATH : history}?fait=nothing`, 303);
    await deps.onDecided();
    return c.redirect(isLatest ? `${pairHref(done.value)}&fait=undone` : `${history}?fait=undone`, 303);
  });
}

/** What the address says has just been done, when it is one of our words. */
function saidIn(c: Context<WebEnv>): Said | null {
  const said = c.req.query('fait');
  return said !== undefined && Object.hasOwn(REVIEW.fr.done, said) ? (said as Said) : null;
}

/** Midnight in France lies at most two hours before midnight UTC: the first instant that bears the same date there. */
function startOfDay(now: Date): Date {
  const today = localDateAt(now);
  const midnight = Date.parse(`${today}T00:00:00Z`);
  const hour = 3_600_000;
  const start = [2, 1, 0]
    .map((hours) => new Date(midnight - hours * hour))
    .find((at) => localDateAt(at) === today);
  return start ?? new Date(midnight);
}
