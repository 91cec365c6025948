// The fourteen ways in which French lists of places repeat themselves, or only seem to, each planted at least once.
import { fictitiousSiret, landline, UNKNOWN_SIRET } from './fictions.mjs';

/** A place that one or several producers list; `files` says how each writes it when it differs. */
const listed = (files, facts) => ({ files, facts });

const BUS_STOPS = [
  ["Place de l'Église", '69690', 'Brullioles'],
  ['Place de la Mairie', '69690', 'Brussieu'],
  ['Salle des fêtes', '69770', 'Villechenève'],
  ['Place du Marché', '69610', 'Les Halles'],
  ['Parking du stade', '69610', 'Meys'],
  ['Place des Tilleuls', '69850', 'Duerne'],
  ['Halle', '69590', 'Coise'],
  ['Place de la Fontaine', '69510', 'Yzeron'],
];

const TOWN_SITES = [
  ['Guichet numérique des Trois Tours', 'townHall'],
  ['Maison de quartier du Vieux Puits', 'localLife'],
  ['Atelier informatique de la Halle', 'publicDigitalSpace'],
  ['Bibliothèque annexe du Belvédère', 'library'],
];

/** Each pattern: what it looks like, the verdict, and the places that show it. Numbers as in docs/adr/0008. */
export const PATTERNS = [
  {
    pattern: 'Médiathèque ou bibliothèque : un seul lieu, deux mots',
    places: [
      listed(
        {
          metropole: { name: 'MEDIATHEQUE DE DECINES-CHARPIEU' },
          hub: { name: 'Bibliothèque de Décines-Charpieu', phones: [] },
        },
        { kind: 'library', at: ['69150'], line: '41 avenue Jean Jaurès' },
      ),
    ],
  },
  {
    pattern: 'Deux organismes dans un même bâtiment',
    verdict: 'linked',
    places: [
      listed(
        { hub: {} },
        {
          kind: 'publicDigitalSpace',
          name: 'Atelier numérique Givors',
          at: ['69700'],
          line: '3 place des Verriers',
          spot: [0.002, 0.001],
        },
      ),
      listed(
        { metropole: {} },
        {
          kind: 'youthCentre',
          name: 'PIJ Givors',
          label: 'Point information jeunesse',
          at: ['69700'],
          line: '3 place des Verriers',
          spot: [0.002, 0.001],
        },
      ),
    ],
  },
  {
    pattern: 'CCAS logé dans une mairie annexe',
    verdict: 'linked',
    places: [
      listed(
        { metropole: {} },
        {
          kind: 'townHall',
          name: 'Mairie de quartier – Les Essarts',
          at: ['69500'],
          line: '14 place des Essarts',
          spot: [-0.003, 0.004],
          phones: [landline(903)],
        },
      ),
      listed(
        { metropole: {} },
        {
          kind: 'socialAction',
          name: 'CCAS',
          at: ['69500'],
          line: '14 place des Essarts',
          spot: [-0.003, 0.004],
          phones: [landline(903)],
        },
      ),
    ],
  },
  {
    pattern: 'Maison de services au public devenue France Services : un lieu, plusieurs dispositifs',
    places: [
      listed(
        {
          departement: {
            name: 'MSAP du Pays de Coise',
            label: 'Maison de services au public',
            updatedOn: '2025-02-03',
          },
          hub: { name: 'France Services Saint-Symphorien-sur-Coise' },
        },
        {
          kind: 'franceServices',
          at: ['69590', 'Saint-Symphorien-sur-Coise'],
          line: '4 place du Marché',
        },
      ),
    ],
  },
  {
    pattern: 'Un seul SIRET, celui de la commune, pour plusieurs lieux',
    verdict: 'distinct',
    places: TOWN_SITES.map(([name, kind]) =>
      listed({ metropole: {} }, { kind, name, at: ['69200'], siret: fictitiousSiret(905) }),
    ),
  },
  {
    pattern: 'Bus itinérant : autant de haltes que de lieux, un seul SIRET, un seul téléphone',
    verdict: 'distinct',
    places: BUS_STOPS.map(([stop, ...at]) =>
      listed(
        { departement: {} },
        {
          kind: 'publicDigitalSpace',
          name: `Bus numérique des Monts – [${stop}]`,
          label: 'Espace numérique mobile',
          at,
          number: '',
          street: stop,
          phones: [landline(906)],
          email: 'bus@bus-numerique-monts.example',
          website: 'https://www.bus-numerique-monts.example/',
          siret: fictitiousSiret(906),
          isMobile: true,
        },
      ),
    ),
  },
  {
    pattern: 'SIRET inconnu, écrit en zéros : une absence, jamais un point commun',
    verdict: 'distinct',
    places: [
      listed(
        { metropole: {} },
        { kind: 'association', name: 'Les Claviers Curieux', at: ['69100'], siret: UNKNOWN_SIRET },
      ),
      listed(
        { hub: {} },
        { kind: 'association', name: 'Atelier des Mille Écrans', at: ['69100'], siret: UNKNOWN_SIRET },
      ),
    ],
  },
  {
    pattern: 'Coordonnées absentes d’un côté',
    places: [
      listed(
        { metropole: { latitude: null, longitude: null }, hub: {} },
        { kind: 'socialCentre', name: 'Centre social Le Pré Fleuri', at: ['69140'] },
      ),
    ],
  },
  {
    pattern: 'Deux lieux posés au centre de leur commune, faute d’adresse trouvée',
    verdict: 'distinct',
    places: [
      listed(
        { departement: {} },
        {
          kind: 'library',
          name: 'Bibliothèque du Bourg',
          at: ['69590', 'Larajasse'],
          line: '12 rue du Lavoir',
          spot: [0, 0],
        },
      ),
      listed(
        { departement: {} },
        {
          kind: 'association',
          name: 'Point numérique des Quatre Vents',
          at: ['69590', 'Larajasse'],
          line: '3 montée du Château',
          spot: [0, 0],
        },
      ),
    ],
  },
  {
    pattern: 'La même fiche, reprise par un autre producteur',
    places: [
      listed(
        { metropole: {}, hub: { copiedFrom: 'metropole' } },
        { kind: 'makers', name: 'Fablab La Mécanique des Idées', at: ['69003'] },
      ),
    ],
  },
  {
    pattern: 'Lieu déménagé : même nom, même téléphone, adresse plus récente',
    places: [
      listed(
        {
          metropole: { line: '8 rue des Tisserands', updatedOn: '2024-03-12' },
          hub: {
            line: '41 boulevard des Peupliers',
            updatedOn: '2026-09-20',
            shift: [0.009, -0.007],
          },
        },
        {
          kind: 'association',
          name: 'Association Déclic et Des Claques',
          at: ['69120'],
          spot: [-0.004, 0.003],
        },
      ),
    ],
  },
  {
    pattern: 'Communes fusionnées : l’ancien nom d’un côté, le nouveau de l’autre',
    places: [
      listed(
        { metropole: { communeName: 'Pierre-Bénite', postalCode: '69310' }, hub: { postalCode: '69310' } },
        {
          kind: 'publicDigitalSpace',
          name: 'Espace numérique La Traverse',
          at: ['69600'],
          spot: [-0.011, 0.012],
          line: '7 rue Benoît Frachon',
        },
      ),
    ],
  },
  {
    pattern: 'Sigles, casse, abréviations et précisions entre parenthèses',
    places: [
      listed(
        {
          metropole: { name: 'C.C.A.S. DE ST PRIEST (chez la Maison des Solidarités)' },
          hub: { name: "Centre communal d'action sociale de Saint-Priest" },
        },
        { kind: 'socialAction', at: ['69800'], line: '12 rue Marie Curie' },
      ),
      listed(
        {
          departement: { name: 'MAISON DES SERVICES (SAINT-MARTIN-EN-HAUT)' },
          hub: { name: 'Maison des Services' },
        },
        {
          kind: 'franceServices',
          at: ['69850', 'Saint-Martin-en-Haut'],
          line: '1 rue de la Gare',
        },
      ),
    ],
  },
  {
    pattern: 'Numéros et quartiers : les antennes d’un même réseau',
    verdict: 'distinct',
    places: [
      listed(
        { metropole: {} },
        {
          kind: 'publicDigitalSpace',
          name: 'EPN n° 1',
          at: ['69120'],
          line: '2 rue du Stade',
          spot: [0.004, 0.004],
          phones: [landline(914)],
        },
      ),
      listed(
        { metropole: {} },
        {
          kind: 'publicDigitalSpace',
          name: 'EPN n° 2',
          at: ['69120'],
          line: '30 rue du Stade',
          spot: [0.005, 0.005],
          phones: [landline(914)],
        },
      ),
      listed(
        { metropole: {} },
        { kind: 'townHall', name: 'Mairie de quartier Nord', at: ['69120'], spot: [0.008, -0.002] },
      ),
      listed(
        { hub: {} },
        { kind: 'townHall', name: 'Mairie de quartier Sud', at: ['69120'], spot: [-0.008, -0.002] },
      ),
    ],
  },
];
