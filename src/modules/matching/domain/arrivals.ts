import { readCorpus } from './build-corpus.ts';
import type { RecordCorpus } from './corpus.ts';
import { decisionBook } from './decision-book.ts';
import { indexHolders } from './holders.ts';
import { joinedBy, rowOfRid, sameAdjacency } from './local-clustering.ts';
import type { MatchRecord, Resolution } from './match-record.ts';
import { type ExplainedVerdict, type ResolveOptions, resolveCorpus } from './matcher.ts';
import { DEFAULT_MODEL, probabilityOf } from './model.ts';
import { createScorer, evidenceOf } from './scorer.ts';
import { measure } from './statistics.ts';
import { candidatesOf } from './visitor-candidates.ts';
import { addVisitorRow } from './visitor-row.ts';
import { visitorStatistics } from './visitor-statistics.ts';

/** What one more record is. */
export interface Arrival {
  /** Every record that blocking proposes to it, the surest first. */
  candidates: ExplainedVerdict[];
  /** The records of the place it joins, itself included, in order: the first one names the place. */
  members: string[];
}

/** Records already resolved, to which one record after another is compared without computing the rest again. */
export interface Arrivals {
  resolution: Resolution;
  /**
   * A new record, or a changed one when its identifier is known: it then replaces what it was. The records stay as they
   * were when opened, each call is on its own.
   */
  receive(record: MatchRecord): Arrival;
}

export function openArrivals(records: readonly MatchRecord[], options: ResolveOptions = {}): Arrivals {
  const read = readCorpus(records);
  const base = measure(read.corpus);
  const resolution = resolveCorpus({ corpus: read.corpus, statistics: base }, options);
  const holders = indexHolders(read.corpus, base);
  const neighbours = sameAdjacency(read.corpus, resolution.pairs);
  const book = decisionBook(options);
  const visitor = addVisitorRow(read);
  const weighing = visitorStatistics(visitor, base, holders);
  const { corpus, row } = visitor;
  const model = options.model ?? DEFAULT_MODEL;

  const compareAll = (gone: number): Arrival => {
    // One for each visitor: what it keeps about a name holds only as long as the name keeps its number.
    const scorer = createScorer(corpus, weighing.statistics, model);
    const near = candidatesOf({ corpus, row, gone, holders, weighing });
    for (const other of near) weighing.refresh(other);
    const candidates = Array.from(near, (other): ExplainedVerdict => {
      const [a, b] = inOrderOfRid(corpus, row, other);
      const bits = scorer.bits(a, b);
      const pair = [corpus.records[a]!, corpus.records[b]!] as const;
      const verdict = book.verdictOf(pair[0].rid, pair[1].rid) ?? scorer.verdict(bits);
      const evidence = evidenceOf(scorer, model, pair);
      return { a: pair[0].rid, b: pair[1].rid, verdict, probability: probabilityOf(bits), bits, evidence };
    });
    const joined = joinedBy({
      corpus,
      row,
      gone,
      candidates,
      neighbours,
      book,
      scorer,
      refresh: weighing.refresh,
    });
    return { candidates: candidates.sort((x, y) => y.bits - x.bits), members: joined };
  };
  return {
    resolution,
    receive(record) {
      visitor.seat(record);
      const gone = rowOfRid(corpus, record.rid);
      weighing.count(gone);
      try {
        return compareAll(gone);
      } finally {
        weighing.leave();
      }
    },
  };
}

const inOrderOfRid = ({ records }: RecordCorpus, x: number, y: number): [number, number] =>
  records[x]!.rid < records[y]!.rid ? [x, y] : [y, x];
