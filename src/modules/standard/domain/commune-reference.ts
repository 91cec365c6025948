import { distanceMetres, type Point } from '../../../kernel/geo.ts';
import { foldKey } from '../../../kernel/text.ts';
import type { Commune, CommuneReference } from './communes.ts';

export function buildCommuneReference(communes: Commune[]): CommuneReference {
  const insee = new Map(communes.map((commune) => [commune.codeInsee, commune]));
  const names = new Map<string, Commune[]>();
  for (const commune of communes) {
    const key = foldKey(commune.name);
    names.set(key, [...(names.get(key) ?? []), commune]);
  }
  const byInsee = (code: string) => insee.get(code) ?? null;
  const byName = (name: string) => names.get(foldKey(name)) ?? [];
  const byPostalCode = (code: string) => communes.filter(({ postalCodes }) => postalCodes.includes(code));
  return {
    communes,
    byInsee,
    byName,
    byPostalCode,
    find: ({ name = '', postalCode = '', codeInsee = '' }) =>
      byInsee(codeInsee) ?? byName(name).find(({ postalCodes }) => postalCodes.includes(postalCode)) ?? null,
    nearest: (point: Point, count: number) =>
      communes
        .flatMap((commune) =>
          commune.centre ? [{ commune, distanceMetres: distanceMetres(point, commune.centre) }] : [],
        )
        .sort((a, b) => a.distanceMetres - b.distanceMetres)
        .slice(0, count),
  };
}
