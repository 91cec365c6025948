import type { Commune } from '../../src/modules/standard/index.ts';
import { seededRandom } from './synthetic-records.ts';

/** A record of the national standard, as an export of `standard-json` writes it. */
type StandardPlace = Record<string, string | number>;

const KINDS = ['Médiathèque', 'France Services', 'Espace numérique', 'Centre social', 'Mission locale'];
const WAYS = ['rue', 'avenue', 'place', 'boulevard', 'chemin'];
const SYLLABLES = 'ba bel bou bri cha cour dor fer gar lan lar mar mon nan pla ras sau ter val ville'.split(
  ' ',
);
const HOURS = [
  'Mo-Fr 09:00-12:30,13:30-17:00',
  'Tu-Fr 10:00-19:00; Sa 10:00-17:00',
  'Mo 09:00-12:00; Tu 09:00-12:00,14:00-18:00; We 14:00-18:00; Fr 09:00-12:00,14:00-17:00; Sa 10:00-12:00',
  'We 09:00-12:00; Th 09:00-12:00; PH off',
  'Mo-Sa 08:30-19:30',
];
const SERVICES = [
  'Aide aux démarches administratives',
  'Maîtrise des outils numériques du quotidien',
  'Accès internet et matériel informatique',
  'Insertion professionnelle via le numérique',
  'Utilisation sécurisée du numérique',
];

/**
 * Fictitious places spread as people are, so that cities are crowded: with 20,000, a list around Lyon holds hundreds, as
 * in the real sources. Every name and address is invented, numbers are of the range kept for fiction.
 */
export function syntheticPlaces(count: number, seed: number, communes: readonly Commune[]): StandardPlace[] {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const word = (): string => {
    const text = pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES);
    return text[0]!.toUpperCase() + text.slice(1);
  };
  const pickCommune = weightedPick(
    communes.filter(({ postalCodes, population }) => postalCodes.length > 0 && population > 0),
    random,
  );
  return Array.from({ length: count }, (_, rank) => {
    const { name, codeInsee, postalCodes, centre } = pickCommune();
    const services = SERVICES.filter(() => random() < 0.5);
    return {
      id: `banc-${rank}`,
      nom: `${pick(KINDS)} ${word()} ${word()}`,
      commune: name,
      code_postal: postalCodes[0]!,
      code_insee: codeInsee,
      adresse: `${1 + Math.floor(random() * 180)} ${pick(WAYS)} ${word()} ${word()}`,
      ...(centre && {
        latitude: Number((centre.latitude + (random() - 0.5) * 0.03).toFixed(5)),
        longitude: Number((centre.longitude + (random() - 0.5) * 0.03).toFixed(5)),
      }),
      telephone: `+3346571${String(rank % 10_000).padStart(4, '0')}`,
      ...(random() < 0.8 && { horaires: pick(HOURS) }),
      services: (services.length > 0 ? services : [SERVICES[0]!]).join('|'),
      frais_a_charge: random() < 0.8 ? 'Gratuit' : 'Gratuit sous condition',
      modalites_acces: random() < 0.7 ? 'Se présenter|Téléphoner' : 'Téléphoner',
      presentation_resume: `Un lieu fictif où l’on vous aide, ${word().toLowerCase()} ${word().toLowerCase()}.`,
      source: 'banc d’essai',
      date_maj: '2026-11-03',
    };
  });
}

function weightedPick(communes: readonly Commune[], random: () => number): () => Commune {
  const ends: number[] = [];
  for (const { population } of communes) ends.push((ends.at(-1) ?? 0) + population);
  return () => {
    const target = random() * ends.at(-1)!;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! > target) high = middle;
      else low = middle + 1;
    }
    return communes[low]!;
  };
}
