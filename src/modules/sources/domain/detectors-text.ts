const WAY =
  'rue|avenue|av|ave|boulevard|boul|bd|bld|place|pl|chemin|che|chem|route|rte|impasse|imp|allee|allees|quai|cours|square|sq|esplanade|passage|sentier|ruelle|faubourg|fbg|rond[- ]point|promenade|parvis|montee|cite|lotissement|lot|residence|hameau|lieu[- ]dit|mail|voie|villa|zac|zi|za|zone|parc|centre commercial|espace|domaine|venelle|traverse|rocade|carrefour|port|galerie|cour|cote|draille|bourg|le bourg|immeuble|batiment|bat';
const STREET = new RegExp(
  `^(?:n°? ?)?\\d{1,5}(?:[-/]\\d{1,4})?,? ?(?:bis|ter|quater|[a-d])?,? +(?:\\p{L}|')|^(?:${WAY})\\.? `,
  'u',
);

export const isStreet = (folded: string): boolean => folded.length <= 160 && STREET.test(folded);

const CLOCK = '\\d{1,2} ?(?:h|:|heures?) ?(?:\\d{2})?';
const RANGE = new RegExp(`${CLOCK} ?(?:-|–|—|a|au|/|>|jusqu'a|et|to|,) ?${CLOCK}`);
const DAY_NAME = /\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b/;
const OSM_HOURS = /\b(?:mo|tu|we|th|fr|sa|su)(?:[-,](?:mo|tu|we|th|fr|sa|su))* \d{2}:\d{2}/;
const CLOSED = /^(?:ferme|fermee|closed|off|sur (?:rdv|rendez[- ]vous).*|non ouvert)$/;

/** Opening hours as people and machines write them, « fermé » included. */
export const isHours = (folded: string): boolean =>
  RANGE.test(folded) ||
  OSM_HOURS.test(folded) ||
  CLOSED.test(folded) ||
  /^24\/7$|^\[?\{?"?(?:monday|lundi)/.test(folded) ||
  (DAY_NAME.test(folded) && /\d ?h|matin|apres[- ]midi|journee|\d{1,2}:\d{2}/.test(folded));

const PLACE_KIND =
  /\b(?:mairie|mediatheques?|bibliotheques?|ccas|cias|c\.c\.a\.s|association|asso|maison|msap|france[- ]services?|centre|espace|epn|cyber|cyber-?base|point|pimms|mission locale|foyer|csc|mjc|fablab|fab lab|tiers[- ]lieux?|atelier|agence|poste|caf|cpam|communaute|cc|commune|ville|departement|conseil|office|residence|ecole|college|lycee|universite|universitaire|cafe|hub|lab|club|federation|union|udaf|emmaus|croix[- ]rouge|secours|pole|service|services|antenne|relais|bus|prefecture|tresorerie|musee|institut|greta|afpa|afpi|cidff|plie|regie|ressourcerie|la fabrique|fabrique|cooperative|scic|sas|sarl|groupe|comite|ehpad|pij|bij|bureau information|ludotheque|entreprise|formation|solidarites?|insertion|familles rurales|local|salle)\b/;

/** Names of places say what they are: « Médiathèque des Cerisiers ». */
export const looksLikePlaceName = (folded: string): boolean =>
  folded.length <= 150 && PLACE_KIND.test(folded);
