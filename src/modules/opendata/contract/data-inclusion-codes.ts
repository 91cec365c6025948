/** Codes of data·inclusion v1 (schema 1.0.8) for the values of the national standard. Absent: no code says the same. */
export const THEMES: Record<string, string[]> = {
  'Aide aux démarches administratives': [
    'numerique--acceder-a-des-services-en-ligne',
    'difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives',
  ],
  'Maîtrise des outils numériques du quotidien': ['numerique--maitriser-les-fondamentaux-du-numerique'],
  'Insertion professionnelle via le numérique': [
    'numerique--maitriser-les-fondamentaux-du-numerique',
    'preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi',
  ],
  'Utilisation sécurisée du numérique': ['numerique--maitriser-les-fondamentaux-du-numerique'],
  'Parentalité et éducation avec le numérique': [
    'numerique--maitriser-les-fondamentaux-du-numerique',
    'famille--soutien-a-la-parentalite-et-a-leducation',
  ],
  'Loisirs et créations numériques': ['numerique--maitriser-les-fondamentaux-du-numerique'],
  'Compréhension du monde numérique': ['numerique--maitriser-les-fondamentaux-du-numerique'],
  'Accès internet et matériel informatique': ['numerique--acceder-a-une-connexion-internet'],
  'Acquisition de matériel informatique à prix solidaire': ['numerique--acquerir-un-equipement'],
};

/** Services that lend or sell something, whoever helps: the other ones take their type from how people are helped. */
export const MATERIAL_SERVICES: ReadonlySet<string> = new Set([
  'Accès internet et matériel informatique',
  'Acquisition de matériel informatique à prix solidaire',
]);

/** The end of a service's identifier. It never changes, even if the label of the standard does. */
export const SERVICE_SLUGS: Record<string, string> = {
  'Aide aux démarches administratives': 'demarches',
  'Maîtrise des outils numériques du quotidien': 'outils-du-quotidien',
  'Insertion professionnelle via le numérique': 'insertion-professionnelle',
  'Utilisation sécurisée du numérique': 'securite',
  'Parentalité et éducation avec le numérique': 'parentalite',
  'Loisirs et créations numériques': 'loisirs',
  'Compréhension du monde numérique': 'comprehension',
  'Accès internet et matériel informatique': 'acces',
  'Acquisition de matériel informatique à prix solidaire': 'materiel-solidaire',
};

export const PUBLICS: Record<string, string> = {
  Jeunes: 'jeunes',
  Étudiants: 'etudiants',
  'Familles et/ou enfants': 'familles',
  Seniors: 'seniors',
  Femmes: 'femmes',
};

export const MOBILISATION: Record<string, string> = {
  'Se présenter': 'se-presenter',
  Téléphoner: 'telephoner',
  'Contacter par mail': 'envoyer-un-courriel',
  'Prendre un RDV en ligne': 'utiliser-lien-mobilisation',
  'Envoyer un mail avec une fiche de prescription': 'envoyer-un-courriel',
};

export const NETWORKS_OF_PROGRAMME: Record<string, string> = {
  'Aidants Connect': 'aidants-connect',
  'Conseillers numériques': 'conseillers-numeriques',
  'Emmaüs Connect': 'emmaus',
  'France Services': 'france-service',
  'Grande école du numérique': 'grandes-ecoles-du-numerique',
  'La Croix Rouge': 'croix-rouge',
  "Point d'accès numérique CAF": 'caf',
  'Relais numérique (Emmaüs Connect)': 'emmaus',
};

export const NETWORKS_OF_LABEL: Record<string, string> = {
  'Fabriques de Territoire': 'fabrique-de-territoire',
  'Étapes numériques(La Poste)': 'la-poste',
};

export const NETWORKS_OF_TYPOLOGY: Record<string, string[]> = {
  ACI: ['aci'],
  AFPA: ['afpa'],
  AI: ['ai'],
  ASE: ['ase'],
  AVIP: ['creches-avip'],
  CAARUD: ['caarud'],
  CADA: ['cada'],
  CAF: ['caf'],
  CAP_EMPLOI: ['cap-emploi-reseau-cheops'],
  CAVA: ['cava'],
  CC: ['communes'],
  CCAS: ['ccas-cias'],
  CCONS: ['chambres-consulaires'],
  CD: ['departements'],
  CDAS: ['departements'],
  CHRS: ['chrs'],
  CHU: ['chu'],
  CIAS: ['ccas-cias'],
  CIDFF: ['cidff'],
  CMP: ['cmp'],
  CMS: ['cms'],
  CPAM: ['cpam'],
  CPH: ['cph'],
  CSAPA: ['csapa'],
  DEETS: ['regions'],
  DEPT: ['departements'],
  E2C: ['ecoles-de-la-deuxieme-chance'],
  EA: ['ea'],
  EATT: ['eatt'],
  EI: ['ei'],
  EITI: ['eiti'],
  EPCI: ['communes'],
  EPIDE: ['epide'],
  EPN: ['espaces-publics-numeriques'],
  ESAT: ['esat'],
  ETTI: ['etti'],
  FABRIQUE: ['fabrique-de-territoire'],
  FAIS: ['federation-des-acteurs-de-la-solidarite'],
  FT: ['france-travail'],
  GEIQ: ['geiq'],
  HUDA: ['huda'],
  LA_POSTE: ['la-poste'],
  MDE: ['maisons-de-l-emploi'],
  MDEF: ['maisons-de-l-emploi'],
  MDPH: ['mdph'],
  // The v1 list asks that these houses also name the département that runs them.
  MDS: ['maisons-des-solidarites', 'departements'],
  MJC: ['mjc'],
  ML: ['mission-locale'],
  MSA: ['mutualite-sociale-agricole'],
  MSAP: ['msap'],
  MUNI: ['communes'],
  PAD: ['points-justice'],
  PIJ_BIJ: ['reseau-information-jeunesse'],
  PIMMS: ['pimms-mediation'],
  PJJ: ['pjj'],
  PLIE: ['plie'],
  PREF: ['regions'],
  REG: ['regions'],
  RESSOURCERIE: ['ressourceries'],
  RFS: ['france-service'],
  RS_FJT: ['residences-fjt'],
  SPIP: ['spip'],
  UDAF: ['departements'],
};
