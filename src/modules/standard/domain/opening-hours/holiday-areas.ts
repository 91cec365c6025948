/** Where the calendar differs from that of France as a whole: the names that `opening_hours` gives to these areas. */
const LEGAL_AREAS: Readonly<Record<string, string>> = {
  // Code du travail, art. L. 3134-13: Good Friday and 26 December.
  '57': 'Moselle',
  '67': 'Bas-Rhin',
  '68': 'Haut-Rhin',
  // Code du travail, art. L. 3422-2: commemoration of the abolition of slavery; and the days of each territory.
  '971': 'Guadeloupe',
  '972': 'Martinique',
  '973': 'Guyane',
  '974': 'La Réunion',
  '976': 'Mayotte',
  '977': 'Saint-Barthélemy',
  '978': 'Saint-Martin',
  '986': 'Wallis-et-Futuna',
  '987': 'Polynésie française',
  '988': 'Nouvelle-Calédonie',
};

/** Regions set the zone of school holidays (A, B, C, Corsica): departements by region, INSEE 2026. */
const REGIONS: Readonly<Record<string, string>> = {
  'Auvergne-Rhône-Alpes': '01 03 07 15 26 38 42 43 63 69 73 74',
  'Bourgogne-Franche-Comté': '21 25 39 58 70 71 89 90',
  Bretagne: '22 29 35 56',
  'Centre-Val de Loire': '18 28 36 37 41 45',
  Corse: '2A 2B',
  'Grand Est': '08 10 51 52 54 55 57 67 68 88',
  'Hauts-de-France': '02 59 60 62 80',
  'Île-de-France': '75 77 78 91 92 93 94 95',
  Normandie: '14 27 50 61 76',
  'Nouvelle-Aquitaine': '16 17 19 23 24 33 40 47 64 79 86 87',
  Occitanie: '09 11 12 30 31 32 34 46 48 65 66 81 82',
  'Pays de la Loire': '44 49 53 72 85',
  "Provence-Alpes-Côte d'Azur": '04 05 06 13 83 84',
};

const REGION_OF = new Map(
  Object.entries(REGIONS).flatMap(([region, codes]) =>
    codes.split(' ').map((code): [string, string] => [code, region]),
  ),
);

/**
 * The area whose holidays a text follows; empty for those of France as a whole. The library takes one area a text:
 * hours of Alsace-Moselle that speak of school holidays too follow the public holidays of France.
 */
export function holidayAreaOf(osm: string, departement: string): string {
  if (/\bSH\b/.test(osm)) return REGION_OF.get(departement) ?? LEGAL_AREAS[departement] ?? '';
  return /\bPH\b/.test(osm) ? (LEGAL_AREAS[departement] ?? '') : '';
}
