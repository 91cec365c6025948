import type { NationalProgramme, TrainingLabel } from '../enumerations.ts';
import type { Lexicon } from './lexicon.ts';

/** `labels_nationaux` of the standard v0, the networks of data·inclusion v1. */
export const PROGRAMME_LEXICON: Lexicon<NationalProgramme> = {
  terms: {
    'Aidants Connect': 'aidants connect; aidant connect; aidantsconnect; habilitation aidants connect',
    'Bibliothèques numérique de référence': 'bibliothèque numérique de référence; BNR',
    'Certification PIX': `
      certification pix; certificateur pix; centre pix; centre de certification pix; pix`,
    'Conseillers numériques': `
      conseiller numérique; conseillère numérique; conseiller numérique france services;
      conseiller et conseillère numérique; CNFS; CN FS`,
    'Emmaüs Connect': 'emmaüs connect; emmaus',
    'France Services': `
      france services; france service; maison france services; espace france services;
      bus france services; réseau france services; label france services; RFS; MFS`,
    'Grande école du numérique': 'grande école du numérique; GEN',
    'La Croix Rouge': 'croix rouge; la croix rouge; croix rouge française',
    "Point d'accès numérique CAF": `
      point d’accès numérique caf; point numérique caf; point relais caf; point accueil caf; point caf;
      relais caf; CAF`,
    'Promeneurs du net': 'promeneur du net; ambassadeur référent PDN; PDN',
    'Relais numérique (Emmaüs Connect)': 'relais numérique emmaüs connect; relais numérique',
  },
  silent: `
    APTIC; pass numérique; french tech; campus connecté; relais pôle emploi; MSAP; EPN; qualiopi;
    je ne sais pas; autre; autres; other`,
};

export const TRAINING_LABEL_LEXICON: Lexicon<TrainingLabel> = {
  terms: {
    'Formé à « Mon Espace Santé »': 'mon espace santé; formé à mon espace santé',
    'Formé à « DUPLEX » (illettrisme)': 'duplex; formé à duplex; duplex illettrisme',
    'Arnia/MedNum BFC (Bourgogne-Franche-Comté)': 'arnia; mednum bfc; arnia mednum bfc; arnia mednum',
    'Collectif ressources et acteurs réemploi (Normandie)': `
      collectif ressources et acteurs réemploi; collectif ressources et acteurs du réemploi;
      ressources réemploi`,
    'Étapes numériques(La Poste)': 'étape numérique; étapes numériques la poste',
    'Fabriques de Territoire': 'fabrique de territoire; label fabrique de territoire',
    'Les Éclaireurs du numérique (Drôme)': `
      les éclaireurs du numérique; éclaireurs du numérique; les éclaireurs`,
    'Mes Papiers (Métropole de Lyon)': 'mes papiers',
    'ORDI 3.0': 'ordi 3 0; ordi 3; ordi3',
    'SUD LABS (PACA)': 'sud labs; sudlabs',
  },
  silent: 'je ne sais pas; autre; autres; other',
};
