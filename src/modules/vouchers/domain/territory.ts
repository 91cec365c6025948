import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Commune, CommuneReference } from '../../standard/index.ts';

export const AREA_KINDS = ['commune', 'epci', 'departement', 'region'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/**
 * An area always says of what it is the code, since 84 is a département and a region (INSEE, code officiel
 * géographique): `commune:69123`, `epci:200046977`, `departement:69`, `region:84`.
 */
const area = (kind: AreaKind, code: string): string => `${kind}:${code}`;

/** A commune and all that contains it. */
export const areasOf = (commune: Commune): string[] => [
  area('commune', commune.codeInsee),
  ...(commune.arrondissementOf ? [area('commune', commune.arrondissementOf)] : []),
  ...(commune.epciCode ? [area('epci', commune.epciCode)] : []),
  area('departement', commune.departement),
  area('region', commune.region),
];

/** Of a commune by its code; null when no such commune exists. */
export const territoriesOf =
  (communes: CommuneReference) =>
  (codeInsee: string): readonly string[] | null => {
    const commune = communes.byInsee(codeInsee);
    return commune && areasOf(commune);
  };

/** Codes as people type them, with spaces, commas or semicolons between; the first that is none is refused as typed. */
export function parseAreas(
  typed: Readonly<Record<AreaKind, string>>,
  communes: CommuneReference,
): Result<string[], { kind: AreaKind; code: string }> {
  const found = new Set<string>();
  for (const kind of AREA_KINDS)
    for (const code of typed[kind].split(/[\s,;]+/).filter(Boolean)) {
      // A commune that was merged is known by its present code.
      const named = kind === 'commune' ? communes.byInsee(code)?.codeInsee : code.toUpperCase();
      const one = area(kind, named ?? code);
      if (!communes.communes.some((commune) => areasOf(commune).includes(one))) return refuse({ kind, code });
      found.add(one);
    }
  return ok([...found]);
}

/** Codes of one kind, as they would be typed again. */
export const codesOf = (areas: readonly string[], kind: AreaKind): string =>
  areas
    .filter((one) => one.startsWith(`${kind}:`))
    .map((one) => one.slice(kind.length + 1))
    .join(' ');
