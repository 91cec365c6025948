export {
  type DecisionDeps,
  type DecisionInput,
  type DecisionRefusal,
  recordDecision,
  withdrawLatest,
} from './actions/decide.ts';
export { openReviewDesk, type ReviewDesk } from './actions/review-desk.ts';
export { commands } from './cli.ts';
export { openArrivals } from './domain/arrivals.ts';
export { rulings } from './domain/decision.ts';
export { toMatchRecord } from './domain/from-fields.ts';
export type { LiveResolution } from './domain/live-resolution.ts';
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
export { mount } from './routes.ts';
export { readDecisionsSince } from './store.ts';
