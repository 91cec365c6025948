// Turns the planted patterns into places, as complete as the ordinary ones.
import { completePlace } from './background.mjs';
import { domainOf } from './fictions.mjs';
import { PATTERNS } from './patterns.mjs';
import { communeOf } from './territory.mjs';

/** `firstRank` must leave room before the ordinary places: a rank gives a telephone number. */
export function plantedPlaces(firstRank) {
  let rank = firstRank;
  return PATTERNS.flatMap(({ pattern, verdict, places }, index) =>
    places.map(({ files, facts }) => {
      const place = buildPlace(rank, facts, files);
      rank += 1;
      return { ...place, pattern: { number: index + 1, title: pattern, verdict: verdict ?? 'same' } };
    }),
  );
}

function buildPlace(rank, { at, spot, ...facts }, files) {
  const commune = communeOf(...at);
  const name = facts.name ?? Object.values(files)[0].name;
  const position = spot
    ? { latitude: commune.latitude + spot[0], longitude: commune.longitude + spot[1] }
    : {};
  const website = `https://www.${domainOf(`${name} ${commune.name}`)}/`;
  return {
    ...completePlace(rank, { website, ...position, ...splitLine(facts), name, commune }),
    files: Object.keys(files),
    differences: Object.fromEntries(
      Object.entries(files).map(([producer, own]) => [producer, splitLine(own)]),
    ),
  };
}

/** « 41 avenue Jean Jaurès » is one line here, two columns for some producers. */
function splitLine({ line, ...facts }) {
  if (!line) return facts;
  const [number, ...street] = line.split(' ');
  return { ...facts, number, street: street.join(' ') };
}
