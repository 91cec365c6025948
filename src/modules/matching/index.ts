export { commands } from './cli.ts';
export type {
  Evidence,
  MatchRecord,
  PairDecision,
  PairVerdict,
  Resolution,
  Verdict,
} from './domain/match-record.ts';
export {
  type ExplainedVerdict,
  type Matcher,
  openMatcher,
  type ResolveOptions,
  resolve,
  scorePair,
} from './domain/matcher.ts';
export { DEFAULT_MODEL, type MatchModel } from './domain/model.ts';
export { explainEvidence } from './messages.ts';
