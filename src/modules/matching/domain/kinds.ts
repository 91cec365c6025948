/** What a place is, as its name says it. At most 32: a record holds them as bits of one integer. */
const KINDS = [
  'mairie',
  'ccas',
  'epci',
  'departement',
  'library',
  'franceServices',
  'laPoste',
  'missionLocale',
  'youth',
  'epn',
  'mjc',
  'centreSocial',
  'mobile',
  'itinerant',
  'school',
  'employment',
  'caf',
  'cpam',
  'msa',
  'prefecture',
  'justice',
  'tax',
  'pimms',
  'tiersLieu',
  'housing',
  'health',
  'tourism',
  'association',
] as const;
export type Kind = (typeof KINDS)[number];

export const kindBit = (kind: Kind): number => 1 << KINDS.indexOf(kind);
export const kindsOf = (mask: number): Kind[] => KINDS.filter((kind) => (mask & kindBit(kind)) !== 0);

const list = (phrases: string): readonly string[] => phrases.split('|');

/** Names people give to each kind, folded and without articles; « ^ » : only at the beginning of a name. */
export const KIND_ALIASES: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  mairie: list(
    'mairie|hotel ville|municipalite|^commune|^ville|^com|mairie annexe|mairie quartier|' +
      'mairie deleguee|mairie secteur|mairie arrondissement|maison commune',
  ),
  ccas: list(
    'ccas|cias|centre communal action sociale|centre intercommunal action sociale|' +
      'centre com action sociale|' +
      'centre action sociale',
  ),
  epci: list(
    'communaute communes|communaute agglomeration|communaute urbaine|communaute com|com com|' +
      'comcom|com communes|comm communes|comm agglo|cc|cdc|' +
      'communaute|agglomeration|agglo|metropole|syndicat mixte|petr|intercommunalite',
  ),
  departement: list(
    'conseil departemental|departement|maison departement|maison departementale|' +
      'maison departementale solidarites|maison departementale solidarite|maison solidarites|' +
      'maison solidarite|mds|mdd|service social departemental|centre medico social|' +
      'pole medico social|cms|utas|circonscription action sociale|' +
      'unite territoriale action sociale|hotel departement|' +
      'maison departementale proximite|' +
      'espace departemental solidarites|service local solidarite',
  ),
  library: list(
    'bibliotheque|bibliotheques|mediatheque|mediatheques|bibliotheque municipale|' +
      'mediatheque municipale|bibliotheque mediatheque|mediatheque intercommunale|' +
      'bibliotheque intercommunale|mediatheque communautaire|reseau mediatheques|' +
      'reseau bibliotheques|ludomediatheque|ludotheque|bibliotheque departementale|' +
      'mediatheque departementale|relais lecture|point lecture',
  ),
  franceServices: list(
    'france services|france service|maison france services|maison france service|' +
      'espace france services|espace france service|antenne france services|franceservices|' +
      'france services antenne|fs|mfs|efs|msap|rsp|maison services public|' +
      'maison services publics|maison service public|maison services|relais services publics|' +
      'relais service public|point info services publics|espace services publics|' +
      'pole services publics|maison services proximite',
  ),
  laPoste: list('poste|bureau poste|agence postale|agence postale communale|apc|relais poste'),
  missionLocale: list('mission locale|missions locales|mission locale jeunes|ml|paio'),
  youth: list(
    'pij|bij|crij|point information jeunesse|bureau information jeunesse|point info jeunesse|' +
      'point infos jeunes|bureau infos jeunes|infos jeunes|info jeunes|information jeunesse|' +
      'info jeunesse|centre information jeunesse|espace jeunes|espace jeunesse|' +
      'espace info jeunes|point jeunes|point jeunesse|service jeunesse|maison jeunes|' +
      'maison jeunesse|maison ados|maison adolescents',
  ),
  epn: list(
    'epn|espace public numerique|espaces publics numeriques|cyber base|cyberbase|cyber centre|' +
      'cybercentre|cyber espace|cyberespace|cyber|cyb|point cyb|espace multimedia|' +
      'espace culture multimedia|ecm|espace numerique|atelier numerique|ateliers numeriques|' +
      'point numerique|pole numerique|maison numerique|telecentre|point acces numerique|' +
      'point acces multimedia|espace connecte|salle multimedia|espace informatique|panl',
  ),
  mjc: list('mjc|maison jeunes culture|maison loisirs culture|mlc'),
  centreSocial: list(
    'centre social|centre sociaux|centres sociaux|centre socio culturel|centre socioculturel|' +
      'centre social culturel|centre social socioculturel|centre social socio culturel|' +
      'espace socioculturel|espace socio culturel|espace social culturel|pole socioculturel|csc|' +
      'cs|espace vie sociale|evs|maison quartier|maisons quartier|maison pour tous|mpt|' +
      'maison habitants|maison citoyen|espace social|maison sociale|centre animation sociale',
  ),
  mobile: list('bus|minibus|camion|truck|fourgon|camping car|campingcar|caravane|bus numerique'),
  itinerant: list('itinerant|itinerante|itinerance|mobile|mobiles|ambulant'),
  school: list(
    'ecole|college|lycee|cfa|greta|afpa|universite|campus|mfr|maison familiale rurale|' + 'groupe scolaire',
  ),
  employment: list(
    'pole emploi|france travail|maison emploi|maison emploi formation|mde|cap emploi|plie|' +
      'point emploi|relais emploi|espace emploi|point relais emploi|comite bassin emploi|cbe|' +
      'regie quartier',
  ),
  caf: list('caf|caisse allocations familiales'),
  cpam: list('cpam|caisse primaire assurance maladie|assurance maladie'),
  msa: list('msa|mutualite sociale agricole'),
  prefecture: list('prefecture|sous prefecture'),
  justice: list(
    'point justice|maison justice droit|mjd|point acces droit|pad|tribunal|spip|cdad|' +
      'centre penitentiaire|maison arret',
  ),
  tax: list('finances publiques|tresorerie|dgfip|centre impots'),
  pimms: list(
    'pimms|pimms mediation|point information mediation multiservices|' +
      'point info mediation multi services',
  ),
  tiersLieu: list('tiers lieu|tiers lieux|fablab|fab lab|coworking|espace coworking|hackerspace'),
  housing: list(
    'residence autonomie|ehpad|foyer jeunes travailleurs|fjt|habitat jeunes|chrs|' +
      'foyer logement|residence sociale|residence habitat jeunes|pension famille|cada|csapa|' +
      'bailleur social|opac',
  ),
  health: list('hopital|centre hospitalier|maison sante|esat|savs|ime|ehpad hopital'),
  tourism: list('office tourisme|maison tourisme|bureau information touristique|syndicat initiative'),
  association: list('association|asso|ass|assoc'),
};

/** Kinds that the part of an e-mail before the @ can tell: a town hall address tells nothing of the desk. */
export const EMAIL_KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/franceservice|france[._-]service|^msap|^mfs\b|^efs\b|^fs\b/, 'franceServices'],
  [/mediatheque|bibliotheque|^biblio/, 'library'],
  [/^ccas|\bccas\b|^cias/, 'ccas'],
  [/^epn|cyberbase|^cyber|espace[._-]?public/, 'epn'],
  [/^pij|^bij|infojeune/, 'youth'],
  [/centre[._-]?social|^csc\b/, 'centreSocial'],
];

/** Kinds told by the codes and words of the typology field, when the name tells none. */
export const TYPOLOGY_KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/france.?services?\b|\bmsap\b|\brfs\b|services au public/, 'franceServices'],
  [/bibliotheque|mediatheque|\bbib\b/, 'library'],
  [/\bccas\b|\bcias\b/, 'ccas'],
  [/\bmuni\b|\bmairie\b|\bcommunes?\b/, 'mairie'],
  [/mission locale|\bml\b/, 'missionLocale'],
  [/\bpij\b|\bbij\b|information jeunesse/, 'youth'],
  [/centre socio|centre social|maison de quartier|\bcs\b|\bevs\b/, 'centreSocial'],
  [/\bla poste\b/, 'laPoste'],
  [/tiers.?lieux?|fablab|coworking/, 'tiersLieu'],
];
