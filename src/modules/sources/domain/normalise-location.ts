import type { Point } from '../../../kernel/geo.ts';
import type { Commune } from '../../standard/index.ts';
import { findCommuneOf } from './commune-memory.ts';
import { normaliseAddress } from './normalise-address.ts';
import { keepInsee, readInsee, readPostalCode, settleInsee, settlePostalCode } from './normalise-codes.ts';
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
  settlePostalCode(draft, postalCode, { inside: inside.postalCode, commune });
  if (place) keepPoint(draft, place, commune);
}

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
  if (together || (!inside.commune && !inside.postalCode)) return together;
  const alone = findCommuneOf({ ...said, point }, context.reference);
  if (alone || said.name !== '') return alone;
  return findCommuneOf({ ...said, postalCode, point }, context.reference);
}

/** At least one way to find the place on the ground. */
export const hasLocation = ({ fields }: Draft): boolean =>
  fields.commune !== undefined ||
  fields.postalCode !== undefined ||
  fields.codeInsee !== undefined ||
  fields.address !== undefined ||
  fields.latitude !== undefined;
