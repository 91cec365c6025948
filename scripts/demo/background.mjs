// The ordinary places of the demonstration; some are known to two producers, with the small differences of real lists.
import { domainOf, fictitiousSiret, landline, mobile } from './fictions.mjs';
import { INSTALLED, KINDS } from './kinds.mjs';
import { COMMUNES, STREETS, seeded } from './territory.mjs';

/** About 110 metres: places of one commune stand within a kilometre of its centre. */
const STEP_DEGREES = 0.001;

const frenchName = (prefix, commune) =>
  `${prefix} ${commune}`
    .replace(/\bde (?=[AEÉIOUYaeéiou])/, "d'")
    .replace(/ de Les /, ' des ')
    .replace(/ de Le /, ' du ');

/** Fills what a place does not say: contacts, coordinates, what its kind offers. `rank` makes its numbers its own. */
export function completePlace(rank, { kind, commune, name, ...rest }) {
  const random = seeded(1000 + rank);
  const profile = KINDS[kind];
  const domain = domainOf(`${name} ${commune.name}`);
  return {
    rank,
    kind,
    commune,
    name,
    number: String(random.between(1, 98)),
    street: random.pick(STREETS),
    latitude: commune.latitude + random.between(-9, 9) * STEP_DEGREES + random.between(0, 9) / 1e5,
    longitude: commune.longitude + random.between(-12, 12) * STEP_DEGREES + random.between(0, 9) / 1e5,
    phones: rank % 6 === 0 ? [landline(rank), mobile(rank)] : [landline(rank)],
    email: `contact@${domain}`,
    website: `https://www.${domain}/`,
    siret: fictitiousSiret(rank),
    week: random.pick(profile.weeks),
    services: profile.services,
    audiences: profile.audiences,
    fee: profile.fee,
    byAppointment: rank % 4 === 0,
    hasAdviser: rank % 5 === 0,
    acceptsPass: rank % 7 === 0,
    updatedOn: `2026-${String(random.between(1, 10)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
    ...rest,
  };
}

/** Ordinary places, commune by commune, and which producers list each. */
export function backgroundPlaces(firstRank) {
  const nextName = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, 0]));
  const places = [];
  for (const [postalCode, kinds] of Object.entries(INSTALLED)) {
    const communes = COMMUNES.filter((commune) => commune.postalCode === postalCode);
    for (const [turn, kind] of kinds.split(' ').entries()) {
      const commune = communes[turn % communes.length];
      const rank = firstRank + places.length;
      places.push({
        ...completePlace(rank, { kind, commune, name: nameFor(kind, commune, nextName) }),
        files: filesFor(rank, commune),
      });
    }
  }
  return places;
}

function nameFor(kind, commune, nextName) {
  const { names, prefix } = KINDS[kind];
  const rank = nextName[kind];
  nextName[kind] += 1;
  if (!names) return frenchName(prefix, withDistrict(commune));
  const name = names[rank % names.length];
  // A name used again takes its commune: two places of the territory never bear the same one by accident.
  return rank < names.length ? name : `${name} de ${commune.name}`.replace(/ de (?=[AEÉIOUY])/, " d'");
}

/** « Lyon 3e »: a city of nine districts has several offices of each kind. */
const withDistrict = ({ name, postalCode }) =>
  name === 'Lyon' ? `Lyon ${postalCode.at(-1)}${postalCode.at(-1) === '1' ? 'er' : 'e'}` : name;

/** One place in five is known to two producers. */
function filesFor(rank, commune) {
  const local = commune.area === 'metropole' ? 'metropole' : 'departement';
  if (rank % 5 === 2) return [local, 'hub'];
  return rank % 3 === 0 && local === 'metropole' ? ['hub'] : [local];
}
