import { type PersonalData, saysNothing, type TableRegister } from '../../platform/personal-data.ts';

const ACTOR: PersonalData = {
  columns: ['actor'],
  what: {
    fr: 'Numéro de la personne qui a agi, jamais son nom',
    en: 'Number of whoever acted, never their name',
  },
  purpose: { fr: 'Prouver qui a fait bouger l’argent', en: 'Prove who moved the money' },
  // Code de commerce, art. L. 123-22: accounting documents are kept ten years.
  basis: 'legal-obligation',
  kept: { fr: 'Autant que le registre', en: 'As long as the ledger' },
  seenBy: {
    fr: 'Personnes qui contrôlent le registre des chèques',
    en: 'People who check the voucher ledger',
  },
};

export const personalData: readonly TableRegister[] = [
  {
    table: 'vouchers.ledger_entry',
    personal: [ACTOR],
    impersonal: [
      'number',
      'key',
      'kind',
      'resolves',
      'reverses',
      'reason',
      'event_at',
      'created_at',
      'expires_at',
      'request_hash',
      'content_hash',
    ],
  },
  { table: 'vouchers.ledger_closing', personal: [ACTOR], impersonal: ['id', 'until', 'at'] },
  saysNothing(
    'vouchers.ledger_account',
    'id floor_cents opened_at posted_cents held_cents leg_count head_hash',
  ),
  saysNothing('vouchers.ledger_leg', 'entry account rank posted_cents pending_cents hash'),
];
