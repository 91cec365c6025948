import type { JournalAccount, JournalEntry } from './journal.ts';

/** What one line of an exported journal holds. */
export type JournalPart = { entry: JournalEntry } | { account: JournalAccount };

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === 'string';
const isWhole = (value: unknown): boolean => typeof value === 'string' && /^(?:0|-?[1-9]\d*)$/.test(value);
const orNull = (is: (value: unknown) => boolean) => (value: unknown) => value === null || is(value);

/** By hand: the verifier that goes with an export depends on nothing. */
const ENTRY = {
  number: isWhole,
  key: isText,
  kind: isText,
  target: orNull(isWhole),
  actor: isText,
  reason: isText,
  eventAt: isText,
  createdAt: isText,
  expiresAt: orNull(isText),
  legs: (value: unknown) => Array.isArray(value) && value.every((leg) => hasShape(leg, LEG)),
};
const LEG = {
  account: isText,
  rank: Number.isSafeInteger,
  postedCents: isWhole,
  pendingCents: isWhole,
  hash: isText,
};
const ACCOUNT = {
  id: isText,
  floorCents: orNull(isWhole),
  postedCents: isWhole,
  heldCents: isWhole,
  legCount: Number.isSafeInteger,
  headHash: isText,
};

const hasShape = (value: unknown, shape: Readonly<Record<string, (field: unknown) => boolean>>): boolean =>
  isFields(value) &&
  Object.keys(value).length === Object.keys(shape).length &&
  Object.entries(shape).every(([name, is]) => is(value[name]));

export const isJournalPart = (part: Fields | JournalPart): part is JournalPart =>
  hasShape(part, { entry: (value) => hasShape(value, ENTRY) }) ||
  hasShape(part, { account: (value) => hasShape(value, ACCOUNT) });
