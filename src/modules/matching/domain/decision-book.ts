import type { PairDecision, Verdict } from './match-record.ts';

/** What people decided and what identifiers make certain, by identifiers of records. */
export interface DecisionBook {
  verdictOf(a: string, b: string): Verdict | undefined;
  /** Records that a decision or an identifier makes one place with this one. */
  sameAs(rid: string): readonly string[];
}

interface Decided {
  decisions?: readonly PairDecision[];
  certainLinks?: readonly (readonly [string, string])[];
}

export function decisionBook({ decisions = [], certainLinks = [] }: Decided): DecisionBook {
  const verdicts = new Map<string, Map<string, Verdict>>();
  const write = (a: string, b: string, verdict: Verdict): void => {
    const ofOne = verdicts.get(a) ?? new Map<string, Verdict>();
    verdicts.set(a, ofOne.set(b, verdict));
  };
  const certain = certainLinks.map(([a, b]): PairDecision => ({ a, b, verdict: 'same' }));
  for (const { a, b, verdict } of [...certain, ...decisions]) {
    write(a, b, verdict);
    write(b, a, verdict);
  }
  return {
    verdictOf: (a, b) => verdicts.get(a)?.get(b),
    sameAs: (rid) =>
      [...(verdicts.get(rid) ?? [])].flatMap(([other, verdict]) => (verdict === 'same' ? [other] : [])),
  };
}
