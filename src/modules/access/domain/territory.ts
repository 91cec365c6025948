/** Official codes, as text: Corsica has letters, and 84 is a département and a region. INSEE, code officiel géographique. */
const CODE = {
  commune: /^(\d{5}|2[AB]\d{3})$/,
  departement: /^(\d{2}|2[AB]|97\d)$/,
  region: /^\d{2}$/,
} as const;

export type TerritoryKind = keyof typeof CODE;
const TERRITORY_KINDS = Object.keys(CODE) as readonly TerritoryKind[];

/** Reads codes separated by spaces, commas or semicolons; the first that is none is refused as typed. */
export function parseTerritories(
  typed: Record<TerritoryKind, string>,
): { ok: true; value: string[] } | { ok: false; refusal: { kind: TerritoryKind; code: string } } {
  const found: string[] = [];
  for (const kind of TERRITORY_KINDS)
    for (const code of typed[kind]
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean)) {
      if (!CODE[kind].test(code)) return { ok: false, refusal: { kind, code } };
      found.push(`${kind}:${code}`);
    }
  return { ok: true, value: [...new Set(found)] };
}
