import type { Day } from './week.ts';

/** Folded words for each day, with the abbreviations met in real files. */
const DAY_WORDS: Readonly<Record<Day, string>> = {
  Mo: 'lundi lundis lun lu mo monday',
  Tu: 'mardi mardis mar ma tu tuesday',
  We: 'mercredi mercredis mercedi mecredi mer mercr me we wednesday',
  Th: 'jeudi jeudis jeu je th thursday',
  Fr: 'vendredi vendredis vendedi ven vend ve fr friday',
  Sa: 'samedi samedis sam sa saturday',
  Su: 'dimanche dimanches dim di su sunday',
};

export const DAY_BY_WORD: ReadonlyMap<string, Day> = new Map(
  Object.entries(DAY_WORDS).flatMap(([day, forms]) => forms.split(' ').map((form) => [form, day as Day])),
);

export const RANK_BY_WORD: ReadonlyMap<string, number> = new Map([
  ...['premier', 'premiere', 'premiers', '1er', '1ers', '1ere'].map((word) => [word, 1] as const),
  ...['deuxieme', 'deuxiemes', 'second', '2e', '2eme', '2nd', '2emes'].map((word) => [word, 2] as const),
  ...['troisieme', 'troisiemes', '3e', '3eme', '3emes'].map((word) => [word, 3] as const),
  ...['quatrieme', 'quatriemes', '4e', '4eme', '4emes'].map((word) => [word, 4] as const),
  ...['dernier', 'derniers'].map((word) => [word, -1] as const),
]);

/** What a word does to the hours around it. */
export type WordKind =
  | 'neutral'
  /** Not about hours, and harmless: the name of a service, a place, a person's role. */
  | 'soft'
  | 'closed'
  | 'except'
  /** Only by appointment, or only for some: the hours hold, with a condition that is lost. */
  | 'condition'
  /** « une semaine sur deux », « deux fois par mois »: no weekly hours can say it. */
  | 'irregular'
  | 'season'
  | 'holiday'
  | 'phone'
  | 'on-site'
  | 'morning'
  | 'afternoon'
  | 'month';

const KINDS: Readonly<Record<WordKind, string>> = {
  neutral: `
    a accueil acces amplitude an annee au aux avec bureau chaque continu continue creneau creneaux d de
    des du en ensuite est et etablissement horaire horaires h heure heures inclus int jour journee jours
    journalier annuel annuelle annuelles durant pendant lors l la le les libre lieu maison nonstop ouvert
    ouverte ouvertes ouverts ouvre ouverture ouvertures par permanence permanences pour presentiel public
    puis sansrdv semaines sont structure suivants tous toute toutes un une y`,
  soft: `
    accompagnement accompagnements accessible administratif administratives agence aide ainsi animation
    antenne association atelier ateliers bibliotheque centre collectif collectifs connect conseiller
    conseillere cours culturel cyberbase demarche demarches epn equipements espace espaces france
    formation formations france-services guichet habituels individuel individuelle individuels
    informatique initiation internet itinerant mairie maj mardis mediatheque mission mjc msap numerique
    numeriques ordinateur ordinateurs perfectionnement pimms point poste postes relais rfs salle
    secretariat service services siege social usagers tiers visite visiteurs wifi numerotel siteweb`,
  closed: 'ferme fermee fermees fermes fermeture fermetures off closed clos',
  except: 'sauf excepte exceptee hormis hors',
  condition: `
    habituellement rdv uniquement seulement reserve reservee adherents inscription inscriptions inscrits
    reservation priorite priorites exclusivement obligatoire`,
  irregular: `
    alternance altern alternativement bimensuel bimensuelle bimestriel fois horsrythme impaire impaires
    mensuel mensuelle paire paires ponctuel ponctuellement ponctuels quinzaine`,
  season: `
    aout avril automne avant conges debut decembre ete estival estivale estivaux exceptionnel
    exceptionnelle exceptionnellement exceptionnels fevrier hiver hivernal hivernale janvier juillet juin
    mai mars mensuelle novembre octobre partir periode periodes printemps saison scolaire scolaires
    septembre toussaint vacances zone noel paques date dates confinement covid calendrier planning`,
  holiday: 'ferie feries ph',
  phone: 'telephonique telephoniques telephoniquement standard',
  'on-site': 'physique physiques surplace',
  morning: 'matin matins matinee matinees',
  afternoon: 'apresmidi apresmidis soir soirs soiree soirees',
  month: 'mois',
};

export const KIND_BY_WORD: ReadonlyMap<string, WordKind> = new Map(
  Object.entries(KINDS).flatMap(([kind, forms]) =>
    forms
      .trim()
      .split(/\s+/)
      .map((form) => [form, kind as WordKind]),
  ),
);

/** Turns of phrase made one word before the text is cut into words; the order matters. */
export const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212\u2192]|=>|->/g, '-'],
  // Lines lost in a copy: « 17h30Mardi », « 17 heuresLe vendredi ».
  [/(\d|\dh|heures?)(?=(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|les? |du |et )/g, '$1 '],
  [/\b(lun|mar|mer|mercr|jeu|ven|vend|sam|dim)\./g, '$1 '],
  [/\br\.?\s?d\.?\s?v\b\.?|\brendez[\s-]*vous\b/g, 'rdv'],
  [/\bsans\s+(?:rdv|reservation|inscription|interruption)s?\b/g, 'sansrdv'],
  [/\b(?:sur|avec|prise?\s+de|prendre)\s+(?:un\s+|une\s+)?(?:rdv|reservation|inscription)s?\b/g, 'rdv'],
  [/\bapres[\s-]*midis?\b|\baprem\b|\bapm\b|\bapmidi\b/g, 'apresmidi'],
  [/\bweek[\s-]*ends?\b/g, 'samedi dimanche'],
  [/\bnon[\s-]*stop\b/g, 'nonstop'],
  [/\b(?:non|pas|plus)\s+(?:d'?\s*)?(?:ouverte?s?|accueil|ouverture)\b/g, 'ferme'],
  [/\b24(?:\s?h)?\s?(?:sur|\/)\s?24(?:\s?h)?\b/g, '0h-24h'],
  [/\b7(?:\s?j(?:ours?)?)?\s?(?:sur|\/)\s?7(?:\s?j(?:ours?)?)?\b/g, 'lundi-dimanche'],
  [/\btous\s+les\s+jours\s+(?:de\s+la\s+semaine|ouvres)\b/g, 'lundi-vendredi'],
  // An office open « tous les jours » rests on Saturday and Sunday, a shop does not: only five days are sure.
  [/\btous\s+les\s+jours\b(?!\s+ouvr)/g, 'habituellement lundi-vendredi'],
  [/\b(?:en\s+)?dehors\s+(?:de|du|des)\b/g, 'hors'],
  [/\bainsi\s+qu(?:e\b|')/g, 'et '],
  [/\bferme(?:e|s|es)?\s+(?:le|a|entre)\s+midi\b(?:\s+et\s+(?:deux|14\s?h))?/g, ' '],
  [/\b(?:tous\s+les\s+)?jours?\s+ouvres\b/g, 'lundi-vendredi'],
  [/\bjusqu'?\s?(?:a|au)\b/g, '-'],
  [/\bsemaines?\s+(?:im)?paires?\b/g, 'horsrythme'],
  [
    /\b(?:une?|1)\s+(?:semaine|fois)\s*(?:sur|\/)\s*(?:\w+)\b|\bsur\s+(?:deux|trois|quatre|2|3|4)\b/g,
    'horsrythme',
  ],
  [/\b(?:tous|toutes)\s+les\s+(?:deux|trois|quatre|quinze|\d+)\s+(?:jours|semaines|mois)\b/g, 'horsrythme'],
  [
    /\b(?:\d+|une?|deux|trois)\s*(?:x|fois|semaines?|jours?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?)\s*(?:par|\/)\s*(?:mois|semaine|an)?\b/g,
    'horsrythme',
  ],
  [/\b(?:en|la|de\s+la|toute\s+la)\s+semaine\b/g, 'lundi-vendredi'],
  [/\bsur\s+place\b/g, 'surplace'],
  [/\ba\s+l'?\s*exception\b/g, 'sauf'],
  [/\bjours?\s+feries?\b/g, 'feries'],
  [/\bmidi\b/g, '12h'],
  [/\bminuit\b/g, '24h'],
  [/\bl\s?(?:-|a|au)\s?(?=[jvsd]\b)/g, 'lundi-'],
  [/(?<=lundi-)j\b/g, 'jeudi'],
  [/(?<=lundi-)v\b/g, 'vendredi'],
  [/(?<=lundi-)s\b/g, 'samedi'],
  [/(?<=lundi-)d\b/g, 'dimanche'],
  [/\bl\s*[,/-]?\s*m\s*[,/-]?\s*m\s*[,/-]?\s*j\s*[,/-]?\s*v\b/g, 'lundi-vendredi'],
];
