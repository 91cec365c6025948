import type { PersonalData, TableRegister } from '../../platform/personal-data.ts';

const AUTHOR: PersonalData = {
  columns: ['author'],
  what: {
    fr: 'Nom ou initiales qu’une personne a donnés, avec ce qu’elle a décidé',
    en: 'Name or initials that a person gave, with what they decided',
  },
  purpose: {
    fr: 'Dire qui a décidé, et laisser chacun annuler ses décisions',
    en: 'Say who decided, and let people undo their own decisions',
  },
  basis: 'public-interest',
  kept: { fr: 'Autant que la décision', en: 'As long as the decision' },
  seenBy: { fr: 'Personnes qui gèrent le service', en: 'People who run the service' },
};

export const personalData: readonly TableRegister[] = [
  {
    table: 'matching.decision',
    personal: [AUTHOR],
    impersonal: ['id', 'a_source', 'a_key', 'b_source', 'b_key', 'verdict', 'reason', 'at', 'undoes'],
  },
  {
    table: 'matching.learnt_model',
    personal: [AUTHOR],
    impersonal: [
      'version',
      'decisions',
      'last_decision',
      'published_imports',
      'base',
      'prior_bits',
      'bits',
      'before',
      'after',
      'at',
    ],
  },
  { table: 'matching.model_choice', personal: [AUTHOR], impersonal: ['id', 'version', 'at'] },
];
