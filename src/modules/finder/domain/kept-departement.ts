import type { Commune, PlaceFields } from '../../standard/index.ts';
import { departementName, departementOfCode } from './departements.ts';
import type { SearchablePlace } from './world.ts';

export interface KeptPlace {
  id: string;
  fields: PlaceFields;
  sources: string[];
  missingSince: string | null;
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
}

interface Keepable extends SearchablePlace {
  sources: string[];
  missingSince: Date | null;
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
    places,
    communes,
    instance,
  }: { places: readonly Keepable[]; communes: readonly Commune[]; instance: Instance },
): KeptDepartement | null {
  const inside = communes.filter(({ departement }) => departement === code);
  if (inside.length === 0) return null;
  return {
    code,
    name: departementName(code),
    keptAt: instance.now.toISOString(),
    territoryName: instance.territoryName,
    ...(instance.helpPhone !== undefined && { helpPhone: instance.helpPhone }),
    communes: inside.map((commune) => ({ ...commune, former: [] })),
    places: places
      .filter(({ fields }) => departementOfCode(fields.codeInsee ?? fields.postalCode ?? '') === code)
      .map(({ id, fields, sources, missingSince }) => ({
        id,
        fields: withoutHolidays(fields),
        sources,
        missingSince: missingSince?.toISOString() ?? null,
      })),
  };
}

/** The dates of holidays weigh 100 KB: a phone without network says « en principe » instead. */
function withoutHolidays(fields: PlaceFields): PlaceFields {
  const openingHours = fields.openingHours?.replace(/;\s*[PS]H(?:,[PS]H)* off/g, '');
  return openingHours === undefined ? fields : { ...fields, openingHours };
}
