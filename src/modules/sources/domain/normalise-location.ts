import type { Point } from '../../../kernel/geo.ts';
import type { Commune } from '../../standard/index.ts';
import { findCommuneOf } from './commune-memory.ts';
import { normaliseAddress } from './normalise-address.ts';
import {
  isPlausible,
  keepInsee,
  readInsee,
  readPostalCode,
  settleInsee,
  settlePostalCode,
} from './normalise-codes.ts';
import { keepCommuneName, settleCommuneName } from './normalise-commune.ts';
import { keepPoint, readPoint } from './normalise-coordinates.ts';
import type { Draft } from './normalise-draft.ts';
import { cleaned } from './normalise-texts.ts';

/** Address, commune, codes and coordinates are read together: each completes and corrects the others. */
export function normaliseLocation(draft: Draft): void {
  const inside = normaliseAddress(draft);
  const place = readPoint(draft);
  const name = cleaned(draft, 'commune');
  const postalCode = readPostalCode(draft);
  const insee = readInsee(draft);
  const said = { name: name?.text ?? '', postalCode: postalCode?.code ?? '', codeInsee: insee?.code ?? '' };
  const commune = findCommune(draft, { said, inside, point: place?.point });
  if (commune) {
    settleCommuneName(draft, name, commune);
    settleInsee(draft, insee, commune);
  } else {
    keepCommuneName(draft, name);
    keepInsee(draft, insee);
  }
  settlePostalCode(draft, postalCode, { inside: inside.postalCode, commune, point: place?.point });
  if (place) keepPoint(draft, place, isDoubted(draft) ? null : commune);
}

/** A postal code and a commune that contradict each other: the point may be right with either. */
const isDoubted = ({ issues }: Draft): boolean =>
  issues.some(({ reason }) => reason === 'postal-code-disputed');

interface Clues {
  said: { name: string; postalCode: string; codeInsee: string };
  /** What stood in the address. */
  inside: ReturnType<typeof normaliseAddress>;
  point: Point | undefined;
}

/** Columns of their own speak louder than the address: where both disagree, they are asked alone, then the code alone. */
function findCommune({ context }: Draft, { said, inside, point }: Clues): Commune | null {
  const name = said.name || (inside.commune ?? '');
  const postalCode = said.postalCode || (inside.postalCode ?? '');
  const together = findCommuneOf({ ...said, name, postalCode, point }, context.reference);
  const addressed = together && isOutvoted(together, said, inside) ? ofAddress(inside, context) : null;
  if (addressed) return addressed;
  if (together || (!inside.commune && !inside.postalCode)) return together;
  const alone = findCommuneOf({ ...said, point }, context.reference);
  if (alone || said.name !== '') return alone;
  return findCommuneOf({ ...said, postalCode, point }, context.reference);
}

/** A whole address that agrees with the postal code stands against a name and an INSEE code: these often come from one another. */
const isOutvoted = (commune: Commune, said: Clues['said'], inside: Clues['inside']): boolean =>
  inside.postalCode !== undefined &&
  inside.postalCode === said.postalCode &&
  !isPlausible(said.postalCode, commune);

const ofAddress = ({ commune = '', postalCode = '' }: Clues['inside'], { reference }: Draft['context']) =>
  commune === ''
    ? null
    : findCommuneOf({ name: commune, postalCode, codeInsee: '', point: undefined }, reference);

/** At least one way to find the place on the ground. */
export const hasLocation = ({ fields }: Draft): boolean =>
  fields.commune !== undefined ||
  fields.postalCode !== undefined ||
  fields.codeInsee !== undefined ||
  fields.address !== undefined ||
  fields.latitude !== undefined;
