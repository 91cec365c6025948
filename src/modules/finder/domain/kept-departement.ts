import type { Commune, PlaceFields } from '../../standard/index.ts';
import { departementName, departementOfCode } from './departements.ts';
import type { SearchablePlace } from './world.ts';

export interface KeptPlace {
  id: string;
  fields: PlaceFields;
  sources: string[];
  missingSince: string | null;
}

/** A link that a person kept to a place that is no more: what its page says, and where its neighbours are. */
interface KeptRemoval {
  id: string;
  /** ISO instant. */
  removedAt: string;
  fields: PlaceFields;
}

/** What a phone keeps to search and to show the places of one département without network. */
export interface KeptDepartement {
  code: string;
  name: string;
  /** ISO instant. */
  keptAt: string;
  territoryName: string;
  helpPhone?: string;
  communes: Commune[];
  places: KeptPlace[];
  /** Absent from files kept before they existed. */
  removed?: KeptRemoval[];
  /** Old identifiers and those they lead to. */
  merged?: [string, string][];
}

interface Keepable extends SearchablePlace {
  sources: string[];
  missingSince: Date | null;
}

interface KeepableCatalogue {
  places: readonly Keepable[];
  merged: ReadonlyMap<string, string>;
  removed: ReadonlyMap<string, { fields: PlaceFields; removedAt: Date }>;
}

/** What pages say of the service itself. */
interface Instance {
  now: Date;
  territoryName: string;
  helpPhone: string | undefined;
}

/** Null for what is not a département of France. */
export function packDepartement(
  code: string,
  {
    catalogue: { places, merged, removed },
    communes,
    instance,
  }: { catalogue: KeepableCatalogue; communes: readonly Commune[]; instance: Instance },
): KeptDepartement | null {
  const inside = communes.filter(({ departement }) => departement === code);
  if (inside.length === 0) return null;
  const isInside = ({ codeInsee, postalCode }: PlaceFields): boolean =>
    departementOfCode(codeInsee ?? postalCode ?? '') === code;
  const kept = places.filter(({ fields }) => isInside(fields));
  const keptIds = new Set(kept.map(({ id }) => id));
  return {
    code,
    name: departementName(code),
    keptAt: instance.now.toISOString(),
    territoryName: instance.territoryName,
    ...(instance.helpPhone !== undefined && { helpPhone: instance.helpPhone }),
    communes: inside.map((commune) => ({ ...commune, former: [] })),
    places: kept.map(({ id, fields, sources, missingSince }) => ({
      id,
      fields: withoutHolidays(fields),
      sources,
      missingSince: missingSince?.toISOString() ?? null,
    })),
    removed: [...removed]
      .filter(([, { fields }]) => isInside(fields))
      .map(([id, { fields, removedAt }]) => ({
        id,
        removedAt: removedAt.toISOString(),
        fields: toRecall(fields),
      })),
    merged: [...merged].filter(([, into]) => keptIds.has(into)),
  };
}

/** Its name, and where it was. */
const RECALLED = [
  'name',
  'codeInsee',
  'postalCode',
  'latitude',
  'longitude',
  'coordinatesPrecision',
] as const satisfies readonly (keyof PlaceFields)[];

const toRecall = (fields: PlaceFields): PlaceFields =>
  Object.fromEntries(
    RECALLED.filter((key) => fields[key] !== undefined).map((key) => [key, fields[key]]),
  ) as PlaceFields;

/** The dates of holidays weigh 100 KB: a phone without network says « en principe » instead. */
function withoutHolidays(fields: PlaceFields): PlaceFields {
  const openingHours = fields.openingHours?.replace(/;\s*[PS]H(?:,[PS]H)* off/g, '');
  return openingHours === undefined ? fields : { ...fields, openingHours };
}
