import { DEFAULT_BITS, LEVELS, type Level } from './levels.ts';

/** Weights of the evidence. Plain data: it can be stored, versioned and compared. */
export interface MatchModel {
  version: string;
  /** Bits before any evidence: proposed pairs are rarely one place. */
  priorBits: number;
  bits: Readonly<Record<Level, number>>;
  /** Whether spelling and distance are also read step by step: only learnt models weigh these steps. */
  readsFinely: boolean;
}

export const DEFAULT_MODEL: MatchModel = {
  version: '1',
  priorBits: -4,
  bits: DEFAULT_BITS,
  readsFinely: false,
};

export const weightsOf = (model: MatchModel): Float64Array =>
  Float64Array.from(LEVELS, (level) => model.bits[level]);

export const probabilityOf = (bits: number): number => 1 / (1 + 2 ** -bits);
