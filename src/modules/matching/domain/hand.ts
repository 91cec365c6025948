import { createProposer, layRule, type Proposer, type Range, type Rule, type RuleName } from './blocking.ts';
import type { MatchModel } from './model.ts';
import { type PairColumns, PairList } from './pair-list.ts';
import { openPieceReader, type PieceOutcome, type PieceReader, type ReaderNumbers } from './piece-reader.ts';
import { createScorer, type Scorer } from './scorer.ts';
import { onSharedMemory } from './shared-memory.ts';
import type { Known } from './statistics.ts';

/** Pairs found in one range of rows that are not distinct, as columns. */
export interface FoundInRange {
  candidatePairs: number;
  found: PairColumns;
}

/**
 * One of those among whom a large resolution is shared out, each in a thread of its own or all in one. Every call takes and
 * gives plain data.
 */
export interface Hand {
  /** Reads whole lines of the file. */
  read(bytes: Uint8Array): PieceOutcome;
  /** After the last piece: what the numbers in the pieces mean. */
  numbers(): ReaderNumbers;
  learn(known: Known): void;
  layRule(name: RuleName): Rule;
  prepare(judging: { rules: readonly Rule[]; model: MatchModel }): void;
  judge(range: Range): FoundInRange;
}

/** `place`: which of the hands this one is. */
export function openHand(place: number): Hand {
  let reader: PieceReader | null = openPieceReader(place);
  let known: Known | null = null;
  let judging: { propose: Proposer; scorer: Scorer } | null = null;
  return {
    read: (bytes) => require(reader).read(bytes),
    numbers() {
      const numbers = require(reader).numbers();
      // Its texts are told: it need not hold them any longer.
      reader = null;
      return numbers;
    },
    learn(told) {
      known = told;
    },
    layRule(name) {
      const { corpus, statistics } = require(known);
      return onSharedMemory(layRule(corpus, statistics, name));
    },
    prepare({ rules, model }) {
      const { corpus, statistics } = require(known);
      judging = {
        propose: createProposer(corpus.size, rules),
        scorer: createScorer(corpus, statistics, model),
      };
    },
    judge(range) {
      const { propose, scorer } = require(judging);
      const found = new PairList();
      const candidatePairs = propose(range, (a, b) => {
        const bits = scorer.bits(a, b);
        const verdict = scorer.verdict(bits);
        if (verdict !== 'distinct') found.add({ a, b, bits, verdict });
      });
      return { candidatePairs, found: found.columns() };
    },
  };
}

function require<Value>(value: Value | null): Value {
  if (value === null) throw new Error('A hand was called out of turn.');
  return value;
}
