import type { Context, MiddlewareHandler } from 'hono';
import { localDateAt } from '../../kernel/dates.ts';
import { type RecordRef, recordRef } from '../../kernel/record-ref.ts';
import type { WebApp, WebEnv } from '../../platform/html/view.ts';
import { answerError } from '../../platform/web/app.ts';
import type { Who } from '../access/index.ts';
import { chooseModel } from './actions/choose-model.ts';
import {
  type DecisionDeps,
  type DecisionRefusal,
  recordDecision,
  withdrawDecision,
  withdrawLatest,
} from './actions/decide.ts';
import { learnModel } from './actions/learn-model.ts';
import { readModel, readModels } from './actions/read-models.ts';
import { closestInPlace, nextPair, readReviewedPair } from './actions/read-review.ts';
import { isAnswer, orderedPair } from './domain/decision.ts';
import { MODELS, type ModelSaid } from './model-messages.ts';
import { decisionsPage } from './pages/decisions.tsx';
import { modelPage } from './pages/model.tsx';
import { modelsPage } from './pages/models.tsx';
import {
  MODELS_PATH,
  modelHref,
  pairHref,
  REVIEW_PATH,
  readPair,
  readVersion,
} from './pages/parts/pair-address.ts';
import { preparingPage } from './pages/preparing.tsx';
import { type ReviewView, reviewPage } from './pages/review.tsx';
import { REVIEW, type Said } from './review-messages.ts';
import { countGestures, countGesturesSince, readGesturesPage } from './store/decisions.ts';
import { readShownRecords } from './store/shown-records.ts';

export interface MatchingWebDeps extends DecisionDeps {
  /** Under which name decisions are kept. */
  who: (c: Context<WebEnv>) => Who;
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
  mountDecisions(app, deps);
  app.use(REVIEW_PATH, whenReady(deps));
  app.use(`${REVIEW_PATH}/*`, whenReady(deps));
  mountReview(app, deps);
  mountModels(app, deps);
}

/** Milliseconds: who comes before the records are compared is told so rather than left waiting. */
const PATIENCE_MS = 500;

const whenReady =
  ({ db, desk }: MatchingWebDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    if (c.req.method === 'GET' && !(await desk.isReady(db))) {
      const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
      await Promise.race([desk.prepare(db), patience]);
      if (!(await desk.isReady(db))) return c.html(preparingPage(c.get('view')));
    }
    return next();
  };

function mountReview(app: WebApp, deps: MatchingWebDeps): void {
  const answer = async (c: Context<WebEnv>, found: Pick<ReviewView, 'shown' | 'waiting'>) => {
    const decidedToday = await countGesturesSince(deps.db, startOfDay(deps.clock()));
    return c.html(reviewPage(c.get('view'), { ...found, decidedToday, said: saidIn(c), who: deps.who(c) }));
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
    const { author } = deps.who(c);
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
    const { author } = deps.who(c);
    const done = isLatest
      ? await withdrawLatest(author, deps)
      : await withdrawDecision({ id: Number(decision) || 0, author }, deps);
    const history = `${REVIEW_PATH}/decisions`;
    if (!done.ok) return c.redirect(`${isLatest ? REVIEW_PATH : history}?fait=nothing`, 303);
    await deps.onDecided();
    return c.redirect(isLatest ? `${pairHref(done.value)}&fait=undone` : `${history}?fait=undone`, 303);
  });
}

function mountModels(app: WebApp, deps: MatchingWebDeps): void {
  const said = (c: Context<WebEnv>): ModelSaid | null => {
    const word = c.req.query('fait');
    return word !== undefined && Object.hasOwn(MODELS.fr.done, word) ? (word as ModelSaid) : null;
  };
  app.get(MODELS_PATH, async (c) => {
    const overview = await readModels(deps);
    return c.html(modelsPage(c.get('view'), { overview, said: said(c), who: deps.who(c) }));
  });
  app.post(`${MODELS_PATH}/apprendre`, async (c) => {
    const learnt = await learnModel({ author: deps.who(c).author }, deps);
    return c.redirect(
      learnt.ok
        ? `${modelHref(learnt.value.version)}?fait=learnt`
        : `${MODELS_PATH}?fait=${learnt.refusal.kind}`,
      303,
    );
  });
  app.get(`${MODELS_PATH}/:version`, async (c) => {
    const version = readVersion(c.req.param('version'));
    const model = version === undefined ? null : await readModel(version, deps);
    if (model === null) return answerError(c, 404, 'notFound');
    return c.html(modelPage(c.get('view'), { model, said: said(c), who: deps.who(c) }));
  });
  app.post(`${MODELS_PATH}/:version`, async (c) => {
    const version = readVersion(c.req.param('version'));
    if (version === undefined) return answerError(c, 404, 'notFound');
    const chosen = await chooseModel({ version, author: deps.who(c).author }, deps);
    if (!chosen.ok) return c.redirect(`${MODELS_PATH}?fait=${chosen.refusal.kind}`, 303);
    await deps.onDecided();
    return c.redirect(`${MODELS_PATH}?fait=used`, 303);
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
