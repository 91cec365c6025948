import { distanceMetres, type Point } from '../../../kernel/geo.ts';
import { areSimilarNames, communeKey, nameVariants } from './commune-names.ts';
import type { Commune, CommuneReference } from './communes.ts';

type Clues = Parameters<CommuneReference['find']>[0];

/** What weighing the clues needs of the reference. */
export interface CommuneLookups extends Pick<CommuneReference, 'byInsee' | 'byPostalCode' | 'byName'> {
  namesakes(name: string): readonly Commune[];
}

/** How much each agreement counts: an INSEE code or a name says one commune, a postal code a handful. */
const WEIGHT = { insee: 3, name: 3, similarName: 1.5, postalCode: 2, departement: 1.5, near: 1 };
/** A name that belongs to another commune, a postal code of another département, a point far away. */
const DOUBT = { name: -1, departement: -1.5, far: -2 };
/** Two clues that agree, or one that says a single commune and that nothing contradicts. */
const ENOUGH = 2;
/** The town hall of a commune is seldom farther than this from its places. */
const NEAR_METRES = 8_000;
const FAR_METRES = 40_000;

/** The commune on which most clues agree; `null` when two stay equal. */
export function findCommune(clues: Clues, lookups: CommuneLookups): Commune | null {
  const facts = readClues(clues, lookups);
  const scored = [...gather(facts, lookups)].map((commune) => ({ commune, score: scoreOf(commune, facts) }));
  const bestScore = Math.max(...scored.map(({ score }) => score));
  if (scored.length === 0 || bestScore < ENOUGH) return null;
  const best = scored.filter(({ score }) => score === bestScore).map(({ commune }) => commune);
  if (best.length === 1) return best[0] ?? null;
  return arrondissementAmong(best) ?? nearestAmong(best, facts.point);
}

interface Facts {
  keys: string[];
  /** The communes that bear this name. */
  named: readonly Commune[];
  coded: Commune | null;
  postalCode: string;
  departement: string;
  point: Point | undefined;
}

function readClues(
  { name = '', postalCode = '', codeInsee = '', point }: Clues,
  lookups: CommuneLookups,
): Facts {
  const postal = fiveCharacters(postalCode) || (/\b\d{5}\b/.exec(name)?.[0] ?? '');
  return {
    keys: nameVariants(name).map(communeKey).filter(Boolean),
    named: name === '' ? [] : lookups.namesakes(name),
    coded: lookups.byInsee(fiveCharacters(codeInsee)),
    postalCode: postal,
    departement: postalDepartement(postal),
    point,
  };
}

/** Spreadsheets drop the leading zero of codes. */
const fiveCharacters = (code: string): string => {
  const compact = code.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
  return /^\d{4}$/.test(compact) ? `0${compact}` : compact;
};

/** Overseas territories have three digits; both départements of Corsica share one. */
const postalDepartement = (postalCode: string): string =>
  postalCode.slice(0, /^9[78]/.test(postalCode) ? 3 : 2);

function gather(facts: Facts, lookups: CommuneLookups): Set<Commune> {
  const candidates = new Set<Commune>([...lookups.byPostalCode(facts.postalCode), ...facts.named]);
  if (facts.coded) candidates.add(facts.coded);
  return candidates;
}

function scoreOf(commune: Commune, facts: Facts): number {
  const coded = facts.coded;
  const isCoded = coded === commune || (coded !== null && coded.codeInsee === commune.arrondissementOf);
  return (
    (isCoded ? WEIGHT.insee : 0) +
    nameScore(commune, facts) +
    postalScore(commune, facts) +
    pointScore(commune, facts)
  );
}

function nameScore(commune: Commune, { keys, named, departement }: Facts): number {
  if (keys.length === 0) return 0;
  if (named.includes(commune)) return WEIGHT.name;
  const own = [commune.name, ...commune.former.flatMap(({ name }) => name ?? [])].map(communeKey);
  const city = commune.arrondissementOf ? own[0]?.split(' ')[0] : undefined;
  if (keys.some((key) => key === city)) return WEIGHT.name;
  // A name that a commune of the département bears exactly is not a misspelling of its neighbour's.
  const isMisspelt = !named.some((namesake) => isInDepartement(namesake, departement));
  if (isMisspelt && keys.some((key) => own.some((mine) => areSimilarNames(key, mine))))
    return WEIGHT.similarName;
  return named.length > 0 ? DOUBT.name : 0;
}

function postalScore(commune: Commune, { postalCode, departement }: Facts): number {
  if (postalCode === '') return 0;
  if (commune.postalCodes.includes(postalCode)) return WEIGHT.postalCode;
  return isInDepartement(commune, departement) ? WEIGHT.departement : DOUBT.departement;
}

const isInDepartement = (commune: Commune, departement: string): boolean =>
  commune.departement.replace(/^2[AB]$/, '20') === departement;

function pointScore(commune: Commune, { point }: Facts): number {
  if (!point || !commune.centre) return 0;
  const metres = distanceMetres(point, commune.centre);
  if (metres <= NEAR_METRES) return WEIGHT.near;
  return metres > FAR_METRES ? DOUBT.far : 0;
}

/** « Lyon » and 69003 agree as well on the city as on its third arrondissement: the latter says more. */
function arrondissementAmong(communes: Commune[]): Commune | null {
  const arrondissements = communes.filter(({ arrondissementOf }) => arrondissementOf !== undefined);
  const [only] = arrondissements;
  const isOneCity = communes.every(
    ({ codeInsee }) => only?.arrondissementOf === codeInsee || only?.codeInsee === codeInsee,
  );
  return arrondissements.length === 1 && isOneCity ? (only ?? null) : null;
}

function nearestAmong(communes: Commune[], point: Point | undefined): Commune | null {
  if (!point) return null;
  const distances = communes
    .map((commune) => ({
      commune,
      metres: commune.centre ? distanceMetres(point, commune.centre) : Infinity,
    }))
    .sort((a, b) => a.metres - b.metres);
  const [first, second] = distances;
  // Half the distance of the next one: a boundary seldom runs closer to the other centre.
  return first && second && first.metres < second.metres / 2 ? first.commune : null;
}
