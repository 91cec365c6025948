import fc from 'fast-check';

/** The same cases in every run: a red test can be run again. `MAILLON_SEED=7 npm test` tries others. */
export const SEED = Number(process.env.MAILLON_SEED ?? 1);

fc.configureGlobal({ seed: SEED });
