const list = (phrases: string): readonly string[] => phrases.split('|');

/** Long forms of names that are not kinds but that people also write as initials. */
export const NAME_ALIASES: Readonly<Record<string, readonly string[]>> = {
  udaf: list(
    'union departementale associations familiales|union dep associations familiales|union dept associations familiales',
  ),
  afr: list('association familles rurales|familles rurales'),
  cidff: list('centre information droits femmes familles|centre information droits femmes'),
  adil: list('agence departementale information logement'),
  fol: list('federation oeuvres laiques'),
  laligue: list('ligue enseignement'),
  ccfd: list('comite catholique contre faim developpement'),
  croixrouge: list('croix rouge francaise|croix rouge'),
  secourspopulaire: list('secours populaire francais|secours populaire'),
  secourscatholique: list('secours catholique'),
  restosducoeur: list('restos coeur|restaurants coeur'),
  apf: list('apf france handicap|association paralyses france'),
  adie: list('association droit initiative economique'),
  uraf: list('union regionale associations familiales'),
  chambreagriculture: list('chambre agriculture'),
  chambremetiers: list('chambre metiers artisanat|cma'),
  cci: list('chambre commerce industrie'),
  adapei: list('association departementale parents amis enfants inadaptes'),
};

/** Words that say little about which place it is: their weight is capped. */
export const COMMON_WORDS: readonly string[] = (
  'accueil action agence animation annexe antenne asso association atelier ateliers bureau centre cite club ' +
  'communal communale communautaire conseil conseiller conseillers conseillere culturel culturelle culture ' +
  'departemental departementale equipe espace espaces familles famille federation formation foyer france ' +
  'francaise generale groupe informatique information info infos insertion intercommunal intercommunale ' +
  'itineraire lieu lieux local locale loisirs maison mediation mediateur mediatrice multi multiservices ' +
  'multisites municipal municipale numerique numeriques office permanence point points pole poste ' +
  'prestations proximite public publique publics quartier regional regionale relais reseau residence salle ' +
  'secteur service services siege site social sociale sociaux solidaire solidarite solidarites structure ' +
  'territoire territorial territoriale tous tout union unite ville village vie cnfs canton bassin pays ' +
  'communes commune agglo agglomeration jeunes jeunesse emploi habitants citoyen citoyenne citoyennete ' +
  'accompagnement aide acces droits droit initiative developpement education ' +
  'nord sud est ouest centre haut haute bas basse grand grande petit petite saint sainte val vallee'
).split(' ');

/** Dropped before anything is compared: articles, prepositions, elided letters, titles of courtesy. */
export const STOP_WORDS: readonly string[] =
  'a au aux d de des du en et l la le les lez par pour s sous sur un une ou chez the of and'.split(' ');

/** Words of a name telling one site of an organisation from its seat. */
export const BRANCH_WORDS: readonly string[] = [
  'antenne',
  'annexe',
  'permanence',
  'agence',
  'deleguee',
  'relais',
];

/** One form for the words people abbreviate. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  dr: 'docteur',
  gal: 'general',
  gen: 'general',
  mal: 'marechal',
  pdt: 'president',
  pr: 'professeur',
  prof: 'professeur',
  cdt: 'commandant',
  col: 'colonel',
  cne: 'capitaine',
  lt: 'lieutenant',
  fg: 'faubourg',
  fbg: 'faubourg',
  premier: '1',
  huit: '8',
  onze: '11',
  quatorze: '14',
  biblio: 'bibliotheque',
  intercom: 'intercommunal',
  ctre: 'centre',
  numeriq: 'numerique',
  dpt: 'departement',
  dept: 'departement',
};

/** SIREN of La Poste: its offices carry it whatever their name says. Source: INSEE, register of companies. */
export const LA_POSTE_SIREN = '356000000';

/** Mail boxes of the public at large: the domain says nothing of the organisation. */
export const GENERIC_DOMAINS: ReadonlySet<string> = new Set(
  (
    'gmail.com orange.fr wanadoo.fr free.fr hotmail.fr hotmail.com laposte.net outlook.fr outlook.com sfr.fr ' +
    'yahoo.fr yahoo.com live.fr bbox.fr neuf.fr aol.com icloud.com gmx.fr protonmail.com nordnet.fr numericable.fr ' +
    'conseiller-numerique.fr france-services.gouv.fr france-service.gouv.fr facebook.com instagram.com ' +
    'twitter.com linkedin.com google.com sites.google.com wordpress.com e-monsite.com wixsite.com ' +
    'centres-sociaux.fr france-services.fr cnil.fr pagesjaunes.fr youtube.com linktr.ee ovh.fr'
  ).split(' '),
);
