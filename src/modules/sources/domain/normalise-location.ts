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
  const clues = {
    name: name?.text ?? inside.commune ?? '',
    postalCode: postalCode?.code ?? inside.postalCode ?? '',
    codeInsee: insee?.code ?? '',
    point: place?.point,
  };
  const commune = findCommuneOf(clues, draft.context.reference);
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

/** At least one way to find the place on the ground. */
export const hasLocation = ({ fields }: Draft): boolean =>
  fields.commune !== undefined ||
  fields.postalCode !== undefined ||
  fields.codeInsee !== undefined ||
  fields.address !== undefined ||
  fields.latitude !== undefined;
