import { distanceMetres, type Point } from '../../../kernel/geo.ts';
import { foldKey } from '../../../kernel/text.ts';
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
  if (!clues.point || (named && !isFarFrom(named, clues.point))) return named;
  // Words and codes that agree stand against a far point: it is the point that is refused.
  return reference.find({ ...clues, point: clues.point }) ?? named;
}

/** A commune whose centre is unknown is far from nothing. */
const isFarFrom = ({ centre }: Commune, point: Point): boolean =>
  centre !== undefined && distanceMetres(centre, point) >= DOUBTFUL_METRES;

type Words = Omit<CommuneClues, 'point'>;

function recall({ name, postalCode, codeInsee }: Words, reference: CommuneReference): Commune | null {
  const memory = MEMORIES.get(reference) ?? new Map<string, Commune | null>();
  MEMORIES.set(reference, memory);
  const key = `${name}|${postalCode}|${codeInsee}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= MEMORY_LIMIT) memory.clear();
  const found =
    evident({ name, postalCode, codeInsee }, reference) ?? reference.find({ name, postalCode, codeInsee });
  memory.set(key, found);
  return found;
}

/** Name, postal code and INSEE code that agree to the letter, as on most rows: no need to weigh them. */
function evident({ name, postalCode, codeInsee }: Words, reference: CommuneReference): Commune | null {
  const sharing = reference.byPostalCode(postalCode);
  // Where there are arrondissements, the name of the city alone does not choose among them.
  if (name === '' || sharing.some(({ arrondissementOf }) => arrondissementOf !== undefined)) return null;
  const key = foldKey(name);
  const named = sharing.filter((commune) => keyOf(commune) === key);
  const [only] = named;
  return named.length === 1 && only && (codeInsee === '' || only.codeInsee === codeInsee) ? only : null;
}

const KEYS = new WeakMap<Commune, string>();

function keyOf(commune: Commune): string {
  const key = KEYS.get(commune) ?? foldKey(commune.name);
  KEYS.set(commune, key);
  return key;
}
