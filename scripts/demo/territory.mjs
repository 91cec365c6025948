// Real communes of the Métropole de Lyon and the Monts du Lyonnais, where the fictitious places of the demonstration stand.

/** INSEE code, name, postal code, latitude and longitude of the centre. Source: INSEE, GeoNames; hamlets by hand. */
const METROPOLE = [
  ['69381', 'Lyon', '69001', 45.76758, 4.8345],
  ['69383', 'Lyon', '69003', 45.76124, 4.85184],
  ['69385', 'Lyon', '69005', 45.76106, 4.82677],
  ['69387', 'Lyon', '69007', 45.74525, 4.84197],
  ['69388', 'Lyon', '69008', 45.73626, 4.86866],
  ['69389', 'Lyon', '69009', 45.77255, 4.80326],
  ['69266', 'Villeurbanne', '69100', 45.76601, 4.8795],
  ['69256', 'Vaulx-en-Velin', '69120', 45.78693, 4.9251],
  ['69259', 'Vénissieux', '69200', 45.69706, 4.88593],
  ['69029', 'Bron', '69500', 45.73865, 4.91303],
  ['69286', 'Rillieux-la-Pape', '69140', 45.81667, 4.9],
  ['69034', 'Caluire-et-Cuire', '69300', 45.79462, 4.8464],
  ['69149', 'Oullins-Pierre-Bénite', '69600', 45.71436, 4.80783],
  ['69091', 'Givors', '69700', 45.59063, 4.76878],
  ['69199', 'Saint-Fons', '69190', 45.70875, 4.85325],
  ['69290', 'Saint-Priest', '69800', 45.69651, 4.94385],
  ['69275', 'Décines-Charpieu', '69150', 45.76873, 4.95883],
  ['69282', 'Meyzieu', '69330', 45.76637, 5.00277],
  ['69081', 'Écully', '69130', 45.77437, 4.77758],
  ['69244', 'Tassin-la-Demi-Lune', '69160', 45.75499, 4.78812],
  ['69204', 'Saint-Genis-Laval', '69230', 45.69542, 4.79316],
  ['69143', 'Neuville-sur-Saône', '69250', 45.87615, 4.84099],
];

const MONTS_DU_LYONNAIS = [
  ['69238', 'Saint-Symphorien-sur-Coise', '69590', 45.6322, 4.45709],
  ['69220', 'Saint-Laurent-de-Chamousset', '69930', 45.73827, 4.46415],
  ['69227', 'Saint-Martin-en-Haut', '69850', 45.65984, 4.5618],
  ['69201', "Sainte-Foy-l'Argentière", '69610', 45.70823, 4.47025],
  ['42059', 'Chazelles-sur-Lyon', '42140', 45.63779, 4.3889],
  ['69139', 'Montrottier', '69770', 45.7901, 4.4666],
  ['69099', 'Haute-Rivoire', '69610', 45.71559, 4.39633],
  ['69110', 'Larajasse', '69590', 45.61399, 4.50113],
  ['69014', 'Aveize', '69610', 45.68243, 4.47786],
  ['69132', 'Meys', '69610', 45.6829, 4.4042],
  ['69078', 'Duerne', '69850', 45.6799, 4.523],
  ['69155', 'Pomeys', '69590', 45.6468, 4.4473],
  ['69062', 'Coise', '69590', 45.6154, 4.4693],
  ['69030', 'Brullioles', '69690', 45.7618, 4.4918],
  ['69031', 'Brussieu', '69690', 45.7488, 4.5204],
  ['69263', 'Villechenève', '69770', 45.8165, 4.4082],
  ['69098', 'Les Halles', '69610', 45.717, 4.4354],
  ['69269', 'Yzeron', '69510', 45.7093, 4.6011],
  ['42165', 'Panissières', '42360', 45.79185, 4.34163],
];

const toCommune =
  (area) =>
  ([codeInsee, name, postalCode, latitude, longitude]) => ({
    area,
    codeInsee,
    name,
    postalCode,
    latitude,
    longitude,
  });

export const COMMUNES = [
  ...METROPOLE.map(toCommune('metropole')),
  ...MONTS_DU_LYONNAIS.map(toCommune('monts')),
];

export function communeOf(postalCode, name) {
  const found = COMMUNES.find(
    (commune) => commune.postalCode === postalCode && (!name || commune.name === name),
  );
  if (!found) throw new Error(`No commune ${name ?? ''} ${postalCode}`);
  return found;
}

export const STREETS = [
  'rue de la République',
  'avenue Jean Jaurès',
  'place du Marché',
  'rue des Tisserands',
  'chemin du Moulin',
  'rue Pasteur',
  'avenue du 8 Mai 1945',
  'rue Victor Hugo',
  'rue Émile Zola',
  'boulevard des Peupliers',
  "rue de l'Industrie",
  'allée des Cerisiers',
  'rue du Stade',
  'rue des Écoles',
  'montée du Château',
  'rue du Lavoir',
  'route de Lyon',
  'impasse des Acacias',
  'rue Marie Curie',
  'rue Louise Michel',
  'place Ambroise Croizat',
  'rue de la Gare',
  'quai des Mariniers',
  'rue Benoît Frachon',
];

/** Small repeatable generator (mulberry32): the same seed gives the same files for ever. */
export function seeded(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  return { next, between, pick: (list) => list[between(0, list.length - 1)] };
}

// Lambert 93 (EPSG:2154) from WGS 84: conic projection, constants published by IGN (ALG0003).
export function toLambert93({ latitude, longitude }) {
  const eccentricity = 0.0818191910428158;
  const exponent = 0.725607765053267;
  const phi = (latitude * Math.PI) / 180;
  const isometric = Math.atanh(Math.sin(phi)) - eccentricity * Math.atanh(eccentricity * Math.sin(phi));
  const radius = 11_754_255.4261 * Math.exp(-exponent * isometric);
  const angle = exponent * (((longitude - 3) * Math.PI) / 180);
  return {
    x: Math.round((700_000 + radius * Math.sin(angle)) * 100) / 100,
    y: Math.round((12_655_612.0499 - radius * Math.cos(angle)) * 100) / 100,
  };
}
