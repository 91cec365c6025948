import type { RecordRef } from '../../../kernel/record-ref.ts';
import type { PairDecision, Verdict } from './match-record.ts';

/** What a person may answer about two records, in the order of the keys 1 to 4. */
export const ANSWERS = ['same', 'linked', 'distinct', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

export const isAnswer = (text: unknown): text is Answer => (ANSWERS as readonly unknown[]).includes(text);

export interface RecordPair {
  a: RecordRef;
  b: RecordRef;
}

export interface Decision extends RecordPair {
  id: number;
  /** `withdrawn` undoes what was decided before. */
  verdict: Answer | 'withdrawn';
  /** The decision that this row undoes. */
  undoes: number | null;
  reason: string | null;
  author: string;
  at: Date;
}

/** A pair has one name, whoever comes first. */
export const orderedPair = (x: RecordRef, y: RecordRef): RecordPair =>
  x < y ? { a: x, b: y } : { a: y, b: x };

/** No reference to a record holds two line feeds in a row. */
export const pairKey = ({ a, b }: RecordPair): string => `${a}\n\n${b}`;

/** What a decision imposes on the groups: nothing once withdrawn, nor when the person does not know. */
export const rulingOf = (verdict: Decision['verdict']): Verdict | null =>
  verdict === 'unknown' || verdict === 'withdrawn' ? null : verdict;

/** What resolving must respect: the latest word on each pair. Decisions come oldest first. */
export function rulings(decisions: readonly Decision[]): PairDecision[] {
  const latest = new Map(decisions.map((decision) => [pairKey(decision), decision]));
  return [...latest.values()].flatMap(({ a, b, verdict }) => {
    const ruling = rulingOf(verdict);
    return ruling ? [{ a, b, verdict: ruling }] : [];
  });
}
