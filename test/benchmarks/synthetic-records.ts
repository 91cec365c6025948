import type { MatchRecord } from '../../src/modules/matching/index.ts';

/** Places per commune, as in the national map: 1 to 12, and cities with hundreds. */
const PLACES_PER_COMMUNE = 12;
const SYLLABLES =
  'ba bel bou bri cha cour dor fer gar jar lan lar mar mon mor nan pla pon ras sau ter val ver vil'.split(
    ' ',
  );
const ENDINGS = 'ac an ay ères eville euil ies ieu igny in oux ois onne court mont'.split(' ');
const KINDS = [
  'Mairie',
  'CCAS',
  'France Services',
  'Médiathèque',
  'Bibliothèque',
  'Mission locale',
  'EPN',
  'Centre social',
  'MJC',
  'La Poste',
  'Association',
  'Tiers-lieu',
];
const WAYS = ['rue', 'avenue', 'place', 'boulevard', 'chemin', 'impasse'];
const SHORT_WAYS: Record<string, string> = {
  avenue: 'AV',
  place: 'PL',
  boulevard: 'BD',
  chemin: 'CHE',
  impasse: 'IMP',
};
const SOURCES = ['annuaire-a', 'annuaire-b', 'annuaire-c', 'annuaire-d'];

/** mulberry32: 32 bits of state are enough for invented places, and the same seed gives the same places for ever. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;

interface Place {
  kind: string;
  own: string;
  commune: { name: string; postalCode: string; latitude: number; longitude: number };
  number: number;
  way: string;
  wayName: string;
  phone: string;
  email: string;
  siret: string;
  latitude: number;
  longitude: number;
}

/** Fictitious records of fictitious places; the part of the `rid` before the colon tells the place. */
export function syntheticRecords(count: number, seed: number): MatchRecord[] {
  const random = seededRandom(seed);
  const communes = Array.from({ length: Math.ceil(count / PLACES_PER_COMMUNE / 2) }, () =>
    inventCommune(random),
  );
  const records: MatchRecord[] = [];
  for (let place = 0; records.length < count; place += 1) {
    const invented = inventPlace(random, communes);
    const copies = 1 + Math.floor(random() * 3);
    for (let copy = 0; copy < copies && records.length < count; copy += 1) {
      records.push(writeRecord(random, invented, { rid: `p${place}:${copy}`, source: SOURCES[copy]! }));
    }
  }
  return records;
}

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)]!;

function inventWord(random: Random): string {
  const word = pick(random, SYLLABLES) + pick(random, SYLLABLES) + pick(random, ENDINGS);
  return word[0]!.toUpperCase() + word.slice(1);
}

function inventCommune(random: Random): Place['commune'] {
  return {
    name: inventWord(random) + (random() < 0.3 ? `-sur-${inventWord(random)}` : ''),
    postalCode: String(1000 + Math.floor(random() * 94_000)).padStart(5, '0'),
    latitude: 42.5 + random() * 8,
    longitude: -4 + random() * 11.5,
  };
}

function inventPlace(random: Random, communes: readonly Place['commune'][]): Place {
  // Squaring crowds a quarter of the places into a sixteenth of the communes: towns.
  const commune = communes[Math.floor(random() ** 2 * communes.length)]!;
  const kind = pick(random, KINDS);
  const own =
    random() < 0.35 ? '' : `${inventWord(random)} ${random() < 0.4 ? inventWord(random) : ''}`.trim();
  const word = inventWord(random).toLowerCase();
  return {
    kind,
    own,
    commune,
    number: 1 + Math.floor(random() * 120),
    way: pick(random, WAYS),
    wayName: `${inventWord(random)} ${inventWord(random)}`,
    phone: `01${String(Math.floor(random() * 1e8)).padStart(8, '0')}`,
    email: `contact@${word}-${Math.floor(random() * 1e6)}.example`,
    siret: String(Math.floor(1e13 + random() * 8e13)),
    latitude: commune.latitude + (random() - 0.5) * 0.03,
    longitude: commune.longitude + (random() - 0.5) * 0.03,
  };
}

function writeRecord(
  random: Random,
  place: Place,
  { rid, source }: { rid: string; source: string },
): MatchRecord {
  const { kind, own, commune, number, way, wayName } = place;
  const written = random() < 0.3 ? (SHORT_WAYS[way] ?? way) : way;
  const name = own === '' || random() < 0.2 ? `${kind} de ${commune.name} ${own}` : `${kind} ${own}`;
  const address = `${random() < 0.9 ? `${number} ` : ''}${written} ${misspell(random, wayName)}`;
  const hasPoint = random() < 0.8;
  return {
    rid,
    source,
    name: random() < 0.3 ? name.toUpperCase() : misspell(random, name),
    address: random() < 0.05 ? null : address,
    postalCode: commune.postalCode,
    city: random() < 0.3 ? commune.name.toUpperCase() : commune.name,
    latitude: hasPoint ? place.latitude + (random() - 0.5) * 0.0002 : null,
    longitude: hasPoint ? place.longitude + (random() - 0.5) * 0.0002 : null,
    phone: random() < 0.5 ? place.phone : null,
    email: random() < 0.4 ? place.email : null,
    siret: random() < 0.4 ? place.siret : null,
  };
}

/** One text in twelve loses a letter. */
function misspell(random: Random, text: string): string {
  if (random() > 1 / 12 || text.length < 6) return text;
  const at = 2 + Math.floor(random() * (text.length - 4));
  return text.slice(0, at) + text.slice(at + 1);
}
