export { commands } from './cli.ts';
export type {
  Evidence,
  MatchRecord,
  PairDecision,
  PairVerdict,
  Resolution,
  Verdict,
} from './domain/match-record.ts';
export { openMatcher, resolve, scorePair } from './domain/matcher.ts';
export { explainEvidence } from './messages.ts';
