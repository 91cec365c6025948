export type {
  Evidence,
  MatchRecord,
  PairDecision,
  PairVerdict,
  Resolution,
  Verdict,
} from './domain/match-record.ts';
export { DEFAULT_MODEL, type MatchModel } from './domain/model.ts';
export {
  type ExplainedVerdict,
  type ResolveOptions,
  resolve,
  scorePair,
  scorePairs,
} from './domain/resolve.ts';
