import { missingLessons } from '../domain/learning.ts';
import type { ModelEffect } from '../domain/model-effect.ts';
import {
  type LearntModel,
  type ModelInForce,
  readLearntModel,
  readLearntModels,
  readModelInForce,
} from '../store/models.ts';
import { previewModel } from './choose-model.ts';
import { type ModelDeps, readLessons } from './learn-model.ts';

type ReadDeps = Omit<ModelDeps, 'clock'>;

/** What the comparison learnt so far, and what it could learn now. */
export interface ModelsOverview {
  inForce: ModelInForce;
  learnt: readonly LearntModel[];
  lessons: number;
  missing: ReturnType<typeof missingLessons>;
}

export async function readModels(deps: ReadDeps): Promise<ModelsOverview> {
  const lessons = await readLessons(deps);
  return {
    inForce: await readModelInForce(deps.db),
    learnt: await readLearntModels(deps.db),
    lessons: lessons.length,
    missing: missingLessons(lessons),
  };
}

/** One version (`null`: the reasoned weights) before anyone agrees to it. */
export interface ModelChoiceView {
  version: number | null;
  learnt: LearntModel | null;
  isInForce: boolean;
  effect: ModelEffect;
  /** Name of each record that the changes are about. */
  nameOf: (ref: string) => string;
}

export async function readModel(version: number | null, deps: ReadDeps): Promise<ModelChoiceView | null> {
  const effect = await previewModel(version, deps);
  if (effect === null) return null;
  const { live } = await deps.desk.open(deps.db);
  return {
    version,
    learnt: version === null ? null : await readLearntModel(deps.db, version),
    isInForce: (await readModelInForce(deps.db)).version === version,
    effect,
    nameOf: (ref) => live.record(ref)?.name ?? ref,
  };
}
