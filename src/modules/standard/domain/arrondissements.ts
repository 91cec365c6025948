/** Cities whose arrondissements have their own INSEE codes, and how many they have. */
const CITIES: Readonly<Record<string, number>> = { paris: 20, lyon: 9, marseille: 16 };

/** Said around a rank, and saying nothing more. The ends of ordinals stand apart in « Lyon 6 ème ». */
const AROUND = new Set(
  'e er ere eme ieme nd nde arr arrdt ardt arrond arrondissement cedex a au d dans de du en l le'.split(' '),
);
/** They lead to what says where, and are no part of it. */
const BEFORE = new Set(['a', 'au', 'd', 'dans', 'de', 'du', 'en']);
const IS_NAMED = /^arr(?:dt|ond|ondissement)?$|^ardt$/;

const UNITS =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
const ROMANS = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

/** Words of numbers from 1 to 20, folded: « dix-huit » is two of them. */
const CARDINALS = new Map(
  [...UNITS, 'dix sept', 'dix huit', 'dix neuf', 'vingt'].map((word, at) => [word, at + 1]),
);
const ORDINALS = new Map(
  [...CARDINALS].map(([word, rank]) => [
    `${word.replace(/cinq$/, 'cinqu').replace(/neuf$/, 'neuv').replace(/e$/, '')}ieme`,
    rank,
  ]),
);
for (const first of ['premier', 'premiere', 'unieme']) ORDINALS.set(first, 1);
for (const second of ['second', 'seconde']) ORDINALS.set(second, 2);

interface Said {
  rank: number;
  /** « 13e » and « troisième », not « 13 »: a number before a city may be that of its département. */
  isOrdinal: boolean;
}

/**
 * City and rank of the arrondissement that these folded words say, as « marseille 13 », and nothing else: in figures, in
 * words or in Roman figures, before or after the city. `null`: they say none, or something more.
 */
export function arrondissementSaid(words: readonly string[]): string | null {
  const cities = words.filter((word) => Object.hasOwn(CITIES, word));
  const [city] = cities;
  if (city === undefined || cities.length > 1 || BEFORE.has(words[0]!)) return null;
  const said = readRanks(words.filter((word) => word !== city));
  if (said === null || said.rank > CITIES[city]!) return null;
  return words[0] === city || said.isOrdinal ? `${city} ${said.rank}` : null;
}

/** The only rank among words that say nothing more. */
function readRanks(words: readonly string[]): Said | null {
  const found: Said[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const both = rankOf(`${words[at]} ${words[at + 1]}`);
    const said = both ?? rankOf(words[at]!);
    if (said) found.push(said);
    else if (!AROUND.has(words[at]!)) return null;
    if (both) at += 1;
  }
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  return { ...only, isOrdinal: only.isOrdinal || words.some((word) => IS_NAMED.test(word)) };
}

function rankOf(word: string): Said | null {
  const [, figures, end] = /^0?(\d{1,2}|[ivx]+)(e|er|ere|eme|ieme|nd|nde)?$/.exec(word) ?? [];
  const roman = ROMANS.indexOf(figures ?? '') + 1;
  const ordinal = ORDINALS.get(word);
  const rank = ordinal ?? CARDINALS.get(word) ?? (roman || Number(figures ?? 0));
  return rank >= 1 ? { rank, isOrdinal: ordinal !== undefined || end !== undefined } : null;
}
