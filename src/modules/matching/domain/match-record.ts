/** What matching looks at in one source record. Everything but `rid`, `source` and `name` may be unknown. */
export interface MatchRecord {
  /** Unique among the records resolved together. */
  rid: string;
  source: string;
  name: string;
  address?: string | null;
  postalCode?: string | null;
  city?: string | null;
  codeInsee?: string | null;
  /** WGS 84, decimal degrees. */
  latitude?: number | null;
  longitude?: number | null;
  /** Several values may stand in one text, separated by anything. */
  phone?: string | null;
  email?: string | null;
  website?: string | null;
  siret?: string | null;
  typology?: string | null;
  services?: string | null;
  /** `YYYY-MM-DD` */
  updatedOn?: string | null;
}

export type Verdict = 'same' | 'linked' | 'distinct';

/** One piece of evidence, in bits: positive speaks for the same place, negative against, 0 says nothing. */
export interface Evidence {
  /** Code of the comparison and of its level, e.g. `phone-equal`: words for people live in messages. */
  kind: string;
  bits: number;
  /** What was compared, as the records write it. */
  left?: string;
  right?: string;
}

export interface PairVerdict {
  a: string;
  b: string;
  verdict: Verdict;
  /** Probability that both records are one place, 0–1. */
  probability: number;
  /** Sum of the evidence and of the prior. */
  bits: number;
}

/** What a person decided about two records; it wins over any score. */
export interface PairDecision {
  a: string;
  b: string;
  verdict: Verdict;
}

export interface Resolution {
  /** Cluster of every record, as the smallest `rid` of the cluster: independent of the order of the records. */
  clusterOf: Map<string, string>;
  /** Pairs proposed by blocking whose verdict is `same` or `linked`, sorted by `a` then `b`. */
  pairs: PairVerdict[];
  counts: { records: number; candidatePairs: number; clusters: number };
}
