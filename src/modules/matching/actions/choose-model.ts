import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { rulingOf } from '../domain/decision.ts';
import { isNotWorse } from '../domain/learning.ts';
import { liveResolutionSteps } from '../domain/live-resolution.ts';
import { DEFAULT_MODEL } from '../domain/model.ts';
import { effectOf, type ModelEffect } from '../domain/model-effect.ts';
import { appendModelChoice, lockModels, readLearntModel, readModelInForce } from '../store/models.ts';
import { inSteps } from './in-steps.ts';
import type { ModelDeps } from './learn-model.ts';

export type ChoiceRefusal = { kind: 'unknown-model' } | { kind: 'worse' } | { kind: 'already-in-force' };

/**
 * Agrees to use these weights (`null`: the reasoned ones) for every comparison. Weights that agree less with the decisions
 * than those they were to replace are refused. The directory takes the choice into account when it is refreshed.
 */
export const chooseModel = (
  { version, author }: { version: number | null; author: string },
  { db, clock }: Omit<ModelDeps, 'desk'>,
): Promise<Result<null, ChoiceRefusal>> =>
  db.inTransaction<null, ChoiceRefusal>(async (tx) => {
    await lockModels(tx);
    if ((await readModelInForce(tx)).version === version) return refuse({ kind: 'already-in-force' });
    if (version !== null) {
      const learnt = await readLearntModel(tx, version);
      if (!learnt) return refuse({ kind: 'unknown-model' });
      if (!isNotWorse(learnt.after, learnt.before)) return refuse({ kind: 'worse' });
    }
    await appendModelChoice(tx, { version, author, at: clock() });
    return ok(null);
  });

/** What using these weights would change in the directory; null when nobody learnt them. */
export async function previewModel(
  version: number | null,
  { db, desk }: Omit<ModelDeps, 'clock'>,
): Promise<ModelEffect | null> {
  const model = version === null ? DEFAULT_MODEL : (await readLearntModel(db, version))?.model;
  if (!model) return null;
  const { live, standing } = await desk.open(db);
  const other = await inSteps(liveResolutionSteps(live.records, model));
  other.apply(standing().map(({ a, b, verdict }) => ({ a, b, verdict: rulingOf(verdict) })));
  return effectOf(live, other);
}
