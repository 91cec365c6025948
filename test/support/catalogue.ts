import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '../../src/kernel/dates.ts';
import { buildCatalogue } from '../../src/modules/directory/domain/catalogue.ts';
import type { Catalogue, PublishedPlace } from '../../src/modules/directory/index.ts';
import {
  buildCommuneReference,
  type CommuneReference,
  FIELD_KEYS,
  type PlaceFields,
  readCommunes,
  STANDARD_FIELDS,
} from '../../src/modules/standard/index.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';

/** Tuesday 24 November 2026, 14 h 10 in Paris. */
export const TUESDAY = new Date('2026-11-24T13:10:00Z');

/** A fictitious place: a test states only the fields that matter to it. */
export function aPlace(
  id: string,
  fields: PlaceFields = {},
  more: Partial<PublishedPlace> = {},
): PublishedPlace {
  const filled: PlaceFields = {
    name: `Lieu ${id}`,
    commune: 'Bron',
    postalCode: '69500',
    codeInsee: '69029',
    ...fields,
  };
  const origin = { source: 'annuaire-fictif', recordKey: id, date: '2026-11-03' as LocalDate };
  const known = STANDARD_FIELDS.map((field) => FIELD_KEYS[field]).filter((key) => filled[key] !== undefined);
  return {
    id,
    fields: filled,
    provenance: Object.fromEntries(known.map((key) => [key, [origin]])),
    sources: ['annuaire-fictif'],
    missingSince: null,
    createdAt: new Date('2026-01-05T08:00:00Z'),
    updatedAt: new Date('2026-11-03T08:00:00Z'),
    ...more,
  };
}

export function aCatalogue(
  places: readonly PublishedPlace[],
  past: {
    merged?: Map<string, string>;
    removed?: Map<string, { fields: PlaceFields; removedAt: Date }>;
  } = {},
): Catalogue {
  return buildCatalogue({
    revision: 1,
    refreshedAt: TUESDAY,
    places,
    merged: past.merged ?? new Map(),
    removed: past.removed ?? new Map(),
  });
}

let reference: CommuneReference | undefined;

/** The real communes of France, built by scripts/build-communes.mjs. */
export function allCommunes(): CommuneReference {
  reference ??= buildCommuneReference(
    readCommunes(JSON.parse(readFileSync(join(findProjectFolder(), 'dist/reference/communes.json'), 'utf8'))),
  );
  return reference;
}
