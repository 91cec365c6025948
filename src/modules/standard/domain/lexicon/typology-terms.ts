import type { Typology } from '../typologies.ts';

/** Words for the kinds of structures; each code of the reference library is read as it is. */
export const TYPOLOGY_TERMS: Partial<Readonly<Record<Typology, string>>> = {
  ACI: 'atelier et chantier d’insertion; chantier d’insertion; ateliers et chantiers d’insertion',
  AI: 'association intermédiaire',
  ASE: 'aide sociale à l’enfance',
  ASSO: `
    association; associatif; associative; ONG; structure associative de quartier; association caritative;
    privé à but non lucratif`,
  Autre: 'autre; autres; other; autre type',
  BIB: `
    bibliothèque; médiathèque; bibliothèque médiathèque; médiathèque bibliothèque; ludothèque;
    bibliothèque municipale`,
  CADA: 'centre d’accueil de demandeurs d’asile',
  CAF: 'caisse d’allocation familiale; caisse d’allocations familiales',
  CAP_EMPLOI: 'cap emploi; cap emploi réseau cheops',
  CC: 'communauté de communes',
  CCAS: 'centre communal d’action sociale; centres communaux d’action sociale; ccas cias',
  CCONS: `
    chambre consulaire; chambre de commerce; cci; chambre de métiers; chambre des métiers; cma;
    chambre d’agriculture`,
  CD: 'conseil départemental; conseils départementaux; département; départements',
  CHRS: 'centre d’hébergement et de réinsertion sociale',
  CHU: 'centre d’hébergement d’urgence',
  CIAS: 'centre intercommunal d’action sociale',
  CIDFF: 'centre d’information sur les droits des femmes et des familles',
  CMS: 'centre médico social',
  CPAM: 'caisse primaire d’assurance maladie; assurance maladie',
  CS: 'centre social; centres sociaux; fcsf',
  CSC: 'centre socioculturel; centre socio culturel; centre social et culturel; espace socioculturel',
  DEETS: 'direction de l’emploi du travail et des solidarités',
  E2C: 'école de la deuxième chance; école de la 2ème chance; écoles de la deuxieme chance',
  EI: 'entreprise d’insertion',
  ENM: 'espace numérique mobile; bus numérique; cyber caravane; camion numérique',
  EPCI: 'communauté d’agglomération; communauté urbaine; agglomération; métropole; intercommunalité',
  EPI: 'espace public internet',
  EPN: `
    espace public numérique; espaces publics numériques; cyberbase; cyber base; cybercentre; cyber centre;
    cyber espace; cyberespace; club info; cyber case; cybercase; case numérique; club informatique`,
  ES: 'épicerie sociale; épicerie solidaire; épicerie sociale et solidaire',
  ESS: `
    entreprise de l’économie sociale et solidaire; économie sociale et solidaire; SCOP; SCIC;
    société coopérative`,
  EVS: 'espace de vie sociale',
  FABLAB: 'fab lab; hackerspace; makerspace; fablab hackerspace',
  FABRIQUE: 'fabrique de territoire',
  FT: 'pôle emploi; france travail; agence pôle emploi',
  LA_POSTE: 'la poste; bureau de poste; agence postale; agence postale communale; poste',
  MDE: 'maison de l’emploi; maisons de l’emploi',
  MDH: 'maison des habitants; maison des habitantes et habitants',
  MDPH: 'maison départementale des personnes handicapées',
  MDS: `
    maison départementale des solidarités; maisons des solidarités; maison de la solidarité;
    maison du département solidarités`,
  MJC: 'maison des jeunes et de la culture',
  ML: 'mission locale',
  MQ: 'maison de quartier',
  MSA: 'mutualité sociale agricole',
  MSAP: 'maison de services au public; maison de service au public',
  MUNI: 'mairie; commune; communes; municipalité; ville; service municipal; mairie annexe',
  OF: 'organisme de formation; centre de formation; greta',
  PAD: 'point d’accès au droit; points justice; point justice',
  PIJ_BIJ: `
    PIJ; BIJ; information jeunesse; point information jeunesse; bureau information jeunesse;
    points et bureaux information jeunesse; structure information jeunesse; réseau information jeunesse`,
  PIMMS: 'point information médiation multiservices; pimms médiation',
  PJJ: 'protection judiciaire de la jeunesse',
  PLIE: 'plan local pour l’insertion et l’emploi',
  PREF: 'préfecture; sous préfecture',
  REG: 'région; conseil régional; régions',
  RELAIS_LECTURE: 'relais de lecture; point lecture',
  RESSOURCERIE: 'recyclerie; ressourceries',
  RFS: `
    france services; france service; maison france services; espace france services;
    réseau france services; antenne france services; bus france services; MFS`,
  RS_FJT: 'foyer de jeunes travailleurs; fjt; résidence sociale; résidences fjt',
  SPIP: 'service pénitentiaire d’insertion et de probation',
  TIERS_LIEUX: 'tiers lieu; coworking; espace de coworking; tiers-lieux',
  UDAF: 'union départementale des associations familiales; unaf',
};

/** Not kinds of structures, or not one kind: said of people, or of every public body. */
export const TYPOLOGY_SILENT = `
  collectivité; public collectivité; public état; privé à but lucratif; conseiller numérique;
  promeneur du net; entreprise; auto entrepreneur; service public; groupe informel; ambassade; oui; non;
  public; privé`;
