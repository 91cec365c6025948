import { distanceMetres, type Point } from '../../../kernel/geo.ts';
import type { Commune, CommuneReference } from '../../standard/index.ts';

export interface CommuneClues {
  name: string;
  postalCode: string;
  codeInsee: string;
  point: Point | undefined;
}

/** Answers already worked out, per reference: the records of a source name the same communes again and again. */
const MEMORIES = new WeakMap<CommuneReference, Map<string, Commune | null>>();
/** About 10 MB of keys: then the memory starts afresh. */
const MEMORY_LIMIT = 50_000;
/** A point this far from the commune that words and codes name is a clue against it. */
const DOUBTFUL_METRES = 8_000;

/** The commune that the clues agree on; the point is asked only when words and codes leave a doubt. */
export function findCommuneOf(clues: CommuneClues, reference: CommuneReference): Commune | null {
  const named = recall(clues, reference);
  if (!clues.point) return named;
  const isNear = named?.centre && distanceMetres(named.centre, clues.point) < DOUBTFUL_METRES;
  // Words and codes that agree stand against a far point: it is the point that is refused.
  return isNear ? named : (reference.find({ ...clues, point: clues.point }) ?? named);
}

function recall({ name, postalCode, codeInsee }: CommuneClues, reference: CommuneReference): Commune | null {
  const memory = MEMORIES.get(reference) ?? new Map<string, Commune | null>();
  MEMORIES.set(reference, memory);
  const key = `${name}|${postalCode}|${codeInsee}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= MEMORY_LIMIT) memory.clear();
  const found = reference.find({ name, postalCode, codeInsee });
  memory.set(key, found);
  return found;
}
