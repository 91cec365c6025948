import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database, Queries } from '../../../platform/db/database.ts';
import { countPublishedImports } from '../../sources/index.ts';
import {
  crossValidate,
  type Example,
  type Lesson,
  learn,
  lessonsOf,
  missingLessons,
} from '../domain/learning.ts';
import { FIELDS, levelIndex } from '../domain/levels.ts';
import type { LiveResolution } from '../domain/live-resolution.ts';
import { readDecisionsSince } from '../store/decisions.ts';
import {
  appendLearntModel,
  type LearntModel,
  lockModels,
  readLearntModels,
  readModelInForce,
} from '../store/models.ts';
import { letOthersWork } from './in-steps.ts';
import type { ReviewDesk } from './review-desk.ts';

export type LearningRefusal = { kind: 'too-few'; missing: ReturnType<typeof missingLessons> };

export interface ModelDeps {
  db: Database;
  clock: () => Date;
  desk: ReviewDesk;
}

/** What can be learnt now: the decisions whose two records still exist. */
export async function readLessons({ db, desk }: Pick<ModelDeps, 'db' | 'desk'>): Promise<Lesson[]> {
  const { live } = await desk.open(db);
  return lessonsOf(await readDecisionsSince(db, 0)).filter(
    ({ a, b }) => live.record(a) !== undefined && live.record(b) !== undefined,
  );
}

/**
 * Learns weights from the decisions that stand, and keeps them as a new version that nobody uses yet. Asked again when
 * nothing changed, it gives the same version.
 */
export async function learnModel(
  { author }: { author: string },
  { db, clock, desk }: ModelDeps,
): Promise<Result<{ version: number }, LearningRefusal>> {
  const lessons = await readLessons({ db, desk });
  const missing = missingLessons(lessons);
  if (Object.values(missing).some((count) => count > 0)) return refuse({ kind: 'too-few', missing });
  const { live } = await desk.open(db);
  const examples = lessons.flatMap((lesson) => exampleOf(lesson, live) ?? []);
  const force = await readModelInForce(db);
  const model = learn(examples);
  await letOthersWork();
  const before = crossValidate(examples, ({ id }) => id <= force.lastDecision);
  await letOthersWork();
  const after = crossValidate(examples, () => true);
  const lastDecision = examples.reduce((last, { id }) => Math.max(last, id), 0);
  return db.inTransaction(async (tx) => {
    await lockModels(tx);
    const learnt = {
      decisions: examples.length,
      lastDecision,
      publishedImports: await countPublishedImports(tx),
      model,
      before,
      after,
      author,
      at: clock(),
    };
    const known = await sameModel(tx, learnt);
    return ok({ version: known?.version ?? (await appendLearntModel(tx, learnt)) });
  });
}

/** The version that already says all this: the same weights, compared with the same ones in force. */
async function sameModel(
  tx: Queries,
  { model, before }: Pick<LearntModel, 'model' | 'before'>,
): Promise<LearntModel | undefined> {
  const [latest] = await readLearntModels(tx);
  const isSame =
    latest?.model.priorBits === model.priorBits &&
    Object.entries(model.bits).every(([level, bits]) => latest.model.bits[level as never] === bits) &&
    latest.before.surpriseBits === before.surpriseBits;
  return isSame ? latest : undefined;
}

const VETO = FIELDS.indexOf('veto');
const NO_VETO = levelIndex('veto-none');

function exampleOf(lesson: Lesson, live: LiveResolution): Example | null {
  const levels = live.levelsOf(lesson);
  return levels && { ...lesson, levels, isVetoed: levels[VETO] !== NO_VETO };
}
