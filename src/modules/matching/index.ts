export { chooseModel, previewModel } from './actions/choose-model.ts';
export {
  type DecisionDeps,
  type DecisionInput,
  type DecisionRefusal,
  recordDecision,
  withdrawDecision,
  withdrawLatest,
} from './actions/decide.ts';
export { learnModel } from './actions/learn-model.ts';
export { openReviewDesk, type ReviewDesk } from './actions/review-desk.ts';
export { commands } from './cli.ts';
export { openArrivals } from './domain/arrivals.ts';
export { type Decision, rulings } from './domain/decision.ts';
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
export { personalData } from './personal-data.ts';
export { mount } from './routes.ts';
export { hasDecisionsSince, readDecisionsSince } from './store/decisions.ts';
export { type ModelInForce, readModelChoice, readModelInForce } from './store/models.ts';
