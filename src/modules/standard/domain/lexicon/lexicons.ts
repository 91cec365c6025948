import type { EnumeratedField } from '../enumerations.ts';
import { TYPOLOGIES } from '../typologies.ts';
import { FEE_LEXICON } from './fee-terms.ts';
import type { Lexicon } from './lexicon.ts';
import { PROGRAMME_LEXICON, TRAINING_LABEL_LEXICON } from './network-terms.ts';
import { AUDIENCE_LEXICON, SPECIAL_CARE_LEXICON } from './people-terms.ts';
import { SERVICE_LEXICON } from './service-terms.ts';
import { TYPOLOGY_SILENT, TYPOLOGY_TERMS } from './typology-terms.ts';
import { ACCESS_MODE_LEXICON, MOBILITY_LEXICON, SUPPORT_MODE_LEXICON } from './way-terms.ts';

/** Codes of three letters or fewer are words too (« EI », « AI », « ES »): they count only alone. */
const SHORT_CODES = Object.fromEntries(
  TYPOLOGIES.filter((code) => code.length <= 3).map((code) => [code, code]),
);

/** PE was the code of France Travail before 2024. */
const TYPOLOGY_LEXICON: Lexicon<string> = {
  terms: { ...Object.fromEntries(TYPOLOGIES.map((code) => [code, ''])), ...TYPOLOGY_TERMS },
  silent: TYPOLOGY_SILENT,
  whole: { ...SHORT_CODES, FT: 'FT; PE', MUNI: 'commune', DEPT: 'DEPT', Autre: 'autre; autres; other' },
};

export const LEXICONS: Readonly<Record<EnumeratedField, Lexicon<string>>> = {
  typologie: TYPOLOGY_LEXICON,
  itinerance: MOBILITY_LEXICON,
  services: SERVICE_LEXICON,
  publics_specifiquement_adresses: AUDIENCE_LEXICON,
  prise_en_charge_specifique: SPECIAL_CARE_LEXICON,
  frais_a_charge: FEE_LEXICON,
  dispositif_programmes_nationaux: PROGRAMME_LEXICON,
  formations_labels: TRAINING_LABEL_LEXICON,
  modalites_acces: ACCESS_MODE_LEXICON,
  modalites_accompagnement: SUPPORT_MODE_LEXICON,
};

/** Fields that one column of older files held together: a value of the other one is not unknown. */
export const SIBLINGS: Partial<Record<string, EnumeratedField>> = {
  publics_specifiquement_adresses: 'prise_en_charge_specifique',
  prise_en_charge_specifique: 'publics_specifiquement_adresses',
  dispositif_programmes_nationaux: 'formations_labels',
  formations_labels: 'dispositif_programmes_nationaux',
  modalites_acces: 'modalites_accompagnement',
  modalites_accompagnement: 'modalites_acces',
};
